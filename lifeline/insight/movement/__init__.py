"""What moved between two states of an idea, and which part of it each cause moved."""
