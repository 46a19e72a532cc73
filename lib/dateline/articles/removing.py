"""Removing rules: each finds the parts of an article that are not the article.

A rule takes the lines that are left and yields `Found` parts; `RULES` is their order. Most look
only at the first or the last lines, because the same words in the middle are the reporter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.articles.days import DATE_WORDS
from dateline.articles.lines import Line


class Found(NamedTuple):
    """text[start:end] of line `index` is no article text; `field` names what it is kept as."""

    index: int
    start: int
    end: int
    field: str = ""
    value: str = ""


HEAD = 8  # lines with text at the top among which title, byline and date stand
SHORT = 120  # characters; a longer line is a paragraph

_HEADER_DATE = re.compile(r"^\s*date\s+\d{4}-\d{2}-\d{2}(?!\d)\s*", re.I)
_LABELLED_DATE = re.compile(
    r"^\s*(?:date|published|posted|publication date|updated|last updated|retrieved)\s*[:\s]\s*"
    rf"{DATE_WORDS}.{{0,30}}$",
    re.I,
)
_DATE_ALONE = re.compile(rf"^\s*{DATE_WORDS}\s*$", re.I)
_BYLINE = re.compile(r"^\s*[-–—•*]?\s*By ((?:[A-Z][\w.’'-]*|and|of|for|the|in|de|van|von|&|,)[ ,]*)+$")
_NEWSPAPER = re.compile(
    r"\b(times|post|herald|sentinel|tribune|journal|news|gazette|observer|courier|chronicle|star"
    r"|globe|guardian|press|register|review|standard|telegraph|mail|echo|bulletin|monitor"
    r"|dispatch|daily|mirror|examiner|inquirer|mercury|argus|advertiser)\b",
    re.I,
)
_DATELINE = re.compile(
    r"^\s*([A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]+){0,3}(?:, [A-Z][\w.’' -]{1,25}?)?)"
    r"((?:, \w{3,9}\.? \d{1,2})?(?: \([\w /.-]{2,30}\))?)\s*[—–]{1,2}-?\s+"
)
_CREDIT = re.compile(r"^\s*\?\?\s*(?P<credit>[^?]{2,80}?)\s*\?\?\s*(?P<caption>.*)$")
_SOURCE_FOOTER = re.compile(r"^\s*(?:original source|source|sources|via)\s*(?::|\d+/).*$", re.I)
_CLOSING = re.compile(
    r"^\s*(?:newspapers (?:in|from)\b|read more\b|read the full\b|continue reading\b|see also\b"
    r"|share this\b|share on\b|follow us\b|subscribe\b|sign up\b|advertisement\b|©|\(c\)\s"
    r"|copyright\b|all rights reserved|this (?:site|website) uses cookies).*$",
    re.I,
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”)]+")


def find_date_header(lines: list[Line]) -> Iterator[Found]:
    """A publication date at the top: ` date 2022-03-21` before the first sentence, or a line."""
    for index in _head(lines):
        text = lines[index].text
        if found := _HEADER_DATE.match(text):
            yield Found(index, 0, found.end())
        elif len(text) <= SHORT and (_LABELLED_DATE.match(text) or _DATE_ALONE.match(text)):
            yield Found(index, 0, len(text))


def find_masthead(lines: list[Line]) -> Iterator[Found]:
    """
    The newspaper's name on the first line, above the headline.

    Taken only if the second line with text also looks like a headline, and the first holds a
    newspaper word or a byline follows. Wrong for a two-line headline whose first line says
    "Times" or "Star".
    """
    head = _head(lines)
    if len(head) < 3 or not all(_is_heading(lines[index].text) for index in head[:2]):
        return
    name = lines[head[0]].text.strip()
    byline_follows = any(_BYLINE.match(lines[index].text) for index in head[2:4])
    if len(name.split()) <= 6 and (byline_follows or _NEWSPAPER.search(name)):
        yield Found(head[0], 0, len(lines[head[0]].text), "source", name)


def find_byline(lines: list[Line]) -> Iterator[Found]:
    """ "By A. Reporter and B. Writer", on a line of its own below the first."""
    for index in _head(lines)[1:]:
        text = lines[index].text
        if len(text) <= SHORT and _BYLINE.match(text):
            author = re.sub(r"^\s*[-–—•*]?\s*By ", "", text).strip()
            yield Found(index, 0, len(text), "author", author)


def find_dateline(lines: list[Line]) -> Iterator[Found]:
    """
    "MOSCOW — " or "MOSCOW, Dec. 15 (Agency) — " before the first sentence, kept as the place.

    It says where the reporter sat, so it must not count as a mention of an actor.
    """
    for index in _head(lines):
        if found := _DATELINE.match(lines[index].text):
            yield Found(index, 0, found.end(), "dateline", found.group().strip(" —–-"))
            return


def find_captions(lines: list[Line]) -> Iterator[Found]:
    """Photo captions between `??` marks, as newspaper databases export them, and their repeats."""
    repeats: set[str] = set()
    for index, line in enumerate(lines):
        if found := _CREDIT.match(line.text):
            repeats |= {f"{found['credit']} {found['caption']}".strip(), found["caption"].strip()}
            yield Found(index, 0, len(line.text))
        elif line.text.strip() and line.text.strip() in repeats:
            yield Found(index, 0, len(line.text))


def find_source_footer(lines: list[Line]) -> Iterator[Found]:
    """ "Original Source: ..." and "Sources 1/ ... 2/ ...", which name where the text was taken."""
    for index, line in enumerate(lines):
        if _SOURCE_FOOTER.match(line.text) and _URL.search(line.text):
            yield Found(index, 0, len(line.text), "url", _best_url(line.text))


def find_closing_lines(lines: list[Line]) -> Iterator[Found]:
    """Short lines of the site and not of the article: database wrapper, copyright, sharing."""
    for index, line in enumerate(lines):
        if line.text.strip() and len(line.text) <= SHORT and _CLOSING.match(line.text):
            yield Found(index, 0, len(line.text))


def find_urls(lines: list[Line]) -> Iterator[Found]:
    """Addresses inside the text: their words are not the reporter's. From the last to the first."""
    for index, line in enumerate(lines):
        for found in reversed(list(_URL.finditer(line.text))):
            yield Found(index, found.start(), found.end())


RULES = {
    "date header": find_date_header,
    "masthead": find_masthead,
    "byline": find_byline,
    "dateline": find_dateline,
    "caption": find_captions,
    "source footer": find_source_footer,
    "closing line": find_closing_lines,
    "url": find_urls,
}


def _head(lines: list[Line]) -> list[int]:
    """The numbers of the first lines with text."""
    return [index for index, line in enumerate(lines) if line.text.strip()][:HEAD]


def _is_heading(text: str) -> bool:
    text = text.strip()
    return bool(text) and len(text) <= SHORT and text[-1] not in ".!?;:,”\""


def _best_url(footer: str) -> str:
    """Of several addresses the one with the longest path: it names the article, not a site."""
    return max(_URL.findall(footer), key=lambda url: (url.count("/"), len(url)))
