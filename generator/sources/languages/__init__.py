"""What is translated, laid over its originals."""
