"""Pure: (compiled set, idea, dates) to an assessment. Nothing here reads a file or prints."""
