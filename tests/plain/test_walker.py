"""A plain talk from the first question to the verdict: what is typed, said and saved."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import OPEN
from lifeline.plain.console import Console
from lifeline.plain.saver import Saver
from lifeline.plain.telling import Teller
from lifeline.plain.walker import PlainWalker
from lifeline.reading.idea import read_idea
from lifeline.reading.saving import disk
from lifeline.reading.saving.open_file import OpenFile
from lifeline.report.terminal import Terminal
from lifeline.scoring.assess import Assessor
from lifeline.walk.beginning import way_through
from lifeline.walk.commands import AT_QUESTION, AT_REVIEW, command_typed
from lifeline.walk.typed import LETTERS
from tests.authored import compiled
from tests.reference.strategies import claims_for
from tests.report.test_template import unasking_set

TODAY = date(2026, 11, 22)

Talk = Callable[..., str]


@pytest.fixture
def talk(ngc: CompiledSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assessor = Assessor(ngc)
    more: dict[str, Any] = {name: lambda name=name: [f"({name})"] for name in ("why", "verdict")}
    more["result"] = lambda: ["(result)"]

    def said(*lines: str, quick: bool = False, path: str = "idea.yaml", choosing: str = "") -> str:
        file = OpenFile(path)
        data = file.held or b""
        way = way_through(assessor, data, path, TODAY, kept=file.kept(), quick=quick)
        stream = io.StringIO()
        typed = io.StringIO("".join(f"{line}\n" for line in lines))
        console = Console(typed, Terminal(stream, choosing))
        PlainWalker(console, Saver(console, way, file), more).walk()
        return stream.getvalue()

    return said


def test_where_nothing_is_asked_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    rubric_set = unasking_set()
    assessor = Assessor(compiled(rubric_set, claims_for(rubric_set)))
    way = way_through(assessor, b"", "idea.yaml", TODAY, kept=None)
    told = "\n".join(Teller(Terminal(io.StringIO()), assessor.compiled).review(way))
    assert told == "\nNo question is asked, so this is what is said of any product."


def answers(ngc: CompiledSet, path: str = "idea.yaml") -> dict[str, Any]:
    idea = read_idea(Path(path).read_bytes(), path, ngc)
    return {ngc["ids"][number]: answer for number, answer in idea.answers.items()}


def test_answers_are_saved_and_the_next_question_is_asked(talk: Talk, ngc: CompiledSet) -> None:
    said = talk("b", "a", "q")
    assert "Question 1 of 14" in said
    assert "Question 3 of 14" in said
    assert "Everything is saved in idea.yaml." in said
    assert list(answers(ngc)) == ["lifeline/foundation", "lifeline/entry"]


@pytest.mark.parametrize("typed", ["yes or no", "a|b", "no/yes"])
def test_yes_or_no_is_saved_as_not_known(talk: Talk, ngc: CompiledSet, typed: str) -> None:
    said = talk("r", "used", typed, "q")
    assert "Type a letter, A or B; unknown if you do not know. Help: ?" in said
    assert "The range stays" in said
    assert answers(ngc)["lifeline/used"].state == OPEN
    assert "used: unknown" in Path("idea.yaml").read_text()


def test_whoever_comes_back_goes_on_where_they_left(talk: Talk) -> None:
    talk("b", "a", "q")
    said = talk("q")
    assert "Question 3 of 14" in said
    assert "Question 1 of 14" not in said


def test_a_new_file_begins_at_the_first_question_also_where_one_of_its_name_was(
    talk: Talk,
) -> None:
    talk("b", "a", "q")
    Path("idea.yaml").unlink()
    assert "Question 1 of 14" in talk("q")


def test_a_file_in_which_all_was_taken_back_is_still_the_same(talk: Talk) -> None:
    talk("b", "undo", "s", "s", "q")
    assert "Question 3 of 14" in talk("q")


def test_what_was_done_before_can_be_taken_back_later(talk: Talk, ngc: CompiledSet) -> None:
    talk("b", "a", "q")
    said = talk("undo", "undo", "undo", "redo", "q")
    assert "There is nothing to take back." in said
    assert list(answers(ngc)) == ["lifeline/foundation"]


def test_the_end_of_what_is_typed_loses_nothing(talk: Talk, ngc: CompiledSet) -> None:
    talk("b")
    assert list(answers(ngc)) == ["lifeline/foundation"]


def test_nothing_is_written_before_anything_is_said(talk: Talk) -> None:
    talk("s", "k", "?", "why", "q")
    assert not Path("idea.yaml").exists()


def test_what_is_no_answer_is_told_and_the_question_stands(talk: Talk, ngc: CompiledSet) -> None:
    said = talk("maybe", "b", "q")
    assert "'maybe' is no answer here. Expected a letter from A to D." in said
    assert list(answers(ngc)) == ["lifeline/foundation"]


def test_each_move_of_the_range_is_said(talk: Talk) -> None:
    said = " ".join(talk("c", "c", "c", "c", "q").split())
    assert "The range stays: 3 to 12 or more months." in said
    assert "The range is now 3 to 6 months; it was 3 to 12 or more months." in said


def test_the_review_lists_open_questions_first_and_leads_to_each(talk: Talk) -> None:
    said = talk("b", "u", "r", "2", "q")
    listed = said[said.index("All 14 questions:") :]
    assert listed.index("reach: not answered yet") < listed.index("foundation: own-model")
    assert "entry: not known" in listed
    assert listed.count("(entry)") == 1


def test_after_the_last_question_comes_the_review_with_the_verdict(talk: Talk) -> None:
    said = talk(*["u"] * 14, "q")
    assert "(verdict)" in said
    assert "Further questions, if you like" in said


def test_a_further_set_of_questions_can_be_begun(talk: Talk) -> None:
    said = talk("r", "add fine-tuning", "q")
    assert "Fine-tuning" in said
    assert "(tunes)" in said
    assert not Path("idea.yaml").exists()
    assert "fine-tuning" in talk("r", "add fine-tuning", "a", "r", "q")
    assert "fine-tuning" not in talk("r", "q").split("Further questions")[1]


def test_a_note_and_evidence_stand_beside_the_answer(talk: Talk, ngc: CompiledSet) -> None:
    talk(
        "note first thought", "evidence", "b", "https://example.org/a", "2026-11-01", "by Ana", "q"
    )
    answer = answers(ngc)["lifeline/foundation"]
    assert (answer.note, answer.by) == ("first thought", "Ana")
    assert answer.evidence == [(2, date(2026, 11, 1))]
    assert b"answer: later" in Path("idea.yaml").read_bytes()


def test_evidence_of_no_day_is_not_written(talk: Talk) -> None:
    said = talk("evidence", "a", "they said so", "yesterday", "q")
    assert "'yesterday' is no day such as 2026-11-22. Nothing was written." in said
    assert not Path("idea.yaml").exists()


@pytest.mark.parametrize(
    ("typed", "told", "is_left"),
    [
        ("yes", "The evidence is taken out.", False),
        ("no", "The evidence stays, and backs the new answer.", True),
        ("", "The evidence stays, and backs the new answer.", True),
        ("b", "'b' is neither yes nor no: it was not taken.", True),
    ],
)
def test_evidence_for_another_answer_is_asked_about(
    talk: Talk, ngc: CompiledSet, typed: str, told: str, is_left: bool
) -> None:
    talk("b", "k", "evidence", "c", "seen [twice]", "2026-11-01", "q")
    said = talk("r", "go foundation", "c", typed, "q")
    heard = " ".join(said.split())
    assert "foundation: you now answer others-models. This evidence was given for" in heard
    assert "- seen [twice], date 2026-11-01" in said
    assert told in said
    answer = answers(ngc)["lifeline/foundation"]
    assert bool(answer.evidence) == is_left
    assert "lifeline/entry" not in answers(ngc)


BACKED = """\
lifeline: 1
idea: One
assessed: 2026-05-20
answers:
  foundation:   # asked by Li
    answer: other-makers
    evidence:
      - {date: 2026-05-01, says: 'heard [b]it'}   # at lunch
      - link: https://example.org/a
        says: >-
          told on the
          telephone
      - {measurement: seen, date: 2026-05-03}
"""


@pytest.fixture
def change(talk: Talk, ngc: CompiledSet) -> Callable[..., tuple[str, str]]:
    """Give what types lines at the evidence of an answer: what is said then, and the file."""
    text = BACKED.replace("other-makers", list(ngc["deciding"]["questions"][0]["choices"])[1])
    head = f"assessed: 2026-05-20\nset: {{ngc: {ngc['version']}}}\n"
    text = text.replace("assessed: 2026-05-20\n", head)

    def changed(*lines: str) -> tuple[str, str]:
        Path("idea.yaml").write_text(text, encoding="utf-8")
        said = talk("r", "go foundation", "evidence", *lines, "q")
        return said, Path("idea.yaml").read_text(encoding="utf-8").replace(text, BACKED)

    return changed


Change = Callable[..., tuple[str, str]]


def test_the_pieces_of_evidence_are_told_by_number_with_what_can_be_done(change: Change) -> None:
    said, _ = change("")
    assert "  1. Somebody says so, 2026-05-01: heard [b]it\n" in said
    assert "  2. A link, without a day: https://example.org/a\n" in said
    assert "  3. With it, somebody says so: told on the telephone\n" in said
    assert "  4. A measurement, 2026-05-03: seen\n" in said
    assert "To correct one, type its number, such as 1; to take it out, out 1. Or add one:" in said


@pytest.mark.parametrize("typed", ["out 4", "take out 4", "OUT  4", "out4"])
def test_a_piece_is_taken_out_by_its_number_and_undo_brings_it_back(
    change: Change, typed: str
) -> None:
    said, held = change(typed)
    assert "It is taken out. To bring it back, type undo." in said
    assert "telephone" in held
    assert "seen" not in held
    assert change(typed, "undo")[1] == BACKED


def test_a_piece_is_corrected_line_by_line(change: Change) -> None:
    said, held = change("1", "c", "heard twice", "2026-05-02")
    assert "You correct this one. Where you type nothing, it stays as it is." in said
    assert "It is corrected. To take that back, type undo." in said
    assert "      - {date: 2026-05-02, measurement: 'heard twice'}   # at lunch\n" in held
    assert change("1", "c", "heard twice", "2026-05-02", "z")[1] == BACKED


@pytest.mark.parametrize("number", ["1", "2", "3", "4"])
def test_where_nothing_is_typed_a_piece_stays_as_it_is(change: Change, number: str) -> None:
    said, held = change(number, "", "", "")
    assert "Nothing was changed." in said
    assert held == BACKED


def test_only_what_is_typed_is_corrected(change: Change) -> None:
    _, held = change("3", "", "", "2026-05-02")
    assert "told on the\n          telephone\n        date: 2026-05-02\n" in held
    _, held = change("2", "", "https://example.org/b", "")
    assert "- link: https://example.org/b\n        says: >-\n" in held
    assert "date: 2026-05-02" not in held


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["5"], "Expected A, B or C, or a number of the list: 1, or out 1."),
        (["0"], "Expected A, B or C, or a number of the list: 1, or out 1."),
        (["out"], "Expected A, B or C, or a number of the list: 1, or out 1."),
        (["outside"], "Expected A, B or C, or a number of the list: 1, or out 1."),
        (["1", "x"], "Expected A, B or C."),
        (["1", "", "", "soon"], "'soon' is no day such as 2026-11-22."),
        (["2", "", "none", ""], "is not a web address"),
        (["2", "a", "", ""], "With it stands one of that kind already"),
        (["1", "", "new"], ""),
    ],
)
def test_what_cannot_be_done_with_a_piece_is_told_and_nothing_changes(
    change: Change, lines: list[str], told: str
) -> None:
    said, held = change(*lines)
    assert told in " ".join(said.split())
    assert held == BACKED


def test_the_only_piece_needs_no_number_to_be_taken_out(talk: Talk) -> None:
    talk("evidence", "a", "told so", "", "q")
    said = talk("r", "go foundation", "evidence", "out", "q")
    assert "It is taken out." in said
    assert "told so" not in Path("idea.yaml").read_text()


def test_more_can_be_added_to_the_pieces_there_are(change: Change) -> None:
    _, held = change("b", "https://example.org/b", "2026-05-04")
    assert held == f'{BACKED}      - {{link: "https://example.org/b", date: 2026-05-04}}\n'


OLD = "lifeline: 1\nidea: One\nassessed: 2026-05-20\nanswers: {entry: not-yet}\n"


@pytest.mark.parametrize(("typed", "is_dated"), [("yes", True), ("no", False), ("", False)])
def test_answers_are_dated_today_by_whoever_is_sure(talk: Talk, typed: str, is_dated: bool) -> None:
    Path("idea.yaml").write_text(OLD)
    said = " ".join(talk("r", "today", typed, "q").split())
    assert "Your answers describe 20 May 2026. Months count from that day." in said
    assert "Are all of them true on 22 November 2026, too? Yes or no?" in said
    assert ("Your answers describe 22 November 2026." in said) == is_dated
    assert ("Nothing was changed." in said) != is_dated
    assert ("assessed: 2026-11-22" in Path("idea.yaml").read_text()) == is_dated


def test_t_tells_the_result_as_in_the_interface_and_changes_no_day(talk: Talk) -> None:
    Path("idea.yaml").write_text(OLD)
    assert talk("r", "t", "k", "t", "q").count("(result)") == 2
    assert Path("idea.yaml").read_text() == OLD


def test_the_quick_way_stops_where_the_verdict_is_clear(talk: Talk, ngc: CompiledSet) -> None:
    said = talk("b", "b", "b", "q", quick=True)
    assert "Quick way" in said
    assert "the 11 questions left can no longer change it" in " ".join(said.split())
    assert len(answers(ngc)) == 3


def test_a_file_changed_by_another_program_is_never_overwritten(talk: Talk) -> None:
    patch = pytest.MonkeyPatch()
    talk("b", "q")
    theirs = Path("idea.yaml").read_bytes() + b"# theirs\n"
    real = disk.save

    def save(path: str, data: bytes, expected: bytes | None) -> None:
        patch.undo()
        Path("idea.yaml").write_bytes(theirs)
        real(path, data, expected)

    patch.setattr("lifeline.reading.saving.open_file.save", save)
    said = talk("a", "b", "mine.yaml", "q")
    assert "another program has changed it" in " ".join(said.split())
    assert Path("idea.yaml").read_bytes() == theirs
    assert b"entry: not-yet" in Path("mine.yaml").read_bytes()


Meanwhile = Callable[[Callable[[], object]], None]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Let another program do something just before a talk saves for the first time."""

    def done(change: Callable[[], object]) -> None:
        def save(path: str, data: bytes, expected: bytes | None) -> None:
            monkeypatch.setattr("lifeline.reading.saving.open_file.save", disk.save)
            change()
            disk.save(path, data, expected)

        monkeypatch.setattr("lifeline.reading.saving.open_file.save", save)

    return done


def test_a_file_that_is_gone_is_saved_again_with_every_answer(
    talk: Talk, ngc: CompiledSet, meanwhile: Meanwhile
) -> None:
    talk("b", "a", "q")
    meanwhile(Path("idea.yaml").unlink)
    said = talk("c", "a", "undo", "q")
    assert "A. Save it there again. B. Save under another name." in said
    assert list(answers(ngc)) == ["lifeline/foundation", "lifeline/entry"]  # undo took the last


@pytest.mark.parametrize(("typed", "is_back"), [("a\n", True), ("", False)])
def test_a_file_that_is_gone_when_one_leaves_is_told(
    talk: Talk, ngc: CompiledSet, typed: str, is_back: bool
) -> None:
    talk("b", "q")
    file, stream = OpenFile("idea.yaml"), io.StringIO()
    assert file.held is not None
    way = way_through(Assessor(ngc), file.held, "idea.yaml", TODAY, kept=None)
    Path("idea.yaml").unlink()
    saver = Saver(Console(io.StringIO(typed), Terminal(stream)), way, file)
    saver.leave()
    assert "idea.yaml: it is no longer there." in stream.getvalue()
    assert ("Everything is saved" in stream.getvalue()) == saver.is_saved == is_back
    assert Path("idea.yaml").exists() == is_back


BROKEN = b"idea: A colleague typed a lot here\nsummary: [oops\n"


def test_a_file_that_cannot_be_read_any_more_is_neither_taken_nor_overwritten(
    talk: Talk, meanwhile: Meanwhile
) -> None:
    talk("b", "q")
    meanwhile(lambda: Path("idea.yaml").write_bytes(BROKEN))
    said = " ".join(talk("b", "a", "c", "b", "mine.yaml", "q").split())
    assert "is missing before this" in said
    assert "Not saved yet. You are asked again after the next change." in said
    assert Path("idea.yaml").read_bytes() == BROKEN
    assert b"entry: announced" in Path("mine.yaml").read_bytes()
    assert b"reach:" in Path("mine.yaml").read_bytes()


def test_what_another_program_wrote_is_taken_and_later_answers_go_on_from_it(
    talk: Talk, meanwhile: Meanwhile
) -> None:
    talk("b", "q")
    theirs = Path("idea.yaml").read_bytes() + b"# theirs\n"
    meanwhile(lambda: Path("idea.yaml").write_bytes(theirs))
    talk("b", "a", "c", "q")
    written = Path("idea.yaml").read_bytes()
    assert b"# theirs" in written
    assert b"entry" not in written
    assert b"reach:" in written


def test_another_name_is_asked_for_until_it_can_be_saved(talk: Talk, tmp_path: Path) -> None:
    (tmp_path / "closed").symlink_to(tmp_path / "nowhere" / "at-all")
    Path("there.yaml").write_text("mine")
    names = (str(tmp_path), "there.yaml", "closed/other.yaml", "elsewhere.yaml")
    said = " ".join(talk("b", "q", *names, path="closed/idea.yaml").split())
    assert "cannot be read: Is a directory." in said
    assert "there.yaml: there is a file of this name. Give another one." in said
    assert "Everything is saved in elsewhere.yaml." in said
    assert Path("there.yaml").read_text() == "mine"
    assert b"foundation: own-model" in Path("elsewhere.yaml").read_bytes()


def test_whoever_names_no_other_file_leaves_without_saving(talk: Talk, tmp_path: Path) -> None:
    (tmp_path / "closed").symlink_to(tmp_path / "nowhere" / "at-all")
    said = talk("b", "q", "", path="closed/idea.yaml")
    assert "Not saved. There is no such file." in said


def test_where_nothing_can_be_saved_it_is_said_and_nothing_is_lost(
    talk: Talk, tmp_path: Path
) -> None:
    (tmp_path / "closed").symlink_to(tmp_path / "nowhere" / "at-all")
    said = talk("b", "q", "elsewhere.yaml", path="closed/idea.yaml", choosing=" --set mine")
    assert "cannot be saved" in said
    assert "lifeline walk elsewhere.yaml --plain --set mine" in " ".join(said.split())
    assert b"foundation: own-model" in Path("elsewhere.yaml").read_bytes()


def test_no_command_is_a_letter_of_an_answer_and_none_is_like_another() -> None:
    for commands in (AT_QUESTION, AT_REVIEW):
        names = [name for command in commands for name in command.names()]
        assert len(names) == len(set(names))
        assert not {name.upper() for name in names} & set(LETTERS)


def test_where_a_word_is_an_answer_it_is_no_command() -> None:
    assert command_typed("y", AT_QUESTION, frozenset({"y"})) is None
    assert command_typed("y", AT_QUESTION) is not None
    assert command_typed("NOTE  Take Care", AT_QUESTION) == (
        next(command for command in AT_QUESTION if command.word == "note"),
        "Take Care",
    )


LINES = st.lists(
    st.sampled_from(
        ["a", "b", "c?", "u", "l", "s", "k", "o", "r", "1", "z", "y", "x", "t", "note hi"]
    )
    | st.text(max_size=12).map(lambda text: text.replace("\n", " ").replace("\r", " ")),
    max_size=12,
)


@given(lines=LINES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_whatever_is_typed_the_file_can_be_read_and_holds_what_was_said(
    talk: Talk, ngc: CompiledSet, lines: list[str]
) -> None:
    path = f"{len(list(Path().iterdir()))}.yaml"
    said = talk(*lines, path=path)
    assert said
    file = Path(path)
    if file.exists() and file.read_bytes():  # it is empty once everything is taken back
        answers(ngc, path)
    Path(path).touch()
