"""What publishers' files are like, and what is read from them: one publisher's matter each."""
