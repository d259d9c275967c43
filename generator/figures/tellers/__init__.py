"""What tables tell of an occupation beyond the fields of a profile, one kind of thing a module."""
