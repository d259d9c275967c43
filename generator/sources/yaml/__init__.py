"""YAML: what its parser says, what it would drop or bend, and its complaints in plain words."""
