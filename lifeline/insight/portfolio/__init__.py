"""Compares many ideas: in which order they stand, what ends most of them, what would hit them."""
