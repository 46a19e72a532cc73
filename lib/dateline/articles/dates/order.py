"""Whether a source writes day or month first, learned from those of its figures that tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from dateline.articles.days import DAY_FIRST, MONTH_FIRST, valid_date

# Different days that must tell the same before the others are read so; articles whose source is
# not known may be of several, so that more are needed.
TELLING = 2
TELLING_TOGETHER = 5

_FIGURES = re.compile(
    r"(?<![\d/.-])(\d{1,2})(?P<between>[/.-])(\d{1,2})(?P=between)((?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
)


def learn_day_orders(articles: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """
    The order of day and month in figures, "day first" or "month first", per source; a step over
    the whole corpus.

    `articles` are (source, texts in which its dates stand): headline, first and last lines, and
    values of metadata, not the body. Only figures that can be read in one way tell
    ("24/03/2022"). A source with fewer than `TELLING` different ones is left out, and so is one
    whose figures contradict each other.
    """
    telling: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for source, texts in articles:
        for text in texts:
            for figures, order in _telling(text):
                telling[source][order].add(figures)
    return {
        source: next(iter(orders))
        for source, orders in sorted(telling.items())
        if len(orders) == 1
        and len(next(iter(orders.values()))) >= (TELLING if source else TELLING_TOGETHER)
    }


def _telling(text: str) -> Iterator[tuple[str, str]]:
    """(figures, order) of the dates in a text whose order is certain."""
    for found in _FIGURES.finditer(text):
        one, two, year = int(found[1]), int(found[3]), int(found[4])
        full = year if year > 99 else 2000 + year
        # "22/03/21" may have its year in front.
        year_first = year < 32 and len(found[1]) == 2 and found["between"] != "."
        if one > 12 >= two and valid_date(full, two, one) and not year_first:
            yield found.group(), DAY_FIRST
        elif two > 12 >= one and valid_date(full, one, two):
            yield found.group(), MONTH_FIRST
