"""What the words around an event say: coming or past, and which time word belongs to it.

These tests read no grammar, only words. Where they are not sure they say so with a blank, because
a date that is missing does less harm than one that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dateline.articles.dates.phrases import Phrase
from dateline.articles.dates.words import (
    FUTURE,
    HAS_TAKEN_PART,
    MONTH,
    OTHER_PAST,
    PARTICIPLE,
    PAST,
    TAKE_PART,
    TAKES_PART,
    TOOK_PART,
)
from dateline.articles.days import WEEKDAYS

_SEASON = "(?:spring|summer|autumn|fall|winter)"

# Words with which a sentence looks back over more than a week, or names another time.
_LOOKS_BACK = re.compile(
    r"\b(?:ago|anniversary|earlier|previous(?:ly)?|formerly|once|had|since|at the time|back then"
    r"|(?:years?|months?|weeks|decades?)(?!-)|centur(?:y|ies)|recall\w*|remember\w*|memor\w*"
    rf"|(?:last|that|same|this|in|of|during|by|late|early|mid) (?:{MONTH}|{_SEASON})"
    rf"|{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}|that (?:day|week|night|morning)"
    r"|(?:19|20)\d{2})(?!\w)",
    re.I,
)
# Who retells: what such a sentence tells in the past tense may be long past.
_RETELLS = re.compile(
    r"\b(?:books?|memoirs?|biograph\w+|autobiograph\w+|novels?|diar(?:y|ies)|chronicles?|excerpts?"
    r"|films?|movies?|documentar(?:y|ies)|exhibitions?|museums?|historians?|retrospect\w*"
    r"|testif\w+|testimony|jur(?:y|ors)|trials?|prosecutors?|indictments?|inquiry|court heard)\b",
    re.I,
)
# Between two clauses: what stands on the other side belongs to another verb.
_BREAK = re.compile(
    r"[;:—–!?“”\"]|\s-\s|\b(?:who|whom|whose|which|that|when|while|where|after|before|since|until"
    r"|following|because|although|though|but|if|as|like|than|how|what|why|said|says|say|told|tells"
    r"|added|adds|warned|warns|recalled|recalls|reported|reports|wrote|writes|did|had)\b",
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|nor|without|cancel\w*|postpon\w*|refus\w*|declin\w*|fail\w*)\b|n['’]t\b",
    re.I,
)

# Future forms that lead to a verb.
_WILL_DO = (
    r"(?:will|shall|is to|are to|plans? to|prepares? to"
    r"|(?:is|are)\s(?:\w+ly\s)?(?:due|set|expected|scheduled|slated|poised|preparing|planning|going)\sto)"
)
_ADVERB = r"(?:(?:also|again|soon|already|just|now|\w+ly)\s)"
# Each verb of a clause; the last one tells, but "to meet" hangs on the verb before it.
_VERB = re.compile(
    rf"\b(?:(?P<ahead>{_WILL_DO}\s{_ADVERB}{{0,2}}(?:be\s)?(?:{TAKE_PART}))"
    rf"|(?P<purpose>to\s(?:\w+ly\s)?(?:{TAKE_PART}))"
    rf"|(?P<past>{TOOK_PART}|(?:has|have)\s{_ADVERB}?(?:{HAS_TAKEN_PART}))"
    rf"|(?P<present>{TAKES_PART})"
    rf"|(?P<other>(?:has|have)(?!\s{_ADVERB}?(?:{TOOK_PART}|been)\b)"
    rf"|(?:would|should|can|could|may|might|must)(?:\s{_ADVERB}?(?:{TAKE_PART}))?"
    r"|is|are|was|were|be|been|being|do|does|will|shall|put"
    rf"|{OTHER_PAST}|{PARTICIPLE}))\b"
)
# Words after the verb by which an event is only what is talked about, or what comes first.
_ABOUT = re.compile(
    r"\b(?:on|about|over|of|against|from|for|despite|amid|regarding|concerning|beyond"
    rf"|to (?!(?:the|an?|his|her|their|its|{TAKE_PART})\b)(?-i:[a-z])\w*)\b",
    re.I,
)
_BESIDE = re.compile(
    r"\bon the (?:sidelines?|margins?|fringes?) of\b|\bat the (?:start|end|opening|close) of\b"
    rf"|\bon (?:{'|'.join(WEEKDAYS)})\b",
    re.I,
)
# What did not happen, or is only asked; up to the event no comma ends it.
_CONDITION = re.compile(
    r"\b(?:if|unless|whether|suppos(?:e|ing)|imagine|as though|in case)\b[^,;:]{0,100}$", re.I
)
_SOON = re.compile(r"\b(?:upcoming|forthcoming)\s+(?:[\w-]+\s+){0,3}$", re.I)
# What may stand between an event and its own verb.
_ASIDE = r"^(?:,[^,.;]{1,40},|\s\([^)]{0,40}\))?\s*"
_WILL_BE = re.compile(
    rf"{_ASIDE}"
    r"(?:(?:on\s)?(?:next\s|this\s|coming\s)?\w+day\s(?:will|would|shall|is|are)"
    r"|will\s(?:be\s(?:held|hosted|opened|signed)|take place|begin|open|start)"
    r"|(?:is|are)\s(?:due|set|to be held|scheduled|slated|planned)|takes? place|begins?|opens?)\b",
    re.I,
)
# The event's own verb behind it: "the summit ended on Sunday".
RUNS = re.compile(
    rf"{_ASIDE}(?:(?P<ended>ended|closed|concluded|wrapped up|finished|came to an end)"
    r"|(?P<began>opened|began|started|kicked off|got under\s?way)|(?P<held>took place|was held)"
    r"|(?P<begins>(?:will\s(?:formally\s)?)?(?:begins?|opens?|starts?|kicks? off)"
    r"|(?:is|are)\s(?:due|set|scheduled)\sto\s(?:begin|open|start))"
    r"|(?P<ends>(?:will\s)?(?:ends?|closes?|concludes?))"
    r"|(?P<coming>will\s(?:be held|take place)|takes? place"
    r"|(?:is|are)\s(?:due|set|scheduled|to be held|due to be held)))\b",
    re.I,
)
_AFTER = re.compile(r"\b(?:since|after|following)\s+(?:the\s+)?$", re.I)
_WILL = re.compile(rf"\b(?:{FUTURE}|until)\b", re.I)
# Nothing before the event in its clause: it is what the clause is about.
_BARE = re.compile(
    r"^[\s,]*(?:(?:and|the|a|an|his|her|their|its|at|during|in|of|following|after)\s+)*$", re.I
)
_WAS = re.compile(rf"\b(?:{PAST})\b")

_OWN = re.compile(r"['’]s (?:\w+ ){0,2}")

# The longest stretch between an event and the time word that belongs to it.
REACH = 60
REACH_BACK = 40
MOST_PLACES = 3
# Before a weekday: it is none of this week, or no day at all.
_OTHER_DAYS = (
    "a", "an", "another", "any", "each", "every", "one", "same", "that", "those",
    "ash", "black", "bloody", "cyber", "good", "super",
)  # fmt: skip
_NO_EVERY_DAY = "".join(f"(?<!\\b{word} )" for word in _OTHER_DAYS)
WEEKDAY = re.compile(
    rf"\b(?=[cflmnpstw]){_NO_EVERY_DAY}(?:(?P<which>last|next|this|past|coming|previous|following)\s+)?"
    rf"(?P<day>{'|'.join(WEEKDAYS)})\b(?!\s+(?:Times|Post|Mail|Telegraph|Herald|Mirror|Express))",
    re.I,
)
WEEK = re.compile(r"\b(?P<which>this|last|next) week\b", re.I)
MONTH_OR_YEAR = re.compile(r"\b(?P<which>this|last|next) (?P<unit>month|year)\b", re.I)
DAY_WORD = re.compile(r"\b(?P<word>yesterday|today|tomorrow)\b", re.I)


def places(pattern: Phrase, sentence: str) -> Iterator[re.Match[str]]:
    """
    The first places of a pattern in a sentence; news does not repeat it more often.

    Each place is read together with its whole sentence, so that a long text without a full stop
    would take hours.
    """
    return islice(pattern.finditer(sentence), MOST_PLACES)


def looks_back(sentence: str) -> bool:
    """Whether a sentence names another time, so that its weekday need not be the nearest one."""
    return bool(_LOOKS_BACK.search(sentence))


def retells(sentence: str) -> bool:
    """Whether a sentence names a book, a film or a trial, which tell as news what is long past."""
    return bool(_RETELLS.search(sentence))


def crosses_clauses(found: re.Match[str]) -> bool:
    """Whether the words that `...` of a pattern stands for lead into another clause."""
    return any(_BREAK.search(words) for words in found.groups() if words)


def tense(sentence: str, found: re.Match[str]) -> str:
    """
    How a sentence tells of an event: "ahead", "past", "present", "noun" (it is only named, as what
    the clause is about), or blank where another verb governs it or nothing tells.

    >>> [tense(text, re.search("the talks", text)) for text in
    ...  ("Xi will open the talks", "Xi opened the talks", "Xi praised the talks", "But the talks")]
    ['ahead', 'past', '', 'noun']
    """
    lead, clause = sentence[: found.start()], _clause(sentence, found)
    if _NEGATED.search(clause) or _CONDITION.search(lead):
        return ""
    if _SOON.search(lead) or _WILL_BE.match(sentence[found.end() :]):
        return "ahead"
    runs = RUNS.match(sentence[found.end() :])
    if runs and (runs["ended"] or runs["began"] or runs["held"]):
        return "past"
    verbs = list(_VERB.finditer(clause))
    governing = next((verb for verb in reversed(verbs) if verb.lastgroup != "purpose"), None)
    if governing:
        return _governed(clause, governing, found)
    if _AFTER.search(lead) and not _WILL.search(sentence):
        return "past"
    before = clause[: len(clause) - len(found.group())]
    return "noun" if not verbs and _BARE.match(before) else ""


def _governed(clause: str, verb: re.Match[str], found: re.Match[str]) -> str:
    """The tense of the verb, if its object or its place is the event."""
    start = len(clause) - len(found.group())
    wild = [range(*found.span(n)) for n in range(1, len(found.groups()) + 1)]
    at = verb.start() - start + found.start()
    if verb.lastgroup == "other":
        # A verb that the pattern itself spells belongs to the event.
        spelled = at >= found.start() and not any(at in words for words in wild)
        return "past" if spelled and verb.group().endswith("ed") else ""
    after = clause[verb.end() : max(verb.end(), start)]
    after += " ".join(
        clause[w.start - found.start() + start :][: len(w)] for w in wild if w.start >= at
    )
    return "" if _ABOUT.search(_BESIDE.sub(" ", after)) else verb.lastgroup or ""


def is_over(sentence: str, end: int) -> bool:
    """Whether a past verb follows, and no future one, after the first `end` characters."""
    return bool(_WAS.search(sentence, end)) and not _WILL.search(sentence, end)


def time_word(words: re.Pattern[str], sentence: str, found: re.Match[str]) -> re.Match[str] | None:
    """The time word that belongs to an event: in its own clause and near it; or None."""
    near = [word for word in words.finditer(sentence) if _belongs(word, sentence, found)]
    return min(near, key=lambda word: _distance(word, found), default=None)


def possessive(words: re.Pattern[str], sentence: str, found: re.Match[str]) -> re.Match[str] | None:
    """The time word of "Wednesday's summit", which dates the event whatever the verb is."""
    leading = (w for w in words.finditer(sentence, 0, found.start()))
    return next((w for w in leading if _OWN.fullmatch(sentence[w.end() : found.start()])), None)


def is_quoted(sentence: str, word: re.Match[str]) -> bool:
    """Whether a word stands in a quotation, whose "today" is not the article's."""
    before = sentence[: word.start()]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def quote(sentence: str, *matches: re.Match[str]) -> str:
    """The words from the first match to the last."""
    return sentence[min(m.start() for m in matches) : max(m.end() for m in matches)]


def _clause(sentence: str, found: re.Match[str]) -> str:
    """From the last break before the event to the event's end."""
    breaks = [found_break.end() for found_break in _BREAK.finditer(sentence, 0, found.start())]
    return sentence[max(breaks, default=0) : found.end()]


def _distance(word: re.Match[str], found: re.Match[str]) -> int:
    return max(0, word.start() - found.end(), found.start() - word.end())


def _belongs(word: re.Match[str], sentence: str, found: re.Match[str]) -> bool:
    if word.start() >= found.end():
        return _follows(sentence[found.end() : word.start()])
    if word.end() <= found.start():
        return _leads(sentence[word.end() : found.start()], found.group())
    return True


def _follows(between: str) -> bool:
    """
    "... met in Bali on Monday": no other verb, no second actor, no new clause between.

    The event's own verb, "the summit ended on Monday", is no other.
    """
    between = RUNS.sub(" ", between)
    if _BREAK.search(between) or _VERB.search(between) or re.search(r"\band\b", between):
        return False
    return len(between) <= (12 if "," in between else REACH_BACK)


def _leads(between: str, event: str) -> bool:
    """ "On Monday Xi met ...", "on Monday, the opening day"."""
    if re.fullmatch(r", (?:the|an?) ", between):
        return True
    between = re.sub(r"^,? when |^,", " ", between, count=1)
    if len(between) > REACH or "," in between or _BREAK.search(between):
        return False
    verbs = [verb.lastgroup for verb in _VERB.finditer(between + event)]
    return bool(verbs) and "other" not in verbs
