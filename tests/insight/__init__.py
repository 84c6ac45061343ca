"""Tests of what goes beyond one assessment."""
