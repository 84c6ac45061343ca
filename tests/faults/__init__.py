"""What goes wrong around the program: what the user sees, and what is left on disk."""
