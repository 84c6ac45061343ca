"""For authors of rubrics, pure: what is wrong with a set that compiles."""
