"""The forms in which articles write a full date, as patterns for case-insensitive search.

Every quantifier is bounded and blanks are taken whole, so that no text makes a search slow.
`days.py` reads what these patterns find.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dateline.articles.month_names import MONTH_NAMES, WEEKDAY_NAMES, numbers_by_name


def any_of(words: Iterable[str]) -> str:
    """
    A pattern for any of the words that tries each letter once, not each word.

    >>> any_of(["jan", "june", "jun"])
    'j(?:an|une?)'
    """
    tails: dict[str, set[str]] = defaultdict(set)
    for word in words:
        tails[word[:1]].add(word[1:])
    optional = tails.pop("", None) is not None
    branches = [re.escape(letter) + any_of(tails[letter]) for letter in sorted(tails)]
    pattern = "|".join(branches)
    if len(branches) > 1 or (optional and len(pattern) > 1):
        pattern = f"(?:{pattern})"
    return pattern + "?" if optional and branches else pattern


MONTHS = numbers_by_name(MONTH_NAMES["en"], first=1)
WEEKDAYS = tuple(line.split()[0] for line in WEEKDAY_NAMES["en"])
MONTH_NUMBERS = {
    name: number
    for names in MONTH_NAMES.values()
    for name, number in numbers_by_name(names, first=1).items()
}
WEEKDAY_NUMBERS = {
    name: number
    for names in WEEKDAY_NAMES.values()
    for name, number in numbers_by_name(names, first=0).items()
}
# Short months that are words of other languages: "3 out 2000 troops", "3 tem 2000 pessoas".
OTHER_WORDS = ("out", "set", "ago", "mag", "tem", "kas", "ara")

# Blanks with at most one end of line: an empty line ends a paragraph.
_GAP = r"(?:(?>[^\S\n]{1,4}\n?|\n)[^\S\n]{0,4}+)"
_WORD_ENDS = r"(?![^\W\d_])"
YEAR = r"(?:1[89]|20)\d{2}(?!\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTH_FIGURES = r"(?:1[0-2]|0?[1-9])"
ENGLISH_MONTH = rf"(?:{any_of(MONTHS)}){_WORD_ENDS}\.?"
# For full names any language will do; of the short ones only the English before a day.
_FULL_NAMES = [line.split()[0] for names in MONTH_NAMES.values() for line in names]
_ANY_NAME = any_of([*MONTHS, *_FULL_NAMES])
MONTH = (
    rf"(?:(?:{any_of(set(MONTH_NUMBERS) - set(OTHER_WORDS))}){_WORD_ENDS}\.?"
    rf"|(?:{'|'.join(OTHER_WORDS)})(?:\.|(?=[-/])|{_WORD_ENDS}(?<=\bde\s...)"
    rf"|(?=,?{_GAP}{YEAR}(?!{_GAP}[^\W\d_]))))"
)
WEEKDAY = rf"(?:{any_of(WEEKDAY_NUMBERS)})\b(?:[.,]|\.,)?"
_ORDINAL = r"(?:st|nd|rd|th|er|re|\.?[ºª°]|ᵉʳ|-?го|\.)?"
_DAY_BEFORE_MONTH = rf"(?<!\d){DAY}{_ORDINAL}(?:{_GAP}(?:of{_GAP}|de{_GAP}|d[’'])?|[-/])?"
# "2022 г." and "2022 r.", the word for year.
_YEAR_WORD = rf"(?:{_GAP}?(?:года|году|года|року|році|roku|r\.|[гр]\.|[гр])(?!\w))?"
_CLOCK = rf"(?:{_GAP}\d\d:\d\d:\d\d(?:{_GAP}(?:[a-z]{{2,5}}|[+-]\d{{4}})\b)?)?"
# What a number counts is no year: "On May 3, 2000 people came".
_NO_COUNT = (
    rf"(?!{_GAP}(?:people|troops|soldiers|police|men|women|children|civilians|migrants|refugees"
    r"|protesters|demonstrators|workers|officers|tons|tonnes|dollars|euros)\b)"
)

# One separator throughout, and no fourth number: "1999.1.1.1" is an address on the internet.
# "2022. 3. 5." is Korean; its last full stop is a part of it.
_ISO = (
    r"(?<!\d)(?<!\d\.)(?:1[89]|20)\d{2}(?:"
    + "|".join(rf"{mark}{_MONTH_FIGURES}{mark}{DAY}" for mark in ("-", "/", r"\."))
    + rf"|-{ENGLISH_MONTH}-{DAY}|\.[^\S\n]{_MONTH_FIGURES}\.[^\S\n]{DAY}\.)(?!\d|\.\d)"
)
# Behind "일" no "for five days" and no "the fifth day".
_DAY_SIGN = r"(?:[日号號]|일(?![간째]))"
_CHARACTERS = (
    rf"(?<!\d)\d{{4}}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?{_DAY_SIGN}"
    r"(?:\s?(?:[（(][一二三四五六日天月火水木金土월화수목금토일](?:曜日?|요일)?[）)]"
    r"|[（(]?(?:星期|周|週)[一二三四五六日天][）)]?|[（(]?[月火水木金土日]曜日?[）)]?"
    r"|[월화수목금토일]요일))?"
)
_FIGURES = (
    r"(?<!\d)(?<!\d[./-])(?:"
    + "|".join(
        rf"(?:{DAY}{mark}{_MONTH_FIGURES}|{_MONTH_FIGURES}{mark}{DAY}){mark}"
        for mark in ("-", "/", r"\.[^\S\n]?")
    )
    + rf"){YEAR}(?![./-]\d){_YEAR_WORD}"
)
_DAY_FIRST = (
    rf"{_DAY_BEFORE_MONTH}{MONTH}"
    rf"(?:,?{_GAP}(?:(?:del?|do){_GAP})?|,|[-/.])?{YEAR}{_YEAR_WORD}"
)
# What follows the name of the month in "March 21, 2022"; it begins with the day.
_DAY_AND_YEAR = (
    rf"{DAY}(?:st|nd|rd|th)?(?!\d){_CLOCK}(?:,{_GAP}?|{_GAP}(?:of{_GAP})?|-){YEAR}{_NO_COUNT}"
)
_MONTH_AND_GAP = rf"\b(?:{_ANY_NAME}){_WORD_ENDS}\.?(?:{_GAP}|-)?"
_WEEKDAY_AND_GAP = rf"\b{WEEKDAY}{_GAP}?"

# Each form of date begins with a number, but for a weekday and the month in "March 21, 2022".
DATE_AT_NUMBER = (
    rf"(?P<iso>{_ISO})|(?P<characters>{_CHARACTERS})|(?P<figures>{_FIGURES})"
    rf"|(?P<day_first>{_DAY_FIRST})|(?P<month_first>{_DAY_AND_YEAR})"
)
# The same for days without a year. Only English months are shortened.
YEARLESS_AT_NUMBER = (
    rf"(?P<characters>{_MONTH_FIGURES}\s?[月월]\s?{DAY}\s?{_DAY_SIGN})"
    rf"|(?P<day_first>{_DAY_BEFORE_MONTH}(?:{_ANY_NAME}){_WORD_ENDS})"
    rf"|(?P<month_first>{DAY}(?:st|nd|rd|th)?(?![^\W_]))"
)
# Where a search for them ends is where the date begins.
MONTH_BEFORE = rf"{_MONTH_AND_GAP}\Z"
WEEKDAY_BEFORE = rf"{_WEEKDAY_AND_GAP}\Z"
# A full date, with or without its weekday; for use inside other patterns, case ignored. Search
# through long text with `find_days`, which is much faster.
DATE_WORDS = (
    rf"(?:{_WEEKDAY_AND_GAP})?"
    rf"(?:{_ISO}|{_CHARACTERS}|{_FIGURES}|{_DAY_FIRST}|{_MONTH_AND_GAP}{_DAY_AND_YEAR})"
)
# "3/11/16" and "2.3.22": of a date only where something else says so.
SHORT_YEAR_DATE = (
    rf"(?<!\d)(?<!\d[./-])(?:(?:{DAY}/{_MONTH_FIGURES}|{_MONTH_FIGURES}/{DAY})/"
    rf"|(?:{DAY}\.{_MONTH_FIGURES}|{_MONTH_FIGURES}\.{DAY})\.)\d\d(?!\d|[./-]\d)"
)
# A month and a year without a day, which no day precedes; English, as prose is read in English.
MONTH_YEAR = rf"(?<!\d )(?<!\d)\b(?P<month>{ENGLISH_MONTH}),?\s+(?P<year>{YEAR})"
