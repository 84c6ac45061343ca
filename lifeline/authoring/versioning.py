"""Holds the version of a set to its record: what each version decided by, in ``versions.yaml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from lifeline.authoring.finding import found_at
from lifeline.compiling.hashes import RULES
from lifeline.compiling.names import Spot
from lifeline.model.versions import parts_of
from lifeline.reading.sets import VERSIONS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.published import VersionsFile

HEAD = "# Written by 'lifeline rubric check --record': what each version of the set decided by.\n"


def version_lowered(bench: Bench) -> Iterator[Finding]:
    """Find a version that comes before one that is recorded."""
    highest = _higher_one(bench)
    if highest is not None:
        yield found_at(
            Spot(bench.models.sources[0], ("version",)),
            "version-lowered",
            f"{bench.models.set.version} is lower than {highest}, which {VERSIONS_FILE} records.",
            f"A version never becomes lower: give one above {highest}.",
        )


def version_not_raised(bench: Bench) -> Iterator[Finding]:
    """Find a set that decides otherwise than it did when its version was recorded."""
    record, version = bench.models.versions, bench.models.set.version
    known = recorded(record, version) if record else None
    if known not in (None, bench.decides) and _higher_one(bench) is None:
        yield found_at(
            Spot(bench.models.sources[0], ("version",)),
            "version-not-raised",
            f"{version} is recorded in {VERSIONS_FILE}, and the set decides otherwise now.",
            "Raise the version; 'lifeline rubric diff' says by how much. Or take the change back.",
        )


def version_not_recorded(bench: Bench) -> Iterator[Finding]:
    """Find a version that its record does not name, and could."""
    record, version = bench.models.versions, bench.models.set.version
    known = [entry.version for entry in record.versions] if record else []
    if record and version not in known and _higher_one(bench) is None:
        yield found_at(
            Spot(bench.models.sources[0], ("version",)),
            "version-not-recorded",
            f"{version} is not recorded in {VERSIONS_FILE} yet.",
            "When you publish it, run 'lifeline rubric check --record'.",
        )


def _higher_one(bench: Bench) -> str | None:
    """Give the highest version that is recorded, if the set's own is lower."""
    record, version = bench.models.versions, bench.models.set.version
    versions = [version, *(entry.version for entry in record.versions)] if record else [version]
    highest = max(versions, key=parts_of)
    return None if parts_of(highest) == parts_of(version) else highest


def recorded(record: VersionsFile, version: str) -> str | None:
    """Give the digest of what a version decided by, if it was made as digests are made today."""
    for entry in record.versions:
        if (entry.version, entry.rules) == (version, RULES):
            return entry.deciding
    return None


def file_text(record: VersionsFile | None, compiled: CompiledSet) -> str:
    """Write the record of a set's versions as YAML, with the present one at its end."""
    entries = [entry.model_dump(mode="json") for entry in record.versions] if record else []
    if record is None or recorded(record, compiled["version"]) is None:
        deciding = compiled["hashes"]["deciding"]
        entries.append({"version": compiled["version"], "rules": RULES, "deciding": deciding})
    data = {"versions-format": 1, "versions": entries}
    text = yaml.safe_dump(
        data, sort_keys=False, allow_unicode=True, width=100, default_flow_style=None
    )
    return HEAD + text
