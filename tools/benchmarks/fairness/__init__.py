"""How fair the match of interests is to simulated people."""
