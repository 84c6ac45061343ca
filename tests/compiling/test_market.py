"""The compiled record of the market is kept like a set, and found again only where it is whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from lifeline.compiling import store
from lifeline.compiling.market import build_market, known_from, load_market, market_key
from lifeline.compiling.store import COMPILED_FILE, pack
from lifeline.errors import InvalidFiles
from lifeline.reading.keeping import platform_folder
from lifeline.reading.market import market_files
from tests.conftest import ROOT


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return Path(platform_folder("cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record that can be changed."""
    shutil.copytree(ROOT / "tests" / "good" / "market", tmp_path / "market")
    return tmp_path / "market"


def other(folder: Path) -> bytes:
    """Give the record as it is kept, with another title to know it by."""
    files = market_files(str(folder))
    found = build_market(str(folder), files)
    found["title"] = "Another"
    return pack(found, market_key(files))


def test_it_is_compiled_once(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_market(str(folder))
    monkeypatch.setattr("lifeline.compiling.market.build_market", None)
    assert load_market(str(folder)) == first
    assert len(os.listdir(cache)) == 1


def test_without_a_folder_it_is_the_shipped_record(cache: Path) -> None:
    assert load_market() == load_market(str(ROOT / "rubrics" / "market"))


def test_a_changed_file_is_never_served_from_the_cache(folder: Path, cache: Path) -> None:
    before = load_market(str(folder))
    head = folder / "market.yaml"
    head.write_bytes(head.read_bytes().replace(b"A small record", b"A tiny record"))
    after = load_market(str(folder))
    assert (before["title"], after["title"]) == ("A small record", "A tiny record")
    assert before["content"] != after["content"]


def test_other_files_of_the_folder_do_not_matter(folder: Path, cache: Path) -> None:
    before = load_market(str(folder))
    (folder / "notes.yaml").write_text("- anything", encoding="utf-8")
    assert load_market(str(folder)) == before
    assert len(os.listdir(cache)) == 1


def test_a_file_beside_a_record_from_elsewhere_is_not_believed(folder: Path, cache: Path) -> None:
    (folder / COMPILED_FILE).write_bytes(other(folder))
    assert load_market(str(folder))["title"] == "A small record"


def test_a_file_in_the_package_is_used_while_it_is_of_these_files(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "packaged_sets", lambda: str(folder.parent))
    (folder / COMPILED_FILE).write_bytes(other(folder))
    assert load_market(str(folder))["title"] == "Another"
    assert not cache.exists()
    with (folder / "prices.yaml").open("a", encoding="utf-8") as file:
        file.write("# A comment.\n")
    assert load_market(str(folder))["title"] == "A small record"


def test_a_record_with_problems_is_not_kept(folder: Path, cache: Path) -> None:
    (folder / "pairs.yaml").write_text("pairs-format: 1\n", encoding="utf-8")
    with pytest.raises(InvalidFiles) as error:
        load_market(str(folder))
    assert str(error.value).startswith(f"{folder / 'pairs.yaml'}:1:1: ")
    assert not cache.exists()


def test_lists_are_in_the_order_in_which_things_became_known(folder: Path, cache: Path) -> None:
    market = load_market(str(folder))
    assert [event["known"] for event in market["events"]] == [
        "2023-03-20",
        "2023-07-01",
        "2023-07-01",
    ]
    assert [price["known"] for price in market["prices"]] == ["2023-04-01", "2023-06-01"]


def test_a_record_keeps_what_it_says_of_the_world(folder: Path, cache: Path) -> None:
    market = load_market(str(folder))
    assert (market["version"], market["until"]) == ("1.2.0", "2023-12-31")
    assert "market_format" not in market, "the form of the file is nothing about the world"
    assert market["caution"] == "Only where a platform came."
    assert [entry["product"] for entry in market["entered"]] == ["Reader"]
    assert [(pair["capability"], pair["event"]) for pair in market["pairs"]] == [
        ("file-chat", "files-sold"),
        ("memory", "crane-memory"),
    ]
    assert [(entry["id"], entry["known"]) for entry in market["retreats"]] == [
        ("pilot-ended", "2023-05-02"),
        ("still-few", "2024-01-01"),
    ]
    assert [(entry["id"], entry["known"]) for entry in market["not_shipped"]] == [
        ("languages", "2023-11-01")
    ]
    cost = market["parameters"]["training-cost"]
    assert (cost["unit"], cost["about"]) == ("USD", "What training costs once.")
    assert [(value["value"], value["known"]) for value in cost["values"]] == [
        (60_000_000, "2023-01-10"),
        (100_000_000, "2023-07-01"),
    ]


def test_an_actor_belongs_to_its_company_or_is_one(folder: Path, cache: Path) -> None:
    actors = load_market(str(folder))["actors"]
    companies = {name: actor["company"] for name, actor in actors.items()}
    assert companies == {"Acme": "Acme", "Bolt": "Bolt", "Crane": "Acme"}


def test_an_event_names_all_it_touches_and_since_when_it_was_promised(
    folder: Path, cache: Path
) -> None:
    events = {event["id"]: event for event in load_market(str(folder))["events"]}
    assert events["files-sold"]["capabilities"] == ["file-chat", "memory"]
    assert events["pilot"]["capabilities"] == ["file-chat"]
    promised = {id_: event["announced_known"] for id_, event in events.items()}
    assert promised == {"pilot": None, "files-sold": "2023-04-30", "crane-memory": "2023-08-01"}


@pytest.mark.parametrize(
    ("moment", "known"),
    [
        ("2023-09-03", "2023-09-03"),
        ("2023-09", "2023-10-01"),
        ("2023-12", "2024-01-01"),
        ("2023-01", "2023-02-01"),
    ],
)
def test_a_month_without_a_day_is_known_when_it_is_over(moment: str, known: str) -> None:
    assert known_from(moment) == known
