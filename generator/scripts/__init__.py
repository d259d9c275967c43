"""What the site's own scripts get: JSON files beside the pages."""
