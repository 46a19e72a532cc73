"""Ages: "Putin, 69," was written between two birthdays."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from dateline.articles.dates.calendar import Office
from dateline.articles.dates.clauses import is_quoted, looks_back
from dateline.articles.dates.evidence import Evidence
from dateline.articles.dates.phrases import Sentences
from dateline.articles.dates.units import DAY, nth_return
from dateline.articles.dates.words import FUTURE

# In years. A number that is further from the terms is no age: "Biden, 51, Trump, 47" are votes.
NEAR_TERM = 10

_AGES = frozenset(str(age) for age in range(20, 100))
# "since 1999" and "for 20 years" tell of what lasts still.
_LASTING = re.compile(
    r"\bsince (?:\w+ )?(?:19|20)\d\d\b|\bfor (?:\w+ ){0,4}?(?:years|decades)\b", re.I
)
_OTHER_TIME = re.compile(
    rf"%|\b(?:{FUTURE}|then|turn(?:s|ed|ing)?|when|if|could|may|might|won|lost|was|were|became"
    r"|per ?cent|points?|votes?|seats?|delegates|polls?|odds)\b",
    re.I,
)
# Words that begin a sentence before a name and are no name.
_OPENER = re.compile(
    r"and|as|at|but|so|both|even|by|for|from|if|in|like|mr|of|on|since|than|that|the|then|to|when|where|while"
    r"|with|yet|although|meanwhile",
    re.I,
)
# What may stand between "69-year-old" and the name, beside the words of the title.
_KIND = re.compile(
    r"[A-Z]\w+(?:an|ese|ish|i)|(?i:leader|strongman|politician|incumbent|democrat|republican"
    r"|billionaire|veteran|conservative|ruler|autocrat)"
)


def from_ages(sentences: Sentences, offices: Iterable[Office]) -> Iterator[Evidence]:
    """
    From one birthday to the day before the next, for an age beside the name of an office holder.

    Read are "Putin, 69,", "Putin (69)", "Putin, aged 69," and "69-year-old Putin", where the
    family name belongs to nobody else in the article and the sentence tells of no other time.
    Wrong where an obituary or a history tells in the present tense.
    """
    if _AGES.isdisjoint(sentences.all_words):
        return
    people: defaultdict[str, list[Office]] = defaultdict(list)
    for office in offices:
        if office.born:
            people[office.person or office.id].append(office)
    for terms in people.values():
        if piece := _age(terms, sentences):
            yield piece


def _age(terms: list[Office], sentences: Sentences) -> Evidence | None:
    """The first age of one person; none where the article has others of the family."""
    name = terms[0].name
    named = [text for text in sentences.texts if name in text]
    ages = [(text, found) for text in named for found in _beside(name).finditer(text)]
    if not ages:
        return None
    own = _own_words(terms)
    if any(_is_other(found[1], own) for text in named for found in _named(name).finditer(text)):
        return None
    for sentence, found in ages:
        age = int(found["before"] or found["behind"])
        ours = all(_is_ours(word, own) for word in (found["kind"] or found["given"] or "").split())
        if ours and _is_near(terms, age) and _is_of_now(sentence, found):
            return _evidence(terms[0], age, found.group())
    return None


def _evidence(office: Office, age: int, text: str) -> Evidence:
    born = office.born or date.min
    window = nth_return(born, age), nth_return(born, age + 1) - DAY
    return Evidence(f"age {office.person or office.id}", text.strip(" ,"), "text", *window)


@cache
def _named(name: str) -> re.Pattern[str]:
    """The name, with the word before it."""
    return re.compile(rf"(?<![\w'’-])([\w'’-]+)\s{re.escape(name)}\b")


@cache
def _beside(name: str) -> re.Pattern[str]:
    """The name with a number of two figures that is set off as an age."""
    return re.compile(
        rf"\b(?P<before>[2-9]\d)-year-old\s(?P<kind>(?:[\w.’-]+\s){{0,4}}?){re.escape(name)}\b"
        rf"|\b{re.escape(name)}\b(?P<given>(?:\s[A-Z]\w*)?)"
        r"(?:\s\(|,\s(?:(?:now|who is)\s)?(?:aged?\s)?)(?P<behind>[2-9]\d)(?=\)|,|\.?$)"
    )


def _own_words(terms: list[Office]) -> frozenset[str]:
    """All words of the titles, in small letters: given names, nations and ranks."""
    phrases = [phrase for office in terms for phrase in (*office.patterns, *office.elect_patterns)]
    return frozenset(re.findall(r"\w+", " ".join(phrase.text for phrase in phrases).lower()))


def _is_other(before: str, own: frozenset[str]) -> bool:
    """Whether the word before the name is another's given name."""
    return before[0].isupper() and before.lower() not in own and not _OPENER.fullmatch(before)


def _is_ours(word: str, own: frozenset[str]) -> bool:
    return word.lower() in own or bool(_KIND.fullmatch(word))


def _is_near(terms: list[Office], age: int) -> bool:
    born = terms[0].born or date.min
    first = min(office.start for office in terms).year - NEAR_TERM
    last = max((office.end or office.start) for office in terms).year + NEAR_TERM
    return first <= born.year + age <= last


def _is_of_now(sentence: str, found: re.Match[str]) -> bool:
    """Whether nothing else in the sentence tells of another time, and nobody is quoted."""
    rest = sentence[: found.start()] + " " + sentence[found.end() :]
    rest = _LASTING.sub(" ", rest)
    return not (looks_back(rest) or _OTHER_TIME.search(rest) or is_quoted(sentence, found))
