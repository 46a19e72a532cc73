"""What the lines around a date say of it: labels on their own, other articles, text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.articles.date_labels import (
    EVENT,
    ISSUED,
    LATER_THAN,
    ON,
    OTHER_DAY,
    PUBLISHED,
)
from dateline.articles.landmarks import ALONE, HEADER, LATER, SHORT
from dateline.articles.page_labels import COMMENTS, OTHERS, SALUTATIONS, SECTIONS, TOLD

# A line with as many words that ends as a sentence does is text, not a heading.
_SENTENCE_WORDS = 6

_END = rf"(?:[\s:]+(?:{ON}|by))?[\W_]*$"
_PUBLISHED_ALONE = re.compile(rf"^\W*(?:{PUBLISHED}|{ISSUED}){_END}", re.I)
_LATER_ALONE = re.compile(rf"^\W*(?:{LATER_THAN}){_END}", re.I)
_OTHER_DAY = re.compile(rf"^\W*(?:{OTHER_DAY})(?:\s(?:{ON}))?\W*$", re.I)
_AGO = re.compile(
    r"^\W*(?:\d+|one|two|three|ten) (?:years?|months?|decades?) (?:ago|later)\b", re.I
)
# Below such a line a page shows other articles, or what readers wrote.
_OTHERS = re.compile(rf"^\W*(?:{OTHERS})\W*$", re.I)
_COMMENT = re.compile(
    r"^\W*(?:(?-i:[A-Z])[\w.’' -]{0,40} says:|(?:\d+ comments?|comments? posted) by .{0,40}"
    r"|(?:(?:\d+|no|a|one|two|three|leave a|add a|post a|write a|join the|reader|user|view all) )?"
    r"(?:comments?|repl(?:y|ies)|responses?|discussion)(?: \(\d+\)| on\b.{0,60}| section)?"
    r"|(?:\d+|one|two|three) thoughts? on\b.{0,60}"
    rf"|(?:\d+\s)?(?:{COMMENTS})(?:\s?\(?\d+\)?개?)?)\W*$",
    re.I,
)
_SECTION = re.compile(rf"^\W*(?:{SECTIONS})\W*$", re.I)
_TOLD = re.compile(TOLD, re.I)
# An announcement of something to come, which its following lines tell.
_EVENT_LINE = re.compile(
    rf"^\W*(?:{EVENT})(?!\w)(?:\s?[:：|]|\s+(?:date|open|at|is)\b)|^\W*to:", re.I
)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|(?<!\d)\d{1,2}[:.]\d\d(?!\d)", re.I)
_PLACE_WORD = re.compile(
    r"\b(?:hall|room|church|centre|center|theat(?:re|er)|library|school|park|stadium|auditorium"
    r"|hotel|museum|campus|arena|pub|club|online|zoom|street|square|building)\b",
    re.I,
)
_FORWARDED = re.compile(
    r"^\W*(?:fwd?\b|forwarded\b|begin forwarded|-*\s?original message|leaked\b|memo\b)", re.I
)
_SALUTATION = re.compile(rf"^\W*(?:{SALUTATIONS})\s", re.I)
_LOOKS_BACK = re.compile(
    r"^\W*(?:that|this|it) (?:was|is) (?:the|a) (?:day|date|night|morning|moment|year)\b"
    r"|^\W*on (?:that|this) (?:day|date|night|morning)\b",
    re.I,
)
_MENU = re.compile(r"^[^|•·>]{1,30}(?:\s[|•·>]\s[^|•·>]{1,30}){2,}$")
_BYLINE = re.compile(r"^\W*(?:by|von|par|por|door|da|di)\b:?\s+(?-i:[A-ZÀ-Þ])", re.I)
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s*$")
_INNER_STOP = re.compile(r"[a-zß-ÿа-я]{2}[.!?][”\"’)]*\s+[“\"‘(]?[A-ZÀ-ÞА-Я]")


def label_above(line: str) -> str:
    """
    What a line that is a label by itself says of the day below it; blank for any other line.

    HEADER for "Published", LATER for "Last updated:", otherwise a note why the day is not that of
    the publication ("Deadline").

    >>> label_above("Last updated:"), label_above("Published on"), label_above("Talks open")
    ('updated line', 'header line', '')
    """
    if len(line) > SHORT:
        return ""
    if _LATER_ALONE.match(line):
        return LATER
    if _PUBLISHED_ALONE.match(line):
        return HEADER
    is_label = line.rstrip().endswith(":") and len(line.split()) <= 4
    other = is_label or _OTHER_DAY.match(line)
    return "the line above says what the day is of" if other else ""


def doubt_below(kind: str, above: str, below: Sequence[str]) -> str:
    """
    Why the day of a line is not the article's, by the line above it and those below; or blank.

    `kind` is that of the date (ALONE, HEADER); `below` are the next lines with text.
    """
    first = below[0] if below else ""
    if any(_EVENT_LINE.match(line) for line in below[:3]) and not above.lower().startswith("from:"):
        return "the lines below announce an event"
    if _FORWARDED.match(above):
        return "may be the day of a text that is quoted"
    if kind != ALONE:
        return ""
    if len(first) <= SHORT and _CLOCK.search(first) and _PLACE_WORD.search(first):
        return "the lines below announce an event"
    if _AGO.match(first) or _LOOKS_BACK.match(first):
        return "the text tells of that day"
    return "may be the day of a letter" if _SALUTATION.match(first) else ""


def tells_of_days(headline: str) -> bool:
    """Whether the days below a headline are those of what it tells: "Timeline of the talks"."""
    return bool(_TOLD.search(headline))


def is_menu(line: str) -> bool:
    """Whether a line is the menu of a site: "Home | News | Sport"."""
    return len(line) <= SHORT and bool(_MENU.match(line.strip()))


def is_byline(line: str) -> bool:
    """Whether a line begins as a byline does: "By Jane Roe"."""
    return len(line) <= SHORT and bool(_BYLINE.match(line))


def opens_others(line: str) -> bool:
    """
    Whether other articles or comments follow a line: "You may also like", "2 comments".

    >>> opens_others("Most popular"), opens_others("Comments by the minister")
    (True, False)
    """
    return len(line) <= SHORT and bool(_OTHERS.match(line) or _COMMENT.match(line))


def is_text(line: str) -> bool:
    """
    Whether a line is text: longer than a heading, or a sentence.

    >>> is_text("The council met behind closed doors on Friday."), is_text("Council met.")
    (True, False)
    """
    if len(line) > SHORT:
        return True
    is_long = len(line.split()) >= _SENTENCE_WORDS
    return is_long and bool(_SENTENCE_END.search(line) or _INNER_STOP.search(line))


def own_lines(lines: Sequence[str]) -> int:
    """
    How many lines are of the article: those before other articles and comments begin.

    A first line such as "Latest news" is the name of a section.
    """
    opening = (n for n, line in enumerate(lines) if opens_others(line))
    return next((n for n in opening if n or not _SECTION.match(lines[0])), len(lines))


def head_length(lines: Sequence[str]) -> int:
    """
    How many lines the head has: up to its first line of text, that included.

    A sentence below the headline is part of the head where a byline follows it.
    """
    for number, line in enumerate(lines):
        if not is_text(line):
            continue
        follows = lines[number + 1] if number + 1 < len(lines) else ""
        if number and number < 3 and is_byline(follows):
            continue
        if number == 0 and len(line) <= 2 * SHORT and not _INNER_STOP.search(line):
            continue
        return number + 1
    return len(lines)


def with_neighbours(lines: Sequence[str]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Each line with the one above it and the next ones below."""
    for number, line in enumerate(lines):
        yield line, lines[number - 1] if number else "", lines[number + 1 : number + 4]
