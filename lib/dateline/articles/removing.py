"""Removing rules: each finds the parts of an article that are not the article.

A rule takes the lines that are left and yields `Found` parts; `RULES` is their order. Most look
only at the first or the last lines, because the same words in the middle are the reporter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.articles.days import MARK, mask_days
from dateline.articles.landmarks import HEAD, SHORT, SOURCE_LINE, URL, read_date_line
from dateline.articles.lines import Line


class Found(NamedTuple):
    """text[start:end] of line number `line` is no article; `field` names what it is kept as."""

    line: int
    start: int
    end: int
    field: str = ""
    value: str = ""


_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NAME = (
    rf"(?:[{_CAPITAL}Ā-Ž][\w.’'-]*|and|of|for|the|in|de|del|della|der|den|di|du|da|la|le|van|von"
    r"|bin|al|&)"
)
_BYLINE = re.compile(rf"^\s*+(?:[-–—•*]\s*+)?B[yY] (?P<author>{_NAME}(?:[ ,]+{_NAME})*)[ ,]*$")
_NEWSPAPER = (
    r"(?:times|post|herald|sentinel|tribune|journal|news|gazette|observer|courier|chronicle|star"
    r"|globe|guardian|press|register|review|standard|telegraph|mail|echo|bulletin|monitor"
    r"|dispatch|daily|mirror|examiner|inquirer|mercury|argus|advertiser)"
)
# "Orlando Sentinel", "The Times of India", "Daily Sabah".
_MASTHEAD = re.compile(
    rf"^(?:.*\b{_NEWSPAPER}|(?:the )?{_NEWSPAPER} (?:of|and|&) .*|(?:the )?daily .*)$", re.I
)
_SMALL_WORDS = ("of", "the", "and", "&")
# Names in capitals that open sentences and are no places.
_NO_PLACE = r"(?!(?:NATO|EU|UN|U\.N\.|US|U\.S\.|UK|U\.K\.|OPEC|APEC|ASEAN|BRICS|IMF|WTO|WHO)\W)"
_PLACE = (
    rf"[{_CAPITAL}][{_CAPITAL}.’'-]+(?:[ /][{_CAPITAL}][{_CAPITAL}.’'-]+){{0,3}}"
    rf"(?:, [{_CAPITAL}][\w.’' -]{{1,25}}?)?"
)
_AGENCY = r" \([\w /.-]{2,30}\)"
# The words behind the dash must not all be in capitals: that is a headline.
_DATELINE = re.compile(
    rf"^\s*{_NO_PLACE}{_PLACE}(?:, (?:{MARK}+|\w{{3,9}}\.? \d{{1,2}}))?"
    rf"(?:(?:{_AGENCY})?\s*(?:[—–]{{1,2}}-?|--)|{_AGENCY}\s*-)\s+(?=.*[a-z])"
)
_CREDIT = re.compile(r"^\s*\?\?\s*(?P<credit>[^?]{2,80}?)\s*\?\?\s*(?P<caption>.*)$")
_WRAPPER = re.compile(
    r"^\s*(?:newspapers (?:in|from)(?-i: [A-Z]\w+){1,4}\s*$|©|\(c\)\s*\d|all rights reserved"
    r"|copyright\s*(?:©|\(c\)|\d|by\b|notice|$)|(?:this|our) (?:web)?site uses cookies"
    r"|advertisement\s*(?:$|[-–—:(|])|follow us (?:on|at)\b|(?:follow us|subscribe)\W*$"
    r"|share (?:this(?: \w+)?|on [\w ,/&]+)\W*$"
    r"|(?:sign up|subscribe)\b.*\b(?:newsletters?|alerts?|updates|e-?mails?|here|now|channel)\b)",
    re.I,
)
# Ends without a full stop; a sentence may begin with these words too.
_LINK = re.compile(
    r"^\s*(?:read more|read the full|continue reading|see also)\b.*(?<![.!?”\"])\s*$", re.I
)


def find_date_header(lines: list[Line]) -> Iterator[Found]:
    """
    A publication date at the top: ` date 2022-03-21` before the first sentence, or a line.

    The name in a line such as "By Jane Roe | 24 March 2022" is kept as the author.
    """
    for index in _head(lines):
        if found := read_date_line(lines[index].text):
            yield Found(index, 0, found.end, "author" if found.author else "", found.author)


def find_masthead(lines: list[Line]) -> Iterator[Found]:
    """
    The newspaper's name on the first line, above the headline.

    Taken only if all its words are capitalised, a newspaper word ends or opens it, and the second
    line with text looks like a headline. Wrong for a headline of two lines whose first ends in
    "the News"; a newspaper without such a word, as "Le Monde", stays.
    """
    head = _head(lines)
    if len(head) < 3 or not all(_is_heading(lines[index].text) for index in head[:2]):
        return
    name = lines[head[0]].text.strip()
    words = name.split()
    capitalised = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    if len(words) <= 6 and capitalised and _MASTHEAD.match(name):
        yield Found(head[0], 0, len(lines[head[0]].text), "source", name)


def find_byline(lines: list[Line]) -> Iterator[Found]:
    """
    "By A. Reporter and B. Writer", on a line of its own below the first.

    Wrong for a heading such as "By the Numbers" among the first lines.
    """
    for index in _head(lines)[1:]:
        text = lines[index].text
        if len(text) <= SHORT and (found := _BYLINE.match(text)):
            yield Found(index, 0, len(text), "author", found["author"].strip())


def find_dateline(lines: list[Line]) -> Iterator[Found]:
    """
    "MOSCOW — " or "MOSCOW, Dec. 15 (Agency) - " before the first sentence, kept as the place.

    It says where the reporter sat, so it must not count as a mention of an actor. Wrong for any
    other word in capitals before a dash ("ANALYSIS — ..."), but for the names in `_NO_PLACE`.
    """
    for index in _head(lines):
        text = lines[index].text
        if found := _DATELINE.match(mask_days(text[:SHORT]) + text[SHORT:]):
            place = text[: found.end()].strip(" —–-")
            yield Found(index, 0, found.end(), "dateline", place)
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
        if SOURCE_LINE.match(line.text) and URL.search(line.text):
            yield Found(index, 0, len(line.text), "url", _best_url(line.text))


def find_closing_lines(lines: list[Line]) -> Iterator[Found]:
    """
    Short lines of the site and not of the article: database wrapper, copyright, sharing.

    A link such as "Read more" counts only below the first line, which may be a headline.
    """
    first = next(iter(_head(lines)), 0)
    for index, line in enumerate(lines):
        if len(line.text) > SHORT:
            continue
        if _WRAPPER.match(line.text) or (index > first and _LINK.match(line.text)):
            yield Found(index, 0, len(line.text))


def find_urls(lines: list[Line]) -> Iterator[Found]:
    """
    Addresses inside the text, with brackets around: their words are not the reporter's.

    They come from the last to the first, so that each cut leaves the places of the next alone.
    """
    for index, line in enumerate(lines):
        for found in reversed(list(URL.finditer(line.text))):
            start, end = found.span()
            bracketed = line.text[max(start - 1, 0) : start] + line.text[end : end + 1] == "()"
            yield Found(index, start - bracketed, end + bracketed)


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
    return bool(text) and len(text) <= SHORT and text[-1] not in '.!?;:,”"'


def _best_url(footer: str) -> str:
    """Of several addresses the one with the longest path: it names the article, not a site."""
    return max(URL.findall(footer), key=lambda url: (url.count("/"), len(url)))
