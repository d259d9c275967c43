"""The Markdown subset of text fields: parsed into a few kinds of node, and written from them."""
