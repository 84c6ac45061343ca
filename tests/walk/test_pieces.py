"""Evidence piece by piece: one is corrected or taken out, and nothing else in the file changes."""

from __future__ import annotations

from datetime import date

import pytest

from lifeline.errors import LifelineError
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from lifeline.walk.pieces import Piece, Pieces
from lifeline.walk.sheet import Sheet
from lifeline.walk.typed import value_typed
from lifeline.walk.way import Way

TODAY = date(2026, 11, 22)
HEAD = "lifeline: 1\nidea: One\nassessed: 2026-11-01\nset: {{ngc: {version}}}\nanswers:\n"
LONG = """\
  # of entry
  entry:   # asked by Li
    answer: not-yet   # so far
    evidence:   # what we have
      # from the call
      - {date: 2026-10-01, says: 'heard'}   # at lunch
      - says: >-
          told on the telephone,
          twice
        link: "https://example.org/a"   # read it
        date: 2026-10-05
      - {measurement: seen}
    note: 'kept'
"""
REST = "  used: {answer: no, evidence: [{says: a, date: 2026-10-01}, {says: 'b'}]}   # all\n"


def sheet_of(ngc: CompiledSet, answers: str, *, version: str = "", ending: str = "\n") -> Sheet:
    head = HEAD.format(version=version or ngc["version"])
    data = f"{head}{answers}".replace("\n", ending).encode()
    return Sheet(Assessor(ngc), data, "idea.yaml", TODAY)


def pieces_of(sheet: Sheet, name: str) -> Pieces:
    return Pieces(Way(sheet), sheet.compiled["index"][name])


@pytest.fixture
def pieces(ngc: CompiledSet) -> Pieces:
    return pieces_of(sheet_of(ngc, LONG + REST), "entry")


def told(pieces: Pieces) -> list[tuple[str, str, str, bool]]:
    return [(piece.kind, piece.line, piece.day, piece.is_more) for piece in pieces.all()]


def text(pieces: Pieces, ending: str = "\n") -> str:
    """Give the answers as the file holds them; its lines all have to end alike."""
    held = pieces.sheet.data.decode().split(ending)
    assert not any(set(line) & {"\n", "\r"} for line in held)
    return "\n".join(held).partition("answers:\n")[2]


def test_each_text_is_a_piece_with_the_day_of_its_item(pieces: Pieces) -> None:
    assert told(pieces) == [
        ("says", "heard", "2026-10-01", False),
        ("says", "told on the telephone, twice", "2026-10-05", False),
        ("link", "https://example.org/a", "2026-10-05", True),
        ("measurement", "seen", "", False),
    ]


@pytest.mark.parametrize(
    ("place", "without"),
    [
        (0, "      - {date: 2026-10-01, says: 'heard'}   # at lunch\n"),
        (2, '        link: "https://example.org/a"   # read it\n'),
        (3, "      - {measurement: seen}\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_taking_one_out_changes_nothing_else(
    ngc: CompiledSet, place: int, without: str, ending: str
) -> None:
    pieces = pieces_of(sheet_of(ngc, LONG + REST, ending=ending), "entry")
    pieces.take_out(pieces.all()[place])
    assert text(pieces, ending) == (LONG + REST).replace(without, "")


def test_the_first_text_of_an_item_goes_and_the_others_of_it_stay(pieces: Pieces) -> None:
    pieces.take_out(pieces.all()[1])
    gone = "says: >-\n          told on the telephone,\n          twice\n        "
    assert text(pieces) == (LONG + REST).replace(gone, "")


@pytest.mark.parametrize(
    ("place", "new", "was", "becomes"),
    [
        (0, ("says", "heard again", date(2026, 10, 1)), "'heard'", "'heard again'"),
        (0, ("says", "heard", date(2026, 10, 2)), "date: 2026-10-01, s", "date: 2026-10-02, s"),
        (0, ("measurement", "heard", date(2026, 10, 1)), "says: 'heard'", "measurement: 'heard'"),
        (
            2,
            ("link", "http://b.org", date(2026, 10, 5)),
            '"https://example.org/a"',
            '"http://b.org"',
        ),
        (2, ("link", "https://example.org/a", date(2026, 10, 6)), "2026-10-05", "2026-10-06"),
        (3, ("measurement", "measured", None), "{measurement: seen}", "{measurement: measured}"),
        (3, ("says", "seen", None), "{measurement: seen}", "{says: seen}"),
        (3, ("measurement", "seen", TODAY), "seen}", "seen, date: 2026-11-22}"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_correcting_one_changes_nothing_else(
    ngc: CompiledSet,
    place: int,
    new: tuple[str, str, date | None],
    was: str,
    becomes: str,
    ending: str,
) -> None:
    pieces = pieces_of(sheet_of(ngc, LONG + REST, ending=ending), "entry")
    pieces.correct(pieces.all()[place], *new)
    assert text(pieces, ending) == LONG.replace(was, becomes) + REST


def test_a_text_of_several_lines_keeps_them_where_only_its_day_is_corrected(
    ngc: CompiledSet,
) -> None:
    before = "  used:\n    answer: no\n    evidence:\n    - says: |-\n        one\n\n        two\n"
    pieces = pieces_of(sheet_of(ngc, before), "used")
    (piece,) = pieces.all()
    assert piece.line == "one two"
    pieces.correct(piece, "says", "one two", TODAY)
    assert text(pieces) == f"{before}      date: 2026-11-22\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("used: {answer: no, evidence: [{says: a}]}", "used: no"),
        ("used: {answer: no, evidence: [{says: a}], note: x}", "used: {answer: no, note: x}"),
        ("used: {answer: later, evidence: [{says: a}]}", "used: later"),
        ("used: {evidence: [{says: a}], answer: unknown}", "used: unknown"),
        ("runway: {between: [3, 9], evidence: [{says: a}]}", "runway: {between: [3, 9]}"),
        ("used:\n    answer: no\n    evidence:\n    - says: a", "used:\n    answer: no"),
        (
            "used:\n    evidence:\n    # asked\n    - says: a\n    answer: no",
            "used:\n    evidence: []\n    # asked\n    answer: no",
        ),
        (
            "features-taken-up: {not-applicable: it is none, evidence: [{says: a}]}",
            "features-taken-up: {not-applicable: it is none}",
        ),
    ],
)
def test_without_the_last_one_the_answer_stands_as_before(
    ngc: CompiledSet, before: str, after: str
) -> None:
    sheet = sheet_of(ngc, f"  {before}\n")
    pieces = pieces_of(sheet, before.partition(":")[0])
    answer = sheet.idea.answers[pieces.number]
    pieces.take_out(pieces.all()[0])
    assert text(pieces) == f"  {after}\n"
    now = sheet.idea.answers[pieces.number]
    assert (now.state, now.value, now.reason, now.evidence) == (
        *(answer.state, answer.value, answer.reason),
        [],
    )
    assert not pieces.all()


def test_each_change_is_taken_back_to_the_byte_but_nothing_that_was_done_before(
    pieces: Pieces,
) -> None:
    pieces.add("says", "new", None)
    later = Pieces(pieces.way, pieces.number)
    states = [pieces.sheet.data]
    assert not later.can_undo
    later.correct(later.all()[0], "link", "https://example.org/b", TODAY)
    states.append(pieces.sheet.data)
    later.take_out(later.all()[1])
    assert len({*states, pieces.sheet.data}) == 3
    for state in reversed(states):
        assert later.can_undo
        later.undo()
        assert pieces.sheet.data == state
    later.undo()
    assert pieces.sheet.data == states[0]
    assert pieces.can_undo


def test_what_cannot_be_is_said_and_changes_nothing(pieces: Pieces) -> None:
    before, (heard, said, link, _) = pieces.sheet.data, pieces.all()
    with pytest.raises(LifelineError, match="not a web address"):
        pieces.correct(link, "link", "no address", TODAY)
    with pytest.raises(LifelineError, match="With it stands one of that kind already"):
        pieces.correct(said, "link", "https://example.org/b", TODAY)
    gone = Piece(heard.place, {"says": "something else"}, "says")
    with pytest.raises(LifelineError, match="no longer there"):
        pieces.take_out(gone)
    assert pieces.sheet.data == before


def test_nothing_changes_where_one_is_corrected_into_itself(pieces: Pieces) -> None:
    for piece in pieces.all():
        day = date.fromisoformat(piece.day) if piece.day else None
        pieces.correct(piece, piece.kind, f" {piece.line} ", day)
    assert text(pieces) == LONG + REST
    assert not pieces.can_undo


def test_beside_a_question_of_which_nothing_is_said_there_are_none(ngc: CompiledSet) -> None:
    pieces = pieces_of(sheet_of(ngc, REST), "entry")
    assert not pieces.all()
    pieces.add("says", "seen", None)
    assert told(pieces) == [("says", "seen", "2026-11-22", False)]


def test_what_another_program_left_is_not_taken_back(pieces: Pieces) -> None:
    pieces.add("says", "new", None)
    later = Pieces(pieces.way, pieces.number)
    later.way.take_over(pieces.sheet.data)
    assert not later.can_undo


# ---- the laws of backing


def answered(pieces: Pieces, typed: str) -> None:
    sheet = pieces.sheet
    sheet.answer(pieces.number, value_typed(sheet.question(pieces.number), typed))


@pytest.mark.parametrize("is_corrected", [True, False])
def test_what_is_left_or_corrected_was_still_given_for_the_other_answer(
    ngc: CompiledSet, is_corrected: bool
) -> None:
    pieces = pieces_of(sheet_of(ngc, REST), "used")
    answered(pieces, "yes")
    first = pieces.all()[0]
    if is_corrected:
        pieces.correct(first, "link", "https://example.org/a", TODAY)
    else:
        pieces.take_out(first)
    was = pieces.sheet.outlived(pieces.number)
    assert was is not None and was.value == (0,)
    answered(pieces, "no")
    assert pieces.sheet.outlived(pieces.number) is None


def test_what_is_left_backs_an_answer_that_somebody_stood_by(ngc: CompiledSet) -> None:
    pieces = pieces_of(sheet_of(ngc, REST), "used")
    answered(pieces, "yes")
    pieces.sheet.keep_evidence(pieces.number)
    pieces.take_out(pieces.all()[0])
    assert pieces.sheet.outlived(pieces.number) is None


def test_who_stands_by_what_is_left_has_not_stood_by_what_went(ngc: CompiledSet) -> None:
    pieces = pieces_of(sheet_of(ngc, REST), "used")
    answered(pieces, "yes")
    pieces.take_out(pieces.all()[0])
    pieces.sheet.keep_evidence(pieces.number)
    pieces.undo()
    assert len(pieces.all()) == 2
    assert pieces.sheet.outlived(pieces.number)


def test_taking_a_new_piece_out_again_leaves_the_old_ones_given_for_the_other_answer(
    ngc: CompiledSet,
) -> None:
    pieces = pieces_of(sheet_of(ngc, REST), "used")
    answered(pieces, "yes")
    pieces.add("measurement", "seen now", None)
    assert pieces.sheet.outlived(pieces.number) is None
    pieces.take_out(pieces.all()[-1])
    assert pieces.sheet.outlived(pieces.number)


def test_beside_an_open_answer_what_the_rest_was_given_for_is_not_forgotten(
    ngc: CompiledSet,
) -> None:
    pieces = pieces_of(sheet_of(ngc, REST), "used")
    pieces.sheet.leave_open(pieces.number)
    pieces.take_out(pieces.all()[0])
    answered(pieces, "yes")
    assert pieces.sheet.outlived(pieces.number)


def test_what_is_left_of_evidence_for_the_answer_backs_it(ngc: CompiledSet) -> None:
    pieces = pieces_of(sheet_of(ngc, REST), "used")
    pieces.take_out(pieces.all()[0])
    assert pieces.sheet.outlived(pieces.number) is None
    answered(pieces, "yes")
    assert pieces.sheet.outlived(pieces.number)


# ---- an answer to an older question

OLD = """\
  used-in-earnest:
    answer: yes
    by: Ann
    note: old
    evidence: [{says: a, date: 2026-10-01}, {says: b, date: 2026-10-02}]
"""


def test_evidence_of_an_answer_to_an_older_question_comes_along(ngc: CompiledSet) -> None:
    pieces = pieces_of(sheet_of(ngc, OLD, version="0.1.0"), "used")
    assert [piece.line for piece in pieces.all()] == ["a", "b"]
    pieces.add("says", "c", None)
    answer = pieces.sheet.idea.answers[pieces.number]
    assert [piece.line for piece in pieces.all()] == ["a", "b", "c"]
    assert (answer.value, answer.by, answer.note) == ((1,), "Ann", "old")
    assert OLD in pieces.sheet.data.decode()


def test_it_can_be_taken_out_to_the_last(ngc: CompiledSet) -> None:
    pieces = pieces_of(sheet_of(ngc, OLD, version="0.1.0"), "used")
    pieces.take_out(pieces.all()[0])
    assert [piece.line for piece in pieces.all()] == ["b"]
    pieces.take_out(pieces.all()[0])
    assert not pieces.all()
    assert not pieces.sheet.idea.answers[pieces.number].evidence
