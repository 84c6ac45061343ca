"""What the plain walker and the interface both say of a question and an answer."""
