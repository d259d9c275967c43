"""Makers of shipped content, benchmarks, and what runs the tests."""
