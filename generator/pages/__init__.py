"""A `Site` as Markdown pages."""
