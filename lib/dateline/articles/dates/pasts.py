"""Whether a day, month or year that a sentence names lies in its past."""

from __future__ import annotations

import re

from dateline.articles.dates.words import PAST

# A clause ends here: the verb beyond belongs to something else.
_BREAK = re.compile(
    r"[;:()\[\]—–“”\"]|\s-\s"
    r"|\b(?:who|whom|whose|which|that|where|while|because|although|though|but|than|as)\b",
    re.I,
)
_SINCE = re.compile(r"\bsince\b\W*$|^since\b", re.I)
_IS = re.compile(r"^\W+(?:is|are|was|were|will|has|have)\b", re.I)
# Each of them says when, so the last one before a date and the first one after it count.
_VERB = re.compile(
    rf"\b(?:(?P<past>{PAST}|been|told|cut|set)"
    r"|(?P<open>to\s+(?-i:[a-z])\w+|(?:of|for|at|on|by|about)\s+(?-i:[a-z])\w+ing"
    r"|(?:is|are|do|does|can|should|must|has|have)\b"
    r"|goals?|aims?|objectives?|hop(?:es?|ed|ing)|promis\w+|pledg\w+|vow\w*|forecasts?|predict\w*"
    r"|project(?:s|ed|ions?)|estimat\w+|candidates?|ballot|bids?|strategy|roadmap|agenda|budget"
    r"|targets?|deadlines?|ambitions?|prepar\w+|planning|agreement|running))\b"
)
# What such a verb tells may lie ahead of it: "called an election for 4 July", but not "called
# in July".
_ARRANGES = re.compile(
    r"\b(?:announced|called|set|fixed|confirmed|moved|postponed|delayed|rescheduled|extended"
    r"|agreed|proposed|approved|adopted|invited|ordered|demanded|urged|asked|wanted|decided"
    r"|offered|allowed|booked|warned|said|told|awarded|chosen|selected|named|granted|won|secured"
    r"|nominated|appointed|intended|insisted|believed|thought|suggested|recommended|required"
    r"|needed|aimed|determined|arranged|convened|signed)$"
)
_DIRECTLY = re.compile(r"\W*(?:on\b\W*)?")
# Before a date, a word that leads ahead of it.
_TOWARDS = re.compile(r"\b(?:for|by|until|till|to|before|towards?|through|within|from)\W+$", re.I)
_LONG = 300  # characters; a clause that is longer is not read to its ends


def is_past(sentence: str, span: tuple[int, int]) -> bool:
    """
    Whether the clause around a date tells of it in the past tense, or with "since".

    `span` is the date's place, from its first character to behind its last.

    The last verb before the date tells; where there is none, the first behind it. An infinitive, a
    goal or a verb that arranges something later leaves it open, and then the answer is no.

    >>> [is_past(text, re.search("in 2024", text).span()) for text in
    ...  ("They met in 2024.", "They agreed to meet in 2024.", "In May they met, not in 2024.")]
    [True, False, True]
    """
    before, behind = _clause(sentence, *span)
    if _SINCE.search(before) or _SINCE.search(sentence[slice(*span)]):
        return not _IS.match(behind)
    if _TOWARDS.search(before):
        return False
    verbs = list(_VERB.finditer(before))
    if not verbs:
        first = _VERB.search(behind)
        return bool(first and first["past"])
    last = verbs[-1]
    arranges = _ARRANGES.search(last.group()) and not _DIRECTLY.fullmatch(before[last.end() :])
    return bool(last["past"]) and not arranges


def _clause(sentence: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind the date in its clause."""
    before = sentence[max(0, start - _LONG) : start]
    breaks = [found.end() for found in _BREAK.finditer(before)]
    behind = sentence[end : end + _LONG]
    stop = _BREAK.search(behind)
    return before[max(breaks, default=0) :], behind[: stop.start()] if stop else behind
