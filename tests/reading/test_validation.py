"""A file of YAML in which very much is wrong."""

from __future__ import annotations

from lifeline.model.vectors import VectorFile
from lifeline.reading.limits import MOST_FOUND
from lifeline.reading.validation import Source


def test_a_file_in_which_very_much_is_wrong_is_no_model_and_stops_nothing() -> None:
    source = Source("a.yaml", b"a:\n" + b"- &x 1\n" * 2 * MOST_FOUND)
    assert source.validated(VectorFile) is None
    assert len(source.problems.found) == MOST_FOUND


def test_what_an_empty_mapping_lacks_is_told_at_the_mapping() -> None:
    source = Source("a.yaml", b"vectors-format: 1\nvectors: [{}]\n")
    assert source.validated(VectorFile) is None
    told = [problem.text("") for problem in source.problems.found]
    assert told[0] == ":2:11: vectors[0].name: is missing."


def test_beyond_very_many_problems_no_more_are_recorded() -> None:
    source = Source("a.yaml", b"a: 1\n")
    for number in range(MOST_FOUND + 2):
        source.add(("a",), f"is wrong for the {number}th time.")
    assert len(source.problems.found) == MOST_FOUND


def test_a_colon_that_is_none_of_yaml_is_named() -> None:
    source = Source("a.yaml", "vectors-format: 1\nvectors\uff1a {}: []\n".encode())
    assert source.validated(VectorFile) is None
    told = [problem.text("") for problem in source.problems.found]
    assert any(
        each.endswith("The 8th sign of what stands here is FULLWIDTH COLON.") for each in told
    )


def test_a_strange_sign_of_a_key_that_is_like_none_is_named() -> None:
    data = "x\uff1a y: 1\n".encode()
    source = Source("a.yaml", data)
    assert source.data == data
    assert source.validated(VectorFile) is None
    told = " ".join(problem.text("") for problem in source.problems.found)
    assert "The 2nd sign of what stands here is FULLWIDTH COLON." in told


def test_a_text_that_a_comma_cut_in_two_needs_quotes() -> None:
    data = (
        b"vectors-format: 1\nvectors:\n  - {name: Codes, for the bill, answers: {}, expect: {}}\n"
    )
    source = Source("a.yaml", data)
    assert source.validated(VectorFile) is None
    told = [problem.text("") for problem in source.problems.found]
    (cut,) = [each for each in told if "for the bill" in each]
    assert cut.startswith(":3:19: vectors[0].for the bill: unknown key. Expected one of: name,")
    assert cut.endswith(" inside { } a text with a comma needs quotes.")
