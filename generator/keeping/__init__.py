"""What keeps a collection in order over the years."""
