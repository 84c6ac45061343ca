"""Reads what git keeps, and changes nothing in a repository."""
