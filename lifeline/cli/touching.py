"""What ``lifeline market events`` finds: in all, or for each idea whose capabilities they touch."""

from __future__ import annotations

from datetime import date, timedelta

from lifeline.cli.ideas import read_file, require_ideas
from lifeline.cli.talk import say, say_error
from lifeline.cli.views import Sets
from lifeline.errors import InvalidFile, UsageError
from lifeline.reading.finding.discovery import find_ideas
from lifeline.reading.finding.excluding import Exclusions
from lifeline.reading.idea import read_idea
from lifeline.reading.spelling import not_among
from lifeline.scoring.market import events_touching, retreats_touch, status_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection
    from typing import Any

    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Idea

NOUN = "a capability of the record"


def all_events(args: argparse.Namespace, market: CompiledMarket) -> dict[str, Any]:
    """Give what happened of the capabilities asked for, or of all.

    Raises:
        UsageError: when a capability or an actor is not in the record.
    """
    _check_capabilities(args, market)
    found = _found(args.capability, args.since, args, market)
    return {"capabilities": args.capability, **found}


def events_by_idea(args: argparse.Namespace, market: CompiledMarket) -> tuple[list[Any], int]:
    """Give for each idea what happened of its capabilities after it was assessed.

    Returns:
        What was found, and how many files could not be read; what is wrong with them is said.

    Raises:
        LifelineError: when there is no idea file, or a capability, an actor or the rubric set is
            not there.
    """
    _check_capabilities(args, market)
    sets = Sets(args)
    there = find_ideas(args.touching, Exclusions(by_git=True)).paths
    paths = require_ideas(there, args.touching)
    found, unread = [], 0
    for path in paths:
        try:
            data, name = read_file(path)
            found.append(_one_idea(name, read_idea(data, name, sets.of(path)), args, market))
        except InvalidFile as error:
            say_error(error)
            unread += 1
    return found, unread


def _one_idea(
    path: str, idea: Idea, args: argparse.Namespace, market: CompiledMarket
) -> dict[str, Any]:
    known = [word for word in idea.capabilities if word in market["capabilities"]]
    for word in idea.capabilities:
        if word not in known:
            say(f"{path}: {not_among(word, market['capabilities'], NOUN)}")
    if args.capability:
        known = [word for word in known if word in args.capability]
    then = idea.assessed
    after = [then + timedelta(days=1)] if then else []
    since = max([*after, *([args.since] if args.since else [])], default=None)
    return {
        "path": path,
        "id": idea.id,
        "idea": idea.title,
        "assessed": then and then.isoformat(),
        "capabilities": known,
        "status_then": [status_of(word, then, market) for word in known] if then else None,
        **_found(known, since, args, market, every=False),
    }


def _found(
    capabilities: Collection[str],
    since: date | None,
    args: argparse.Namespace,
    market: CompiledMarket,
    *,
    every: bool = True,
) -> dict[str, Any]:
    """Give what is to be shown of some capabilities; of none of them all, or nothing."""
    asked = set(capabilities) or (set(market["capabilities"]) if every else set())
    actors = _actors(args.actor, market)
    first, last = since.isoformat() if since else "", args.until.isoformat()
    touched = retreats_touch(market)
    events = events_touching(asked, since, args.until, market) if asked else []
    return {
        "since": first or None,
        "until": last,
        "status": [status_of(capability, args.until, market) for capability in capabilities],
        "events": [event for event in events if event["actor"] in actors],
        "retreats": [
            entry
            for entry in market["retreats"]
            if not asked.isdisjoint(touched[entry["id"]])
            and entry["actor"] in actors
            and first <= entry["known"] <= last
        ],
        "not_shipped": [
            entry
            for entry in market["not_shipped"]
            if (entry["capability"] in asked or (every and not capabilities))
            and entry["actor"] in actors
            and first <= entry["known"] <= last
        ],
    }


def _check_capabilities(args: argparse.Namespace, market: CompiledMarket) -> None:
    for word in args.capability:
        if word not in market["capabilities"]:
            raise UsageError(f"lifeline: {not_among(word, market['capabilities'], NOUN)}")


def _actors(named: Collection[str], market: CompiledMarket) -> set[str]:
    """Give the actors that are meant: also those that belong to a company that is named."""
    every = market["actors"]
    if not named:
        return set(every)
    return {name for word in named for name in _one_actor(word, market)}


def _one_actor(word: str, market: CompiledMarket) -> list[str]:
    wanted = word.casefold()
    every = market["actors"].items()
    found = [n for n, actor in every if wanted in (n.casefold(), actor["company"].casefold())]
    if not found:
        raise UsageError(f"lifeline: {not_among(word, market['actors'], 'an actor of the record')}")
    return found
