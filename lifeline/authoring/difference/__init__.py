"""What is different between two versions of a rubric set, and what that does to results."""
