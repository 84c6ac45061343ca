"""Compares two advisers, each a rubric set, on one idea: where they part, and why."""
