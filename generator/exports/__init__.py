"""A `Site` for others: the API, the feed, what crawlers read, and what stands at old addresses."""
