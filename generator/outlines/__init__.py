"""Outlines: occupations of which figures alone are known, made of tables."""
