"""A page on which applicants answer the questions of a set in a browser, without this program."""
