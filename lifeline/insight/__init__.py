"""What follows from an assessment. Pure: nothing here reads or writes a file.

Reasons, what would have to change, what to ask next, products like it, how much several raters and
advisers part, what moved since, and how many ideas compare.
"""
