"""Puts the compiled form of each shipped set into the wheel: a fresh machine then starts fast."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledSets(BuildHookInterface[Any]):
    """Compiles every folder of ``rubrics/`` that holds a set; an editable install needs none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the sets and add the results to the files of the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, self.root)
        from lifeline.compiling.store import COMPILED_FILE, build, key_of, pack
        from lifeline.reading.sets import read_files
        from lifeline.reading.shelves import SET_FILE

        self.drafts = tempfile.TemporaryDirectory()
        for head in sorted(root.glob(f"rubrics/*/{SET_FILE}")):
            files = read_files(str(head.parent))
            draft = Path(self.drafts.name, f"{head.parent.name}.json")
            draft.write_bytes(pack(build(str(head.parent), files), key_of(files)))
            target = f"lifeline/rubrics/{head.parent.name}/{COMPILED_FILE}"
            build_data["force_include"][str(draft)] = target

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the drafts."""
        if version != "editable":
            self.drafts.cleanup()
