"""The line of an export that states the day of publication, told from headlines and labels."""

from __future__ import annotations

import re

# Longer values are not taken for a date (see dating), so what stands behind the date is dropped.
LONGEST = 60
_LONGEST_LINE = 90
# How the names of months begin, in the languages of the databases' pages.
_MONTH = (
    r"(?:jan|jän|gen|ene|f[eé]b|f[eé]v|m[aä]r|mrt|maa|apr|avr|abr|ma[iyjg]|mei|jui?[nl]|giu|lug"
    r"|a[ou][gûuo]|set|sep|o[ckut]t|out|nov|d[eéi][cz]|янв|фев|мар|апр|ма[йя]|ию[нл]|авг|сен|окт|ноя"
    r"|дек)[^\W\d_]*\.?"
)
_YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_DATE = (
    rf"(?:(?<!\d){_DAY}(?:er|º|st|nd|rd|th|\.)?\s(?:de\s|of\s)?{_MONTH},?\s(?:de\s|del\s)?{_YEAR}(?!\d)"
    rf"|\b{_MONTH}\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}(?!\d)"
    rf"|(?<!\d){_YEAR}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?[日号號]"
    rf"|(?<![\d./-]){_YEAR}-\d\d-\d\d(?!\d)"
    rf"|(?<![\d./-])\d\d?[./-]\d\d?[./-]{_YEAR}(?!\d))"
)
_WORD = r"[^\W\d_]{2,13}(?:-feira)?\.?"
_FOUND = re.compile(rf"(?:\b(?:{_WORD}),?\s(?={_DATE}))?(?P<date>{_DATE})", re.I)
_WEEKDAY = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lu|ma|me|je|ve|vr|wo|za|zo|dim|sáb|seg"
    r"|ter|qua|qui|sex|gio|ven|dom|пон|вто|сре|чет|пят|суб|вос)",
    re.I,
)
# Nothing, or a weekday, before; an edition, a weekday, an hour behind. No sentence.
_LINE = re.compile(
    rf"^(?:(?P<before>{_WORD}),?\s)?{_DATE}(?:[\s,;:(/-](?P<behind>[^\n]*[^\n.!?]))?\s*$", re.I
)
_MONTH_LINE = re.compile(rf"^{_MONTH},?\s{_YEAR}$", re.I)
# A word that may be a month of a language that is not in `_MONTH`.
_ANY_LANGUAGE = re.compile(rf"^{_DAY}\.?\s[^\W\d_]{{3,14}}\.?\s{_YEAR}$")
_BEHIND = 8  # words


def is_date_line(line: str) -> bool:
    """
    Whether a line is a date, with or without weekday, hour and edition.

    A month with its year alone is one too. Wrong for a headline that begins with a full date and
    has few more words.

    >>> is_date_line("January 11, 2010 Monday Edition 1"), is_date_line("30. Mai 2014 Freitag")
    (True, True)
    >>> is_date_line("May 30, 2014 was the day on which both sides gave in at last")
    False
    """
    line = " ".join(line.split())
    if len(line) > _LONGEST_LINE:
        return False
    if _MONTH_LINE.match(line) or _ANY_LANGUAGE.match(line):
        return True
    found = _LINE.match(line)
    if not found or (found["before"] and not _WEEKDAY.match(found["before"])):
        return False
    return len((found["behind"] or "").split()) <= _BEHIND


def date_in(text: str) -> str:
    """
    The first full date in a text, with the weekday before it; blank if there is none.

    >>> date_in("World, Friday, November 13, 2015, p. 3")
    'Friday, November 13, 2015'
    """
    found = _FOUND.search(" ".join(text.split()))
    if not found:
        return ""
    before = found[0][: found.start("date") - found.start()]
    return found[0] if _WEEKDAY.match(before) else found["date"]


def date_value(line: str) -> str:
    """The line as it stands, blanks made one; its date alone where the line is too long."""
    line = " ".join(line.split())
    return line if len(line) <= LONGEST else date_in(line) or line[:LONGEST]
