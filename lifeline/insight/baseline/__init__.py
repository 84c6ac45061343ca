"""Lays ideas beside what was accepted of them: what is worse now, and what is better."""
