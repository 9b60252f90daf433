"""The command line: one file a command; only this package prints."""

from hcgen.cli.main import main

__all__ = ["main"]
