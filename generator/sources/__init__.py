"""Files to documents: text, YAML nodes with their places, and models."""
