"""Copies of a published site: whether one is what was built, and one to carry along."""
