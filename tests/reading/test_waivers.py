"""Which waivers a file may have: one misspelt is a mistake, one of another set a warning."""

from __future__ import annotations

import pytest

from lifeline.errors import InvalidFile
from lifeline.model.words import PROGRAM_FINDINGS
from lifeline.reading import waivers
from lifeline.reading.idea import read_idea
from lifeline.reading.limits import LONGEST_WORD, MOST_FOUND, MOST_TOLD
from tests.authored import idea_file
from tests.compiling.farm import garden
from tests.reading.small import HEAD, problems, read

UNTIL = "{reason: agreed, until: 2023-12-31}"


def waiving(*rules: str) -> str:
    return f"{HEAD}waivers:\n" + "".join(f"  {rule}: {UNTIL}\n" for rule in rules)


def test_a_waiver_knows_where_it_stands() -> None:
    idea = read(
        f"{HEAD}\nwaivers:\n  # why\n  market/rosier: {UNTIL}\n  product/money-ends: {UNTIL}"
    )
    places = {rule: (waiver.line, waiver.column) for rule, waiver in idea.waivers.items()}
    assert places == {"market/rosier": (7, 3), "product/money-ends": (8, 3)}


def test_a_waiver_of_a_rubric_that_the_set_does_not_have_is_noted_and_waives_nothing() -> None:
    idea = read(waiving("product/money-ends", "garden/weeds"))
    assert list(idea.waivers) == ["product/money-ends"]
    (note,) = idea.notes
    assert (note.rule, note.line, note.column) == ("waiver/unknown", 6, 3)
    assert note.message == "small does not know 'garden/weeds', so the waiver does nothing."
    assert note.remedy == "Take it out of the file, or look for what you meant."


def test_a_rule_of_another_set_may_have_an_id_as_long_as_any_word() -> None:
    (note,) = read(waiving("garden/".ljust(LONGEST_WORD, "w"))).notes
    assert note.rule == "waiver/unknown"


@pytest.mark.parametrize(
    "rule",
    [
        "prodct/money-ends",  # near to one that is there
        "product/nothing-such",  # of a rubric that is there
        "product/nothing-protects",  # a cap
        "product/holds-a-network",  # a protection
        "waiver/unused",  # of the program, and not to be waived
        "set/older",
        "money",  # no id of a rule
        "Garden/weeds",
        "garden/".ljust(LONGEST_WORD + 1, "w"),
    ],
)
def test_any_other_word_is_a_mistake(rule: str) -> None:
    (problem,) = problems(waiving(rule))
    assert problem.startswith("5:3: waivers.")


def test_where_a_set_has_no_findings_those_of_the_program_are_expected() -> None:
    data = idea_file({}, waivers={"garden/weeds": {"reason": "agreed", "until": "2023-12-31"}})
    with pytest.raises(InvalidFile) as error:
        read_idea(data, "idea.yaml", garden())
    (problem,) = error.value.problems
    told = "'garden/weeds' is not a finding that can be waived. Expected one of the program's own"
    assert problem.message.startswith(f"{told}, such as {PROGRAM_FINDINGS[0]}.")


def test_a_waiver_of_a_set_that_the_file_names_is_not_noted() -> None:
    text = waiving("patient-money/cheap-to-wait").replace(
        "assessed", "set: {patient: 1.0.0}\nassessed"
    )
    assert not [note for note in read(text).notes if note.rule == "waiver/unknown"]


def test_what_stands_in_an_unknown_waiver_is_read_as_in_any_other() -> None:
    text = waiving("garden/weeds").replace("until", "til")
    assert "5:34: waivers.garden/weeds.til" in problems(text)[-1]


def test_of_very_many_only_the_first_are_compared_with_what_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []

    def hint(word: str, _known: list[str]) -> str:
        compared.append(word)
        return ""

    monkeypatch.setattr(waivers, "hint", hint)
    assert len(problems(waiving(*(f"x{n}/weeds" for n in range(5000))))) == MOST_TOLD + 1
    assert len(compared) <= MOST_TOLD + MOST_FOUND
