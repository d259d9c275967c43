"""From rendered files to the published folder."""
