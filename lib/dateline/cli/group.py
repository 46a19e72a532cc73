"""The group that holds the commands, and how a mistake is told."""

from __future__ import annotations

from typing import IO, Any

import click

from dateline.errors import DatelineError


class _Mistake(click.ClickException):
    """A user's mistake: one sentence on standard error, exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence alone, where click would add how the command is used."""
        click.echo(f"dateline: {self.message}", file=file, err=file is None)


class _Commands(click.Group):
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
