"""What a site costs, and how often the interest assessment finds what it should."""
