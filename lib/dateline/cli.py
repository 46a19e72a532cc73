"""The command line. Results go to standard output or `-o`; everything else to standard error."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from dateline.errors import DatelineError
from dateline.study import SHARE_LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from dateline.articles import Corpus, Progress
    from dateline.themes import Codebook

# The rooms are imported inside the commands: `dateline --help` need not wait for pandas.


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


_study = click.argument("study", type=click.Path(path_type=Path))
_since = click.option("--since", default="", metavar="DAY", help="First day, such as 2022-03-01.")
_until = click.option("--until", default="", metavar="DAY", help="Last day.")
_date_classes = click.option(
    "--date-classes", default="ABC", metavar="CLASSES",
    help="Which dates count: ABC (known within 92 days), AB (within 8) or A (stated).",
)  # fmt: skip
_out = click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="FILE",
    help="Write to FILE (.csv, .jsonl or .parquet by its ending), not to standard output.",
)  # fmt: skip
_other_codebook = click.option(
    "--codebook", "codebook_name", default="", metavar="NAME",
    help="Another codebook than the study's own: starter, gpr, epu, or a .toml file.",
)  # fmt: skip


@main.command()
@_study
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
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Parameters from a .toml or .json file, such as a saved view; -p outranks it.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
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
@_other_codebook
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
    from dateline.report.parameter_file import merge_parameters
    from dateline.report.plan import settable_names
    from dateline.report.results import ReportOptions
    from dateline.report.run import run_report
    from dateline.report.sweeps import read_sweep, run_sweep
    from dateline.study import open_study
    from dateline.themes.ready import codebook_parameters

    opened = open_study(study)
    opened = replace(opened, share=share or opened.share)
    known = {"codebook", *settable_names(notebooks)}
    wanted = codebook_parameters(opened, codebook_name)
    given = {name: value for name, value in wanted.items() if name in known}
    given = {**given, **merge_parameters(parameter_file, parameters, notebooks=notebooks)}
    with _progress_bar() as progress:
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


@main.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--markdown", is_flag=True, help="As Markdown, for the summary of a CI job.")
@click.option("--most", default=20, metavar="N", help="At most so many points, the furthest first.")
def diff(old: Path, new: Path, markdown: bool, most: int) -> None:
    """What differs between two reports: files, parameters, terms, and the points that moved.

    OLD and NEW are folders that `dateline report` wrote. Each point names the articles and the
    terms through which it moved. Example: dateline diff reports/march reports/april
    """
    from dateline.report.difference import compare_reports
    from dateline.report.difference_text import difference_markdown, difference_text

    difference = compare_reports(old, new, most=most)
    click.echo((difference_markdown if markdown else difference_text)(difference), nl=False)


@main.command()
@click.argument("tables", type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="DIR", default=Path("charts"),
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


@main.command()
@_study
@click.option("--blind", is_flag=True, help="Hide the stated dates, and score what is found then.")
@_out
def dates(study: Path, blind: bool, out: Path | None) -> None:
    """When each article was published, and the words that prove it.

    With -o the table of evidence is written; with --blind, -o the table of the test.

    Example: dateline dates seeds --blind
    """
    from dateline.articles.blind import blind_test, summarize_blind
    from dateline.articles.known_dates import date_lines

    corpus = _corpus(study)
    if blind:
        with _progress_bar() as progress:
            tested = blind_test(corpus, progress=progress)
        _write(tested if out else summarize_blind(tested), out)
    elif out:
        _write(corpus.evidence, out)
    else:
        click.echo("\n".join(date_lines(corpus)))


@main.command()
@_study
@click.option("--removed", is_flag=True, help="What cleaning took away, not the articles.")
@_out
def articles(study: Path, removed: bool, out: Path | None) -> None:
    """The table of articles: dates, how they are known, copies.

    CSV leaves out the text; other files have it. With --removed the table has a row for each span
    that cleaning took: article, rule, place in the raw text, and the text.

    Example: dateline articles seeds -o seeds.parquet
    """
    corpus = _corpus(study)
    if removed:
        _write(corpus.removals, out)
        return
    table = corpus.articles
    _write(table if out and out.suffix != ".csv" else table.drop(columns="text"), out)


@main.command()
@_study
@click.option("--period", default="auto", help="day, week, month, quarter, year, or auto.")
@click.option(
    "--unit", default="stories",
    help="stories (copies once), articles, outlets, sentences or words.",
)  # fmt: skip
@_since
@_until
@_date_classes
@_other_codebook
@_out
def count(study: Path, unit: str, out: Path | None, codebook_name: str, **timeframe: str) -> None:
    """How many stories mention each theme in each period, out of how many.

    A story whose date is known to some days or weeks is divided among the periods in which it may
    lie, so the numbers need not be whole. Example: dateline count seeds --period year
    """
    from dateline.articles import Timeframe, choose_period
    from dateline.stats import count_by_period
    from dateline.themes import find_mentions

    wanted = Timeframe(**timeframe)
    corpus = _corpus(study, codebook_name)
    codebook = _codebook(corpus)
    mentions = find_mentions(corpus.articles, codebook)
    chosen = choose_period(corpus.articles, wanted, unit=unit)
    _write(count_by_period(mentions, corpus.articles, codebook, timeframe=chosen, unit=unit), out)


@main.command()
@_study
@click.option("--theme", default="", help="Only this theme or actor.")
@_since
@_until
@_date_classes
@click.option(
    "--explain", is_flag=True,
    help="Add how each match came about, and the matches that do not count, with the reason.",
)  # fmt: skip
@_other_codebook
@_out
def passages(
    study: Path,
    theme: str,
    out: Path | None,
    explain: bool,
    codebook_name: str,
    **timeframe: str,
) -> None:
    """The sentences behind the counts, keyword in context.

    With days, those of all articles that may be of these days, though they may be of others.

    Example: dateline passages seeds --theme taiwan --since 2022-08-01 --until 2022-08-31
    """
    from dateline.articles import Timeframe
    from dateline.themes import find_mentions, find_passages
    from dateline.themes.explain import explain_passages
    from dateline.themes.selection import pick_passages

    wanted = Timeframe(**timeframe)
    corpus = _corpus(study, codebook_name)
    codebook = _codebook(corpus)
    if explain:
        found = explain_passages(corpus.articles, codebook)
    else:
        found = find_passages(find_mentions(corpus.articles, codebook), corpus.articles)
    _write(pick_passages(found, corpus.articles, codebook, theme=theme, timeframe=wanted), out)


@main.command()
@_study
@_other_codebook
def check(study: Path, codebook_name: str) -> None:
    """Read everything, count nothing: the ledger, and what is wrong or odd.

    That is refused files, undated articles, dates that conflict, and terms of the codebook that
    repeat, match nothing, are never counted or bring nearly all of a theme. Exit code 1 if a file
    was refused. Example: dateline check seeds
    """
    from dateline.report.check import check_study

    corpus = _corpus(study, codebook_name)
    findings = check_study(corpus, _codebook(corpus))
    for line in findings.lines:
        click.echo(line)
    sys.exit(1 if findings.errors else 0)


@main.group()
def codebook() -> None:
    """Codebook files: those of other programs, and Dateline's own.

    Example: dateline codebook convert moods.cat codebook.toml
    """


@codebook.command("convert")
@click.argument("source", type=click.Path(path_type=Path), metavar="IN")
@click.argument("target", type=click.Path(path_type=Path), metavar="OUT")
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


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a study: commented files, and an empty folder for the articles.

    A folder that holds files already keeps them, and they are the articles.

    Example: dateline new my-study
    """
    from dateline.study import new_study

    made = new_study(folder)
    place = made / "articles" if (made / "articles").is_dir() else made
    click.echo(f"The articles belong in {place}; then run: dateline report {made}", err=True)
    click.echo(made)


@main.command()
@click.argument("study", type=click.Path(path_type=Path), required=False)
def lab(study: Path | None) -> None:
    """Open JupyterLab on its start page, with the notebooks set to a study.

    Without STUDY the notebooks themselves are opened; with one, copies of them in lab/<study>
    that name it. Example: dateline lab my-study
    """
    from dateline.report.lab import lab_options, prepare_lab
    from dateline.study import open_study

    opened = open_study(study) if study else None
    folder = prepare_lab(opened)
    command = [sys.executable, "-m", "jupyterlab", *lab_options(opened, folder)]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container everybody is root, and JupyterLab would only refuse.
        click.echo("dateline: you are root, so the notebooks will run as root", err=True)
        command.append("--allow-root")
    # The kernel is that of this environment, also where a person has another of the same name.
    settings = {"JUPYTER_PLATFORM_DIRS": "1", "JUPYTER_PREFER_ENV_PATH": "1"}
    sys.exit(subprocess.call(command, env=os.environ | settings))


def _corpus(study: Path, codebook_name: str = "") -> Corpus:
    from dateline.articles import build_corpus
    from dateline.study import open_study
    from dateline.themes.ready import codebook_setting, with_codebook

    opened = open_study(study)
    opened = with_codebook(opened, codebook_setting(opened, codebook_name))
    with _progress_bar() as progress:
        return build_corpus(opened, progress=progress)


def _codebook(corpus: Corpus) -> Codebook:
    from dateline.themes import load_codebook

    return load_codebook(corpus.study.codebook)


def _write(table: pd.DataFrame, out: Path | None) -> None:
    from dateline.report.tables import table_bytes, write_table

    if out:
        write_table(table, out)
        click.echo(f"{len(table)} rows written to {out}", err=True)
    else:
        click.echo(table_bytes(table, ".csv"), nl=False)


@contextmanager
def _progress_bar() -> Iterator[Progress]:
    """One bar on standard error that is named after the step; hidden where nobody watches."""
    from tqdm import tqdm

    with tqdm(
        disable=None, leave=False, bar_format="{desc:<24} {bar:30} {n_fmt}/{total_fmt}"
    ) as bar:
        yield _advance(bar)


def _advance(bar: Any) -> Callable[[str, int, int], None]:
    def advance(step: str, done: int, total: int) -> None:
        if bar.disable:
            return
        if bar.desc != step:
            bar.set_description_str(step, refresh=False)
            bar.reset(total=total or None)  # of files it is not known how many will come
        bar.update(done - bar.n)

    return advance
