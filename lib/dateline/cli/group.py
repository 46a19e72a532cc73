"""The group that holds the commands, and how a mistake is told."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import IO, Any

import click
from click.exceptions import NoArgsIsHelpError

from dateline.errors import DatelineError, did_you_mean


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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _MODULES:
            raise _Mistake(f"no command `{args[0]}`; {did_you_mean(args[0], _MODULES)}")
        return super().resolve_command(ctx, args)

    def make_context(self, *given: Any, **extra: Any) -> click.Context:
        with _told(None):
            return super().make_context(*given, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _told(ctx):
            return super().invoke(ctx)


@contextmanager
def _told(ctx: click.Context | None) -> Iterator[None]:
    """A mistake on the command line, in a file, or of the disk becomes one sentence."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except click.UsageError as mistake:
        raise _Mistake(_usage(mistake, ctx)) from None
    except DatelineError as mistake:
        raise _Mistake(str(mistake)) from None
    except OSError as problem:
        # A disk that is full, where click.echo writes; a closed pipe is click's to end in silence.
        if problem.errno != errno.ENOSPC:
            raise
        raise _Mistake("the output cannot be written (no space left); free the disk") from None


def _usage(mistake: click.UsageError, ctx: click.Context | None) -> str:
    """What click says, as the first half of a sentence, and where to read how it is meant."""
    said = mistake.format_message().rstrip(".").replace(". Did", "; did")
    called = mistake.ctx or ctx
    command = called.command_path if called else "dateline"
    if called and called is ctx and called.invoked_subcommand:
        command = f"{command} {called.invoked_subcommand}"
    end = "" if said.endswith("?") else ";"
    return f"{said[:1].lower()}{said[1:]}{end} see `{command} --help`"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """How often themes occur in a folder of news articles, across dates.

    A STUDY is a folder: articles, and optionally study.toml, codebook.toml, calendar.toml and
    dates.csv. A plain folder of articles will do.
    """
