"""Holds the version of a set to its record: what each version decided by, in ``versions.yaml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from lifeline.authoring.finding import found_at
from lifeline.compiling.hashes import RULES
from lifeline.compiling.names import Spot
from lifeline.reading.sets import VERSIONS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.published import VersionsFile

HEAD = "# Written by 'lifeline rubric check --record': what each version of the set decided by.\n"


def version_not_raised(bench: Bench) -> Iterator[Finding]:
    """Find a set that decides otherwise than it did when its version was recorded."""
    record, version = bench.models.versions, bench.models.set.version
    known = recorded(record, version) if record else None
    if known is not None and known != bench.decides:
        yield found_at(
            Spot(bench.models.sources[0], ("version",)),
            "version-not-raised",
            f"{version} is recorded in {VERSIONS_FILE}, and the set decides otherwise now.",
            "Raise the version; 'lifeline rubric diff' says by how much. Or take the change back.",
        )


def version_not_recorded(bench: Bench) -> Iterator[Finding]:
    """Find a version that its record does not name."""
    record, version = bench.models.versions, bench.models.set.version
    if record and version not in [entry.version for entry in record.versions]:
        yield found_at(
            Spot(bench.models.sources[0], ("version",)),
            "version-not-recorded",
            f"{version} is not recorded in {VERSIONS_FILE} yet.",
            "When you publish it, run 'lifeline rubric check --record'.",
        )


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
