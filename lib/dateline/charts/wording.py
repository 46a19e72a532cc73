"""Small words for numbers, the same in charts, captions and alternative texts."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.stats.measures import MEASURES


def numeral(number: float) -> str:
    """
    A number of stories: whole as it is, else with one decimal, half rounded up.

    What is not whole is never written as if it were: 2.97 stories are fewer than 3, and 0.02 are
    not none. A millionth is taken for rounding, since no part of a story is so small; from 1,000
    on there are no decimals.

    >>> [numeral(number) for number in (3, 3.0, 2.4286, 2.25, 2.97, 2.9991, 0.016, 6.9999999)]
    ['3', '3', '2.4', '2.3', '2.9', '2.9', '<0.1', '7']
    """
    if abs(number - round(number)) < 1e-6 or abs(number) >= 1000:
        return str(round(number))
    if 0 < number < 0.05:
        return "<0.1"
    tenths = min(max(int(number % 1 * 10 + 0.5), 1), 9)
    return f"{int(number)}.{tenths}"


def percent(count: float, total: float) -> str:
    """
    The share in whole percent, half rounded up; never 0 % or 100 % for what is not quite that.

    Returns "" where total is 0. A rounded number cannot be added up: 33 %, 33 % and 33 %.

    >>> percent(1, 8), percent(1, 300), percent(299, 300), percent(0, 5)
    ('13 %', '<1 %', '>99 %', '0 %')
    """
    if total == 0:
        return ""
    whole = int((200 * count + total) // (2 * total))
    if whole == 0 and count > 0:
        return "<1 %"
    if whole == 100 and count < total:
        return ">99 %"
    return f"{whole} %"


def in_ten_thousand(count: float, total: float) -> str:
    """
    How many of the count come on 10,000 of the total, with three digits at the least.

    Returns "" where total is 0.

    >>> in_ten_thousand(19, 1200), in_ten_thousand(1, 1200), in_ten_thousand(1, 300_000)
    ('158', '8.3', '<0.1')
    """
    if total == 0:
        return ""
    rate = 10_000 * count / total
    if 0 < rate < 0.05:
        return "<0.1"
    return f"{rate:.0f}" if rate >= 100 or rate == 0 else f"{rate:.1f}"


def said_share(count: float, total: float, unit: str) -> str:
    """
    A share in the words of its unit: in percent, or in 10,000 words.

    >>> said_share(1, 4, "stories"), said_share(19, 1200, "words")
    ('25 %', '158 in 10,000')
    """
    if MEASURES.get(unit, MEASURES["stories"]).is_share:
        return percent(count, total)
    return f"{in_ten_thousand(count, total)} in {MEASURES[unit].per:,}"


def said_value(share: float, unit: str) -> str:
    """
    As `said_share`, of a share on the scale of a series; "" where it is missing.

    >>> said_value(0.25, "stories"), said_value(158.3, "words")
    ('25 %', '158 in 10,000')
    """
    if share != share:
        return ""
    per = MEASURES.get(unit, MEASURES["stories"]).per
    return said_share(share, per, unit)


def said_counts(count: float, total: float, unit: str) -> str:
    """
    Count and total as a part of a sentence: what is a hit depends on the unit.

    >>> said_counts(1, 4, "stories"), said_counts(19, 1200, "words")
    ('1 of 4', '19 in 1200 words')
    """
    of = "of" if MEASURES.get(unit, MEASURES["stories"]).is_share else "in"
    return f"{numeral(count)} {of} {numeral(total)}{' words' if of == 'in' else ''}"


def amount(number: float, plural: str) -> str:
    """
    The number with its noun, of which the plural is given.

    >>> amount(1, "stories"), amount(2, "articles"), amount(0.5, "stories")
    ('1 story', '2 articles', '0.5 stories')
    """
    words = numeral(number)
    return f"{words} {singular(plural) if words == '1' else plural}"


def signed(points: float) -> str:
    """
    A difference in whole points with its sign; 0 has none.

    >>> signed(-11.7), signed(3), signed(0.2)
    ('−12', '+3', '0')
    """
    whole = round(points)
    return f"{whole:+d}".replace("-", "−") if whole else "0"


def distinct(unit: str, number: int | None = None) -> str:
    """
    The unit as a reader should take it: copies are not counted in stories.

    >>> distinct("stories"), distinct("articles"), distinct("stories", 1)
    ('distinct stories', 'articles', '1 distinct story')
    """
    noun = singular(unit) if number == 1 else unit
    count = "" if number is None else f"{number} "
    return count + ("distinct " if unit == "stories" else "") + noun


def quoted(label: str) -> str:
    """
    A label as a part of a sentence: in quotes if it could be taken for more of the sentence.

    >>> quoted("sanctions"), quoted("United States"), quoted("War: threats, and war")
    ('sanctions', 'United States', '“War: threats, and war”')
    """
    words = label.split()
    simple = len(words) <= 2 and all(word.replace("-", "").isalpha() for word in words)
    return label if simple else f"“{label}”"


def singular(plural: str) -> str:
    """The singular of one of our few nouns: stories, articles, themes, quarters, ..."""
    return plural.removesuffix("ies") + "y" if plural.endswith("ies") else plural.removesuffix("s")


def listing(items: Sequence[str], *, most: int = 4) -> str:
    """
    The items in one phrase; beyond `most`, how many more there are.

    >>> listing(["a", "b", "c"]), listing(["a", "b", "c"], most=1)
    ('a, b and c', 'a and 2 more')
    """
    if len(items) > most:
        return f"{', '.join(items[:most])} and {len(items) - most} more"
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
