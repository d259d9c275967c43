"""The site while somebody works on it."""
