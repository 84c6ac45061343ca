"""The floor: parses every idea file of a folder with CSafeLoader, and does nothing else."""

import os
import sys

import yaml


def main(folder: str) -> None:
    """Parse the files in the order of their names, keeping none of them."""
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            yaml.load(file, yaml.CSafeLoader)


if __name__ == "__main__":
    main(sys.argv[1])
