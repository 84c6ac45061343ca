"""One module per verb, imported when called; exit codes and the error boundary in one place."""
