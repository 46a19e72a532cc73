"""The order of figures such as 21-03-2022 and 220321, which only a group of names can tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dateline.articles.dates.name_marks import DAY, SHORT, STAMP, YEAR_LAST, Mark
from dateline.articles.days import valid_date

# Different names that must tell the same order; of years with two figures more are needed.
TELLING = 2
REGULAR = 5
SPAN = 10  # years within which the names of one folder lie
# Running numbers of six figures are all days by chance less often than this.
CHANCE = 0.001
# Years that two figures stand for.
_FIRST_YEAR, _LAST_YEAR = 1990, 2049

# The readings of one name: none, one, or day first and month first.
Readings = tuple[date, ...]


def read_days(marks: Sequence[Mark]) -> list[Readings]:
    """The readings of each mark of one group, whose form is one with days."""
    form = marks[0].form
    if form in (DAY, STAMP):
        return [_one(valid_date(*mark.figures)) for mark in marks]
    if form == YEAR_LAST:
        return _year_last(marks)
    return _short(marks) if form == SHORT else [() for _ in marks]


def _year_last(marks: Sequence[Mark]) -> list[Readings]:
    """The order of the names that can be read in one way only, if they agree."""
    both = [(_day_first(mark.figures), _month_first(mark.figures)) for mark in marks]
    day_first = {one for one, other in both if one and not other}
    month_first = {other for one, other in both if other and not one}
    if len(day_first) >= TELLING and not month_first:
        return [_one(one) for one, _ in both]
    if len(month_first) >= TELLING and not day_first:
        return [_one(other) for _, other in both]
    return [tuple(dict.fromkeys(day for day in pair if day)) for pair in both]


def _short(marks: Sequence[Mark]) -> list[Readings]:
    """
    Two figures each: read only where one order alone gives days for all names of the group, and
    these lie within a few years. The wrong order scatters them; so do numbers that are no days.
    Figures without a separator must be more than running numbers that happen to be days.
    """
    read = [[order(*mark.figures) for mark in marks] for order in _SHORT_ORDERS]
    whole = [[day for day in days if day] for days in read]
    fitting = [days for days in whole if len(days) == len(marks) and _is_close(days)]
    months = whole[-1]
    if len(fitting) != 1 or fitting[0] is months or len(set(fitting[0])) < REGULAR:
        return [() for _ in marks]
    bare = not marks[0].group[3]
    if bare and _chance(marks, fitting[0], by_year=fitting[0] is whole[0]) > CHANCE:
        return [() for _ in marks]
    return [(day,) for day in fitting[0]]


def _chance(marks: Sequence[Mark], days: Sequence[date], *, by_year: bool) -> float:
    """
    How likely it is that different numbers between the least and the greatest are all days: the
    share of days among the numbers there, to the power of how many lie between.
    """
    one, *_, last = sorted({(mark.figures, day) for mark, day in zip(marks, days, strict=True)})
    numbers = 1 + _number(last[0]) - _number(one[0])
    years = {day.year for day in days}
    possible = (last[1] - one[1]).days + 1 if by_year else 366 * (max(years) - min(years) + 1)
    return float(min(1, possible / numbers) ** (len(set(days)) - 2))


def _number(figures: tuple[int, ...]) -> int:
    one, two, three = figures
    return 10_000 * one + 100 * two + three


def _is_close(days: Sequence[date]) -> bool:
    years = [day.year for day in days]
    return max(years) - min(years) < SPAN


def _day_first(figures: tuple[int, ...]) -> date | None:
    return valid_date(figures[0], figures[2], figures[1])


def _month_first(figures: tuple[int, ...]) -> date | None:
    return valid_date(figures[0], figures[1], figures[2])


def _short_day(year: int, month: int, day: int) -> date | None:
    full = 2000 + year if year <= _LAST_YEAR - 2000 else 1900 + year
    return valid_date(full, month, day) if full >= _FIRST_YEAR else None


_SHORT_ORDERS: tuple[Callable[[int, int, int], date | None], ...] = (
    _short_day,
    lambda one, two, year: _short_day(year, two, one),
    lambda one, two, year: _short_day(year, one, two),
    # 202203 may be a month; such names are declined.
    lambda one, two, month: valid_date(100 * one + two, month, 1) if one == 20 else None,
)


def _one(day: date | None) -> Readings:
    return (day,) if day else ()
