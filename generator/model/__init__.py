"""What the site is about, as frozen pydantic models: the one schema that reading, rules, pages and JSON Schema use."""
