"""YAML in, strictly and with positions: idea files, rubric sets, and where both are found."""
