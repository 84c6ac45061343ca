"""One way through the questions of an idea: what comes next, back, skip, undo. No screen, no file.

The plain walker and the interface both stand on it.
"""
