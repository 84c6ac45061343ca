"""Tests of the comparison of many ideas."""
