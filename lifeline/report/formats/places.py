"""Where a file is, as services that show a repository want it: from its root, with ``/``."""

from __future__ import annotations

import os

WORKSPACE = "GITHUB_WORKSPACE"
"""The environment variable in which GitHub names the folder that the repository is in."""


class Places:
    """Says paths from the root of the repository that a service works in, else from here."""

    __slots__ = ("here", "workspace")

    def __init__(self) -> None:
        self.here = os.getcwd()
        self.workspace = os.path.abspath(os.environ.get(WORKSPACE) or self.here)

    def shown(self, path: str) -> str:
        """Give a path from the root of the repository; from here, for what is not within it."""
        whole = os.path.abspath(path)
        is_within = whole.startswith(os.path.join(self.workspace, ""))
        shown = os.path.relpath(whole, self.workspace if is_within else self.here)
        return shown.replace(os.sep, "/")
