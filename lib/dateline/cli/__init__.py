"""The command line. Results go to standard output or `-o`; everything else to standard error."""

from dateline.cli.group import main

__all__ = ["main"]
