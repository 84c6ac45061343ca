"""Tests of the shipped rubrics."""
