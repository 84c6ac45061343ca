"""What would have to change, for people: what was tried, plans, and what cannot be moved."""
