"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Any

import click

from dateline.errors import SettingError


class _Place(click.Path):
    """A path; a blank one is a variable of a shell that is not set, and not the working folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            name = param.make_metavar(ctx) if param and ctx else "a path"
            raise SettingError(f"{name} is blank; name it, or . for the working folder")
        return super().convert(value, param, ctx)


place = _Place(path_type=Path)
study = click.argument("study", type=place)
since = click.option("--since", default="", metavar="DAY", help="First day, such as 2022-03-01.")
until = click.option("--until", default="", metavar="DAY", help="Last day.")
date_classes = click.option(
    "--date-classes", default="", metavar="CLASSES",
    help="Which dates count: ABC (known within 92 days; if not given), AB (8 days), A (stated).",
)  # fmt: skip
TABLES = (".csv", ".jsonl", ".parquet")


def _writable(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    """The file, if a table can be written to it: a mistake is told before anything is read."""
    if path is None:
        return None
    if path.is_dir():
        raise SettingError(f"{path}: is a folder; name a file in it")
    if path.suffix.lower() not in TABLES:
        raise SettingError(f"{path}: end the name of a table with one of {', '.join(TABLES)}")
    if not path.parent.is_dir():
        raise SettingError(f"{path}: there is no folder {path.parent}; make it or choose another")
    return path


out = click.option(
    "-o", "--out", type=place, metavar="FILE", callback=_writable,
    help="Write to FILE (.csv, .jsonl or .parquet by its ending), not to standard output.",
)  # fmt: skip
other_codebook = click.option(
    "--codebook", "codebook_name", default="", metavar="NAME",
    help="Another codebook than the study's own: starter, gpr, epu, or a .toml file.",
)  # fmt: skip
