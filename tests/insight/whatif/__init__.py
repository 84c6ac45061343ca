"""Tests of what would have to change."""
