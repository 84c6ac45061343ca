"""One module per format in which the assessments of a run are written."""
