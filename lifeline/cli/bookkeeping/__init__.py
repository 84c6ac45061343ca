"""The verbs of ``lifeline ledger``, by what they do to it."""
