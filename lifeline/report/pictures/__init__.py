"""Pictures as inline SVG: pure functions from plain data to a text that can stand in a page."""
