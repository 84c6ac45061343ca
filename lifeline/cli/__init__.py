"""One module per verb, imported when called; exit codes and the boundary for errors in one place each."""
