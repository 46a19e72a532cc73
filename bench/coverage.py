"""How often the default intervals hold the truth, on made corpora; prints a table in Markdown.

    python bench/coverage.py
    python bench/coverage.py --seed 2 --corpora 2000

Each corpus has ten periods of 3, 5, 10 or 30 articles, as uneven as news: lengths differ by a
lognormal factor, an article either touches the theme or does not, and one that does mentions it
seldom or over and over (a gamma factor). The truth is the share or rate that the articles were
drawn from. An interval of nominal 95 % should hold it in about 95 of 100 periods.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from types import SimpleNamespace
from typing import NamedTuple

import numpy as np
import pandas as pd

from dateline.articles.timeframe import Timeframe
from dateline.stats.clusters import sentence_shares, source_shares
from dateline.stats.dispersion import Dispersion
from dateline.stats.intervals import Contrast, Counted, newcombe_difference, share_ratio, wilson
from dateline.stats.rates import (
    PER_WORDS,
    conditional_rate_ratio,
    garwood,
    pooled_rates,
    rate_ratio,
    standardised_rate,
)
from dateline.stats.series import count_by_period

PERIODS = 10
SIZES = (3, 5, 10, 30)
SOURCES = 12
TEN_WEEKS = Timeframe("week", "2022-01-03", "2022-03-13")

# Lower bounds, upper bounds, truths: arrays of one shape.
Bounds = tuple[np.ndarray, np.ndarray, np.ndarray]
# Makes a corpus of so many articles a period and asks one of our functions for its intervals.
Draw = Callable[[np.random.Generator, int], Bounds]


class News(NamedTuple):
    """Articles of ten periods: arrays of one length."""

    period: np.ndarray
    words: np.ndarray
    touched: np.ndarray  # whether the article touches the theme
    heat: np.ndarray  # how much it then makes of it, 1 on average


def make_news(rng: np.random.Generator, n: int, share: float | np.ndarray = 0.5) -> News:
    """So many articles in each period; median length 550 words, one in six above 1,000."""
    size = PERIODS * n
    return News(
        period=np.repeat(np.arange(PERIODS), n),
        words=np.clip(rng.lognormal(np.log(550), 0.6, size), 60, 5000).astype(int),
        touched=rng.random(size) < share,
        heat=rng.gamma(1.0, 1.0, size),
    )


def stories(rng: np.random.Generator, n: int) -> Bounds:
    truth = np.full(PERIODS, rng.uniform(0.05, 0.6))
    news = make_news(rng, n, truth[0])
    return *wilson(np.bincount(news.period, news.touched, minlength=PERIODS), n), truth


def dated(growth: float) -> Draw:
    """Three stories in ten are known to 14 days only; shares grow so far over ten weeks."""
    truth = 0.3 * growth ** np.linspace(-0.5, 0.5, PERIODS)
    book = SimpleNamespace(themes=[SimpleNamespace(name="t")])

    def draw(rng: np.random.Generator, n: int) -> Bounds:
        day = np.repeat(np.arange(PERIODS) * 7, n) + rng.integers(0, 7, PERIODS * n)
        ids = np.array([f"{number:05d}" for number in range(len(day))])
        touched = rng.random(len(day)) < truth[day // 7]
        before = np.where(rng.random(len(day)) < 0.3, rng.integers(0, 14, len(day)), -1)
        first = np.clip(day - np.maximum(before, 0), 0, PERIODS * 7 - 14)
        last = np.where(before < 0, day, first + 13)
        table = place_days(ids, np.where(before < 0, day, first), last)
        mentions = pd.DataFrame({"doc_id": ids[touched], "theme": "t"})
        series = count_by_period(mentions, table, book, timeframe=TEN_WEEKS)
        return series["low"].to_numpy(), series["high"].to_numpy(), truth

    return draw


def place_days(ids: np.ndarray, first: np.ndarray, last: np.ndarray) -> pd.DataFrame:
    """Articles that are no copies, known to lie from one day to another of the ten weeks."""
    monday = pd.Timestamp(TEN_WEEKS.since)
    table = pd.DataFrame({"doc_id": ids, "source": "", "copy_of": "", "problem": ""})
    table["date_earliest"] = monday + pd.to_timedelta(first, unit="D")
    table["date_latest"] = monday + pd.to_timedelta(last, unit="D")
    return table.assign(date=table["date_earliest"], date_class="C")


def _two_periods(rng: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
    truth = rng.uniform(0.05, 0.6, (2, PERIODS))
    return rng.binomial(n, truth), truth


def difference(rng: np.random.Generator, n: int) -> Bounds:
    counts, truth = _two_periods(rng, n)
    found = newcombe_difference((counts[0], n), (counts[1], n))
    return found.low, found.high, truth[0] - truth[1]


def ratio(rng: np.random.Generator, n: int) -> Bounds:
    counts, truth = _two_periods(rng, n)
    found = share_ratio((counts[0], n), (counts[1], n))
    return found.low, found.high, truth[0] / truth[1]


def sources(rng: np.random.Generator, n: int) -> Bounds:
    """Twelve newsrooms, each with a liking of its own for the theme, some far larger."""
    levels = rng.beta(3, 6, SOURCES)
    sizes = 1 / np.arange(1, SOURCES + 1) ** 0.5
    source = rng.choice(SOURCES, PERIODS * n, p=sizes / sizes.sum())
    news = make_news(rng, n, levels[source])
    table = source_shares(news.period, source, news.touched, grid=np.arange(PERIODS))
    return table["low"].to_numpy(), table["high"].to_numpy(), np.full(PERIODS, 3 / 9)


def sentences(rng: np.random.Generator, n: int) -> Bounds:
    """An article that touches the theme has it in a tenth of its sentences, or half, or one."""
    news = make_news(rng, n)
    number = np.maximum(news.words // 22, 1)
    hits = rng.binomial(number, news.touched * rng.beta(1, 6, len(number)))
    table = sentence_shares(news.period, number, hits)
    return table["low"].to_numpy(), table["high"].to_numpy(), np.full(PERIODS, 0.5 / 7)


def plain_sentences(rng: np.random.Generator, n: int) -> Bounds:
    news = make_news(rng, n)
    number = np.maximum(news.words // 22, 1)
    hits = rng.binomial(number, news.touched * rng.beta(1, 6, len(number)))
    sums = [np.bincount(news.period, values, minlength=PERIODS) for values in (hits, number)]
    return *wilson(*sums), np.full(PERIODS, 0.5 / 7)


def _hits(rng: np.random.Generator, news: News, rate: np.ndarray) -> np.ndarray:
    """`rate` is per word and article; half of the articles have all of it."""
    return rng.poisson(news.words * rate * 2 * news.touched * news.heat)


def rates(per_words: float, growth: float = 1.0) -> Draw:
    """Hits per 10,000 words that grow by so much from the first period to the last."""
    truth = per_words * growth ** np.linspace(-0.5, 0.5, PERIODS)

    def draw(rng: np.random.Generator, n: int) -> Bounds:
        news = make_news(rng, n)
        hits = _hits(rng, news, truth[news.period] / PER_WORDS)
        table = pooled_rates(news.period, news.words, hits)
        return table["low"].to_numpy(), table["high"].to_numpy(), truth

    return draw


def independent_rates(rng: np.random.Generator, n: int) -> Bounds:
    news = make_news(rng, n)
    table = pooled_rates(news.period, news.words, rng.poisson(news.words * 20 / PER_WORDS))
    return table["low"].to_numpy(), table["high"].to_numpy(), np.full(PERIODS, 20.0)


def plain_rates(rng: np.random.Generator, n: int) -> Bounds:
    news = make_news(rng, n)
    hits = _hits(rng, news, np.array(20 / PER_WORDS))
    sums = [np.bincount(news.period, values, minlength=PERIODS) for values in (hits, news.words)]
    low, high = garwood(*sums)
    return PER_WORDS * low, PER_WORDS * high, np.full(PERIODS, 20.0)


def ratios_of_rates(form: Callable[..., Contrast]) -> Draw:
    """The last five periods beside the first five."""

    def draw(rng: np.random.Generator, n: int) -> Bounds:
        truth = 20 * 3 ** np.linspace(-0.5, 0.5, PERIODS)
        news = make_news(rng, n)
        hits = _hits(rng, news, truth[news.period] / PER_WORDS)
        table = pooled_rates(news.period, news.words, hits)
        pairs = [table.loc[at, ["hits", "words"]].to_numpy().T for at in (range(5, 10), range(5))]
        learned = Dispersion(table["factor"].iloc[0], table["df"].iloc[0])
        found = form(*pairs, dispersion=learned)
        return found.low, found.high, truth[5:] / truth[:5]

    return draw


def log_normal(a: Counted, b: Counted, *, dispersion: Dispersion) -> Contrast:
    return rate_ratio(a, b, dispersion=dispersion)[0]


def standardised(rng: np.random.Generator, n: int) -> Bounds:
    """Three sources with rates of 10, 20 and 40; which of them writes more is drawn anew."""
    news = make_news(rng, n)
    mix = rng.dirichlet([4, 4, 4], PERIODS).cumsum(axis=1)
    source = (rng.random((len(news.period), 1)) > mix[news.period, :2]).sum(axis=1)
    hits = _hits(rng, news, np.array([10, 20, 40])[source] / PER_WORDS)
    cells = news.period * 3 + source
    table = pooled_rates(cells, news.words, hits, grid=np.arange(PERIODS * 3))
    learned = Dispersion(table["factor"].iloc[0], table["df"].iloc[0])
    grid = (table[name].to_numpy().reshape(PERIODS, 3) for name in ("hits", "words"))
    found = standardised_rate(*grid, np.full(3, 1 / 3), dispersion=learned)
    return PER_WORDS * found.low, PER_WORDS * found.high, np.full(PERIODS, 70 / 3)


INTERVALS: dict[str, Draw] = {
    "share of stories, Wilson": stories,
    "difference of two shares, Newcombe": difference,
    "ratio of two shares": ratio,
    "share of stories, sources as clusters": sources,
    "share of sentences, pooled design effect": sentences,
    "hits per 10,000 words, pooled dispersion": rates(20),
    "the same, rate tripled over the periods": rates(20, growth=3),
    "the same, rare theme (5 per 10,000)": rates(5),
    "the same, hits truly independent": independent_rates,
    "not used: ratio of two rates, given the sum": ratios_of_rates(conditional_rate_ratio),
    "ratio of two rates, log-normal": ratios_of_rates(log_normal),
    "hits per 10,000 words, sources held fixed": standardised,
    "not used: sentences as independent, Wilson": plain_sentences,
    "not used: words as independent, Garwood": plain_rates,
    "share of stories, 3 in 10 dated to two weeks, date draws": dated(1),
    "the same, share tripled over the weeks": dated(3),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpora", type=int, default=300, help="of each kind and size")
    chosen = parser.parse_args()
    print(f"Real coverage at nominal 95 %; {chosen.corpora} corpora of {PERIODS} periods each.\n")
    print("| interval | " + " | ".join(f"{n} articles" for n in SIZES) + " |")
    print("|---|" + "---|" * len(SIZES))
    for number, (title, draw) in enumerate(INTERVALS.items()):
        cells = [
            f"{coverage(draw, n, [chosen.seed, number, n], chosen.corpora):.3f}" for n in SIZES
        ]
        print(f"| {title} | " + " | ".join(cells) + " |", flush=True)


def coverage(draw: Draw, n: int, seed: list[int], corpora: int) -> float:
    """The part of all intervals that hold the truth; those that are missing are not counted."""
    rng = np.random.default_rng(seed)
    drawn = [draw(rng, n) for _ in range(corpora)]
    low, high, truth = (np.concatenate(part) for part in zip(*drawn, strict=True))
    known = ~np.isnan(low)
    return float(((low <= truth) & (truth <= high))[known].mean())


if __name__ == "__main__":
    main()
