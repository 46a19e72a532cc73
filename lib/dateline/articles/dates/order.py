"""Whether a source writes day or month first, learned from those of its figures that tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from dateline.articles.days import DAY_FIRST, MONTH_FIRST, valid_date

# Different days that must tell the same before the others are read so; articles whose source is
# not known may be of several, so that more are needed.
TELLING = 2
TELLING_TOGETHER = 5
# So many that agree are not by several hands with one habit each, whatever their form.
TELLING_SURELY = 15

_FIGURES = re.compile(
    r"(?<![\d/.-])(\d{1,2})(?P<between>[/.-])(\d{1,2})(?P=between)((?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
)


class _Figures(NamedTuple):
    """One date in figures, its form, and the order that it tells, blank if it does not."""

    quote: str
    form: str
    order: str


def order_key(source: str, path: str) -> str:
    """
    What `learn_day_orders` learns by: the source, or the folder where the source is not known.

    >>> order_key("Gazette", "a/1.txt"), order_key("", "a/1.txt"), order_key("", "1.txt")
    ('Gazette', 'a/', './')
    """
    return source or f"{PurePosixPath(path).parent}/"


def learn_day_orders(articles: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """
    The order of day and month in figures, "day first" or "month first", per source; a step over
    the whole corpus.

    `articles` are (key, texts in which its dates stand): `order_key`, and headline, first and
    last lines, and values of metadata, not the body. Only figures that can be read in one way
    tell ("24/03/2022"). A source with fewer than `TELLING` different ones is left out, and so is
    one whose figures contradict each other. Of a folder `TELLING_TOGETHER` are needed, and all
    its figures must be of one form, as 3/4/2022 beside 03/04/2022 is by another hand; or
    `TELLING_SURELY`, of any form.
    """
    found: dict[str, set[_Figures]] = defaultdict(set)
    for key, texts in articles:
        for text in texts:
            found[key].update(_figures_in(text))
    orders = {key: _order_of(key, figures) for key, figures in sorted(found.items())}
    return {key: order for key, order in orders.items() if order}


def order_of_column(values: Iterable[str]) -> str:
    """
    The order of day and month in one column of dates; blank where none tells or two contradict.

    A column has one form, so that one date with a day above 12 tells for all that have the same
    separator and years of one length. Wrong for a column that several people have filled.

    >>> order_of_column(["17/11/2022", "03/12/2022"]), order_of_column(["03/12/2022"])
    ('day first', '')
    """
    figures = {each for value in values for each in _figures_in(value)}
    orders = {each.order for each in figures} - {""}
    return orders.pop() if len(orders) == 1 and _is_one_hand(figures) else ""


def _order_of(key: str, figures: set[_Figures]) -> str:
    telling = [each for each in figures if each.order]
    unknown = not key or key.endswith("/")
    needed = TELLING_TOGETHER if unknown else TELLING
    if len(telling) < needed or len({each.order for each in telling}) > 1:
        return ""
    sure = len(telling) >= TELLING_SURELY or _is_one_hand(figures)
    return "" if unknown and not sure else telling[0].order


def _is_one_hand(figures: Iterable[_Figures]) -> bool:
    """Whether all have one separator, years of one length, and noughts always or never."""
    marks = {each.form[:-1] for each in figures}
    noughts = {each.form[-1] for each in figures} - {"?"}
    return len(marks) == 1 and len(noughts) <= 1


def _figures_in(text: str) -> Iterator[_Figures]:
    for found in _FIGURES.finditer(text):
        one, two, year = int(found[1]), int(found[3]), int(found[4])
        form = f"{found['between']}{len(found[4])}{_noughts(found[1], found[3])}"
        yield _Figures(found.group(), form, _order(found, one, two, year))


def _noughts(one: str, two: str) -> str:
    """Whether small numbers have a nought in front: "0", "-", or "?" where there is none."""
    small = {part.startswith("0") for part in (one, two) if int(part) < 10}
    return "?" if len(small) != 1 else "0" if True in small else "-"


def _order(found: re.Match[str], one: int, two: int, year: int) -> str:
    full = year if year > 99 else 2000 + year
    # "22/03/21" may have its year in front.
    year_first = year < 32 and len(found[1]) == 2 and found["between"] != "."
    if one > 12 >= two and valid_date(full, two, one) and not year_first:
        return DAY_FIRST
    if two > 12 >= one and valid_date(full, one, two):
        return MONTH_FIRST
    return ""
