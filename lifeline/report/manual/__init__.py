"""The manual of a rubric set: its plain data, told in one order for a terminal and as a page."""
