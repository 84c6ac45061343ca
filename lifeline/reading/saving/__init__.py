"""Saving an idea file without losing a byte that somebody else wrote.

``revision`` changes what a file says, ``disk`` puts it there. Below them ``entries`` and ``saying``
hold what is wanted as plain data, and ``splicing`` finds the smallest change to the text for it.
"""
