"""Comparisons for people: of many ideas, of several people's answers, of two advisers."""
