"""Tests of comparisons as people read them."""
