"""Which dated products are nearest to an idea by their answers, and what became of them. Pure."""
