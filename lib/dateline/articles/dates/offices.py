"""Terms of office: whoever is called president is in office, unless the article looks back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from dateline.articles.dates.calendar import Office
from dateline.articles.dates.clauses import places
from dateline.articles.dates.evidence import ANCHOR, BOUND, CHECK, Evidence
from dateline.articles.dates.words import PAST

# "former US President", "former South Korean President": only names stand between.
_FORMER = re.compile(
    r"\b(?i:former|ex|onetime|one-time|ousted|late|retired)[\s-]+(?:[A-Z][\w.]*\s+){0,3}$"
)
_THEN = re.compile(r"\b(?i:then|under|succeed\w*|predecessor)[\s,-]+(?:[A-Z][\w.]*\s+){0,3}$")
_VICE = re.compile(r"\bvice[\s-]+$", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b|\bago\b|\blast year\b|\bat the time\b", re.I)
_PAST = re.compile(rf"\b(?:{PAST})\b")

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365.25}
_BEFORE_EXIT = (
    r"\b(?P<n>\w+)\s+(?P<unit>day|week|month|year)s?\s+before\s+(?:President\s+)?(?:\w+\s+)?{name}"
    r"(?:(?P<leaves>\s+(?:leaves|exits))|(?:['’]s)?\s+(?:exit from|departure from|leaving))"
    r"\s+office"
)


def from_offices(sentences: list[str], offices: tuple[Office, ...]) -> Iterator[Evidence]:
    """
    Bounds from titles: the holder's from the term of office, "-elect" from the weeks before it,
    "former" from its end; and "two months before Biden leaves office".

    A title in a sentence with a year, or after "then" or "under", may be history and says
    nothing; an article that says "former" anywhere is not bound by the title without it.
    """
    for office in offices:
        yield from _elect(office, sentences)
        yield from _holder(office, sentences)
        yield from _before_exit(office, sentences)


def _elect(office: Office, sentences: list[str]) -> Iterator[Evidence]:
    if office.elected is None:
        return
    for sentence, found in _titles(office.elect_patterns, sentences):
        if not _recalled(sentence, found):
            window = office.elected, office.start
            yield Evidence(f"elect {office.id}", found.group(), "text", *window, BOUND)
            return


def _holder(office: Office, sentences: list[str]) -> Iterator[Evidence]:
    titles = list(_titles(office.patterns, sentences))
    former = next((m for s, m in titles if _FORMER.search(s[: m.start()])), None)
    current = next((m for s, m in titles if not _recalled(s, m)), None)
    rule = f"office {office.id}"
    if former and office.end:
        yield Evidence(f"{rule}, former", f"former {former.group()}", "text", office.end)
    elif current:
        yield Evidence(rule, current.group(), "text", office.start, office.end, BOUND)
    elif titles:
        note = "the sentence looks back, so the office need not be held still"
        yield Evidence(rule, titles[0][1].group(), "text", strength=CHECK, note=note)


def _before_exit(office: Office, sentences: list[str]) -> Iterator[Evidence]:
    """ "two months before he leaves office": that long before, give or take half a unit."""
    pattern = re.compile(_BEFORE_EXIT.replace("{name}", re.escape(office.name)), re.I)
    for sentence in sentences:
        found = pattern.search(sentence)
        number = _number(found["n"]) if found else None
        if office.end and found and number and not _is_history(sentence, found):
            unit = _UNIT_DAYS[found["unit"].lower()]
            middle = office.end - timedelta(days=round(number * unit))
            window = middle - timedelta(days=int(unit / 2)), middle + timedelta(days=int(unit / 2))
            yield Evidence(
                f"office {office.id}, before its end", found.group(), "text", *window, ANCHOR
            )


def _is_history(sentence: str, found: re.Match[str]) -> bool:
    """Whether "before his exit" may be told afterwards; "before he leaves" is not."""
    return not found["leaves"] and bool(_PAST.search(sentence, 0, found.start()))


def _titles(
    patterns: tuple[re.Pattern[str], ...], sentences: list[str]
) -> Iterator[tuple[str, re.Match[str]]]:
    for sentence in sentences:
        for pattern in patterns:
            for found in places(pattern, sentence):
                if not _VICE.search(sentence[: found.start()]):
                    yield sentence, found


def _recalled(sentence: str, found: re.Match[str]) -> bool:
    before = sentence[: found.start()]
    return bool(_FORMER.search(before) or _THEN.search(before) or _YEAR.search(sentence))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())
