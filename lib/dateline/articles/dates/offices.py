"""Terms of office: whoever is called president is in office, unless the article looks back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import NamedTuple

from dateline.articles.dates.calendar import Office
from dateline.articles.dates.clauses import places
from dateline.articles.dates.distances import UNIT_DAYS, count_of
from dateline.articles.dates.evidence import ANCHOR, CHECK, Evidence
from dateline.articles.dates.phrases import Phrase, Sentences
from dateline.articles.dates.words import PAST

# "former US President", "former South Korean President": only names stand between.
_FORMER = re.compile(
    r"\b(?i:former|ex|onetime|one-time|ousted|the late|retired|predecessor|successor of)[\s,-]+"
    r"(?:[A-Z][\w.]*\s+){0,3}$"
)
_THEN = re.compile(
    r"\b(?i:then|would|could|under|succeed\w*|would-be|future|a|if|replac\w+)[\s,-]+(?:[A-Z][\w.]*\s+){0,3}$"
)
_VICE = re.compile(r"\b(?:vice|deputy|acting)[\s-]+$", re.I)
# Another time: a year, or one that may never come.
_ELSEWHEN = re.compile(
    r"\b(?:(?:19|20)\d{2}|ago|last year|at the time|back then|whoever|candidates?|nominees?"
    r"|if elected|prospect|hypothetical\w*)\b",
    re.I,
)
_PAST = re.compile(rf"\b(?:{PAST})\b")
# How far back the words before a title are read.
_REACH_BACK = 80
# Two terms that share less than this are told of by an article that looks back to one of them.
_SHARED = timedelta(days=31)
# A winner is called by the coming title from the election on, which is at most so long before.
_SOON = timedelta(days=100)

_EXIT_WORDS = frozenset({"before", "office"})
_BEFORE_EXIT = (
    r"\b(?P<n>\w+)\s+(?P<unit>day|week|month|year)s?\s+before\s+(?:President\s+)?(?:\w+\s+)?{name}"
    r"(?:(?P<leaves>\s+(?:leaves|exits))|(?:['’]s)?\s+(?:exit from|departure from|leaving))"
    r"\s+office"
)


class _Title(NamedTuple):
    """A term that a title names as present: the words, the rule, and the window it gives."""

    office: Office
    rule: str
    text: str
    first: date
    last: date | None

    @property
    def since(self) -> date:
        """The first day on which the title could be used."""
        return self.office.elected or self.office.start - _SOON


def from_offices(sentences: Sentences, offices: Iterable[Office]) -> Iterator[Evidence]:
    """
    Bounds from titles: the holder's from the term of office, "-elect" from the weeks before it,
    "former" from its end; and "two months before Biden leaves office".

    A title in a sentence with a year, or after "then" or "under", may be history and says
    nothing; an article that says "former" anywhere is not bound by the title without it. Terms
    of one person are alternatives (the same `either`). Where two persons' terms do not fit each
    other, one title is history: then they bound from below only.

    Wrong where an article looks back throughout and has no word that says so.
    """
    named = [office for office in offices if all(sentences.hold(need) for need in office.needs)]
    groups: list[list[_Title]] = []
    for terms in _grouped(named, _person):
        elect, holder = _elect(terms, sentences), list(_holder(terms, sentences))
        groups += [elect, [title for title in holder if isinstance(title, _Title)]]
        yield from (piece for piece in holder if isinstance(piece, Evidence))
    yield from _bounds([group for group in groups if group])
    for terms in _grouped(named, lambda office: office.name):
        yield from _before_exit(terms, sentences)


def _grouped(offices: list[Office], key: Callable[[Office], str]) -> list[list[Office]]:
    groups: defaultdict[str, list[Office]] = defaultdict(list)
    for office in offices:
        groups[key(office)].append(office)
    return list(groups.values())


def _elect(terms: list[Office], sentences: Sentences) -> list[_Title]:
    return [
        _Title(office, f"elect {office.id}", text, office.elected, office.start)
        for office in terms
        if office.elected
        for text in _current(list(_titles(office.elect_patterns, sentences)))
    ]


def _holder(terms: list[Office], sentences: Sentences) -> Iterator[_Title | Evidence]:
    """What the title without "-elect" says: the terms it may mean, or a piece of evidence."""
    titles = [(office, list(_titles(office.patterns, sentences))) for office in terms]
    ended = [(office.end, office.id, _former(found)) for office, found in titles if office.end]
    if former := min((each for each in ended if each[2]), default=None):
        end, name, text = former
        yield Evidence(f"office {name}, former", f"former {text}", "text", end)
        return
    for office, found in titles:
        rule, current = f"office {office.id}", _current(found)
        for text in current:
            yield _Title(office, rule, text, office.start, office.end)
        if found and not current:
            note = "the sentence looks back, so the office need not be held still"
            yield Evidence(rule, found[0][1].group(), "text", strength=CHECK, note=note)


def _bounds(groups: list[list[_Title]]) -> Iterator[Evidence]:
    """One piece for each title; from below only for those that do not fit another person's."""
    misfits = [
        number
        for one, other in combinations(range(len(groups)), 2)
        if not any(_fit(a, b) for a in groups[one] for b in groups[other])
        for number in (one, other)
    ]
    for number, group in enumerate(groups):
        key = f"office {_person(group[0].office)}" if len(group) > 1 else ""
        for title in group:
            piece = Evidence(title.rule, title.text, "text", title.first, title.last, either=key)
            if number in misfits:
                note = "titles of other terms are named too"
                piece = piece._replace(earliest=title.since, latest=None, note=note)
            yield piece


def _fit(one: _Title, other: _Title) -> bool:
    """Whether both titles can be held for a while, so that an article may name both as present."""
    first = max(one.first, other.first)
    last = min(one.last or date.max, other.last or date.max)
    shortest = min((title.last or date.max) - title.first for title in (one, other))
    return last - first >= min(_SHARED, shortest / 2)


def _before_exit(terms: list[Office], sentences: Sentences) -> Iterator[Evidence]:
    """ "two months before he leaves office": that long before, give or take half a unit."""
    found = _exit_of(terms[0].name, sentences)
    number = count_of(found["n"]) if found else None
    if not found or not number:
        return
    unit = UNIT_DAYS[found["unit"].lower()]
    ends = [(office, office.end) for office in terms if office.end]
    key = f"exit {terms[0].name}" if len(ends) > 1 else ""
    for office, end in ends:
        middle = end - timedelta(days=round(number * unit))
        window = middle - timedelta(days=int(unit / 2)), middle + timedelta(days=int(unit / 2))
        rule = f"office {office.id}, before its end"
        yield Evidence(rule, found.group(), "text", *window, ANCHOR, either=key)


def _exit_of(name: str, sentences: Sentences) -> re.Match[str] | None:
    for _, text in sentences.with_words(_EXIT_WORDS):
        found = _before_exit_of(name).search(text)
        if found and not _is_history(text, found):
            return found
    return None


def _person(office: Office) -> str:
    return office.person or office.id


@cache
def _before_exit_of(name: str) -> re.Pattern[str]:
    return re.compile(_BEFORE_EXIT.replace("{name}", re.escape(name)), re.I)


def _is_history(sentence: str, found: re.Match[str]) -> bool:
    """Whether "before his exit" may be told afterwards; "before he leaves" is not."""
    return not found["leaves"] and bool(_PAST.search(sentence, 0, found.start()))


def _titles(
    phrases: tuple[Phrase, ...], sentences: Sentences
) -> Iterator[tuple[str, re.Match[str]]]:
    """Each place of a title, with the words before it and its sentence."""
    for phrase in phrases:
        for _, sentence in sentences.holding(phrase):
            for found in places(phrase, sentence):
                if not _VICE.search(_before(sentence, found)):
                    yield sentence, found


def _before(sentence: str, found: re.Match[str]) -> str:
    return sentence[max(0, found.start() - _REACH_BACK) : found.start()]


def _former(titles: list[tuple[str, re.Match[str]]]) -> str:
    """The first title after "former", or blank."""
    return next((m.group() for s, m in titles if _FORMER.search(_before(s, m))), "")


def _current(titles: list[tuple[str, re.Match[str]]]) -> list[str]:
    """The first title that is not history, as a list of one, or an empty list."""
    return [found.group() for sentence, found in titles if not _recalled(sentence, found)][:1]


def _recalled(sentence: str, found: re.Match[str]) -> bool:
    before = _before(sentence, found)
    return bool(_FORMER.search(before) or _THEN.search(before) or _ELSEWHEN.search(sentence))
