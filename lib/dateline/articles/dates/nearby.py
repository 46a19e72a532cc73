"""Bounds for an undated article from dated ones that tell of the same event. A weak sign.

A step over the whole corpus: which names and numbers are rare, and which belong to one event, is
learned from all articles. Two articles share names for many reasons, because people and bodies
recur for years and articles look back; so agreement is asked for several times over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from dateline.articles.dates.evidence import CHECK, NEARBY, Evidence
from dateline.articles.dates.features import Feature, count_names, find_features, ordinary_words
from dateline.articles.days import MONTH_YEAR, end_of_month, first_of_month

# A name or number in more stories than this is not rare; in a large corpus, one in a hundred.
RARE, MOST_RARE = 5, 50
# What two articles on one event must share: a name counts one, a number two.
LEAST_NAMES, NUMBER_POINTS, SAME_EVENT = 2, 2, 4
# A story of other days that shares so much makes it doubtful which event is told of.
DOUBT = 3
LEAST_STORIES = 2  # dated ones that agree
TOGETHER = timedelta(days=14)  # the dates of stories on one event
AROUND = timedelta(days=31)  # before the first and after the last, an article on it may appear
# Part of its rare names and numbers that the event must explain: the rest tells of other things.
MAIN_PART = 0.25
# If more of the dated stories than this lie in the interval, agreement on it says little, unless
# two of them share so many points that chance and background are out of the question.
CROWDED, SURE = 1 / 3, 6
LEAD = 3  # paragraphs, the headline counted
SHOWN = 6  # names, numbers and documents that the evidence quotes

_LOOKS_BACK = re.compile(
    r"\banniversar(?:y|ies)\b|\b(?:years?|months?|decades?)\s+(?:ago|earlier|later|before|since|on)\b"
    r"|\b(?:last|previous|preceding|past)\s+(?:year|month|spring|summer|autumn|fall|winter)\b"
    r"|\b(?:in\s+(?:retrospect|hindsight)|look(?:s|ed|ing)?\s+back|back\s+in|at\s+that\s+time|since\s+then)\b"
    r"|\bcommemorat\w*|\bthen-[a-z]+",
    re.I,
)
_MONTH_YEAR = re.compile(MONTH_YEAR, re.I)


class Text(NamedTuple):
    """
    One article as far as it is dated: `story` is the id that it shares with its copies.

    `earliest` and `latest` are the first and last possible day, None where open.
    """

    doc_id: str
    path: str
    text: str
    story: str
    date_class: str
    earliest: date | None
    latest: date | None


class Dated(NamedTuple):
    """The days of a story of class A or B, and the path of one of its dated articles."""

    first: date
    last: date
    path: str


class Match(NamedTuple):
    """The dated stories that tell of the article's event, and what they share with it."""

    stories: tuple[Dated, ...]
    shared: frozenset[Feature]
    sure: bool


def from_nearby(
    texts: Iterable[Text], *, wanted: Iterable[Text] | None = None
) -> dict[str, Evidence]:
    """
    Evidence for the articles wanted, by doc_id, from the stories of class A or B in `texts`.

    `texts` is the whole corpus; wanted are its articles of class D and U, unless others are given.
    Those may be articles of the corpus as they would be dated if their own dates were not known:
    an article and its copies are never evidence for themselves.

    Two articles tell of the same event if they share two rare names and a rare number, or more.
    A name or number counts only if all dated stories that have it lie within 14 days. At least
    two dated stories must agree, none of other days may share nearly as much, and the event must
    be the article's main subject. The article then appeared within 31 days of them. Recorded as
    checks, and not to be used: an interval that the article's own bounds exclude, an article
    that looks back, and, unless very much is shared, weeks in which a third of the stories lie.

    Names are runs of capitalised words, so that texts in Chinese or Japanese get nothing. Looking
    back is known in English words only. It is wrong where an old event is retold in full as if
    it were new: an article printed again years later.
    """
    articles = sorted(texts, key=lambda article: article.doc_id)
    days = _dated_stories(articles)
    if wanted is None:
        wanted = [article for article in articles if article.date_class in ("D", "U")]
    if len(days) < LEAST_STORIES or not wanted:
        return {}
    ordinary = ordinary_words(article.text for article in articles)
    rare = _rare_features(articles, ordinary)
    found = {}
    for article in wanted:
        features = find_features(article.text, ordinary)
        match = _find_match(article, [each for each in features if each in rare], rare, days)
        paragraphs = _main_paragraphs(article.text, match, ordinary) if match else []
        if match and paragraphs:
            others = [known for story, known in days.items() if story != article.story]
            note = _doubt(article, match, paragraphs, others)
            found[article.doc_id] = _evidence(match, features, note)
    return found


def _dated_stories(articles: Iterable[Text]) -> dict[str, Dated]:
    """The hull of the days of each story's articles of class A or B."""
    days: dict[str, Dated] = {}
    for article in articles:
        if article.date_class in ("A", "B") and article.earliest and article.latest:
            known = days.get(article.story, Dated(article.earliest, article.latest, article.path))
            days[article.story] = Dated(
                min(known.first, article.earliest),
                max(known.last, article.latest),
                min(known.path, article.path),
            )
    return days


def _rare_features(articles: Collection[Text], ordinary: frozenset[str]) -> dict[Feature, set[str]]:
    """The stories of each name and number that more than one, but only few, have."""
    stories: dict[Feature, set[str]] = defaultdict(set)
    for article in articles:
        for feature in find_features(article.text, ordinary):
            stories[feature].add(article.story)
    number = len({article.story for article in articles})
    most = max(RARE, min(MOST_RARE, number // 100))
    return {feature: found for feature, found in stories.items() if 1 < len(found) <= most}


def _find_match(
    article: Text,
    features: Collection[Feature],
    rare: Mapping[Feature, set[str]],
    days: Mapping[str, Dated],
) -> Match | None:
    """The stories that share enough of what only one event has; None if any others do nearly."""
    telling: dict[str, set[Feature]] = defaultdict(set)
    shared: dict[str, set[Feature]] = defaultdict(set)
    for feature in features:
        dated = [story for story in rare[feature] if story in days and story != article.story]
        together = _are_together([days[story] for story in dated])
        for story in dated:
            shared[story].add(feature)
            if together:
                telling[story].add(feature)
    same = [story for story, found in telling.items() if _is_same_event(found)]
    stories = tuple(sorted(days[story] for story in same))
    if len(stories) < LEAST_STORIES or not _are_together(stories):
        return None
    explained = frozenset[Feature]().union(*(telling[story] for story in same))
    around = _around(stories)
    rivals = [found for story, found in shared.items() if not _meets(days[story], *around)]
    if len(explained) < MAIN_PART * len(features) or any(_points(r) >= DOUBT for r in rivals):
        return None
    sure = sum(_points(telling[story]) >= SURE for story in same) >= LEAST_STORIES
    return Match(stories, explained, sure)


def _is_same_event(shared: set[Feature]) -> bool:
    return count_names(shared) >= LEAST_NAMES and _points(shared) >= SAME_EVENT


def _points(shared: set[Feature]) -> int:
    return count_names(shared) + NUMBER_POINTS * sum(feature.is_number for feature in shared)


def _are_together(stories: Collection[Dated]) -> bool:
    first, last = _hull(stories) if stories else (date.min, date.min)
    return last - first <= TOGETHER


def _hull(stories: Iterable[Dated]) -> tuple[date, date]:
    firsts, lasts, _ = zip(*stories, strict=True)
    return min(firsts), max(lasts)


def _around(stories: Iterable[Dated]) -> tuple[date, date]:
    """When an article on the event of these stories may have appeared."""
    first, last = _hull(stories)
    return first - AROUND, last + AROUND


def _meets(story: Dated, first: date | None, last: date | None) -> bool:
    return story.last >= (first or date.min) and story.first <= (last or date.max)


def _main_paragraphs(text: str, match: Match, ordinary: frozenset[str]) -> list[str]:
    """Those that tell of the event; none unless the lead does, and more than one of several."""
    paragraphs = text.split("\n\n")
    places = [
        place
        for place, paragraph in enumerate(paragraphs)
        if find_features(paragraph, ordinary).keys() & match.shared
    ]
    in_passing = len(places) == 1 and len(paragraphs) > LEAD
    if not places or places[0] >= LEAD or in_passing:
        return []
    return [paragraphs[place] for place in places]


def _doubt(article: Text, match: Match, paragraphs: Iterable[str], days: Collection[Dated]) -> str:
    """Why the interval is not to be used; blank if it is."""
    first, last = _around(match.stories)
    if not _meets(Dated(first, last, ""), article.earliest, article.latest):
        return "contradicts what the article itself tells"
    if words := _words_of_looking_back("\n".join(paragraphs), first, last):
        return f"the article may look back: “{words}”"
    inside = sum(_meets(story, first, last) for story in days)
    if not match.sure and inside > CROWDED * len(days):
        return "too many dated articles lie in these weeks for agreement to tell"
    return ""


def _words_of_looking_back(text: str, first: date, last: date) -> str:
    """Those of distance in time; or the month of the event with its year, which is news of old."""
    if words := _LOOKS_BACK.search(text):
        return words[0]
    for words in _MONTH_YEAR.finditer(text):
        month = first_of_month(words["month"], words["year"])
        if month <= last and end_of_month(month) >= first:
            return words[0]
    return ""


def _evidence(match: Match, spellings: Mapping[Feature, str], note: str) -> Evidence:
    first, last = _around(match.stories)
    shared = _listed([spellings[feature] for feature in sorted(match.shared)])
    documents = _listed([f"{story.path} ({_say(story)})" for story in match.stories])
    text = f"names and numbers shared: {shared}; documents: {documents}"
    strength = CHECK if note else NEARBY
    return Evidence("nearby", text, "corpus", first, last, strength, note=note)


def _say(story: Dated) -> str:
    return f"{story.first}" if story.first == story.last else f"{story.first} to {story.last}"


def _listed(items: list[str]) -> str:
    rest = f" and {len(items) - SHOWN} more" if len(items) > SHOWN else ""
    return ", ".join(items[:SHOWN]) + rest
