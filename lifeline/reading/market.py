"""Reads the bytes of the market's record: all that is needed to know if it was compiled before."""

from __future__ import annotations

import os

from lifeline.errors import LifelineError
from lifeline.reading.files import read_part
from lifeline.reading.shelves import shipped_sets

MARKET_FILE = "market.yaml"
EVENTS_FILE, PRICES_FILE, PAIRS_FILE = "events.yaml", "prices.yaml", "pairs.yaml"
PARAMETERS_FILE = "parameters.yaml"
MARKET_FILES = (MARKET_FILE, EVENTS_FILE, PRICES_FILE, PAIRS_FILE, PARAMETERS_FILE)


def shipped_market() -> str:
    """Give the folder of the record that comes with the program."""
    return os.path.join(shipped_sets(), "market")


def market_files(folder: str) -> dict[str, bytes]:
    """Give the bytes of the files of a record by name; other files are passed over.

    Raises:
        LifelineError: when one is missing or cannot be read.
    """
    return {name: _bytes(folder, name) for name in MARKET_FILES}


def _bytes(folder: str, name: str) -> bytes:
    path = os.path.join(folder, name)
    try:
        return read_part(path)
    except FileNotFoundError:
        told = f"{folder}: holds no whole record of the market. Expected a file {name} in it."
        raise LifelineError(told) from None
    except OSError as error:
        raise LifelineError(f"{path}: cannot be read: {error.strerror}.") from error
