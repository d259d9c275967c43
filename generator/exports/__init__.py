"""A `Site` for others: the API, the feed, and what crawlers read."""
