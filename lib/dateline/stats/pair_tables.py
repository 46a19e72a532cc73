"""The tables of a comparison of two groups of stories; without rows where it is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dateline.stats.compare import COMPARISON_COLUMNS, SEED, compare_themes
from dateline.stats.composition import split_difference
from dateline.stats.intervals import newcombe_difference
from dateline.stats.keyness import KEYNESS_COLUMNS, compare_words, word_counts
from dateline.stats.pairs import SOURCES, Pair
from dateline.stats.standardised import standardised_share

TYPICAL = 12  # words of each side
ONCE = 0.05  # p of a word as if it were the only one compared

STRATUM_COLUMNS = {
    "stratum": "str",  # a source; where sources are compared, a period
    "count_a": "int64",  # stories
    "count_b": "int64",
    "part_a": "float64",  # of the stories of a; missing where it has none
    "part_b": "float64",
    "both": "bool",  # has stories of both groups
}
FIXED_COLUMNS = {
    "theme": "str",
    "share_a": "float64",  # with a fixed mix of the strata that both have; else missing
    "share_b": "float64",
    "difference": "float64",  # a - b
    "low": "float64",  # 95 %
    "high": "float64",
    "crude": "float64",  # difference of all stories: the sum of the next three
    "by_theme": "float64",  # strata in both have more or less of it
    "by_mix": "float64",  # strata in both are a larger or smaller part
    "by_others": "float64",  # strata in only one of the two
    "strata": "int64",  # in both
    "others": "int64",  # in only one
}


def compare_pair(flags: pd.DataFrame, pair: Pair, *, seed: int = SEED) -> pd.DataFrame:
    """The table of `compare_themes` for `flag_pair`, tested within sources (or periods)."""
    if pair.refusal:
        return pd.DataFrame(columns=COMPARISON_COLUMNS)
    return compare_themes(flags, a=pair.a, b=pair.b, within=pair.within, seed=seed)


def count_strata(pair: Pair) -> pd.DataFrame:
    """
    Who wrote in each group (of two sources: when each wrote): a row a stratum, STRATUM_COLUMNS.

    Sources come by stories, the most first; periods in their order.
    """
    counts = pd.crosstab(pair.groups[pair.within], pair.groups["group"])
    counts = counts.reindex(columns=[pair.a, pair.b], fill_value=0).set_axis(["a", "b"], axis=1)
    if pair.kind != SOURCES:
        order = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index
        counts = counts.loc[order]
    table = pd.DataFrame({"stratum": counts.index.astype("str")})
    for side in ("a", "b"):
        number = counts[side].to_numpy()
        table[f"count_{side}"] = number
        table[f"part_{side}"] = number / number.sum() if number.sum() else np.nan
    table["both"] = (table["count_a"] > 0) & (table["count_b"] > 0)
    return table[list(STRATUM_COLUMNS)].astype(STRATUM_COLUMNS)


def hold_mix(flags: pd.DataFrame, pair: Pair) -> pd.DataFrame:
    """
    The difference of each theme as it is, with the mix held fixed, and split: FIXED_COLUMNS.

    The fixed mix is that of the stories of both groups together, in the sources (or periods) that
    both have. The interval is from those of the two standardised shares, as Newcombe's is (Zou and
    Donner 2008, Stat. Med. 27, 1693-1702). The split is Kitagawa's (`split_difference`). All but
    the crude difference is missing where no source is in both; a source of three stories can move
    it by chance. No rows where the pair is refused.
    """
    if pair.refusal:
        return pd.DataFrame(columns=list(FIXED_COLUMNS)).astype(FIXED_COLUMNS)
    themes = [str(name) for name in flags if flags[name].dtype == bool]
    stratum = flags[pair.within]
    rows = flags[["doc_id", "group", *themes]].assign(source=stratum)
    split = split_difference(rows, a=pair.b, b=pair.a, by="group").set_index("theme")
    columns: dict[str, object] = {name: split[name] for name in FIXED_COLUMNS if name in split}
    columns["crude"] = split["difference"]
    columns["strata"] = split["sources"]
    return (
        pd.DataFrame(columns | _fixed(rows, themes, pair), index=split.index)
        .reindex(themes)
        .rename_axis("theme")
        .reset_index()[list(FIXED_COLUMNS)]
        .astype(FIXED_COLUMNS)
    )


def compare_pair_words(
    articles: pd.DataFrame, pair: Pair, *, ignore: ArrayLike = ()
) -> pd.DataFrame:
    """The table of `compare_words` for the stories of the pair."""
    if pair.refusal:
        return pd.DataFrame(columns=KEYNESS_COLUMNS)
    counts = word_counts(articles[articles["doc_id"].isin(pair.groups["doc_id"])])
    return compare_words(counts, pair.groups, a=pair.a, b=pair.b, ignore=ignore)


def typical_words(words: pd.DataFrame, *, most: int = TYPICAL) -> pd.DataFrame:
    """
    The words of `compare_words` that are most typical of each group, with `side`, "a" or "b".

    At most `most` of each side, those told from chance by the largest margin (`lrc`) first, then
    by G2; words that even alone would not be noticed (p of 0.05 or more) are left out, and so are
    those whose stories and tokens point to different sides.
    """
    rows = words[words["tested"].astype(bool) & (words["p"] < ONCE)]
    ratio, z = (np.sign(rows[name].to_numpy(float)) for name in ("log_ratio", "z"))
    rows = rows.assign(side=np.where(ratio > 0, "a", "b"), sure=-rows["lrc"].abs())
    rows = rows[(ratio == z) & (ratio != 0)].sort_values(
        ["side", "sure", "g2", "word"], ascending=[True, True, False, True]
    )
    return rows.groupby("side").head(most).drop(columns="sure").reset_index(drop=True)


def least_difference(a: int, b: int) -> float:
    """
    The smallest difference of shares around a half that groups of `a` and `b` stories could show.

    That is the first of 1, 2, ... 100 points whose 95 % interval (Newcombe) leaves out 0. Near
    0 and 100 % a smaller one can do.

    >>> least_difference(30, 30)
    0.26
    """
    points = np.arange(1, 101) / 100
    low = newcombe_difference((a * (1 + points) / 2, a), (b * (1 - points) / 2, b)).low
    return float(points[low > 0].min(initial=1.0))


def _fixed(rows: pd.DataFrame, themes: list[str], pair: Pair) -> dict[str, object]:
    """Shares, difference and interval with the mix of both groups together."""
    sums = rows.assign(size=1).groupby(["group", "source"])[["size", *themes]].sum()
    a, b = sums.loc[pair.a], sums.loc[pair.b]
    both = a.index.intersection(b.index)
    if both.empty:
        return dict.fromkeys(("share_a", "share_b", "difference", "low", "high"), np.nan)
    a, b = a.loc[both], b.loc[both]
    mix = ((a["size"] + b["size"]) / (a["size"] + b["size"]).sum()).to_numpy()
    first, second = (
        standardised_share(side[themes].T.to_numpy(), side["size"].to_numpy(), mix)
        for side in (a, b)
    )
    difference = first.estimate - second.estimate
    down = np.hypot(first.estimate - first.low, second.high - second.estimate)
    up = np.hypot(first.high - first.estimate, second.estimate - second.low)
    return {
        "share_a": first.estimate,
        "share_b": second.estimate,
        "difference": difference,
        "low": difference - down,
        "high": difference + up,
    }
