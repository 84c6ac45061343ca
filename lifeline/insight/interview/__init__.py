"""Which open questions to ask first, whom to ask, and what each answer would come to. Pure."""
