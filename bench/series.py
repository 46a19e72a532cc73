"""How long a series with intervals and date draws takes once mentions are found.

    python bench/series.py [articles]

Invented tables by seed: 200,000 articles, a tenth of them copies, 120 months, 40 themes, 60
sources, three articles in ten dated to an interval of up to 60 days. Prints Markdown.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from time import perf_counter, process_time
from types import SimpleNamespace

import numpy as np
import pandas as pd

from dateline.articles.placing import choose_period, weigh_articles
from dateline.articles.timeframe import Timeframe
from dateline.stats.measures import UNITS
from dateline.stats.series import count_by_period

MONTHS, THEMES, SOURCES = 120, 40, 60
TARGET = 10.0  # seconds
TIMEFRAME = Timeframe("month", "2010-01-01", "2019-12-31")


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    articles, mentions, sizes = make_tables(n)
    codebook = SimpleNamespace(themes=[SimpleNamespace(name=f"t{t}") for t in range(THEMES)])
    surely = articles.assign(date_latest=articles["date_earliest"])
    unsure = int((articles["date_latest"] > articles["date_earliest"]).sum())
    print(f"{n} articles ({unsure} dated to an interval), {len(mentions)} mentions of {THEMES}")
    print(f"themes, {MONTHS} months; target {TARGET:g} s for a series with 50 date draws.\n")
    print("| step | seconds | CPU seconds | of the target | without draws, seconds |")
    print("|---|---|---|---|---|")
    report("placing alone", lambda: weigh_articles(articles, TIMEFRAME))
    report("choosing the period", lambda: choose_period(articles, Timeframe("auto")))
    for unit in UNITS:
        count = partial(
            count_by_period,
            mentions,
            codebook=codebook,
            timeframe=TIMEFRAME,
            unit=unit,
            sizes=sizes,
        )
        plain = seconds(partial(count, surely))[0]
        report(unit, partial(count, articles), f"{plain:.2f}")


def report(name: str, work: Callable[[], object], plain: str = "") -> None:
    wall, cpu = seconds(work)
    print(f"| {name} | {wall:.2f} | {cpu:.2f} | {wall / TARGET:.2f} | {plain} |", flush=True)


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU time of the faster of two runs."""
    times = []
    for _ in range(2):
        wall, cpu = perf_counter(), process_time()
        work()
        times.append((perf_counter() - wall, process_time() - cpu))
    return min(times)


def make_tables(n: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Articles, mentions and sizes; a theme is in 3 to 30 % of the articles, twice on average."""
    rng = np.random.default_rng(1)
    ids = np.array([f"d{number}" for number in range(n)], dtype=object)
    days = (pd.Timestamp("2019-10-31") - pd.Timestamp("2010-01-01")).days
    first = pd.Timestamp("2010-01-01") + pd.to_timedelta(rng.integers(0, days, n), unit="D")
    more = np.where(rng.random(n) < 0.3, rng.integers(1, 60, n), 0)
    # The first nine tenths stand for their stories; each of the rest copies one of them.
    whole = n * 9 // 10
    copied = ids[rng.integers(0, whole, n - whole)]
    articles = pd.DataFrame(
        {
            "doc_id": ids,
            "source": [f"s{number}" for number in rng.integers(0, SOURCES, n)],
            "date": first,
            "date_earliest": first,
            "date_latest": first + pd.to_timedelta(more, unit="D"),
            "date_class": np.where(more == 0, "A", "C"),
            "copy_of": np.concatenate([np.full(whole, ""), copied]),
            "problem": "",
        }
    )
    sentences = np.maximum(rng.lognormal(np.log(25), 0.7, n).astype(int), 1)
    found = [np.flatnonzero(rng.random(n) < share) for share in np.linspace(0.03, 0.3, THEMES)]
    times = [1 + rng.poisson(1.0, len(part)) for part in found]
    item = np.concatenate([np.repeat(part, k) for part, k in zip(found, times, strict=True)])
    theme = np.repeat([f"t{t}" for t in range(THEMES)], [k.sum() for k in times])
    mentions = pd.DataFrame({"doc_id": ids[item], "theme": theme})
    mentions["sentence"] = (rng.random(len(item)) * sentences[item]).astype(int)
    sizes = pd.DataFrame({"doc_id": ids, "sentences": sentences, "words": sentences * 24})
    return articles, mentions, sizes


if __name__ == "__main__":
    main()
