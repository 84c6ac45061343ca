"""The files of a folder of cases: which there are, each as a model, and what is wrong with them."""

from __future__ import annotations

import os
from typing import TypeVar

from pydantic import BaseModel

from lifeline.errors import LifelineError
from lifeline.reading.files import read_part
from lifeline.reading.limits import FOLDER_BYTES
from lifeline.reading.set_models import raise_problems
from lifeline.reading.sets import too_large
from lifeline.reading.validation import Source

Model = TypeVar("Model", bound=BaseModel)

ENDING = ".yaml"


class Folder:
    """Reads files one after the other; what is wrong is told when all of them were read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.sources: list[Source] = []
        self.size = 0

    @property
    def last(self) -> Source:
        """The file that was read last."""
        return self.sources[-1]

    def stems(self, inner: str = "", *, may_lack: bool = False) -> list[str]:
        """Give the names of the YAML files in an inner folder, sorted, without their ending.

        Raises:
            LifelineError: when it cannot be read, or is not there and may not be lacking.
        """
        path = os.path.join(self.path, inner) if inner else self.path
        try:
            found = os.listdir(path)
        except FileNotFoundError:
            if may_lack:
                return []
            raise LifelineError(f"{path}: no such folder.") from None
        except OSError as error:
            raise LifelineError(f"{path}: cannot be read: {error.strerror}.") from error
        return sorted(name.removesuffix(ENDING) for name in found if name.endswith(ENDING))

    def model(self, stem: str, model: type[Model]) -> Model | None:
        """Give a file as a model, or None with its problems recorded.

        Raises:
            LifelineError: when it cannot be read, or all files together are too large.
        """
        name = stem + ENDING
        path = os.path.join(self.path, name)
        try:
            data = read_part(path)
        except OSError as error:
            raise LifelineError(f"{path}: cannot be read: {error.strerror}.") from error
        self.size += len(data)
        if self.size > FOLDER_BYTES:
            raise too_large(self.path)
        self.sources.append(Source(name, data))
        return self.last.validated(model)

    def expect_stem(self, key: str, found: str, stem: str) -> None:
        """Record that the id in the file that was read last is not the file's name."""
        if found != stem:
            self.last.add((key,), f"'{found}' differs from the file's name. Expected {stem}.")

    def raise_problems(self) -> None:
        """Tell what was recorded.

        Raises:
            InvalidFiles: when there is something.
        """
        raise_problems(self.path, self.sources)
