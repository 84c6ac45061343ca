"""The ledger of forecasts on disk: JSON Lines that are only ever appended to."""
