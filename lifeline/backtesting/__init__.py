"""How well verdicts foretell what happened: the statistics of a back-test."""
