"""The slow reference that scoring is held to, and strategies that feed both."""
