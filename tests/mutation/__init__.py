"""Mutation testing: one small change at a time in the code, and whether a test notices."""
