"""A folder in which every text that a file can hold is an attack, or its harmless twin.

Each text holds the attack twice, at its beginning and at its end, and between them a token that
tells where the text comes from.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lifeline.compiling.market import load_market
from lifeline.model.compiled_market import CompiledMarket
from tests.authored import Authored
from tests.escapes.attacks import on_one_line

TODAY = "2026-11-22"
ASSESSED = "2026-11-01"
CAPABILITY = "file-chat"
MORE_WORDS = "in so many words"
"""Labels of a few words are shown with their question."""

Words = Callable[[str], str]
"""Gives the text that stands at a place, which a token names."""


def words(attack: str) -> Words:
    """Give what writes an attack around the token of a place."""
    return lambda token: f"{attack} {token} {attack}".strip()


def write_folder(folder: Path, attack: str) -> None:
    """Write ideas, a set, its test vectors and cases, all of whose texts are an attack."""
    say = words(attack)
    line = words(on_one_line(attack))
    files = {
        "ideas/plan-a.yaml": idea(say, line),
        "ideas/plan-b.yaml": other_idea(say, line),
        "hostile/set.yaml": the_set(say),
        "hostile/claims.yaml": claims(say),
        "hostile/product.yaml": rubric(say),
        "hostile/extra.yaml": optional_rubric(say),
        "hostile/tests/all.yaml": vectors(say, line),
        **{f"tame/{name}": data for name, data in files_of_a_later_version(say).items()},
        "cases/cases.yaml": case_folder(say),
        "cases/kettle.yaml": case(say),
        "cases/outcomes/kettle.yaml": outcome(say),
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(data))


class _Dumper(yaml.CSafeDumper):
    """Writes every text with a space in it in double quotes, so that it takes one line."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _scalar(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if " " in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _scalar)


def written(data: Authored) -> bytes:
    """Write a file in ASCII, each of its texts on one line, with escapes."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, width=10**6).encode("ascii")


def link(line: Words, token: str) -> str:
    """Give what an address of the web can hold: it is read as one if it begins as one."""
    return f"https://example.org/{line(token)}"


def idea(say: Words, line: Words) -> Authored:
    """Give an idea that fails; a finding of it is waived."""
    evidence = [
        {"says": say("evidence1says"), "link": link(line, "evidence1link"), "date": ASSESSED},
        {"measurement": say("evidence2measured"), "date": "2026-10-01"},
    ]
    return {
        "lifeline": 1,
        "idea": line("title"),
        "summary": say("summary"),
        "assessed": ASSESSED,
        "capabilities": [CAPABILITY],
        "answers": {
            "entry": {
                "answer": "announced",
                "by": line("answerby"),
                "evidence": evidence,
                "note": say("answernote"),
            },
            "copy-time": {"one-of": ["months", "weeks"], "note": say("opennote")},
            "assets": [],
            "used": "no",
            "spend": {"not-applicable": say("reason")},
            "launch": {"between": [2, 8]},
            "ready": "yes",
        },
        "waivers": {"product/not-used": {"reason": say("waiver"), "until": "2027-03-31"}},
    }


def other_idea(say: Words, line: Words) -> Authored:
    """Give another version of the idea, with other answers and most texts gone or new."""
    return {
        "lifeline": 1,
        "idea": line("title2"),
        "summary": say("summary2"),
        "assessed": ASSESSED,
        "capabilities": [line("capability")],
        "answers": {
            "entry": {"answer": "where-they-work", "note": say("note2"), "by": line("by2")},
            "copy-time": "year",
            "assets": ["network"],
            "used": "yes",
            "spend": {"answer": 70, "evidence": [{"says": say("says2"), "date": ASSESSED}]},
        },
    }


def the_set(say: Words) -> Authored:
    """Give the file that names the set."""
    return {
        "set-format": 1,
        "set": "hostile",
        "version": "1.0.0",
        "title": say("settitle"),
        "rubrics": ["product", "extra"],
        "gate": {"min-months": 6, "fail-on": "warning"},
    }


def claim_id(say: Words) -> str:
    """Give the id of a claim, which is free text too; a ``/`` would part it in two."""
    return say("claimid").replace("/", "|")


def claims(say: Words) -> Authored:
    """Give claims; even their ids are free text."""
    return {
        "claims-format": 1,
        "sources": [
            {
                "id": say("sourceid"),
                "title": say("sourcetitle"),
                "author": say("author"),
                "date": say("sourcedate"),
                "link": say("sourcelink"),
            }
        ],
        "claims": [
            {
                "id": claim_id(say),
                "says": say("claimsays"),
                "source": say("sourceid"),
                "tag": "advice",
                "status": {
                    "verdict": "weakened",
                    "date": "2026-11-22",
                    "note": say("statusnote"),
                },
            }
        ],
    }


def rubric(say: Words) -> Authored:
    """Give a rubric with a question of each kind, caps, protections and findings."""

    def asked(id_: str, kind: str, **more: Any) -> Authored:
        texts = {"ask": say(f"{id_}ask"), "why": say(f"{id_}why"), "ask-whom": say(f"{id_}whom")}
        return {"id": id_, **texts, "claims": [claim_id(say)], "kind": kind, **more}

    def choice(question: str, id_: str, **more: Any) -> Authored:
        told = f"{question}{id_} {MORE_WORDS}".replace("-", "")
        return {"id": id_, "label": say(told), **more}

    def because(id_: str, **more: Any) -> Authored:
        texts = {"because": say(f"{id_}because"), "remedy": say(f"{id_}remedy")}
        return {"id": id_, **more, **texts, "claims": [claim_id(say)]}

    entry = [choice("entry", "nobody", points=1), choice("entry", "announced", points=0.5)]
    entry.append(choice("entry", "where-they-work", points=0))
    months = [choice("time", "year", points=1), choice("time", "months", points=0.5)]
    months.append(choice("time", "weeks", points=0))
    assets = [choice("assets", "own-data"), choice("assets", "network")]
    spans = {"min": 0, "max": 100, "better": "lower"}
    backed = {"evidence": "link", "fresh-for": 90, "changeable": "weeks"}
    return {
        "rubric-format": 1,
        "rubric": "product",
        "title": say("rubrictitle"),
        "about": say("rubricabout"),
        "score": say("score"),
        "questions": [
            asked("entry", "choice", better="first", choices=entry, **backed),
            asked("copy-time", "choice", better="first", choices=months, changeable="months"),
            asked("assets", "choices", better="more", choices=assets, changeable="months"),
            asked("used", "yes-no", better="yes", changeable="days"),
            asked("spend", "number", unit="USD", **spans, **{"may-not-apply": True}),
            asked("launch", "number", unit="month", **spans, when={"used": False}),
        ],
        "protections": [
            because("network", when={"assets": {"includes": "network"}}),
            because("hard", when={"copy-time": "year"}, **{"demanded-by": claim_id(say)}),
        ],
        "rules": [
            because(
                "only-time",
                when={"copy-time": "weeks"},
                cap={"clock": "advantage", "months": 3, "cause": "absorption"},
                unless={"network": 6},
            ),
            because(
                "nothing-protects",
                cap={"clock": "advantage", "months": 6, "cause": "stagnation"},
                unless={"network": 12, "hard": 12},
            ),
            because("announced", when={"entry": "announced"}, finding="blocker"),
            because("spends", when={"spend": {"at-least": 50}}, finding="warning"),
            because("not-used", when={"used": False}, finding="warning"),
            because("late", when={"launch": {"at-least": 6}}, finding="note"),
        ],
    }


def files_of_a_later_version(say: Words) -> dict[str, Authored]:
    """Give the files of the set with another reason, another choice and a rule less."""
    later = rubric(say)
    later["questions"][0]["choices"][0]["label"] = say("newlabel")
    later["rules"][0]["because"] = say("newbecause")
    del later["rules"][3]
    return {
        "set.yaml": {**the_set(say), "version": "2.0.0", "title": say("newtitle")},
        "claims.yaml": claims(say),
        "product.yaml": later,
        "extra.yaml": optional_rubric(say),
    }


def optional_rubric(say: Words) -> Authored:
    """Give a rubric that counts only where it is answered."""
    return {
        "rubric-format": 1,
        "rubric": "extra",
        "title": say("extratitle"),
        "about": say("extraabout"),
        "optional": True,
        "questions": [
            {
                "id": "ready",
                "ask": say("readyask"),
                "why": say("readywhy"),
                "claims": [claim_id(say)],
                "kind": "yes-no",
                "better": "yes",
            }
        ],
        "rules": [
            {
                "id": "is-ready",
                "when": {"ready": True},
                "finding": "note",
                "because": say("readybecause"),
                "remedy": say("readyremedy"),
                "claims": [claim_id(say)],
            }
        ],
    }


def vectors(say: Words, line: Words) -> Authored:
    """Give test vectors: one that holds, and one that does not."""
    return {
        "vectors-format": 1,
        "about": say("vectorsabout"),
        "vectors": [
            {"name": line("vector1"), "answers": {"assets": ["network"]}, "expect": {"months": 12}},
            {
                "name": line("vector2"),
                "answers": {"entry": {"answer": "announced", "note": say("vectornote")}},
                "expect": {"months": 0, "ends": "necessity"},
            },
        ],
    }


def case_folder(say: Words) -> Authored:
    """Give the file that says how cases were chosen."""
    return {
        "cases-format": 1,
        "title": say("casestitle"),
        "chosen": say("chosen"),
        "coded": say("coded"),
        "coders": ["first"],
    }


def case(say: Words) -> Authored:
    """Give a product of the past with nearly the answers of the idea."""
    return {
        "case-format": 1,
        "case": "kettle",
        "name": say("casename"),
        "domain": say("domain"),
        "did": say("did"),
        "launched": say("launched"),
        "vantage": "2020-03",
        "provenance": "contemporary",
        "masked": {"did": say("maskeddid"), "when": say("maskedwhen")},
        "facts": [{"id": "f1", "fact": say("fact"), "masked": say("maskedfact")}],
        "unknown": [say("casegap")],
        "sources": [
            {"link": say("caselink"), "date": say("casedate"), "supports": say("supports")},
            {"link": link(words(""), "caselink2"), "date": "2020", "supports": say("supports2")},
        ],
        "answers": {
            "entry": {"answer": "announced", "facts": ["f1"]},
            "copy-time": {"answer": "weeks", "facts": ["f1"]},
            "assets": {"answer": [], "facts": ["f1"]},
            "used": {"answer": "no", "facts": ["f1"]},
        },
    }


def outcome(say: Words) -> Authored:
    """Give what became of it, with a reading that differs."""
    return {
        "outcome-format": 1,
        "outcome": "kettle",
        "months": 8,
        "still-holding": False,
        "end": "2020-11",
        "kind": "advantage",
        "cause": say("cause"),
        "event": say("event"),
        "status": say("status"),
        "confidence": "high",
        "alternative-reading": say("alternative"),
        "note": say("outcomenote"),
    }


@cache
def _shipped() -> CompiledMarket:
    return load_market()


@cache
def market(attack: str) -> CompiledMarket:
    """Give the record of the market, its events few and all of their texts an attack."""
    say = words(attack)
    found: Any = copy.deepcopy({**_shipped(), "events": [], "retreats": [], "not_shipped": []})
    for kind in ("events", "retreats", "not_shipped"):
        every: Any = _shipped()[kind]
        for number, entry in enumerate(copy.deepcopy(every[-3:])):
            known = found["actors"].get(entry.get("actor"))
            for key in ("actor", "what", "erodes", "product"):
                if entry.get(key):
                    entry[key] = say(f"{kind}{number}{key}")
            if known:
                found["actors"][entry["actor"]] = known
            if "capabilities" in entry:
                entry["capabilities"] = [CAPABILITY]
            elif "capability" in entry:
                entry["capability"] = CAPABILITY
            for source in entry["sources"]:
                source["link"] = link(words(on_one_line(attack)), f"{kind}{number}source")
            found[kind].append(entry)
    found["caution"] = say("caution")
    return found  # type: ignore[no-any-return]
