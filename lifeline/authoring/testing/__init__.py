"""Runs the test vectors of a set, pure: what differs, what no vector tries, what none notices."""
