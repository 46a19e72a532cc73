"""`dateline check`: what is wrong or odd in a study, without counting anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from dateline.articles import Corpus, Timeframe, choose_period, make_ledger
from dateline.articles.article_names import name_articles
from dateline.articles.dates.calendar import list_replaced
from dateline.articles.dates.decisions import count_open
from dateline.articles.known_dates import list_conflicts, list_overruled, list_undated
from dateline.articles.shortening import shorten
from dateline.articles.source_names import list_sources
from dateline.articles.timeframe import AUTO, DATE_CLASSES
from dateline.study import starter_codebook
from dateline.themes import Codebook, lint_codebook
from dateline.themes.lint import NEVER

# How many warnings of a kind, and terms of a line, are told before the rest is only counted.
MOST, FEW = 10, 5
LONGEST = 60  # characters of a term or of quoted words
_DECIDE = "dates.csv can decide"
_REWRITE = f"write such dates as 2022-12-03, or {_DECIDE}"
WHERE = "the report 08-codebook"
_ANY = Timeframe(AUTO)


class Findings(NamedTuple):
    """Lines to print, and how many of them are errors: files that no reader could take."""

    lines: list[str]
    errors: int


def check_study(
    corpus: Corpus, codebook: Codebook, *, timeframe: Timeframe = _ANY, unit: str = "stories"
) -> Findings:
    """
    The ledger of a report with this timeframe and unit, the sources, refused files, undated
    articles, dates in conflict, own calendar entries in place of shipped ones, and codebook
    warnings.
    """
    refused = corpus.files[corpus.files["status"] == "refused"]
    chosen = choose_period(corpus.articles, timeframe, unit=unit)
    lines = [*corpus.study.notes, _asked_line(chosen), *_ledger_lines(corpus, chosen)]
    lines += _source_lines(corpus)
    lines += [f"{row.path}  refused: {row.reason}" for row in refused.itertuples()]
    lines += _date_lines(corpus)
    lines += _calendar_lines(corpus)
    lines += _codebook_lines(corpus, codebook)
    return Findings(lines, len(refused))


def _asked_line(timeframe: Timeframe) -> str:
    """What the ledger below it is for, as a report says it."""
    since = f" from {timeframe.since}" if timeframe.since else ""
    until = f" to {timeframe.until}" if timeframe.until else ""
    classes = timeframe.date_classes
    sure = f", dates of class {' and '.join(classes)} only" if classes != DATE_CLASSES[0] else ""
    return f"A report counts by {timeframe.period}{since}{until}{sure}:"


def _ledger_lines(corpus: Corpus, timeframe: Timeframe) -> list[str]:
    languages = corpus.study.cleaning.languages
    ledger = make_ledger(corpus.articles, corpus.files, timeframe=timeframe, languages=languages)
    depth = {"": -1}
    lines = []
    columns = (ledger[name] for name in ("line", "number", "part_of"))
    for line, number, whole in zip(*columns, strict=True):
        depth[line] = depth[whole] + 1
        lines.append(f"{number:>7}  {'  ' * depth[line]}{line}")
    return lines


def _source_lines(corpus: Corpus) -> list[str]:
    """The sources with their articles, in one line; which of them are only names of folders."""
    sources = list_sources(corpus.articles)
    named = [
        f"{_plain(row.source) or 'not known'} {row.articles}"
        f"{' (name of the folder)' if row.of_folder else ''}"
        for row in sources.head(MOST).itertuples()
    ]
    more = f" and {len(sources) - MOST} more sources" if len(sources) > MOST else ""
    return [f"sources, with their articles: {', '.join(named)}{more}"] if named else []


def _plain(text: object) -> str:
    """One short line without characters that steer a terminal."""
    line = shorten(str(text), LONGEST)
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)


def _calendar_lines(corpus: Corpus) -> list[str]:
    """A note for each entry of the study's calendar that takes the place of a shipped one."""
    study = corpus.study
    if study.calendar is None or not study.dating.world_calendar:
        return []
    return [
        f"{study.calendar.name}{f', line {line}' if line else ''}: `{name}` replaces the entry of "
        "this id that Dateline ships; give it another id if both are meant"
        for name, line in list_replaced(study.calendar)
    ]


def _date_lines(corpus: Corpus) -> list[str]:
    """What is undated, with what was declined, each side of what conflicts, and what is decided."""
    names = name_articles(corpus.articles)
    undated = list_undated(corpus)
    counted = set(corpus.articles.loc[corpus.articles["problem"] == "", "doc_id"])
    declined = ["; declined: " + why if why else "" for why in undated["declined"]]
    lines = [
        f"{names[doc_id]}  undated; dates.csv can decide{why}"
        for doc_id, why in zip(undated["doc_id"], declined, strict=True)
        if doc_id in counted
    ]
    overruled = list_overruled(corpus)
    lines += _conflict_lines(list_conflicts(corpus), set(overruled["doc_id"]), names)
    lines += [
        f"{names[doc_id]}  decided in dates.csv: {row.decided}; set aside: {_side(row)}"
        for doc_id, row in zip(overruled["doc_id"], overruled.itertuples(), strict=True)
    ]
    return lines + _open_lines(corpus)


def _conflict_lines(
    conflicts: pd.DataFrame, decided: set[str], names: dict[str, str]
) -> Iterator[str]:
    """Each side of each conflict that nobody has decided; the last one says the way out."""
    for doc_id, sides in conflicts[~conflicts["doc_id"].isin(decided)].groupby(
        "doc_id", sort=False
    ):
        readings = sides.duplicated(["rule", "text"]).any()
        ways = [""] * (len(sides) - 1) + [f"; {_REWRITE if readings else _DECIDE}"]
        for side, way in zip(sides.itertuples(), ways, strict=True):
            yield f"{names[str(doc_id)]}  dates conflict: {_side(side)}{way}"


def _side(row: Any) -> str:
    return f"{row.interval}, {row.rule} “{shorten(str(row.text), LONGEST)}”"


def _open_lines(corpus: Corpus) -> list[str]:
    number = count_open(corpus.study.dates)
    lines = "1 line of dates.csv has" if number == 1 else f"{number} lines of dates.csv have"
    return [f"{lines} no day yet"] if number else []


def _codebook_lines(corpus: Corpus, codebook: Codebook) -> list[str]:
    """The warnings by kind, at most MOST of each; those of terms that match nothing together."""
    warnings = lint_codebook(codebook, corpus.articles)
    unused = warnings["kind"] == NEVER
    file = corpus.study.codebook.name
    lines = []
    for _, rows in warnings[~unused].groupby("kind", sort=False):
        lines += [
            f"{file}, line {row.line}: `{shorten(str(row.term), LONGEST)}` in {row.theme} "
            f"{row.warning}"
            for row in rows.head(MOST).itertuples()
        ]
        lines += _more(len(rows), f"like the last are in {WHERE}")
    if corpus.study.codebook == starter_codebook():
        return [*lines, f"starter codebook: {int(unused.sum())} of its terms match nothing here"]
    return lines + _unused_lines(file, warnings[unused], codebook)


def _unused_lines(file: str, unused: pd.DataFrame, codebook: Codebook) -> list[str]:
    """The terms by theme if they are few; else how many, a few of them, and the empty themes."""
    if len(unused) <= MOST:
        return [
            f"{file}, line {rows['line'].iloc[0]}: in {theme} these match nothing here: "
            f"{_quoted(rows['term'])}"
            for theme, rows in unused.groupby("theme", sort=False)
        ]
    terms = sum(len(theme.terms) for theme in codebook.themes)
    lines = [
        f"{file}: {len(unused)} of {terms} terms match nothing here, such as "
        f"{_quoted(unused['term'].head(FEW))}; {WHERE} lists them all"
    ]
    sizes = unused.groupby("theme").size()
    empty = [
        theme.name for theme in codebook.themes if 0 < len(theme.terms) == sizes.get(theme.name)
    ]
    return lines + ([f"{file}: no term matches at all in {', '.join(empty)}"] if empty else [])


def _quoted(terms: pd.Series[str]) -> str:
    return ", ".join(f"`{shorten(term, LONGEST)}`" for term in terms)


def _more(number: int, words: str) -> list[str]:
    return [f"... {number - MOST} more {words}"] if number > MOST else []
