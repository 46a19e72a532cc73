"""The commands around a study: check it, make one, open it, convert its codebook."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import click

from dateline.cli import options
from dateline.cli.reading import chosen_timeframe, open_chosen, read_codebook, read_corpus

# The rooms are imported inside the commands: `dateline --help` need not wait for pandas.


@click.command()
@options.study
@options.other_codebook
def check(study: Path, codebook_name: str) -> None:
    """Read everything, count nothing: the ledger, and what is wrong or odd.

    The ledger is that of a report: for the period, days and classes of dates that `[report]` of
    study.toml names. What is wrong or odd is refused files, undated articles, dates that conflict,
    values in study.toml that a report refuses, entries of calendar.toml that replace a shipped
    one, and terms of the codebook that repeat, match nothing, are never counted or bring nearly
    all of a theme. Exit code 1 if a file or a value was refused.

    Example: dateline check seeds
    """
    from dateline.report.check import check_study
    from dateline.report.defaults import default_problems

    opened = open_chosen(study, codebook_name)
    problems = default_problems(opened)
    # What is wrong in [report] is told above; the ledger is then that of a report without it.
    asked = replace(opened, defaults={}) if problems else opened
    timeframe, unit = chosen_timeframe(asked), str(asked.defaults.get("unit", "stories"))
    corpus = read_corpus(opened)
    findings = check_study(corpus, read_codebook(corpus), timeframe=timeframe, unit=unit)
    for line in (*problems, *findings.lines):
        click.echo(line)
    sys.exit(1 if findings.errors or problems else 0)


@click.group()
def codebook() -> None:
    """Codebook files: those of other programs, and Dateline's own.

    Example: dateline codebook convert moods.cat codebook.toml
    """


@codebook.command("convert")
@click.argument("source", type=options.place, metavar="IN")
@click.argument("target", type=options.place, metavar="OUT")
def convert(source: Path, target: Path) -> None:
    """Write the codebook file IN as OUT, each in the format of its ending.

    Reads .toml, quanteda .yaml, LIWC .dic and .dicx, Lexicoder .lc3 and .lcd, WordStat .cat,
    Yoshikoder .ykd, KH Coder .cod, .csv; writes .toml, .yaml, .dic, .csv. What the new format
    cannot say is left out and listed, with its line; the exit code is then 1.

    Example: dateline codebook convert moods.cat codebook.toml
    """
    from dateline.report.tables import atomic_write
    from dateline.themes.formats import convert_codebook

    made = convert_codebook(source, target)
    atomic_write(target, made.content)
    for remark in made.remarks:
        click.echo(remark, err=True)
    click.echo(target)
    sys.exit(0 if made.lossless else 1)


@click.command()
@click.argument("folder", type=options.place)
def new(folder: Path) -> None:
    """Make a study: commented files, and an empty folder for the articles.

    A folder that holds files already keeps them, and they are the articles.

    Example: dateline new my-study
    """
    from dateline.study import OWN_FILES, new_study

    made = new_study(folder)
    place = made / "articles" if (made / "articles").is_dir() else made
    there = any(path.is_file() for path in place.iterdir() if path.name not in OWN_FILES)
    words = f"The articles are those in {place}" if there else f"The articles belong in {place}"
    click.echo(f"{words}; then run: dateline report {made}", err=True)
    click.echo(made)


@click.command()
@click.argument("study", type=options.place, required=False)
def lab(study: Path | None) -> None:
    """Open JupyterLab on its start page, with the notebooks set to a study.

    Without STUDY the notebooks themselves are opened; with one, copies of them in lab/<study>
    that name it.

    Example: dateline lab my-study
    """
    from dateline.report.lab import lab_options, prepare_lab
    from dateline.study import open_study, refuse_unreadable_name

    opened = open_study(study) if study else None
    if opened:
        refuse_unreadable_name(opened)
    folder = prepare_lab(opened)
    command = [sys.executable, "-m", "jupyterlab", *lab_options(opened, folder)]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container everybody is root, and JupyterLab would only refuse.
        click.echo("dateline: you are root, so the notebooks will run as root", err=True)
        command.append("--allow-root")
    # The kernel is that of this environment, also where a person has another of the same name.
    settings = {"JUPYTER_PLATFORM_DIRS": "1", "JUPYTER_PREFER_ENV_PATH": "1"}
    sys.exit(subprocess.call(command, env=os.environ | settings))
