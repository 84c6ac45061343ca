"""Tests of the statistics of a back-test."""
