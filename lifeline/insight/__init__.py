"""What follows from an assessment: explanations. Pure: nothing here reads or writes a file."""
