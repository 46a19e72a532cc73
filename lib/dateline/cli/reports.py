"""The commands that make, compare and redraw reports."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from dateline.cli import options
from dateline.cli.progress import progress_bar
from dateline.errors import SettingError
from dateline.study import SHARE_LEVELS

# The rooms are imported inside the commands: `dateline --help` need not wait for pandas.


@click.command()
@options.study
@click.option(
    "-n",
    "--notebook",
    "notebooks",
    multiple=True,
    metavar="NAME",
    help="Only this notebook: a name such as 02-themes, or a path. Repeatable.",
)
@click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the notebooks, such as period=month. Repeatable.",
)
@click.option(
    "--parameters",
    "parameter_file",
    type=options.place,
    metavar="FILE",
    help="Parameters from a .toml or .json file, such as a saved view; -p outranks it.",
)
@click.option(
    "-o",
    "--out",
    type=options.place,
    metavar="DIR",
    help="The folder to write; reports/<study> if not given.",
)
@click.option("--code", is_flag=True, help="Show the code of the notebooks, folded.")
@click.option("--fresh", is_flag=True, help="Make all anew; take nothing from the cache.")
@click.option(
    "--each", multiple=True, metavar="NAME=A,B",
    help="A report for each of these values, and an index of them. Repeatable.",
)  # fmt: skip
@click.option(
    "--share", type=click.Choice(SHARE_LEVELS),
    help="What the report shows of the articles; study.toml says it if not given.",
)  # fmt: skip
@options.other_codebook
def report(
    study: Path,
    notebooks: tuple[str, ...],
    parameters: tuple[str, ...],
    parameter_file: Path | None,
    out: Path | None,
    code: bool,
    fresh: bool,
    each: tuple[str, ...],
    share: str | None,
    codebook_name: str,
) -> None:
    """Run the notebooks on a study and write its reports as HTML.

    A notebook whose inputs have not changed since it was run is not run again.

    Example: dateline report seeds -p period=month

    Example: dateline report seeds --each theme=sanctions,taiwan
    """
    from dateline.report.job import skip_address_grammar

    skip_address_grammar()
    from dateline.report.collect import collect_results
    from dateline.report.defaults import default_problems
    from dateline.report.parameter_file import merge_parameters
    from dateline.report.plan import settable_names
    from dateline.report.results import ReportOptions
    from dateline.report.run import run_report
    from dateline.report.sweeps import read_sweep, run_sweep
    from dateline.study import open_study, refuse_unreadable_name
    from dateline.themes.ready import codebook_parameters

    opened = open_study(study)
    refuse_unreadable_name(opened)
    opened = replace(opened, share=share or opened.share)
    for problem in default_problems(opened):
        raise SettingError(problem)
    known = {"codebook", *settable_names(notebooks)}
    wanted = codebook_parameters(opened, codebook_name)
    given = {name: value for name, value in wanted.items() if name in known}
    given = {**given, **merge_parameters(parameter_file, parameters, notebooks=notebooks)}
    with progress_bar(lines=True) as progress:
        collect = partial(collect_results, opened, progress=progress)
        options = ReportOptions(out=out, code=code, fresh=fresh, progress=progress)
        asked: dict[str, Any] = {"notebooks": notebooks, "parameters": given, "options": options}
        made = (
            run_sweep(opened, collect, read_sweep(each), **asked)
            if each
            else run_report(opened, collect, **asked)
        )
    for failure in made.failures:
        click.echo(f"dateline: notebook {failure.name} failed: {failure.reason}", err=True)
    click.echo(made.index)
    if made.failures:
        sys.exit(1)


@click.command()
@click.argument("old", type=options.place)
@click.argument("new", type=options.place)
@click.option("--markdown", is_flag=True, help="As Markdown, for the summary of a CI job.")
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=20,
    metavar="N",
    help="At most so many points, the furthest first.",
)
def diff(old: Path, new: Path, markdown: bool, most: int) -> None:
    """What differs between two reports: files, parameters, terms, and the points that moved.

    OLD and NEW are folders that `dateline report` wrote. Each point names the articles and the
    terms through which it moved.

    Example: dateline diff reports/march reports/april
    """
    from dateline.report.difference import compare_reports
    from dateline.report.difference_text import difference_markdown, difference_text

    difference = compare_reports(old, new, most=most)
    click.echo((difference_markdown if markdown else difference_text)(difference), nl=False)


@click.command()
@click.argument("tables", type=options.place)
@click.option(
    "-o", "--out", type=options.place, metavar="DIR", default=Path("charts"),
    help="The folder to write; charts if not given.",
)  # fmt: skip
def charts(tables: Path, out: Path) -> None:
    """Draw the charts of a report again as SVG and PNG, from its tables, without the articles.

    TABLES is a folder that `dateline report` wrote. Beside the pictures, charts.csv has their
    captions and texts for readers who cannot see them.

    Example: dateline charts reports/seeds -o charts
    """
    from dateline.report.redraw import LISTED, redraw_charts

    drawn = redraw_charts(tables, out)
    click.echo(f"{len(drawn)} charts drawn, each as SVG and PNG", err=True)
    click.echo(out / LISTED)
