"""Which points of a series moved from one report to another, and through which articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from dateline.articles.counted import counted_rows
from dateline.articles.placing import place_articles, weigh_articles
from dateline.articles.timeframe import Timeframe
from dateline.report.codebook_difference import ADDED, MASKS, REMOVED, terms_of

# One row per point that moved, the largest move of the share first.
POINT_COLUMNS = (
    "theme",
    "period",  # first day
    "unit",
    "count_old",  # 0 where the point is not in that report
    "total_old",
    "share_old",  # missing where the total is 0
    "count_new",
    "total_new",
    "share_new",
    "moved",  # share_new - share_old, a missing share taken as 0
)
# One row per article that moves a point.
CAUSE_COLUMNS = (
    "name",  # path; with the title where a file holds several articles
    "effect",  # what it adds to the count
    "effect_total",  # and to the total
    "reason",  # in words, for the reader
    "term",  # the term of the codebook that is the reason, else blank
)
_ARTICLE_COLUMNS = (
    "doc_id", "source", "title", "date", "date_earliest", "date_latest", "date_class", "copy_of",
    "problem", "path",
)  # fmt: skip
ARTICLES_NEEDED, PASSAGES_NEEDED = _ARTICLE_COLUMNS, ("doc_id", "theme", "pattern")
SERIES_NEEDED = ("period", "theme", "unit", "count", "total", "share", "low", "high")
_SMALL = 1e-6  # below the rounding of counts
# Units whose count is more than one for an article.
_DENSE = ("sentences", "words")


@dataclass(frozen=True)
class Side:
    """The tables of one report that say what each article adds to a point."""

    articles: pd.DataFrame
    passages: pd.DataFrame
    weights: pd.DataFrame  # doc_id, period, weight: of the articles that the unit counts
    reasons: dict[str, str]  # doc_id to why it is left out, "" if it counts


def make_side(
    articles: pd.DataFrame, passages: pd.DataFrame, *, timeframe: Timeframe, unit: str
) -> Side:
    """The side of one report, from its tables articles and passages and its settings."""
    weights = weigh_articles(articles, timeframe)
    rows = articles.set_index("doc_id")
    counted = counted_rows(articles, unit)
    placed = place_articles(articles, timeframe)
    reasons = placed["reason"].mask(
        (placed["reason"] == "") & ~counted.to_numpy(), "a copy of another"
    )
    weights = weights[weights["doc_id"].isin(articles.loc[counted, "doc_id"])]
    return Side(rows, passages, weights, dict(zip(rows.index, reasons, strict=True)))


def moved_points(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """
    The points of two series of the same unit and period that differ, columns POINT_COLUMNS.

    A point is there if its count or its share moved; a total alone does not move a share of 0.
    A point that one of the series does not have counts as 0 of 0 there. The order is by the size
    of the move, then of the change of the count, then by period and theme.
    """
    keys = ["theme", "period", "unit"]
    both = old.merge(new, on=keys, how="outer", suffixes=("_old", "_new"))
    for name in ("count", "total"):
        both = both.fillna({f"{name}_old": 0.0, f"{name}_new": 0.0})
    both["moved"] = both["share_new"].fillna(0.0) - both["share_old"].fillna(0.0)
    added = (both["count_new"] - both["count_old"]).abs()
    order = both.assign(size=both["moved"].abs(), added=added)
    order = order[(order["size"] > _SMALL) | (order["added"] > _SMALL)]
    order = order.sort_values(
        ["size", "added", "period", "theme"], ascending=[False, False, True, True], kind="stable"
    )
    return order[list(POINT_COLUMNS)].reset_index(drop=True)


def same_articles(old: pd.DataFrame, new: pd.DataFrame) -> dict[str, str]:
    """
    The doc_id of each article of the new table by which the old one knew it, where it did.

    That is the same identifier, or that of the one article of the same path if the text changed.
    """
    same = {name: name for name in new["doc_id"] if name in set(old["doc_id"])}
    left = [table[~table["doc_id"].isin(list(same))] for table in (old, new)]
    alone = [table[~table["path"].duplicated(keep=False)].set_index("path") for table in left]
    paths = alone[1].index.intersection(alone[0].index)
    changed = zip(alone[1]["doc_id"][paths], alone[0]["doc_id"][paths], strict=True)
    return same | dict(changed)


def causes_of(
    point: Any, sides: tuple[Side, Side], *, changes: pd.DataFrame, same: Mapping[str, str]
) -> pd.DataFrame:
    """
    The articles that move one point, columns CAUSE_COLUMNS, the largest effect first.

    `point` is a row of `moved_points`, `sides` are the old report and the new, `changes` the table
    of `compare_codebooks`, `same` that of `same_articles`. Effects are weights, as an article
    whose date is an interval counts in parts; of sentences and words, weights times the number of
    passages, which is exact for words only.
    """
    before, after = (_pieces(side, point) for side in sides)
    after = {same.get(name, name): piece for name, piece in after.items()}
    later = {earlier: name for name, earlier in same.items()}
    rows = []
    for name in dict.fromkeys([*before, *after]):
        was, now = before.get(name, _NOTHING), after.get(name, _NOTHING)
        if (was.weight, was.hits) == (now.weight, now.hits):
            continue
        names = name, later.get(name, name)
        reason, term = _reason(names, sides, (was, now)) or _terms(was, now, point.theme, changes)
        effect = now.weight * now.hits - was.weight * was.hits
        rows.append((_name(names, sides), effect, now.weight - was.weight, reason, term))
    table = pd.DataFrame(rows, columns=list(CAUSE_COLUMNS))
    size = table["effect"].abs()
    order = table.assign(size=size, total=table["effect_total"].abs()).sort_values(
        ["size", "total", "name"], ascending=[False, False, True], kind="stable"
    )
    return order[list(CAUSE_COLUMNS)].reset_index(drop=True)


class _Piece(NamedTuple):
    """What an article adds to a point: hits of its weight, through these terms."""

    weight: float
    hits: int
    terms: tuple[str, ...]


_NOTHING = _Piece(0.0, 0, ())


def _pieces(side: Side, point: Any) -> dict[str, _Piece]:
    weights = side.weights[side.weights["period"] == point.period]
    found = side.passages[side.passages["theme"] == point.theme]
    terms = found[found["doc_id"].isin(weights["doc_id"])].groupby("doc_id")["pattern"].agg(list)
    pieces = {}
    for name, weight in zip(weights["doc_id"], weights["weight"], strict=True):
        mine = terms.get(name, [])
        hits = len(mine) if point.unit in _DENSE else int(bool(mine))
        pieces[name] = _Piece(round(float(weight), 6), hits, tuple(dict.fromkeys(mine)))
    return pieces


def _reason(
    names: tuple[str, str], sides: tuple[Side, Side], pieces: tuple[_Piece, _Piece]
) -> tuple[str, str] | None:
    """Why an article counts otherwise, unless it is through a term."""
    (old, new), (was, now) = names, pieces
    if old not in sides[0].reasons:
        return "new articles", ""
    if new not in sides[1].reasons:
        return "articles gone,", ""
    if old != new:
        return "articles whose text changed", ""
    if was.weight == now.weight:
        return None
    before, after = sides[0].reasons[old], sides[1].reasons[new]
    if before != after:
        words = f"counted now, before {before}" if before else f"left out now, {after}"
        return f"articles {words}", ""
    dates = [_dated(side, doc_id) for side, doc_id in zip(sides, names, strict=True)]
    if dates[0] != dates[1]:
        return f"dated {dates[1]}, before {dates[0]},", ""
    return "articles counted otherwise", ""


def _terms(was: _Piece, now: _Piece, theme: str, changes: pd.DataFrame) -> tuple[str, str]:
    """The term through which a theme is found in an article, or no longer, or more often."""
    gained = [term for term in now.terms if term not in was.terms]
    lost = [term for term in was.terms if term not in now.terms]
    added, removed = terms_of(changes, theme, ADDED), terms_of(changes, theme, REMOVED)
    for term in gained:
        if term in added:
            return ADDED, term
    for term in lost:
        if term in removed:
            return REMOVED, term
    masks = terms_of(changes, theme, MASKS)
    if (lost or now.hits < was.hits) and masks:
        return "masked by what is new under unless, before", (lost or list(now.terms))[0]
    if gained:
        return "not counted before,", gained[0]
    return "no longer counted,", (lost or list(was.terms) or [""])[0]


def _name(names: tuple[str, str], sides: tuple[Side, Side]) -> str:
    """What the reader knows the article by."""
    new = names[1] in sides[1].reasons
    articles = sides[new].articles
    row = articles.loc[names[new]]
    several = (articles["path"] == row["path"]).sum() > 1
    return f"{row['path']}, “{row['title']}”" if several else str(row["path"] or names[new])


def _dated(side: Side, doc_id: str) -> str:
    days: list[Any] = [side.articles.at[doc_id, f"date_{end}"] for end in ("earliest", "latest")]
    ends = ["open" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in days]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)
