"""Makers of shipped content, and benchmarks."""
