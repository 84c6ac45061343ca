"""Sets that stand on others: what is taken over, what is off, and what goes in a circle."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lifeline.compiling.store import build, key_of, load_set
from lifeline.errors import LifelineError
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.reading.sets import read_files
from tests.authored import Authored, dumped, files_of
from tests.compiling.farm import (
    CLAIMS,
    cap,
    farm,
    protection,
    quantity,
    question,
    rubric,
    rule,
)

BASE = farm(
    rubric(
        "garden",
        score="Fruit",
        questions=[
            question("soil", "choice", choices={"good": 1, "bad": 0}),
            question("rain", "yes-no", weight=1),
            question("fence", "yes-no"),
        ],
        protections=[protection("walled", {"fence": True})],
        rules=[
            rule("poor", when={"soil": "bad"}, cap=cap(3), unless={"walled": 12}),
            rule("dry", when={"rain": False}, cap=cap(6)),
        ],
    )
)
OWN_CLAIMS: Authored = {
    "claims-format": 1,
    "sources": [{"id": "N", "title": "Notes", "author": "Me", "date": "2026"}],
    "claims": [
        {
            "id": "N-1",
            "says": "Bees help.",
            "source": "N",
            "tag": "advice",
            "status": {"verdict": "holds", "date": "2026-11-22"},
        }
    ],
}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def farm_folder(tmp_path: Path) -> Path:
    return write(tmp_path / "farm", files_of(BASE, CLAIMS))


def head(name: str, base: str = "farm", **more: Any) -> Authored:
    return {
        "set-format": 1,
        "set": name,
        "version": "0.1.0",
        "title": "Mine",
        "extends": {"set": base, "version": "0.1.0"},
        **more,
    }


def extending(tmp_path: Path, *rubrics: Authored, **more: Any) -> CompiledSet:
    """Compile a set that extends the farm."""
    files = {f"{each['rubric']}.yaml": dumped(each) for each in rubrics}
    names = [each["rubric"] for each in rubrics]
    files["set.yaml"] = dumped(head("bees", rubrics=names, **more))
    if rubrics:
        files["claims.yaml"] = dumped(OWN_CLAIMS)
    folder = str(write(tmp_path / "bees", files))
    return build(folder, read_files(folder))


def ids(entries: list[dict[str, object]]) -> list[object]:
    return [entry["id"] for entry in entries]


def test_the_rubrics_of_the_extended_set_come_first(farm_folder: Path, tmp_path: Path) -> None:
    hive = rubric(
        "bees-hive",
        questions=[question("bees-hives", "yes-no", claims=["N-1"])],
        rules=[
            rule("alone", when={"bees-hives": False, "soil": "bad"}, cap=cap(0))
            | {"claims": ["N-1"]},
        ],
    )
    found = extending(tmp_path, hive)
    assert found["ids"] == ["garden/soil", "garden/rain", "garden/fence", "bees-hive/bees-hives"]
    assert ids(found["deciding"]["caps"]) == ["garden/poor", "garden/dry", "bees-hive/alone"]  # type: ignore[arg-type]
    assert found["extends"] == {"farm": "0.1.0"}
    assert {"S1-1", "N-1"} <= set(found["texts"]["claims"])


def test_a_set_may_only_change_another_and_add_nothing(farm_folder: Path, tmp_path: Path) -> None:
    found = extending(tmp_path)
    assert found["hashes"]["deciding"] == load_set(str(farm_folder))["hashes"]["deciding"]
    assert found["set"] == "bees"


def test_what_is_off_is_gone_and_is_passed_over_in_idea_files(
    farm_folder: Path, tmp_path: Path
) -> None:
    found = extending(
        tmp_path,
        overrides={"garden/dry": {"off": True}, "garden/rain": {"off": True}},
    )
    assert found["ids"] == ["garden/soil", "garden/fence"]
    assert ids(found["deciding"]["caps"]) == ["garden/poor"]  # type: ignore[arg-type]
    assert list(found["retired"]["questions"]) == ["rain"]
    assert list(found["retired"]["rules"]) == ["garden/dry"]
    assert found["retired"]["questions"]["rain"]["off"] == "bees"
    assert found["retired"]["rules"]["garden/dry"]["off"] == "bees"
    assert found["deciding"]["scores"][0]["parts"] == [(0, 1.0)]


OFF = {"garden/dry": {"off": True}, "garden/rain": {"off": True}, "garden/late": {"off": True}}


def with_a_finding(tmp_path: Path) -> None:
    late = rubric("late", rules=[rule("late", finding="warning")])
    garden = BASE["rubrics"][0]
    late_too = {**garden, "rules": [*garden["rules"], rule("late", finding="warning")]}
    write(tmp_path / "farm", files_of(farm(late_too, late), CLAIMS))


def test_an_answer_to_a_question_that_is_off_is_passed_over_and_not_called_retired(
    tmp_path: Path,
) -> None:
    with_a_finding(tmp_path)
    found = extending(tmp_path, version="2.1.0", overrides=OFF)
    text = b"lifeline: 1\nidea: Figs\nassessed: 2026-11-01\nset: {bees: 2.0.0}\nanswers:\n"
    (older, note) = read_idea(text + b"  soil: good\n  rain: no\n", "figs.yaml", found).notes
    assert (note.rule, note.line, note.column, note.answer) == ("set/other", 7, 3, "")
    assert note.message == ("1 answer does not count, as bees switches off what it is about: rain.")
    assert note.remedy == ("Nothing is to be done: it counts where a set judges that has it on.")
    assert older.message.endswith("No answer here was retired since.")


def test_a_waiver_of_a_finding_that_is_off_is_passed_over_as_well(
    tmp_path: Path,
) -> None:
    with_a_finding(tmp_path)
    found = extending(tmp_path, overrides=OFF | {"late": {"off": True}})
    until = b"{reason: known, until: 2027-01-01}\n"
    waivers = b"waivers:\n  garden/late: %s  late/late: %s" % (until, until)
    idea = read_idea(b"lifeline: 1\nidea: Figs\n" + waivers, "figs.yaml", found)
    (note,) = idea.notes
    assert not idea.waivers
    assert (note.rule, note.line, note.column, note.answer) == ("set/other", 4, 3, "")
    assert note.message == (
        "2 waivers do not count, as bees switches off what they are about: garden/late, late/late."
    )
    assert note.remedy.endswith("they count where a set judges that has it on.")


def test_what_is_wrong_with_a_waiver_is_told_also_where_its_finding_is_off(tmp_path: Path) -> None:
    with_a_finding(tmp_path)
    found = extending(tmp_path, overrides=OFF)
    text = b"lifeline: 1\nidea: Figs\nwaivers:\n  garden/late: {reason: known}\n"
    with pytest.raises(LifelineError, match=r"4:3: waivers\.garden/late"):
        read_idea(text, "figs.yaml", found)


def test_what_is_off_further_below_is_off_in_every_set_above(
    farm_folder: Path, tmp_path: Path
) -> None:
    off = {"garden/dry": {"off": True}, "garden/rain": {"off": True}}
    extending(tmp_path, overrides=off)
    top = write(tmp_path / "wax", {"set.yaml": dumped(head("wax", "bees"))})
    found = build(str(top), read_files(str(top)))["retired"]
    assert found["questions"]["rain"]["off"] == found["rules"]["garden/dry"]["off"] == "bees"


def test_a_set_that_changes_what_a_set_below_switches_off_is_told_that_it_is_off(
    farm_folder: Path, tmp_path: Path
) -> None:
    extending(tmp_path, overrides={f"garden/{id_}": {"off": True} for id_ in ("dry", "rain")})
    overrides = {"garden/rain": {"ask": "Rain?"}, "garden/dry": {"off": True}}
    top = write(tmp_path / "wax", {"set.yaml": dumped(head("wax", "bees", overrides=overrides))})
    with pytest.raises(LifelineError) as error:
        build(str(top), read_files(str(top)))
    assert [line.partition(": overrides.")[2] for line in str(error.value).splitlines()] == [
        f"{id_}: is off: bees switches it off under 'overrides.{id_}' in its set.yaml."
        " Take it out here, or leave it on there."
        for id_ in overrides
    ]


def test_a_protection_that_is_off_lifts_nothing(farm_folder: Path, tmp_path: Path) -> None:
    found = extending(tmp_path, overrides={"garden/walled": {"off": True}})
    assert found["deciding"]["protections"] == []
    assert found["deciding"]["caps"][0]["lifts"] == []


def test_what_is_off_counts_nowhere(tmp_path: Path) -> None:
    uses = [{"question": "soil"}, {"question": "rain", "weight": 2}]
    base = farm(*BASE["rubrics"], rubric("shed", score="Dry", uses=uses))
    write(tmp_path / "farm", files_of(base, CLAIMS))
    off = {"garden/rain": {"off": True}, "garden/dry": {"off": True}}
    found = extending(tmp_path, overrides=off)
    assert [score["parts"] for score in found["deciding"]["scores"]] == [[(0, 1.0)], [(0, 1.0)]]


def test_what_looks_at_something_off_is_told_where_that_was_put_off(tmp_path: Path) -> None:
    rules = [rule(f"r{n}", when={"soil": "bad"}, finding="note") for n in range(8)]
    base = farm(*BASE["rubrics"], rubric("shed", rules=rules))
    write(tmp_path / "farm", files_of(base, CLAIMS))
    with pytest.raises(LifelineError) as error:
        extending(tmp_path, overrides={"garden": {"off": True}})
    told = "soil is off, and is still looked at by shed/r0, shed/r1, shed/r2, shed/r3, shed/r4,"
    assert str(error.value).endswith(
        f": overrides.garden: {told} shed/r5 and 2 more. Put these off as well."
    )


def test_a_quantity_that_is_off_and_still_looked_at_is_told(tmp_path: Path) -> None:
    tank = rubric(
        "tank",
        questions=[question("litres", "number")],
        quantities=[quantity("rest", "month", difference=["litres", 1])],
    )
    shed = rubric("shed", rules=[rule("empty", when={"rest": {"below": 3}}, finding="note")])
    write(tmp_path / "farm", files_of(farm(tank, shed), CLAIMS))
    with pytest.raises(LifelineError) as error:
        extending(tmp_path, overrides={"tank": {"off": True}})
    told = "overrides.tank: rest is off, and is still looked at by shed/empty."
    assert told in str(error.value)


def well(tmp_path: Path) -> None:
    """Write a set in which rules look at a question by way of two quantities."""
    tank = rubric(
        "tank",
        questions=[question("litres", "number"), question("depth", "number")],
        quantities=[
            quantity("rest", "month", difference=["litres", 1]),
            quantity("reserve", "month", difference=["rest", 1]),
        ],
        rules=[rule("low", when={"litres": {"below": 3}}, finding="note")],
    )
    rules = [
        rule("empty", when={"rest": {"below": 3}}, finding="note"),
        rule("dry", when={"reserve": {"below": 3}}, finding="note"),
    ]
    shed = rubric("shed", when={"litres": {"below": 9}}, rules=rules)
    write(tmp_path / "farm", files_of(farm(tank, shed), CLAIMS))


def test_what_looks_at_something_off_through_quantities_is_told_as_that_can_be_put_off(
    tmp_path: Path,
) -> None:
    well(tmp_path)
    with pytest.raises(LifelineError) as error:
        extending(tmp_path, overrides={"tank/litres": {"off": True}})
    told = "litres is off, and is still looked at by tank/low, shed/empty (through rest),"
    assert str(error.value).endswith(
        f": overrides.tank/litres: {told} shed/dry (through reserve), shed. Put these off as well."
    )


def test_all_quantities_are_gone_through_by_which_a_rule_looks_at_something_off(
    tmp_path: Path,
) -> None:
    asked = ("litres", "depth", "level")
    tank = rubric(
        "tank",
        questions=[question(id_, "number") for id_ in asked],
        quantities=[quantity(f"{id_}-left", "month", difference=[id_, 1]) for id_ in asked],
    )
    short = [{f"{id_}-left": {"below": 3}} for id_ in asked]
    shed = rubric("shed", rules=[rule("short", when={"all": short}, finding="note")])
    write(tmp_path / "farm", files_of(farm(tank, shed), CLAIMS))
    with pytest.raises(LifelineError) as error:
        extending(tmp_path, overrides={f"tank/{id_}": {"off": True} for id_ in asked})
    told = re.findall(r"(\S+) is off, and is still looked at by (.*)\. Put", str(error.value))
    assert told == [(id_, f"shed/short (through {id_}-left)") for id_ in asked]


def test_quantities_of_something_off_go_with_it(tmp_path: Path) -> None:
    well(tmp_path)
    off = {id_: {"off": True} for id_ in ("tank/litres", "tank/low", "shed")}
    found = extending(tmp_path, overrides=off)
    assert found["ids"] == ["tank/depth"]
    assert sorted(found["retired"]["rules"]) == ["shed/dry", "shed/empty", "tank/low"]


def test_a_set_that_names_what_it_switches_off_is_told_that_it_does(
    farm_folder: Path, tmp_path: Path
) -> None:
    garden = BASE["rubrics"][0]
    wet = quantity("wet", "month", difference=["inches", 1])
    more = [question("inches", "number"), *garden["questions"]]
    files = files_of(farm(garden | {"questions": more, "quantities": [wet]}), CLAIMS)
    for file, data in files.items():
        (farm_folder / file).write_bytes(data)
    off = ("rain", "dry", "inches", "walled")
    hive = rubric(
        "bees-hive",
        score="Honey",
        uses=[{"question": "rain"}],
        questions=[question("bees-hives", "yes-no", weight=1)],
        quantities=[quantity("bees-wet", "month", sum=["inches", 2])],
        rules=[
            rule("r1", when={"rain": True}, cap=cap(0), unless={"walled": 12}),
            rule("r2", when={"bees-wet": {"below": {"quantity": "wet"}}}, finding="note"),
            rule("r3", when={"inches": {"below": {"clock": "lifeline"}}}, finding="note"),
        ],
    )
    retired = [{"id": "bees-old", "in": "0.1.0", "use": "rain"}]
    retired += [{"id": "bees-hive/old", "in": "0.1.0", "use": "garden/dry"}]
    with pytest.raises(LifelineError) as error:
        extending(
            tmp_path,
            hive,
            overrides={f"garden/{id_}": {"off": True} for id_ in off},
            retired=retired,
        )
    off_by = r": (\S+): '(\S+)' is off: bees switches it off under (\S+) "
    told = re.findall(off_by, str(error.value))
    assert sorted(told) == [
        ("quantities[0].formula.sum[0]", "inches", "'overrides.garden/inches'"),
        ("retired[0].use", "rain", "'overrides.garden/rain'"),
        ("retired[1].use", "garden/dry", "'overrides.garden/dry'"),
        ("rules[0].unless.walled", "walled", "'overrides.garden/walled'"),
        ("rules[0].when.rain", "rain", "'overrides.garden/rain'"),
        ("rules[1].when.bees-wet.below.quantity", "wet", "'overrides.garden/inches'"),
        ("rules[2].when.inches", "inches", "'overrides.garden/inches'"),
        ("uses[0].question", "rain", "'overrides.garden/rain'"),
    ]
    assert str(error.value).count("Take it out here, or leave it on there.") == len(told)


def test_a_rule_that_is_off_is_no_question_of_that_name(tmp_path: Path) -> None:
    shed = rubric("shed", rules=[rule("rain", finding="note")])
    write(tmp_path / "farm", files_of(farm(*BASE["rubrics"], shed), CLAIMS))
    with pytest.raises(LifelineError) as error:
        extending(tmp_path, overrides={"shed/rain": {"off": True}, "garden/rain": {"off": True}})
    (line,) = str(error.value).splitlines()
    assert "overrides.garden/rain: rain is off, and is still looked at by garden/dry." in line


def test_a_set_retires_its_own_ids_and_those_that_it_puts_off(
    farm_folder: Path, tmp_path: Path
) -> None:
    hive = rubric("bees-hive", questions=[question("bees-hives", "yes-no", claims=["N-1"])])
    old = {"id": "bees-swarms", "in": "0.1.0", "use": "bees-hives", "map": "same"}
    off = {"garden/rain": {"off": True}, "garden/dry": {"off": True}}
    found = extending(tmp_path, hive, overrides=off, retired=[old])
    assert sorted(found["retired"]["questions"]) == ["bees-swarms", "rain"]


def test_a_rubric_can_be_off_as_a_whole(farm_folder: Path, tmp_path: Path) -> None:
    hive = rubric("bees-hive", questions=[question("bees-hives", "yes-no", claims=["N-1"])])
    found = extending(tmp_path, hive, overrides={"garden": {"off": True}})
    assert found["ids"] == ["bees-hive/bees-hives"]
    assert sorted(found["retired"]["questions"]) == ["fence", "rain", "soil"]
    assert sorted(found["retired"]["rules"]) == ["garden/dry", "garden/poor", "garden/walled"]


def test_weights_and_texts_are_those_of_the_set_that_extends(
    farm_folder: Path, tmp_path: Path
) -> None:
    found = extending(
        tmp_path,
        gate={"min-months": 3},
        overrides={
            "garden/soil": {"weight": 5, "ask": "Soil?", "labels": {"bad": "Poor"}},
            "garden/dry": {"remedy": "Wait."},
            "garden": {"title": "Yard"},
        },
    )
    texts = found["texts"]
    assert found["deciding"]["scores"][0]["parts"][0] == (0, 5.0)
    assert texts["questions"]["garden/soil"]["ask"] == "Soil?"
    assert texts["questions"]["garden/soil"]["labels"] == {"good": "This", "bad": "Poor"}
    assert texts["reasons"]["garden/dry"]["remedy"] == "Wait."
    assert texts["rubrics"]["garden"]["title"] == "Yard"
    assert found["deciding"]["gate"]["min_months"] == 3


def test_a_chain_of_sets_stands_on_each_other(farm_folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "bees", {"set.yaml": dumped(head("bees"))})
    top = write(tmp_path / "wax", {"set.yaml": dumped(head("wax", "bees"))})
    found = build(str(top), read_files(str(top)))
    assert found["extends"] == {"bees": "0.1.0", "farm": "0.1.0"}
    assert len(found["ids"]) == 3


def test_sets_that_extend_each_other_are_told(tmp_path: Path) -> None:
    write(tmp_path / "bees", {"set.yaml": dumped(head("bees", "wax"))})
    top = write(tmp_path / "wax", {"set.yaml": dumped(head("wax", "bees"))})
    with pytest.raises(LifelineError, match="extends 'wax', and so itself: that goes in a circle"):
        read_files(str(top))


@pytest.mark.parametrize("name", ["nowhere", "../farm", "/etc", ""])
def test_a_set_that_is_not_there_is_told(name: str, farm_folder: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "bees", {"set.yaml": dumped(head("bees", name))})
    with pytest.raises(LifelineError):
        build(str(folder), read_files(str(folder)))


def test_what_is_wrong_in_the_extended_set_is_told_at_its_place(
    farm_folder: Path, tmp_path: Path
) -> None:
    (farm_folder / "garden.yaml").write_bytes(b"rubric-format: 1\n")
    folder = write(tmp_path / "bees", {"set.yaml": dumped(head("bees"))})
    with pytest.raises(LifelineError) as error:
        build(str(folder), read_files(str(folder)))
    assert str(error.value).startswith(f"{farm_folder / 'garden.yaml'}:1:1: rubric: is missing.")


def test_a_change_of_the_extended_set_is_seen(farm_folder: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "bees", {"set.yaml": dumped(head("bees"))})
    before = key_of(read_files(str(folder)))
    with (farm_folder / "garden.yaml").open("ab") as file:
        file.write(b"# later\n")
    assert key_of(read_files(str(folder))) != before


def test_the_folder_of_the_extended_set_has_its_name(farm_folder: Path, tmp_path: Path) -> None:
    farm_folder.rename(tmp_path / "meadow")
    folder = write(tmp_path / "bees", {"set.yaml": dumped(head("bees", "meadow"))})
    with pytest.raises(LifelineError) as error:
        build(str(folder), read_files(str(folder)))
    told = "'meadow' is the folder of a set that is called farm. Expected the same name for both."
    assert re.fullmatch(rf".*set\.yaml:6:3: extends\.set: {told}", str(error.value))


def test_what_was_retired_in_favour_of_something_off_leads_nowhere(tmp_path: Path) -> None:
    retired = [
        {"id": "ground", "in": "0.1.0", "use": "rain", "map": "same"},
        {"id": "rain.drizzle", "in": "0.1.0", "use": "soil"},
        {"id": "soil.sandy", "in": "0.1.0", "use": ["soil.bad", "rain"]},
        {"id": "garden/drought", "in": "0.1.0", "use": "garden/dry"},
        {"id": "garden/barren", "in": "0.1.0", "use": "garden/poor"},
        {"id": "garden/hedged", "in": "0.1.0", "use": "garden/walled"},
    ]
    base = farm(*BASE["rubrics"])
    base["set"]["retired"] = retired
    write(tmp_path / "farm", files_of(base, CLAIMS))
    off = {f"garden/{id_}": {"off": True} for id_ in ("rain", "dry", "walled")}
    found = extending(tmp_path, overrides=off)["retired"]
    assert found["questions"]["ground"]["use"] is None
    assert "rain" not in found["choices"]
    sandy = found["choices"]["soil"]["sandy"]
    assert (sandy["use"], sandy["look_at"]) == (["bad"], [])
    assert found["rules"]["garden/drought"]["use"] is None
    assert found["rules"]["garden/hedged"]["use"] is None
    assert found["rules"]["garden/barren"]["use"] == "garden/poor"


def test_what_is_retired_stays_so_where_a_rubric_or_a_quantity_of_that_name_is_off(
    tmp_path: Path,
) -> None:
    tank = rubric(
        "tank",
        questions=[question("litres", "number"), question("spare", "number")],
        quantities=[quantity("rest", "month", difference=["litres", "spare"])],
        rules=[rule("low", when={"soil": "bad"}, finding="note")],
    )
    alike = [rubric(id_, questions=[question(f"{id_}s", "yes-no")]) for id_ in ("soil", "mud")]
    base = farm(*BASE["rubrics"], tank, *alike)
    base["set"]["retired"] = [
        {"id": "ground", "in": "0.1.0", "use": "soil", "map": "same"},
        {"id": "mud", "in": "0.1.0", "use": "rain", "map": "same"},
        {"id": "tank/rest", "in": "0.1.0", "use": "tank/low"},
    ]
    folder = str(write(tmp_path / "farm", files_of(base, CLAIMS)))
    before = build(folder, read_files(folder))["retired"]
    off = {id_: {"off": True} for id_ in ("soil", "mud", "tank/litres")}
    after = extending(tmp_path, overrides=off)["retired"]
    assert {id_: after["questions"].get(id_) for id_ in before["questions"]} == before["questions"]
    assert after["rules"] == before["rules"]


def test_a_rule_that_is_off_is_no_protection_of_that_name(tmp_path: Path) -> None:
    shed = rubric("shed", rules=[rule("walled", finding="note"), rule("rain", finding="note")])
    base = farm(*BASE["rubrics"], shed)
    write(tmp_path / "farm", files_of(base, CLAIMS))
    off = {"shed/walled": {"off": True}, "shed/rain": {"off": True}}
    found = extending(tmp_path, overrides=off)
    assert found["deciding"]["caps"][0]["lifts"] == [(0, 12)]


def test_the_gate_and_how_long_a_conclusion_holds_are_taken_over(tmp_path: Path) -> None:
    base = farm(*BASE["rubrics"])
    base["set"] |= {"gate": {"min-months": 3}, "valid-for": 30}
    write(tmp_path / "farm", files_of(base, CLAIMS))
    found = extending(tmp_path)
    assert found["deciding"]["gate"]["min_months"] == 3
    assert found["valid_for"] == 30


def test_a_rubric_whose_name_ends_like_that_of_the_set_file_is_none(tmp_path: Path) -> None:
    base = farm(rubric("dataset", questions=[question("soil", "yes-no")]))
    write(tmp_path / "farm", files_of(base, CLAIMS))
    assert extending(tmp_path)["ids"] == ["dataset/soil"]
