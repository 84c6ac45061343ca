"""The record of the market: one that is right, bad ones with what is said of them, and our own.

A new bad example is a folder in ``tests/bad/market`` with the files that differ from those of
``tests/good/market``, and ``expected.txt``, the messages; ``--update-goldens`` writes that one, to
be read before it is kept.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from lifeline.compiling.market import build_market, load_market
from lifeline.errors import LifelineError
from lifeline.model.compiled_market import CompiledMarket
from lifeline.reading.limits import FILE_BYTES
from lifeline.reading.market import MARKET_FILES, market_files
from tests.conftest import ROOT

GOOD = ROOT / "tests" / "good" / "market"
FOLDER = ROOT / "tests" / "bad" / "market"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())

JARGON = re.compile(r"\b(Input|should|pydantic|valid|dict|str|int|float|bool|None|null)\b|[<>]")


def told_of(name: str) -> str:
    """Give what is said of a bad example."""
    changed = {path.name: path.read_bytes() for path in (FOLDER / name).glob("*.yaml")}
    with pytest.raises(LifelineError) as error:
        build_market("", {**market_files(str(GOOD)), **changed})
    return f"{error.value}\n"


@pytest.fixture(scope="module")
def shipped(own_cache: None) -> CompiledMarket:
    return load_market()


def test_there_are_bad_examples() -> None:
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_record_is_told_everything_that_is_wrong_with_it(
    name: str, request: pytest.FixtureRequest
) -> None:
    told = told_of(name)
    expected = FOLDER / name / "expected.txt"
    if request.config.getoption("--update-goldens"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_messages_are_short_plain_and_said_once(name: str) -> None:
    lines = told_of(name).splitlines()
    assert len(set(lines)) == len(lines)
    for line in lines:
        place, _, message = line.partition(" ")
        assert re.fullmatch(r"[a-z]+\.yaml:[1-9]\d*:[1-9]\d*:", place)
        assert message.endswith((".", "?"))
        assert len(message) < 300
        assert not JARGON.search(message)


@pytest.mark.parametrize("name", MARKET_FILES)
def test_a_record_without_one_of_its_files_is_told_which(name: str, tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    (tmp_path / name).unlink()
    with pytest.raises(LifelineError) as error:
        market_files(str(tmp_path))
    expected = f"{tmp_path}: holds no whole record of the market. Expected a file {name} in it."
    assert str(error.value) == expected


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / MARKET_FILES[0]).mkdir()
    with pytest.raises(LifelineError, match=r"market\.yaml: cannot be read: "):
        market_files(str(tmp_path))


def test_what_is_known_of_each_entry_is_carried_over() -> None:
    market = build_market("", market_files(str(GOOD)))
    assert (market["version"], market["until"]) == ("1.2.0", "2023-12-31")
    assert market["actors"]["Crane"] == {"company": "Acme", "kind": "suites"}
    assert market["actors"]["Bolt"] == {"company": "Bolt", "kind": "models"}
    (sold,) = (event for event in market["events"] if event["id"] == "files-sold")
    assert sold == {
        "id": "files-sold",
        "date": "2023-06",
        "known": "2023-07-01",
        "actor": "Acme",
        "capabilities": ["file-chat", "memory"],
        "what": "Acme sold a chat that reads files and keeps them in mind.",
        "erodes": "products that read files",
        "reach": "paid",
        "announced": "2023-04-30",
        "announced_known": "2023-04-30",
        "announced_with": None,
        "confidence": "high",
        "note": "the day is not known",
        "sources": [
            {"link": "https://example.org/sold", "date": "2023-07-01", "claim": None},
            {"link": "https://example.com/news", "date": "2023", "claim": None},
        ],
    }
    values = market["parameters"]["training-cost"]["values"]
    assert [(value["since"], value["known"], value["value"]) for value in values] == [
        ("2023-01-10", "2023-01-10", 60_000_000),
        ("2023-06", "2023-07-01", 100_000_000),
    ]


def test_the_digest_is_of_the_content_and_not_of_its_layout() -> None:
    files = market_files(str(GOOD))
    content = build_market("", files)["content"]
    commented = {name: b"# A comment.\n" + data for name, data in files.items()}
    changed = {**files, "prices.yaml": files["prices.yaml"].replace(b"cut", b"less")}
    assert build_market("", commented)["content"] == content
    assert build_market("", changed)["content"] != content


def test_the_shipped_record_holds_every_fact_that_was_collected(shipped: CompiledMarket) -> None:
    assert (len(shipped["events"]), len(shipped["retreats"])) == (155, 6)
    assert (len(shipped["not_shipped"]), len(shipped["entered"])) == (2, 7)
    assert (len(shipped["prices"]), len(shipped["pairs"])) == (27, 22)
    assert len(shipped["capabilities"]) == 32
    events = shipped["events"]
    assert sum(event["announced"] is not None for event in events) == 32
    assert sum(len(event["sources"]) for event in events) == 287
    assert Counter(event["date"][:4] for event in events) == {
        "2021": 1,
        "2022": 5,
        "2023": 23,
        "2024": 41,
        "2025": 62,
        "2026": 23,
    }
    assert Counter(event["reach"] for event in events) == {
        "api": 50,
        "general": 32,
        "os-bundled": 3,
        "paid": 38,
        "preview": 32,
    }
    capabilities = Counter(event["capabilities"][0] for event in events)
    assert capabilities.most_common(4) == [
        ("price-drop", 16),
        ("open-weights", 11),
        ("image-generation", 10),
        ("model-leap", 9),
    ]


def test_flagship_and_small_model_prices_are_among_those_that_were_listed(
    shipped: CompiledMarket,
) -> None:
    for end in ("input", "output"):
        listed = {(price["date"], price[end]) for price in shipped["prices"]}
        for name in ("frontier", "small-model"):
            values = shipped["parameters"][f"{name}-{end}-price"]["values"]
            assert {(value["since"], value["value"]) for value in values} <= listed


def test_what_was_taken_back_or_withheld_is_named_by_every_retreat(
    shipped: CompiledMarket,
) -> None:
    assert all(entry["withdraws"] or entry["withholds"] for entry in shipped["retreats"])


def test_the_files_of_the_shipped_record_stay_below_the_limit() -> None:
    files = market_files(str(ROOT / "rubrics" / "market"))
    assert all(len(data) < FILE_BYTES / 2 for data in files.values())
