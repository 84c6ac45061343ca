"""Every setting there is, in one table: flags, variables and configuration files come from it."""

from __future__ import annotations

from lifeline.cli.configuration.kinds import Day, Place, SetName, Switch, Text, Whole, Word
from lifeline.cli.configuration.plural import Figures, Formats, Patterns, Places, Scores

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

IDEA, RUN, CALL = "idea", "run", "call"
"""Whom a setting concerns: an idea, and then the configuration nearest to its file counts; the run
as a whole, and then the one nearest to where one stands; or one call, and no file holds it."""

NO_DAY = "as-of"

WHICH = ("config", "no-config")
"""What says which configuration counts."""

REFUSED = {
    NO_DAY: (
        "A configuration takes no as-of: with a fixed day, nobody would see how answers age."
        " Give --as-of or LIFELINE_AS_OF where a run has to be repeated."
    )
}
"""What is said of settings that one may look for in a file, and that no file holds on purpose."""


class Setting:
    """One setting, which is ``key`` in a file, ``--key`` as a flag and LIFELINE_KEY as a variable.

    ``dest`` is its name among the arguments. ``default`` is what holds where nothing is settled;
    where that is nothing, ``absent`` says so. Of those that are ``gating``, overrides for some
    files may settle others.
    """

    __slots__ = ("absent", "default", "dest", "flag", "gating", "key", "kind", "scope", "variable")

    def __init__(  # noqa: PLR0913  # what a setting has, by name
        self,
        key: str,
        kind: Text,
        scope: str,
        default: Any = None,
        *,
        absent: str = "none",
        gating: bool = False,
        dest: str = "",
        flag: bool = True,
    ) -> None:
        self.key = key
        self.kind = kind
        self.scope = scope
        self.default = default
        self.absent = absent
        self.gating = gating
        self.dest = dest or key.replace("-", "_")
        self.flag = f"--{key}" if flag else ""
        self.variable = f"LIFELINE_{key.upper().replace('-', '_')}" if flag else ""


TABLE = (
    Setting("set", SetName("my-advice"), IDEA, "ngc"),
    Setting("rubrics", Place("rubrics"), IDEA),
    Setting("lang", Text("zh"), IDEA, absent="the set's own"),
    Setting("parameters", Figures(), IDEA, absent="as recorded", flag=False),
    Setting("min-months", Whole(0, 12, of="months"), IDEA, gating=True),
    Setting("clock", Word("a clock", "both", "advantage", "necessity"), IDEA, gating=True),
    Setting("min-score", Scores(), IDEA, gating=True),
    Setting("fail-on", Word("a level", "blocker", "warning", "none"), IDEA, gating=True),
    Setting("max-open", Whole(0, of="questions"), IDEA, gating=True),
    Setting("max-age", Whole(0, of="days"), IDEA, gating=True),
    Setting("strict", Switch(), IDEA, False, gating=True),
    Setting("paths", Places(), RUN, ["."], flag=False),
    Setting("exclude", Patterns(), RUN),
    Setting("format", Formats(), RUN, ["text"], dest="outputs"),
    Setting("exit-zero", Switch(), RUN, False),
    Setting("jobs", Whole(1, 1000), RUN, absent="as many as pay"),
    Setting("baseline", Place("baseline.yaml"), RUN, "lifeline-baseline.yaml"),
    Setting("ledger", Place("ledger.jsonl"), RUN, "lifeline-ledger.jsonl"),
    Setting("as-of", Day(), CALL, absent="today"),
    Setting("since", Text("main"), CALL),
    Setting("stdin-filename", Text("idea.yaml"), CALL),
    Setting("files-from", Text("files.txt"), CALL),
    Setting("force-exclude", Switch(), CALL, False),
    Setting("skip-unmarked", Switch(), CALL, False),
    Setting("no-gitignore", Switch(), CALL, False),
    Setting("list-files", Switch(), CALL, False),
    Setting("null", Switch(), CALL, False),
    Setting("watch", Switch(), CALL, False),
    Setting("full", Switch(), CALL, False),
    Setting("ask", Switch(), CALL, False),
    Setting("config", Text("lifeline.toml"), CALL, absent="the nearest"),
    Setting("no-config", Switch(), CALL, False),
)
"""All settings, in the order in which they are shown."""

SETTINGS = {setting.key: setting for setting in TABLE}

GATE = tuple(setting.key for setting in TABLE if setting.gating and setting.key != "strict")
"""What an idea has to meet."""

OVERRIDES = "overrides"
