"""Rubric sets become plain data, are told what is wrong with them, and are kept between runs."""
