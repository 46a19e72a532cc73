"""Two groups of stories held against each other, theme by theme: two periods, or two sources."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from dateline.errors import SettingError
from dateline.stats.grouping import group_sizes
from dateline.stats.intervals import Floats, newcombe_difference, share_ratio, wilson
from dateline.stats.multiple import holm

PERMUTATIONS = 999
SEED = 1

COMPARISON_COLUMNS = [
    "theme",
    "a",  # names of the two groups
    "b",
    "count_a",  # stories that mention the theme
    "total_a",
    "share_a",
    "low_a",  # 95 % Wilson
    "high_a",
    "count_b",
    "total_b",
    "share_b",
    "low_b",
    "high_b",
    "difference",  # share_a - share_b
    "low",  # 95 % Newcombe
    "high",
    "ratio",  # share_a / share_b; infinite if only b has none, missing if neither has any
    "ratio_low",  # 95 %, leaves out 1 exactly where the difference leaves out 0
    "ratio_high",
    "by_mix",  # the difference that would be if only the mix of the strata (sources) differed
    "p",  # permutation within strata; missing if not tested
    "p_holm",  # for all tested themes together
    "tested",
    "reason",  # why not, else blank
]
_COLUMNS = ["doc_id", "source", "date"]  # of a story, beside its themes
NEVER, ALWAYS = "in no story", "in every story"
APART = "no stratum has stories of both groups"
EVEN = "does not vary in any stratum that has both groups"


def flag_stories(
    mentions: pd.DataFrame, articles: pd.DataFrame, themes: Iterable[str]
) -> pd.DataFrame:
    """
    Which stories mention which themes: doc_id, source, date, and one bool column for each theme.

    One row per representative without a problem, in the order of `articles`, undated ones too;
    themes in the order given, all False if nobody writes about one. Add a column `group` (a
    period, a source), and it is what `compare_themes` takes. Raises SettingError for a theme with
    the name of one of these columns.
    """
    themes = list(themes)
    if taken := {*_COLUMNS, "group"}.intersection(themes):
        raise SettingError(f"theme {min(taken)!r} has the name of a column; rename the theme")
    rows = articles[(articles["copy_of"] == "") & (articles["problem"] == "")]
    flags = rows[_COLUMNS].reset_index(drop=True)
    pairs = mentions[["doc_id", "theme"]].drop_duplicates()
    having = dict(iter(pairs.groupby("theme")["doc_id"]))
    return flags.assign(**{name: flags["doc_id"].isin(having.get(name, [])) for name in themes})


def compare_themes(
    flags: pd.DataFrame,
    *,
    a: str,
    b: str,
    within: str = "source",
    seed: int = SEED,
) -> pd.DataFrame:
    """
    How much more stories of group `a` mention each theme than stories of group `b`.

    `flags` has doc_id, group, the column `within`, and one bool column for each theme (as from
    `flag_stories`); stories of other groups are left out. Returns one row per theme, in the order
    of the columns, COMPARISON_COLUMNS.

    p: how often labels dealt anew among the stories of each stratum (999 times, by `seed`) give a
    difference at least as far from what the mix of strata alone gives; never below 0.001. So a
    theme that moves only because one source publishes more is not found, and `by_mix` shows it.
    To compare two sources, set `within` to a column of periods; "" deals among all stories.
    Holm's adjustment is over the tested themes, whose number is always to be printed.

    Wrong where stories follow from each other (a running story is one event, not twenty), and
    where themes were chosen by looking at the same stories. Raises SettingError for a group of
    fewer than 5 stories, an article in two rows, or if there is no column of themes.
    """
    chosen = flags[flags["group"].isin([a, b])]
    totals = group_sizes(chosen, a, b)
    names = [str(name) for name in flags.columns if name not in ("group", within)]
    themes = [name for name in names if flags[name].dtype == bool]
    if not themes:
        raise SettingError("no column of flags is bool; give one of True and False for each theme")
    in_a = (chosen["group"] == a).to_numpy()
    marks = chosen[themes].to_numpy()
    tests = _tests(marks, in_a, _number_strata(chosen, within), seed=seed)
    table = pd.DataFrame({"theme": themes, "a": a, "b": b, **_shares(marks, in_a, totals), **tests})
    table["p_holm"] = holm(table["p"].to_numpy())
    table["tested"] = table["reason"] == ""
    return table.astype({"theme": "str", "reason": "str"})[COMPARISON_COLUMNS]


def _number_strata(chosen: pd.DataFrame, within: str) -> np.ndarray:
    if not within:
        return np.zeros(len(chosen), dtype=np.intp)
    if within not in chosen:
        raise SettingError(
            f'there is no column {within!r}; add it, or deal within "" (all stories)'
        )
    return pd.factorize(chosen[within], use_na_sentinel=False)[0]


def _shares(marks: np.ndarray, in_a: np.ndarray, totals: tuple[int, int]) -> dict[str, object]:
    """Counts, shares, difference and ratio of each theme, by columns of `marks`."""
    columns: dict[str, object] = {}
    counted = []
    for side, rows, total in (("a", in_a, totals[0]), ("b", ~in_a, totals[1])):
        count = marks[rows].sum(axis=0)
        low, high = wilson(count, total)
        columns |= {f"count_{side}": count, f"total_{side}": total}
        columns |= {f"share_{side}": count / total, f"low_{side}": low, f"high_{side}": high}
        counted.append((count, total))
    difference, ratio = newcombe_difference(*counted), share_ratio(*counted)
    columns |= {"difference": difference.estimate, "low": difference.low, "high": difference.high}
    columns |= {"ratio": ratio.estimate, "ratio_low": ratio.low, "ratio_high": ratio.high}
    return columns


def _tests(
    marks: np.ndarray, in_a: np.ndarray, strata: np.ndarray, *, seed: int
) -> dict[str, object]:
    """The permutation p of each theme, or the reason why there is none, and what the mix gives."""
    sizes, dealt = np.bincount(strata), np.bincount(strata, in_a).astype(np.int64)
    having = np.stack([np.bincount(strata, column, minlength=len(sizes)) for column in marks.T])
    n_a, n_b = in_a.sum(), (~in_a).sum()
    expected = having @ (dealt / sizes)
    reasons = [_reason(row, sizes, dealt) for row in having]
    p = np.full(len(reasons), np.nan)
    for number, (reason, row) in enumerate(zip(reasons, having, strict=True)):
        if not reason:
            # A generator for each theme: no theme's p depends on which others are compared.
            drawn = deal(row, sizes, dealt, rng=np.random.default_rng(seed))
            distance = abs(marks[in_a, number].sum() - expected[number])
            p[number] = (1 + (abs(drawn - expected[number]) >= distance - 1e-9).sum()) / (
                1 + len(drawn)
            )
    by_mix = expected / n_a - (having.sum(axis=1) - expected) / n_b
    return {"p": p, "reason": reasons, "by_mix": by_mix}


def deal(
    having: Floats, sizes: np.ndarray, dealt: np.ndarray, *, rng: np.random.Generator
) -> np.ndarray:
    """
    How many stories with the theme group `a` gets when its labels are dealt anew, 999 times.

    By stratum: stories that have the theme, stories, and labels of `a`. Dealing labels among the
    stories of a stratum gives a hypergeometric number, so that is drawn, with the same result.
    """
    with_it = having.astype(np.int64)
    shape = (PERMUTATIONS, len(sizes))
    return rng.hypergeometric(with_it, sizes - with_it, dealt, size=shape).sum(axis=1)


def _reason(having: Floats, sizes: np.ndarray, dealt: np.ndarray) -> str:
    """Why a theme cannot be tested; blank if it can."""
    if having.sum() == 0:
        return NEVER
    if having.sum() == sizes.sum():
        return ALWAYS
    mixed = (dealt > 0) & (dealt < sizes)
    if not mixed.any():
        return APART
    return "" if ((having > 0) & (having < sizes) & mixed).any() else EVEN
