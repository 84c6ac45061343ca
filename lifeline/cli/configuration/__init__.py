"""What somebody has settled once for all runs: in ``lifeline.toml``, or in the environment."""
