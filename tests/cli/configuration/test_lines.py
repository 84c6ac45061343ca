"""Where in a TOML file a key stands."""

from __future__ import annotations

from lifeline.cli.configuration.lines import places

TEXT = """\
# a = 1
min-months = 3
  "quoted key" = 4
a . b = 5
list = [
  "x = 1",
]
[min-score]  # of rubrics
lifeline = 40
[[overrides]]
paths = ["a"]
[[ overrides ]]
paths = ["b"]
[tool."lifeline"]
x = 1
"""


def test_keys_are_found_in_their_tables() -> None:
    assert places(TEXT) == {
        ("min-months",): (2, 1),
        ("quoted key",): (3, 3),
        ("a", "b"): (4, 1),
        ("list",): (5, 1),
        ("min-score",): (8, 1),
        ("min-score", "lifeline"): (9, 1),
        ("overrides", "0"): (10, 1),
        ("overrides", "0", "paths"): (11, 1),
        ("overrides", "1"): (12, 1),
        ("overrides", "1", "paths"): (13, 1),
        ("tool", "lifeline"): (14, 1),
        ("tool", "lifeline", "x"): (15, 1),
    }
