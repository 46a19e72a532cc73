"""The commands that write a table: articles, dates, counts and passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.progress import progress_bar
from dateline.cli.reading import chosen_timeframe, open_chosen, read_codebook, read_corpus

if TYPE_CHECKING:
    import pandas as pd

# The rooms are imported inside the commands: `dateline --help` need not wait for pandas.


@click.command()
@options.study
@click.option("--blind", is_flag=True, help="Hide the stated dates, and score what is found then.")
@options.out
def dates(study: Path, blind: bool, out: Path | None) -> None:
    """When each article was published, and the words that prove it.

    With -o the table of evidence is written; with --blind, -o the table of the test.

    Example: dateline dates seeds --blind
    """
    from dateline.articles.blind import blind_test, summarize_blind
    from dateline.articles.known_dates import date_lines

    corpus = read_corpus(open_chosen(study))
    if blind:
        with progress_bar() as progress:
            tested = blind_test(corpus, progress=progress)
        _write(tested if out else summarize_blind(tested), out)
    elif out:
        _write(corpus.evidence, out)
    else:
        click.echo("\n".join(date_lines(corpus)))


@click.command()
@options.study
@click.option("--removed", is_flag=True, help="What cleaning took away, not the articles.")
@options.out
def articles(study: Path, removed: bool, out: Path | None) -> None:
    """The table of articles: dates, how they are known, copies.

    CSV leaves out the text; other files have it. With --removed the table has a row for each span
    that cleaning took: article, rule, place in the raw text, and the text.

    Example: dateline articles seeds -o seeds.parquet
    """
    corpus = read_corpus(open_chosen(study))
    if removed:
        _write(corpus.removals, out)
        return
    table = corpus.articles
    _write(table if out and out.suffix != ".csv" else table.drop(columns="text"), out)


@click.command()
@options.study
@click.option("--period", default="", help="day, week, month, quarter, year, or auto.")
@click.option(
    "--unit", default="",
    help="stories (copies once; if not given), articles, outlets, sentences or words.",
)  # fmt: skip
@options.since
@options.until
@options.date_classes
@options.other_codebook
@options.out
def count(study: Path, unit: str, out: Path | None, codebook_name: str, **timeframe: str) -> None:
    """How many stories mention each theme in each period, out of how many.

    A story whose date is known to some days or weeks is divided among the periods in which it may
    lie, so the numbers need not be whole. What is not given is as in `[report]` of study.toml.

    Shares and limits are parts of 1; of words they are mentions in 10,000 words. Standard output
    has four decimals (two digits of what is smaller), a file of -o has all.

    Example: dateline count seeds --period year
    """
    from dateline.articles import choose_period
    from dateline.stats import count_by_period
    from dateline.stats.measures import find_measure
    from dateline.themes import find_mentions, index_study

    opened = open_chosen(study, codebook_name)
    wanted = chosen_timeframe(opened, **timeframe)
    unit = find_measure(unit or str(opened.defaults.get("unit", "stories"))).unit
    corpus = read_corpus(opened)
    codebook = read_codebook(corpus)
    index = index_study(opened, corpus.articles)
    mentions = find_mentions(corpus.articles, codebook, index=index)
    chosen = choose_period(corpus.articles, wanted, unit=unit)
    series = count_by_period(mentions, corpus.articles, codebook, timeframe=chosen, unit=unit)
    _write(series if out else _rounded(series), out)


@click.command()
@options.study
@click.option("--theme", default="", help="Only this theme or actor.")
@options.since
@options.until
@options.date_classes
@click.option(
    "--explain", is_flag=True,
    help="Add how each match came about, and the matches that do not count, with the reason.",
)  # fmt: skip
@options.other_codebook
@options.out
def passages(
    study: Path,
    theme: str,
    out: Path | None,
    explain: bool,
    codebook_name: str,
    **timeframe: str,
) -> None:
    """The sentences behind the counts, keyword in context.

    With days, those of all articles that may be of these days, though they may be of others. What
    is not given is as in `[report]` of study.toml.

    Example: dateline passages seeds --theme taiwan --since 2022-08-01 --until 2022-08-31
    """
    from dateline.themes import find_mentions, find_passages, index_study
    from dateline.themes.explain import explain_passages
    from dateline.themes.selection import pick_passages

    opened = open_chosen(study, codebook_name)
    wanted = chosen_timeframe(opened, **timeframe)
    corpus = read_corpus(opened)
    codebook = read_codebook(corpus)
    index = index_study(opened, corpus.articles)
    if explain:
        found = explain_passages(corpus.articles, codebook, index=index)
    else:
        mentions = find_mentions(corpus.articles, codebook, index=index)
        found = find_passages(mentions, corpus.articles)
    _write(pick_passages(found, corpus.articles, codebook, theme=theme, timeframe=wanted), out)


def _rounded(series: pd.DataFrame) -> pd.DataFrame:
    """The numbers with the digits that mean something; what is not 0 does not become it."""
    numbers = series.select_dtypes("float").columns
    return series.assign(**{name: series[name].map(_short) for name in numbers})


def _short(number: float) -> float:
    return round(number, 4) or float(f"{number:.2g}")


def _write(table: pd.DataFrame, out: Path | None) -> None:
    from dateline.report.tables import table_bytes, write_table

    if out:
        write_table(table, out)
        click.echo(f"{len(table)} rows written to {out}", err=True)
    else:
        click.echo(table_bytes(table, ".csv"), nl=False)
