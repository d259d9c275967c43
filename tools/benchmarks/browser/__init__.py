"""What readers wait for, measured in Chromium."""
