"""The five measures: what each asks, what it is divided by, and what stands on the axis."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd

from dateline.articles.counted import ITEMS
from dateline.errors import SettingError
from dateline.stats.intervals import Floats

# Of counts and totals in a table; a day of two years, the smallest part there is, is 0.001366.
DECIMALS = 6
# Of shares: more than a table shows, and few enough that equal shares are equal numbers, in
# whatever order their parts were added up.
SHARE_DECIMALS = 9

THIN = 3  # a share of fewer stories is drawn hollow
# Up to so many stories each gets a row, and up to so many a point with its interval.
MOST_ROWS, MOST_POINTS = 12, 300


@dataclass(frozen=True)
class Measure:
    """
    One way to say how much of the news a theme takes up: a row of MEASURES.

    `axis` holds {period} and `caption` holds {theme}, for `str.format`.
    """

    unit: str
    question: str
    denominator: str  # what the share is of, as a plural: "distinct stories"
    noun: str  # the plural of what `total` counts, short: "stories"
    axis: str  # label of the value axis
    caption: str  # how a caption begins
    item: str  # what is put into periods: "stories", "articles" or "outlets"
    per: int = 1  # `share` is count / total times this: 1, or 10,000 for words
    caveat: str = ""  # when it misleads

    @property
    def is_share(self) -> bool:
        """Whether values lie between 0 and 1 and are shown in percent."""
        return self.per == 1


MEASURES = MappingProxyType(
    {
        measure.unit: measure
        for measure in (
            Measure(
                unit="stories",
                question="How many of the distinct stories touch the theme?",
                denominator="distinct stories",
                noun="stories",
                axis="Share of the distinct stories of each {period} that mention the theme",
                caption="Share of distinct stories that mention {theme}",
                item=ITEMS["stories"],
                caveat="Long stories mention more themes: compare lengths too.",
            ),
            Measure(
                unit="articles",
                question="How many of the articles printed, copies included, touch the theme?",
                denominator="articles",
                noun="articles",
                axis="Share of the articles of each {period} that mention the theme",
                caption="Share of articles that mention {theme}",
                item=ITEMS["articles"],
                caveat="One agency text printed ten times looks like ten decisions to write.",
            ),
            Measure(
                unit="outlets",
                question="Of all decisions of a source to run a story, how many are for the theme?",
                denominator="uptakes (a source that runs a story)",
                noun="uptakes",
                axis="Share of the uptakes (source and story) of each {period} for the theme",
                caption="Share of uptakes (a source that runs a story) that mention {theme}",
                item=ITEMS["outlets"],
                caveat="Sources that buy the same agency do not decide independently.",
            ),
            Measure(
                unit="sentences",
                question="How much of the text is about the theme, counted in sentences?",
                denominator="sentences of distinct stories",
                noun="sentences",
                axis="Share of the sentences of each {period} that mention the theme",
                caption="Share of the sentences of distinct stories that mention {theme}",
                item=ITEMS["sentences"],
                caveat="A few long stories can make a period.",
            ),
            Measure(
                unit="words",
                question="How densely do the theme's terms stand in the text?",
                denominator="words of distinct stories",
                noun="words",
                axis="Mentions of the theme in 10,000 words of each {period}",
                caption="Mentions of {theme} in 10,000 words of distinct stories",
                item=ITEMS["words"],
                per=10_000,
                caveat="One story that repeats a term counts as much as many that use it once.",
            ),
        )
    }
)
UNITS = tuple(MEASURES)

SIZE_COLUMNS = {"doc_id": "str", "sentences": "int64", "words": "int64"}


def find_measure(unit: str) -> Measure:
    """The measure of a unit. Raises SettingError for an unknown one."""
    if unit not in MEASURES:
        raise SettingError(f"unit is {unit!r}; choose one of {', '.join(UNITS)}")
    return MEASURES[unit]


def article_sizes(articles: pd.DataFrame) -> pd.DataFrame:
    """
    Count the sentences and words of each article that can be read, columns SIZE_COLUMNS.

    `articles` needs `doc_id`, `text` and `problem`; those with a problem have no row. Sentences
    are those of `sentence_spans`, words the tokens of `tokenize`, in which "U.S." is two. Whoever
    has an index of the same articles has the same numbers sooner: `measure_articles`.
    """
    from dateline.themes.batches import TokenIndex, readable_batches
    from dateline.themes.count import measure_articles

    tables = [measure_articles(TokenIndex((batch,))) for batch in readable_batches(articles)]
    if not tables:
        tables = [pd.DataFrame(columns=list(SIZE_COLUMNS))]
    return pd.concat(tables, ignore_index=True)[list(SIZE_COLUMNS)].astype(SIZE_COLUMNS)


def draw_kind(n: int) -> str:
    """
    How a corpus of `n` counted stories is to be drawn: "rows", "points" or "ribbons".

    Up to 12 each story has a row of its own and there is no line; up to 300 periods have points
    with intervals, and gaps; beyond that a ribbon. The numbers are judgement: below 13 a period
    holds one or two stories, and a line through them shows chance.

    >>> draw_kind(12), draw_kind(13), draw_kind(301)
    ('rows', 'points', 'ribbons')
    """
    if n <= MOST_ROWS:
        return "rows"
    return "points" if n <= MOST_POINTS else "ribbons"


def is_thin(totals: pd.Series[float]) -> pd.Series[bool]:
    """Whether a total is above 0 and below 3; what rounding has taken from 3 does not count."""
    return (totals > 0) & (totals < THIN - 10.0**-DECIMALS)


def tidy(sums: Floats) -> Floats:
    """Sums of parts; whole where only the noise of adding keeps them from it: 3/3 are 1."""
    whole = np.rint(sums)
    return np.where(np.abs(sums - whole) < 10.0**-SHARE_DECIMALS, whole, sums)
