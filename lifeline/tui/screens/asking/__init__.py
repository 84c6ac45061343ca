"""What is said around a question, and the small dialogs that are opened at it."""
