"""One module per verb of ``lifeline rubric``, imported when it is called."""
