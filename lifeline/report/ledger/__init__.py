"""A ledger of forecasts, for people: what was added, what is due, and how right it was."""
