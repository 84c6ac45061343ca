"""Finds idea files: in folders, by patterns, without what is excluded or ignored."""
