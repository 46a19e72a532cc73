"""How each date is known, for people to read: by rule, line by line, and what is left to decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dateline.articles.article_names import name_articles
from dateline.articles.corpus import Corpus
from dateline.articles.date_hints import date_hints
from dateline.articles.dates.decisions import COLUMNS
from dateline.articles.dates.evidence import CHECK, DATED, DECIDED, STATED
from dateline.articles.shortening import shorten

_LONGEST = 80  # characters of a quoted span
# What a rule's name says after its first word differs from entry to entry of a calendar.
_KINDS = ("event", "anniversary", "office", "elect", "age")


def summarize_rules(corpus: Corpus) -> pd.DataFrame:
    """
    One row per (date_class, rule): how many articles have their interval from it.

    Columns: date_class, rule (of a calendar entry only its kind), articles, example (the words
    that it quotes in the first of them). An article stands in a row for each rule that it needs.
    """
    used = corpus.evidence[corpus.evidence["used"]].assign(
        rule=corpus.evidence["rule"].map(_kind_of_rule)
    )
    classes = corpus.articles.set_index("doc_id")["date_class"]
    table = used.assign(date_class=used["doc_id"].map(classes))
    groups = table.groupby(["date_class", "rule"], sort=True)
    summary = pd.DataFrame(
        {"articles": groups["doc_id"].nunique(), "example": groups["text"].first()}
    )
    summary = summary.reset_index().astype({"date_class": "str", "rule": "str", "example": "str"})
    shown = summary.assign(example=[shorten(text, _LONGEST) for text in summary["example"]])
    return shown.sort_values(
        ["date_class", "articles", "rule"], ascending=[True, False, True], ignore_index=True
    )


def list_undated(corpus: Corpus) -> pd.DataFrame:
    """
    The articles that no chart by period shows (classes D and U): one row each, the narrowest
    first: path, title, interval, evidence (rule and quoted words of what bounds them), hint (what a
    decision can start from, see `date_hints`), declined (what was recorded and not used, and why),
    doc_id. One that a person decided so widely is
    listed too.
    """
    articles = corpus.articles[~corpus.articles["date_class"].isin(DATED)]
    width = articles["date_latest"] - articles["date_earliest"]
    articles = articles.assign(width=width).sort_values(["width", "path"], na_position="last")
    quotes, hints = _Quotes(corpus.evidence), date_hints(corpus.articles, corpus.evidence)
    rows = [
        (
            row.path,
            row.title,
            _interval_of(row),
            quotes.used(row.doc_id),
            hints.get(row.doc_id, ""),
            quotes.declined(row.doc_id),
            row.doc_id,
        )
        for row in _rows(articles)
    ]
    columns = ["path", "title", "interval", "evidence", "hint", "declined", "doc_id"]
    return pd.DataFrame(rows, columns=columns)


def list_conflicts(corpus: Corpus) -> pd.DataFrame:
    """
    The evidence that disagrees: one row per piece that made the interval of such an article:
    path, rule, text (the quoted words), interval (what the piece says), date_class (what is left),
    doc_id. A decision that takes one of the answers leaves no conflict.
    """
    conflicts = corpus.articles.loc[corpus.articles["date_conflict"], ["doc_id", "date_class"]]
    table = corpus.evidence.merge(conflicts, on="doc_id", how="inner")
    sure = table["used"] | (table["note"] == "contradicts dates.csv")
    columns = ["path", "rule", "text", "interval", "date_class", "doc_id"]
    return _with_intervals(table[sure])[columns]


def list_overruled(corpus: Corpus) -> pd.DataFrame:
    """
    The decisions of dates.csv that some evidence contradicts: one row per such piece: doc_id,
    path, decided (the interval), rule, text (the quoted words), interval (what the piece says).
    """
    evidence = corpus.evidence
    decided = evidence[evidence["used"] & (evidence["strength"] == DECIDED)]
    spans = [interval(row.earliest, row.latest) for row in _rows(decided)]
    answers = pd.DataFrame({"doc_id": decided["doc_id"], "decided": spans}).astype("str")
    against = evidence[evidence["note"] == "contradicts dates.csv"]
    table = _with_intervals(against.merge(answers, on="doc_id", how="inner"))
    return table[["doc_id", "path", "decided", "rule", "text", "interval"]]


def draft_decisions(corpus: Corpus) -> pd.DataFrame:
    """
    Lines for dates.csv: one for each undated article and one for each rival answer of a conflict,
    but none for an article that dates.csv has already.

    Columns as in dates.csv. An undated article has its days blank if one of them is open, to be
    filled in: a first day alone would be a decision for that day. Of a conflict's lines one is to
    be kept. `note` says what is known, quotes the evidence, and has the hint of `date_hints`. An
    article is named by its path, or, where several stand in one file, by its doc_id; the note then
    begins with the path, the number in the file and the title.
    """
    several = corpus.articles["path"].duplicated(keep=False)
    name = corpus.articles["path"].mask(several, corpus.articles["doc_id"])
    names = dict(zip(corpus.articles["doc_id"], name, strict=True))
    shown = name_articles(corpus.articles)
    decided = set(corpus.evidence.loc[corpus.evidence["strength"] == DECIDED, "doc_id"])
    open_ones = corpus.articles[~corpus.articles["doc_id"].isin(decided)]
    open_ones = open_ones.assign(shown=open_ones["doc_id"].map(shown).astype("str"))
    lines = [*_undated_lines(corpus, names, open_ones), *_conflict_lines(corpus, names, open_ones)]
    return pd.DataFrame(lines, columns=list(COLUMNS)).astype("str").drop_duplicates()


def date_lines(corpus: Corpus) -> list[str]:
    """
    One line per article: path, interval, best day, class, the words that prove it and their rules.
    Where a file holds several articles, number and title stand behind the path.

    `talks.txt  2021-12-15..2021-12-21, best 2021-12-16, class B: "a summit Wednesday" (event x)`
    Behind those of an undated article stands its hint, see `date_hints`.
    """
    quotes, names = _Quotes(corpus.evidence), name_articles(corpus.articles)
    hints = date_hints(corpus.articles, corpus.evidence)
    return [
        _line(row, names[row.doc_id], quotes.used(row.doc_id)) + _behind(hints.get(row.doc_id))
        for row in _rows(corpus.articles)
    ]


def interval(earliest: pd.Timestamp, latest: pd.Timestamp) -> str:
    """
    An interval in words; "?" for an open end.

    >>> day = pd.Timestamp("2022-03-21")
    >>> interval(day, day), interval(day, pd.NaT), interval(pd.NaT, pd.NaT)
    ('2022-03-21', '2022-03-21..?', 'no date found')
    """
    if pd.isna(earliest) and pd.isna(latest):
        return "no date found"
    if earliest == latest:
        return _day(earliest)
    return f"{_day(earliest)}..{_day(latest)}"


def _line(row: Any, name: str, words: str) -> str:
    best = "" if pd.isna(row.date) else f", best {_day(row.date)}"
    conflict = ", in conflict" if row.date_conflict else ""
    known = f"class {row.date_class}{conflict}" + (f": {words}" if words else "")
    return f"{name}  {_interval_of(row)}{best}, {known}"


def _behind(hint: str | None) -> str:
    return f"; {hint}" if hint else ""


def _with_intervals(evidence: pd.DataFrame) -> pd.DataFrame:
    """Rows of the table of evidence by article, with the column `interval` in words."""
    table = evidence.sort_values(["path", "doc_id"], kind="stable", ignore_index=True)
    return table.assign(interval=[interval(row.earliest, row.latest) for row in _rows(table)])


def _undated_lines(
    corpus: Corpus, names: dict[str, str], articles: pd.DataFrame
) -> Iterator[tuple[str, str, str, str]]:
    undated = articles[~articles["date_class"].isin(DATED) & ~articles["date_conflict"]]
    quotes, hints = _Quotes(corpus.evidence), date_hints(corpus.articles, corpus.evidence)
    for row in _rows(undated):
        known = f"{_interval_of(row)} {quotes.used(row.doc_id)}".strip()
        known += _behind(hints.get(row.doc_id))
        days = _closed(row.date_earliest, row.date_latest)
        yield names[row.doc_id], *days, _titled(row, names, known)


def _conflict_lines(
    corpus: Corpus, names: dict[str, str], articles: pd.DataFrame
) -> Iterator[tuple[str, str, str, str]]:
    conflicts = articles[articles["date_conflict"]].set_index("doc_id", drop=False)
    rivals = corpus.evidence[corpus.evidence["doc_id"].isin(conflicts.index)]
    for row in _rows(rivals[rivals["used"]]):
        words = f"{row.rule}: {shorten(row.text, _LONGEST)}"
        article = conflicts.loc[row.doc_id]
        yield names[row.doc_id], *_closed(row.earliest, row.latest), _titled(article, names, words)


def _titled(article: Any, names: dict[str, str], note: str) -> str:
    """The note, behind the place of an article that its path does not name."""
    return note if names[article.doc_id] == article.path else f"{article.shown}: {note}"


def _closed(earliest: pd.Timestamp, latest: pd.Timestamp) -> tuple[str, str]:
    """Both days, or two blanks where one is open."""
    is_open = pd.isna(earliest) or pd.isna(latest)
    return ("", "") if is_open else (_day(earliest), _day(latest))


def _kind_of_rule(rule: str) -> str:
    kind, _, rest = rule.partition(" ")
    return f"{kind}{rest[rest.index(',') :] if ',' in rest else ''}" if kind in _KINDS else rule


class _Quotes:
    """The quoted words of each article's evidence, with the rule or why it was not used."""

    def __init__(self, evidence: pd.DataFrame) -> None:
        checks = ~evidence["used"] & evidence["strength"].isin([CHECK, STATED])
        reasons = evidence["rule"] + ": " + evidence["note"]
        self._used = _join_quotes(evidence[evidence["used"]], evidence["rule"])
        self._declined = _join_quotes(evidence[checks], reasons)

    def used(self, doc_id: str) -> str:
        return self._used.get(doc_id, "")

    def declined(self, doc_id: str) -> str:
        """Pieces that might have dated the article and did not."""
        return self._declined.get(doc_id, "")


def _join_quotes(evidence: pd.DataFrame, why: pd.Series[str]) -> dict[str, str]:
    quoted = [
        f"“{shorten(str(text), _LONGEST)}” ({reason})"
        for text, reason in zip(evidence["text"], why[evidence.index], strict=True)
    ]
    joined = pd.Series(quoted, index=evidence["doc_id"], dtype="str").groupby(level=0, sort=False)
    return {str(doc_id): " + ".join(dict.fromkeys(texts)) for doc_id, texts in joined}


def _rows(table: pd.DataFrame) -> Iterator[Any]:
    yield from table.itertuples()


def _interval_of(row: Any) -> str:
    return interval(row.date_earliest, row.date_latest)


def _day(day: pd.Timestamp) -> str:
    return "?" if pd.isna(day) else f"{day:%Y-%m-%d}"
