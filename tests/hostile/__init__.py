"""Files that mean harm.

A new one is dropped into ``refused/`` (an error with a place) or ``read/`` (odd, but an idea file),
whatever its name and bytes; one that is large is a line in ``generated.py``.
"""
