"""The set-ups for CI are run here as the services would run them, as far as that goes offline."""
