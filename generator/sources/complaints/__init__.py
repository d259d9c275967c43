"""What pydantic found wrong, told to an editor."""
