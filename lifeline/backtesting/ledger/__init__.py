"""Forecasts that one can be held to: what is claimed, what has come due, and how right it was.

A range of months is read as the back-test reads it: for each of 3, 6 and 12 months it claims that
the clock still runs on that day (1, where the low end reaches it), that it does not (0, where the
high end does not), or leaves it open (0.5). A founder may put a probability of their own beside it.
Both are scored by the mean squared error (Brier, Verification of forecasts expressed in terms of
probability, Monthly Weather Review 78, 1950), which is least for who says what they believe: 0 is
perfect, a coin has 0.25.

Three choices keep the score honest. Of days that had passed when a forecast was made nothing is
claimed. What ended early counts from the day on that was spoken of, as what still runs is not
known before that day either. And the same said again of the same day counts once.
"""
