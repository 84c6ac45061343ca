"""Make ``python -m lifeline`` the same as ``lifeline``."""

from lifeline.cli.main import run

if __name__ == "__main__":
    run()
