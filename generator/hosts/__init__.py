"""Doors: where pages leave for an engine."""
