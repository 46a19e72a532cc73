"""Words in names that tell what a date beside them is: of collecting, or of an event."""

from __future__ import annotations

import re

# Words beside a date that is not the article's: that of its saving.
_SAVED = (
    r"(?:crawl(?:ed|er|s)?|download(?:ed|s)?|scrap(?:e|ed|er|es|ing)|retriev(?:ed|al)"
    r"|scan(?:ned|s)?|saved?|accessed|captured?|snapshots?|fetch(?:ed)?|harvest(?:ed)?|backups?"
    r"|dumps?|screenshots?|printed|collected|archived|exported|imported|indexed|added|updated"
    r"|modified|factiva|proquest[^\W\d_]*|(?:lexis|nexis)[^\W\d_]*|newsbank|pressreader"
    r"|europresse|ebsco[^\W\d_]*|wayback|exports?(?=[\W_]*\d)|(?<=\d[-_ ])exports?)"
)
_IS_SAVED = re.compile(rf"(?<![^\W\d_]){_SAVED}(?![^\W\d_])", re.I)
_SAVED_BEFORE = re.compile(rf"(?<![^\W\d_]){_SAVED}[-_. (]*(?:on[-_. ]+)?$", re.I)
# Words of collecting that headlines have too: "search", "results".
_COLLECTING = re.compile(
    r"batch(?:es)?|imports?|exports?|files?|results?|search(?:es)?|clip(?:s|pings?)?"
    r"|quer(?:y|ies)|hits|pull|run"
)
_NEUTRAL = re.compile(
    r"doc(?:ument)?s?|articles?|texts?|news|pages?|html?|txt|pdf|csv|part|no|of|on|the|from|all"
    r"|data|raw|new"
)
_ENDINGS = {"com", "org", "net", "info", "gov", "edu", "int", "news", "example"}
# What a day stands beside that is that of an event, where the name has no other word.
_EVENT = re.compile(
    r"(?:hearing|attack|accident|ruling|trial|verdict|judge?ment|incident|crash|bombing|shooting"
    r"|battle|massacre|earthquake|disaster|election|referendum|vote|meeting|summit|conference"
    r"|debate|protest|riot|strike|speech|birth|born|death|died|wedding|funeral|dday)e?s?"
)
_WORD = re.compile(r"[^\W\d_]+")


def is_saved(name: str) -> bool:
    """
    Whether a name has a word of saving, or is that of a database.

    >>> is_saved("Factiva-20230501"), is_saved("election-results-2022-03-21")
    (True, False)
    """
    return bool(_IS_SAVED.search(name))


def is_saved_before(name: str) -> bool:
    """
    Whether a name, up to a date in it, ends in a word of saving.

    >>> is_saved_before("talks saved on "), is_saved_before("saved talks ")
    (True, False)
    """
    return bool(_SAVED_BEFORE.search(name))


def is_collected(rest: str) -> bool:
    """
    Whether what is left of a name without its date tells of collecting alone, or is a web site.

    >>> [is_collected(rest) for rest in ("batch ", "Files ()_", "gazette.example_", "news ")]
    [True, True, True, False]
    """
    words = _words(rest)
    known = all(_COLLECTING.fullmatch(word) or _NEUTRAL.fullmatch(word) for word in words)
    return (known and has_collecting(rest)) or _is_site(rest)


def has_collecting(rest: str) -> bool:
    """Whether a name has a word of collecting among others, which a headline may have too."""
    return any(_COLLECTING.fullmatch(word) for word in _words(rest))


def is_event(rest: str) -> bool:
    """
    Whether what is left of a name without its date is the word for an event alone.

    >>> is_event("hearing__"), is_event("hearing-ends-in-uproar")
    (True, False)
    """
    return bool(_EVENT.fullmatch("".join(_words(rest))))


def _is_site(rest: str) -> bool:
    *labels, ending = re.split(r"\.", rest.strip(" _-.()[]").lower())
    known = ending in _ENDINGS or (len(ending) == 2 and ending.isalpha())
    bare = all(len(label) > 1 and label.replace("-", "").isalnum() for label in labels)
    return bool(labels) and known and bare


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
