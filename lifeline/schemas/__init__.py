"""JSON Schemas of the files and of the output, for editors and checkers. Generated, never kept."""
