"""What a change does to the site, for whoever has to judge it."""
