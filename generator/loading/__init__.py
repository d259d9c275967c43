"""What a project is put together from."""
