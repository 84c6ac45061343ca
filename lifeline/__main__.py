"""Make ``python -m lifeline`` the same as ``lifeline``."""

from lifeline.cli.start import run

if __name__ == "__main__":
    run()
