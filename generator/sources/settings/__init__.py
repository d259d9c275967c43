"""mkdocs.yml: what we read of it, and what a site needs of the rest."""
