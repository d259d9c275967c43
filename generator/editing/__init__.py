"""What helps an editor write: the schema of a profile, and the beginning of a new one."""
