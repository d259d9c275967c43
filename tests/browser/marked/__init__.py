"""Elements in their states, where each text is marked."""
