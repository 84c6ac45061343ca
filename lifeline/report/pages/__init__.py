"""Pages for a browser: the same words as everywhere, put together as plain data, and drawn."""
