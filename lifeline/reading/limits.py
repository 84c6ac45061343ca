"""Every limit of what is read, and why it is there: files come from strangers.

Beyond a limit a file is refused, or told less of, in words that name the limit. All are far above
what a file written by a person holds. There is none for the number of files: they are read one by
one, and what a run takes in memory does not grow with them.
"""

FILE_BYTES = 1_000_000
"""Bytes of a file; ours have a few thousand. No more are ever read, also of a pipe or a device."""

FOLDER_BYTES = 20_000_000
"""Bytes of all files of a rubric set, or of a folder of cases: these are held at once; ours have
300,000."""

MARK_BYTES = 4096
"""Bytes at the beginning of a file in which the line ``lifeline:`` has to stand, so that a folder
of large files of another kind is searched quickly."""

DEEPEST = 100
"""Lists and mappings inside each other; libyaml's composer overflows the stack on many more."""

MOST_VALUES = 50_000
"""Keys, values and lists of a file; each takes half a kilobyte of memory and some microseconds.
Our largest file has 1,500."""

LONGEST_LINE = 200
"""Signs of what is shown on one line, such as the idea's name."""

LONGEST_TEXT = 10_000
"""Signs of any other text: a note is a few pages at most, and reports repeat what it says."""

LONGEST_WORD = 60
"""Signs of a word that messages repeat, and that is compared to those known; ids have no more."""

MOST_ALIKE = 1_000
"""Known words of a fitting length that are looked through for the one that was meant; our set has
fewer than 300 ids."""

MOST_LAID = 5_000
"""Pairs of the same sign that are looked at to find which of these is the nearest, about two
milliseconds of work; those with most of the word's signs come first. To find what was meant by a
misspelt id of our set takes fewer than 100, to find that nothing was fewer than 2,000."""

MOST_WORDS = 12
"""Known words that a message lists: more would no longer help."""

LONGEST_MESSAGE = 1000
"""Signs of a message, and of the path of keys before it: a rubric set may have endless ids."""

MOST_DIGITS = 9
"""Digits of each number of a version. Python refuses to read numbers of more than 4,300."""

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Dates outside are typing errors; every month counted from one inside is a date."""

MOST_TOLD = 50
"""Problems told of one file; who has so many has made one mistake many times."""

MOST_FOUND = 200
"""Problems after which a file is read no further: each takes time to word, and finding which word
was meant some milliseconds, by ``MOST_ALIKE`` and ``MOST_LAID``."""

EXCERPT = 200
"""Signs of a line that are kept to be shown below a message; the line may be the whole file."""

LEDGER_BYTES = 20_000_000
"""Bytes of a ledger, about 25,000 forecasts; all of it is held at once."""
