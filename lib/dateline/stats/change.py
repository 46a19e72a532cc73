"""When did a theme change, and how sure is that? One change, looked for in all places at once.

A search tries every position and keeps the best, so its best always looks good. Here it is held
against the best of the same search among documents that have changed places within their source.
"""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dateline.stats.change_search import Search
from dateline.stats.documents import fill_columns, theme_columns
from dateline.stats.intervals import Floats
from dateline.stats.measures import DECIMALS
from dateline.stats.multiple import holm
from dateline.stats.permuting import permuted_gains
from dateline.stats.scan import plausible_limit, position_chances, stratified_ratio, trend_gain

PERMUTATIONS = 999
SEED = 1

FOUND = 0.05  # p below which the shape is told
CERTAIN = 0.01  # p below which a second change is looked for on each side
ALIKE = 2.0  # difference in BIC

CHANGE_COLUMNS = {
    "theme": "str",
    "part": "str",  # "all", or "before" or "after" the change found in all
    "periods": "int64",  # non-empty ones
    "documents": "float64",  # sum of weights
    "last_before": "datetime64[us]",  # first days of the two periods that the best position is
    "first_after": "datetime64[us]",  # between; missing, as all below, if not looked for
    "before": "float64",  # share, or rate times `per`, of all sources
    "after": "float64",
    "ratio": "float64",  # after / before within sources; missing if no source has both sides
    "ratio_low": "float64",  # 95 %, if the position had been known
    "ratio_high": "float64",
    "earliest": "datetime64[us]",  # `first_after` of the first and the last plausible position
    "latest": "datetime64[us]",
    "positions": "float64",  # how many are plausible; there may be others between
    "p": "float64",  # by permutation, never below 1 / (permutations + 1)
    "p_holm": "float64",  # for all themes; for all parts where a second change was looked for
    "shape": "str",  # what fits better; blank where p is 0.05 or more
    "dispersion": "float64",  # factor, 1 or more
    "reason": "str",  # why no change was looked for, else blank
}
POSITION_COLUMNS = {
    "theme": "str",
    "last_before": "datetime64[us]",
    "first_after": "datetime64[us]",
    "gain": "float64",  # twice the log likelihood ratio against no change, over the dispersion
    "plausible": "bool",  # at most 3.84 below the best
    "chance": "float64",  # of this position, if there is one change; adds up to 1 for a theme
}
ALL, BEFORE, AFTER = "all", "before", "after"
STEP, TREND, EITHER = "step", "trend", "step and gradual trend fit alike"


def find_changes(
    documents: pd.DataFrame,
    *,
    per: float = 1.0,
    permutations: int = PERMUTATIONS,
    seed: int = SEED,
) -> pd.DataFrame:
    """
    Look for one change of each theme, and for a second on either side if the first has p < 0.01.

    `documents` is the table of `tabulate_documents`, with every document that counts. Returns
    CHANGE_COLUMNS: for each theme, in the order of the columns, a row for all periods, and up to
    two for the parts before and after. `per` (10,000 for words) is a factor of before and after.

    The gain of a position is the Poisson likelihood ratio of two rates against one; hits are
    documents with the theme out of all documents, or mentions out of words. What one rate would
    give is expected source by source, so that a change of the mix of sources is no change of the
    theme; with one source this is the common scan statistic. p is how often documents that
    change places within their source have a position as good. A document that may be of two
    periods takes its weights with it to the place of another.

    Looked for only with 8 non-empty periods and 60 documents: below that, most changes are missed.
    For shares the Poisson form is on the careful side: positions and ratio are less sure than
    they could be. p is too small where stories follow from each other (a running story is one
    event), and the ratio too far from 1, as the best position is taken for known. From 50 themes
    on, 999 permutations are too few for any p_holm below 0.05. Time grows with documents times
    themes: seconds for 5,000 documents, minutes for 200,000. Raises SettingError for a table
    without the columns.
    """
    table = fill_columns(documents, ["doc_id", "source", "period"])
    look = partial(_look, per=per, permutations=permutations, seed=seed)
    themes = theme_columns(table)
    whole = look(table, themes, part=ALL)
    seconds = []
    for cut, rows in whole[whole["p"] < CERTAIN].groupby("first_after"):
        names = rows["theme"].tolist()
        for part, side in ((BEFORE, table["period"] < cut), (AFTER, table["period"] >= cut)):
            seconds.append(look(table[side], names, part=part))
    levels = [whole, pd.concat(seconds)] if seconds else [whole]
    found = pd.concat([level.assign(p_holm=holm(level["p"])) for level in levels])
    order = found["theme"].map({name: number for number, name in enumerate(themes)})
    places = np.lexsort((found["part"].map([ALL, BEFORE, AFTER].index), order))
    return found.iloc[places].reset_index(drop=True)[list(CHANGE_COLUMNS)].astype(CHANGE_COLUMNS)


def weigh_positions(documents: pd.DataFrame) -> pd.DataFrame:
    """
    How well each position of one change fits: a row per theme and position, POSITION_COLUMNS.

    Arguments and errors as in `find_changes`; themes that it does not look at have no rows. This
    shows how sure the position is, given that there is one change; whether there is one, p says.

    The chances are those of a Bayesian with the same chance for each position before, and rates
    of Gamma(1, 1) times the expected, with the likelihood tempered by the dispersion.
    """
    table = fill_columns(documents, ["doc_id", "source", "period"])
    themes, parts = theme_columns(table), []
    look = Search(table, themes)
    for number in look.looked_at:
        factor = look.dispersion(number).factor
        gain = look.gains[look.allowed, number] / factor
        chances = position_chances(
            look.hits[:, number],
            look.expected[:, number],
            factor=factor,
            prior=1.0,
        )[look.allowed]
        columns = {
            "theme": themes[number],
            "last_before": look.starts[:-1][look.allowed],
            "first_after": look.starts[1:][look.allowed],
            "gain": gain,
            "plausible": gain.max() - gain <= plausible_limit(),
            "chance": chances / chances.sum(),
        }
        parts.append(pd.DataFrame(columns))
    if not parts:
        return pd.DataFrame(columns=list(POSITION_COLUMNS)).astype(POSITION_COLUMNS)
    return pd.concat(parts, ignore_index=True).astype(POSITION_COLUMNS)


def _look(
    table: pd.DataFrame, themes: list[str], *, part: str, per: float, permutations: int, seed: int
) -> pd.DataFrame:
    """One row for each theme: what the best position is and how good, or why there is none."""
    look = Search(table, themes)
    alike = {
        "part": part,
        "periods": len(look.starts),
        "documents": round(table["weight"].sum(), DECIMALS),
    }
    rows: list[dict[str, object]] = [
        {"theme": theme, **alike, "shape": "", "reason": reason}
        for theme, reason in zip(themes, look.reasons, strict=True)
    ]
    if look.looked_at:
        best = look.gains[look.allowed].max(axis=0)
        drawn = permuted_gains(look.laid_out, look.allowed, permutations=permutations, seed=seed)
        p = (1 + (drawn >= best - 1e-9).sum(axis=0)) / (1 + permutations)
        for number in look.looked_at:
            rows[number] |= _describe(look, number, p=float(p[number]), per=per)
    return pd.DataFrame(rows, columns=list(CHANGE_COLUMNS)).astype(CHANGE_COLUMNS)


def _describe(look: Search, number: int, *, p: float, per: float) -> dict[str, object]:
    """The best position of one theme, how sure it is, and what happens there."""
    places, learned = np.flatnonzero(look.allowed), look.dispersion(number)
    gains = look.gains[places, number] / learned.factor
    best = places[gains.argmax()]
    near = look.starts[1 + places[gains.max() - gains <= plausible_limit()]]
    sides = np.arange(len(look.starts)) > best
    size, hits = (_two_sides(part, sides) for part in (look.sizes, look.hits[:, [number]]))
    before, after = per * hits[:, 0] / size.sum(axis=1)
    by_source = look.hits_by_source(number, sides)
    t_point = learned.t_point()
    ratio = stratified_ratio(by_source, size, factor=learned.factor, t_point=t_point)
    return {
        "last_before": look.starts[best],
        "first_after": look.starts[best + 1],
        "before": before,
        "after": after,
        **dict(zip(("ratio", "ratio_low", "ratio_high"), ratio, strict=True)),
        "earliest": near[0],
        "latest": near[-1],
        "positions": float(len(near)),
        "p": p,
        "shape": _shape(look, number, gain=gains.max(), factor=learned.factor) if p < FOUND else "",
        "dispersion": learned.factor,
    }


def _shape(look: Search, number: int, *, gain: float, factor: float) -> str:
    """Which has the lower quasi-BIC: a step has two parameters beyond one rate, a trend one."""
    times = look.starts.to_numpy().astype("datetime64[D]").astype(float)
    one = [number]
    trend = trend_gain(look.hits[:, one], look.expected[:, one], times)[0]
    cost = np.log(len(look.starts))
    lead = (gain - 2 * cost) - (trend / factor - cost)
    if abs(lead) <= ALIKE:
        return EITHER
    return STEP if lead > 0 else TREND


def _two_sides(table: Floats, late: NDArray[np.bool_]) -> Floats:
    return np.stack([table[~late].sum(axis=0), table[late].sum(axis=0)])
