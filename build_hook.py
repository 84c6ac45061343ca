"""Puts the compiled form of each shipped set and of the market's record into the wheel.

Sets are compiled in each of their languages.
A fresh machine then starts fast.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledSets(BuildHookInterface[Any]):
    """Compiles every set of ``rubrics/``, and the record; an editable install needs none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them and add the results to the files of the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, self.root)
        from lifeline.compiling.store import build, compiled_file, key_of, pack
        from lifeline.reading.sets import languages_of, read_files
        from lifeline.reading.shelves import SET_FILE

        self.drafts = tempfile.TemporaryDirectory()
        for head in sorted(root.glob(f"rubrics/*/{SET_FILE}")):
            name, folder = head.parent.name, str(head.parent)
            for language in ("", *languages_of(folder)):
                files = read_files(folder, language)
                draft = Path(self.drafts.name, f"{name}-{language}.json")
                draft.write_bytes(pack(build(folder, files, language), key_of(files)))
                target = f"lifeline/rubrics/{name}/{compiled_file(language)}"
                build_data["force_include"][str(draft)] = target
        draft = Path(self.drafts.name, "market.json")
        draft.write_bytes(self._market(str(root / "rubrics" / "market")))
        target = f"lifeline/rubrics/market/{compiled_file()}"
        build_data["force_include"][str(draft)] = target

    def _market(self, folder: str) -> bytes:
        from lifeline.compiling.market import build_market, market_key
        from lifeline.compiling.store import pack
        from lifeline.reading.market import market_files

        files = market_files(folder)
        return pack(build_market(folder, files), market_key(files))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the drafts."""
        if version != "editable":
            self.drafts.cleanup()
