"""The group that holds the commands, and how a mistake is told."""

from __future__ import annotations

from importlib import import_module
from typing import IO, Any

import click

from dateline.errors import DatelineError


class _Mistake(click.ClickException):
    """A user's mistake: one sentence on standard error, exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence alone, where click would add how the command is used."""
        click.echo(f"dateline: {self.message}", file=file, err=file is None)


# Each command and the module in which it is; one that is not asked for is not loaded.
_MODULES = {
    "articles": "tables",
    "charts": "reports",
    "check": "studies",
    "codebook": "studies",
    "count": "tables",
    "dates": "tables",
    "diff": "reports",
    "lab": "studies",
    "new": "studies",
    "passages": "tables",
    "report": "reports",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"dateline.cli.{_MODULES[cmd_name]}")
        return getattr(module, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DatelineError as mistake:
            raise _Mistake(str(mistake)) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """How often themes occur in a folder of news articles, across dates.

    A STUDY is a folder: articles, and optionally study.toml, codebook.toml, calendar.toml and
    dates.csv. A plain folder of .txt files will do.
    """
