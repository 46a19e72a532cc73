"""How often the search for a change is wrong where there is none, and finds one where there is.

Run `python bench/change.py`. It draws corpora without a change, and corpora in which the rate
changes half-way, and prints for each size how often p is at most 0.05 (false alarms, then power),
and how often the position found is within one period of the true one. Two kinds of hits: mentions
in words, where an article has many or none, and articles that mention the theme at all. In the
last rows two sources of unequal rates change places half-way, which is no change of the theme.
The gate of `find_changes` (60 articles, 8 periods) is not applied here, to show why it is there.
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
    """The rate grows half-way; `mixed`: so does the part of source B, with three times the rate."""
    period = np.repeat(np.arange(len(sizes)), sizes)
    late = period >= len(sizes) // 2
    from_b = rng.random(len(period)) < np.where(late, 0.8, 0.2) if mixed else late & False
    factor = np.where(late, growth, 1.0) * np.where(from_b, 3.0, 1.0)
    words = np.clip(rng.lognormal(np.log(550), 0.6, len(period)), 60, 5000).astype(int)
    if counted == "mentions":
        touched = rng.random(len(period)) < 0.5
        rate = 20 / 10_000 * factor * 2 * touched * rng.gamma(1.0, 1.0, len(period))
        size, hits = words.astype(float), rng.poisson(words * rate).astype(float)
    else:
        size, hits = np.ones(len(period)), (rng.random(len(period)) < 0.2 * factor) * 1.0
    return pd.DataFrame(
        {
            "doc_id": [f"{number:05d}" for number in range(len(period))],
            "source": np.where(from_b, "B", "A"),
            "period": pd.Timestamp("2020-01-01") + pd.to_timedelta(period, unit="D"),
            "weight": 1.0,
            "size": size,
            "theme": hits,
        }
    )


def search(table: pd.DataFrame, *, permutations: int, seed: int) -> Outcome | None:
    """None where the corpus has no place for a change."""
    look = Search(table, ["theme"])
    if not look.allowed.any() or look.hits.sum() == 0:
        return None
    places = np.flatnonzero(look.allowed)
    gains = look.gains[places, 0]
    # Once so many are as good that p is above ALARM whatever follows, the rest need not be drawn.
    for some in (permutations // 5, permutations):
        drawn = permuted_gains(look.laid_out, look.allowed, permutations=some, seed=seed)
        p = (1 + (drawn[:, 0] >= gains.max() - 1e-9).sum()) / (1 + permutations)
        if p > ALARM:
            break
    best = int(places[gains.argmax()])
    return Outcome(bool(p <= ALARM), abs(best + 1 - len(look.starts) // 2))


def look_at_all(
    sizes: list[int], *, growth: float, kind: tuple[str, bool], chosen: argparse.Namespace
) -> list[Outcome]:
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
    alarms = np.mean([one.alarm for one in none])
    error = np.sqrt(alarms * (1 - alarms) / len(none))
    hits = [one for one in some if one.alarm]
    near = np.mean([one.off <= 1 for one in hits]) if hits else float("nan")
    title = kind[0] + (", sources change places" if kind[1] else "")
    power = f"{len(hits) / len(some):.2f} (x {GROWTH[kind]:g})"
    return f"| {name} | {title} | {alarms:.3f} | {error:.3f} | {power} | {near:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpora", type=int, default=1500, help="without a change, of each kind")
    parser.add_argument("--changed", type=int, default=400, help="with a change, of each kind")
    parser.add_argument("--permutations", type=int, default=199)
    chosen = parser.parse_args()
    print(
        f"{chosen.corpora} corpora without a change and {chosen.changed} with one of each kind and "
        f"size, {chosen.permutations} permutations; found: p <= {ALARM}.\n"
    )
    print("| articles | hits | false alarms | standard error | found | within one period |")
    print("|---|---|---|---|---|---|")
    for kind in GROWTH:
        for name in SIZES:
            print(row(name, kind, chosen), flush=True)


if __name__ == "__main__":
    main()
