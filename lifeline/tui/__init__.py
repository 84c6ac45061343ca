"""The interface in a terminal: a thin app, one file per screen, one stylesheet beside each."""
