"""What the front end is told, as plain values; every text is shown as text, never as HTML."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from dateline.articles.dates.evidence import HOW_KNOWN
from dateline.articles.periods import PERIODS, period_label
from dateline.articles.placing import place_articles
from dateline.articles.timeframe import AUTO, DATE_CLASSES
from dateline.charts.wording import singular
from dateline.explore.behind import GONE
from dateline.explore.model import Exploration
from dateline.explore.terms_text import entry_lines, theme_toml
from dateline.report.evidence import pick_examples
from dateline.stats import MEASURES, is_thin

MOST_PASSAGES = 40
# Characters on each side of the words found; a table or a list can be one long "sentence".
_LONGEST_SIDE = 400
_CLASSES = {
    "ABC": "known within 92 days",
    "AB": "known within 8 days",
    "A": "stated only",
}
_REASONS = {
    "undated": "undated",
    "not sure enough": "dated less surely than asked",
    "too wide": "dated too widely for the period",
    "outside": "not surely of these days",
    "problem": "without text",
    "another language": "in another language",
}

Payload = dict[str, Any]


def choices_payload(model: Exploration) -> Payload:
    """All that can be chosen, and what is; the numbers behind a theme are of the whole study."""
    numbers = model.articles_mentioning()
    view, table = model.view, model.sources()
    sources = zip(table["source"].tolist(), table["articles"].tolist(), strict=True)
    return {
        "study": model.corpus.study.title,
        "file": model.codebook_on_disk.file,
        "themes": [
            {
                "name": theme.name,
                "label": theme.label,
                "kind": theme.kind,
                "depth": theme.name.count("."),
                "articles": numbers[theme.name],
                "chosen": theme.name in view.themes,
            }
            for theme in model.codebook.themes
        ],
        "sources": [
            {"name": name, "articles": number, "chosen": name in view.sources}
            for name, number in sources
        ],
        "periods": [[name, name] for name in (AUTO, *PERIODS)],
        "units": [[unit, measure.question] for unit, measure in MEASURES.items()],
        "classes": [[name, _CLASSES[name]] for name in DATE_CLASSES],
        "view": {
            "period": view.period,
            "unit": view.unit,
            "since": view.since,
            "until": view.until,
            "date_classes": view.date_classes,
        },
    }


def chart_payload(model: Exploration) -> Payload:
    """
    The chart: periods with their totals, and for each theme a point for each period.

    A point is [count, share, low, high], the last three null where nothing is known; `before` has
    the shares by the codebook on disk, where the terms of the theme were edited.
    """
    series = model.series()
    before = model.series_on_disk() if model.is_edited else series
    measure = MEASURES[model.view.unit]
    period = model.timeframe.period
    totals = series.drop_duplicates("period")[["period", "total"]]
    return {
        "period": period,
        "axis": measure.axis.format(period=period),
        "noun": measure.noun,
        "one": singular(measure.noun),
        "percent": measure.is_share,
        "columns": [
            {"start": f"{day:%Y-%m-%d}", "label": period_label(day, period), "total": total,
             "thin": bool(thin)}
            for day, total, thin in zip(
                totals["period"], totals["total"].tolist(), is_thin(totals["total"]), strict=True
            )
        ],
        "curves": [
            _curve(name, label, series, before) for name, label in model.labels().items()
        ],
        "note": " ".join([measure.caveat, _left_out(model)]).strip(),
    }  # fmt: skip


def _curve(name: str, label: str, series: pd.DataFrame, before: pd.DataFrame) -> Payload:
    rows, old = (table[table["theme"] == name] for table in (series, before))
    points = rows[["count", "share", "low", "high"]].to_numpy(dtype=float).tolist()
    shares = old["share"].to_numpy(dtype=float).tolist()
    moved = (rows["count"].to_numpy() != old["count"].to_numpy()).any()
    return {
        "theme": name,
        "label": label,
        "points": [[_known(value) for value in point] for point in points],
        "before": [_known(share) for share in shares] if moved else None,
    }


def _left_out(model: Exploration) -> str:
    """How many articles are not in the chart, and why."""
    reasons = place_articles(model.articles, model.timeframe)["reason"].value_counts()
    told = [f"{reasons[name]} {words}" for name, words in _REASONS.items() if name in reasons]
    if not told:
        return f"All {len(model.articles)} articles are in the chart."
    number = int(reasons.drop("", errors="ignore").sum())
    return f"{number} of {len(model.articles)} articles are not in the chart: {', '.join(told)}."


def passages_payload(model: Exploration, theme: str, period: str) -> Payload:
    """
    The sentences behind a point, by article.

    Of more than MOST_PASSAGES some are shown, those of `pick_examples`, and `found` says of how
    many. Those that edited terms lost are not among the `found`.
    """
    table = model.passages_at(theme, period)
    shown = pick_examples(table, MOST_PASSAGES).sort_values(
        ["date", "doc_id", "from"], kind="stable", na_position="last"
    )
    several = model.corpus.articles["path"].duplicated(keep=False)
    shared = set(model.corpus.articles.loc[several, "path"])
    return {
        "theme": theme,
        "label": model.codebook.labels[theme],
        "period": f"{pd.Timestamp(period):%Y-%m-%d}",
        "when": period_label(pd.Timestamp(period), model.timeframe.period),
        "found": int((table["change"] != GONE).sum()),
        "gone": int((table["change"] == GONE).sum()),
        "shown": len(shown),
        "articles": [_article(rows, shared) for _, rows in shown.groupby("doc_id", sort=False)],
    }


def _article(rows: pd.DataFrame, shared: set[str]) -> Payload:
    row = rows.iloc[0]
    path = str(row["path"])
    return {
        "doc_id": row["doc_id"],
        "date": "" if pd.isna(row["date"]) else f"{row['date']:%Y-%m-%d}",
        "known": HOW_KNOWN.get(str(row["date_class"]), "unknown"),
        "source": row["source"],
        "title": row["title"] or path,
        "path": f"{path}, one of several articles in it" if path in shared else path,
        "weight": round(float(row["weight"]), 3),
        "passages": [_passage(each) for each in rows.to_dict("records")],
    }


def _passage(row: dict[Any, Any]) -> Payload:
    pre, post = str(row["pre"]), str(row["post"])
    return {
        "id": f"{row['doc_id']}:{row['from']}",
        "pre": pre if len(pre) <= _LONGEST_SIDE else f"… {pre[-_LONGEST_SIDE:]}",
        "keyword": row["keyword"],
        "post": post if len(post) <= _LONGEST_SIDE else f"{post[:_LONGEST_SIDE]} …",
        "term": row["pattern"],
        "change": row["change"],
    }


def terms_payload(model: Exploration, theme: str) -> Payload:
    """The terms of a theme as they count now, as text to edit and as lines for the codebook."""
    found = next(each for each in model.codebook.themes if each.name == theme)
    on_disk = next(each for each in model.codebook_on_disk.themes if each.name == theme)
    return {
        "theme": theme,
        "terms": entry_lines(found.terms),
        "unless": entry_lines(found.unless),
        "edited": found != on_disk,
        "toml": theme_toml(found),
        "nested": [
            model.codebook.labels[name] for name in model.codebook.family(theme) if name != theme
        ],
    }


def moves_payload(model: Exploration, moves: pd.DataFrame) -> Payload:
    """The table of `moves` in words."""
    labels = model.codebook.labels
    period = model.timeframe.period
    measure = MEASURES[model.view.unit]
    return {
        "noun": measure.noun if measure.is_share else "mentions",
        "rows": [
            {
                "label": labels[row["theme"]],
                "when": period_label(row["period"], period),
                "before": row["before"],
                "after": row["after"],
                "change": row["change"],
            }
            for row in moves.to_dict("records")
        ],
    }


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
