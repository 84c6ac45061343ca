"""Turns a set of rubrics into the plain data that scoring runs on, and keeps it between runs."""
