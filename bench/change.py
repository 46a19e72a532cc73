"""How often the search for a change is wrong where there is none, and finds one where there is.

Run `python bench/change.py`. It draws corpora without a change, and corpora in which the rate
changes half-way, and prints for each size how often p is at most 0.05 (false alarms, then power),
and how often the position found is within one period of the true one. Two kinds of hits: mentions
in words, where an article has many or none, and articles that mention the theme at all. In the
last rows two sources of unequal rates change places half-way, which is no change of the theme.
Each corpus has twenty themes that know nothing of each other; as they share their articles, the
standard error is made from how the corpora differ. The gate of `find_changes` (60 articles, 8
periods) is not applied here, to show why it is there.
"""

from __future__ import annotations

import argparse
from typing import NamedTuple

import numpy as np
import pandas as pd

from dateline.stats.change_search import Search
from dateline.stats.permuting import permuted_gains

UNEVEN = [2, 12, 3, 8, 1, 15, 4, 10, 6, 5]
ALARM = 0.05
THEMES = [f"t{number}" for number in range(20)]
# Articles in each period.
SIZES = {
    "10 periods x 3 articles": [3] * 10,
    "12 x 8": [8] * 12,
    "24 x 20": [20] * 24,
    "10 uneven, 66 articles": UNEVEN,
}
# Kinds of hits, whether the sources change places, and the change to be found half-way: with the
# higher rates of the last, three times as much would be more than all articles.
GROWTH = {
    ("mentions", False): 3.0,
    ("articles", False): 3.0,
    ("mentions", True): 3.0,
    ("articles", True): 1.5,
}


class Outcome(NamedTuple):
    alarm: bool  # p is at most ALARM
    off: int  # periods between the position found and the true one


def make_articles(
    rng: np.random.Generator, sizes: list[int], *, growth: float, counted: str, mixed: bool
) -> pd.DataFrame:
    """Rates grow half-way; `mixed`: so does the part of source B, with three times the rates."""
    period = np.repeat(np.arange(len(sizes)), sizes)
    late, shape = period >= len(sizes) // 2, (len(period), len(THEMES))
    from_b = rng.random(len(period)) < np.where(late, 0.8, 0.2) if mixed else late & False
    factor = (np.where(late, growth, 1.0) * np.where(from_b, 3.0, 1.0))[:, None]
    size = np.ones(len(period))
    if counted == "mentions":
        size = np.clip(rng.lognormal(np.log(550), 0.6, len(period)), 60, 5000).round()
        touched = rng.random(shape) < 0.5
        rate = 20 / 10_000 * factor * 2 * touched * rng.gamma(1.0, 1.0, shape)
        hits = rng.poisson(size[:, None] * rate).astype(float)
    else:
        hits = (rng.random(shape) < 0.2 * factor) * 1.0
    table = pd.DataFrame(hits, columns=THEMES).assign(weight=1.0, size=size)
    table["doc_id"] = [f"{number:05d}" for number in range(len(period))]
    table["source"] = np.where(from_b, "B", "A")
    table["period"] = pd.Timestamp("2020-01-01") + pd.to_timedelta(period, unit="D")
    return table


def search(table: pd.DataFrame, *, permutations: int, seed: int) -> list[Outcome]:
    """What is found of each theme; nothing where the corpus has no place for a change."""
    look = Search(table, THEMES)
    if not look.allowed.any():
        return []
    places = np.flatnonzero(look.allowed)
    gains, middle = look.gains[places], len(look.starts) // 2
    drawn = permuted_gains(look.laid_out, look.allowed, permutations=permutations, seed=seed)
    p = (1 + (drawn >= gains.max(axis=0) - 1e-9).sum(axis=0)) / (1 + permutations)
    best = places[gains.argmax(axis=0)]
    some = np.flatnonzero(look.hits.sum(axis=0) > 0)
    return [Outcome(bool(p[n] <= ALARM), abs(int(best[n]) + 1 - middle)) for n in some]


def look_at_all(
    sizes: list[int], *, growth: float, kind: tuple[str, bool], chosen: argparse.Namespace
) -> list[list[Outcome]]:
    """What is found in each of the corpora of one kind and size."""
    found = []
    for corpus in range(chosen.corpora if growth == 1 else chosen.changed):
        rng = np.random.default_rng([chosen.seed, len(sizes), sum(sizes), corpus])
        table = make_articles(rng, sizes, growth=growth, counted=kind[0], mixed=kind[1])
        found.append(search(table, permutations=chosen.permutations, seed=corpus))
    return [one for one in found if one]


def row(name: str, kind: tuple[str, bool], chosen: argparse.Namespace) -> str:
    none = look_at_all(SIZES[name], growth=1.0, kind=kind, chosen=chosen)
    some = look_at_all(SIZES[name], growth=GROWTH[kind], kind=kind, chosen=chosen)
    by_corpus = [np.mean([one.alarm for one in found]) for found in none]
    error = np.std(by_corpus, ddof=1) / np.sqrt(len(none))
    every = [one for found in some for one in found]
    hits = [one for one in every if one.alarm]
    near = np.mean([one.off <= 1 for one in hits]) if hits else float("nan")
    title = kind[0] + (", sources change places" if kind[1] else "")
    power = f"{len(hits) / len(every):.2f} (x {GROWTH[kind]:g})"
    return f"| {name} | {title} | {np.mean(by_corpus):.3f} | {error:.3f} | {power} | {near:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpora", type=int, default=300, help="without a change, of each kind")
    parser.add_argument("--changed", type=int, default=50, help="with a change, of each kind")
    parser.add_argument("--permutations", type=int, default=199)
    chosen = parser.parse_args()
    print(f"Of each kind and size {chosen.corpora} corpora without a change, {chosen.changed} with")
    print(
        f"one, {len(THEMES)} themes each; {chosen.permutations} permutations; p <= {ALARM} counts."
    )
    print()
    print("| articles | hits | false alarms | standard error | found | within one period |")
    print("|---|---|---|---|---|---|")
    for kind in GROWTH:
        for name in SIZES:
            print(row(name, kind, chosen), flush=True)


if __name__ == "__main__":
    main()
