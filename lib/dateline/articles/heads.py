"""Removing rules for the top of an article: its date, masthead, byline and dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.articles.days import MARK, mask_days
from dateline.articles.landmarks import HEAD, SHORT, read_date_line
from dateline.articles.lines import Found, Line

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NAME = (
    rf"(?:[{_CAPITAL}Ā-Ž][\w.’'-]*|and|of|for|the|in|de|del|della|der|den|di|du|da|la|le|van|von"
    r"|bin|al|&)"
)
_BYLINE = re.compile(rf"^\s*+(?:[-–—•*]\s*+)?B[yY] (?P<author>{_NAME}(?:[ ,]+{_NAME})*)[ ,]*$")
# The same in other languages, of two names at least, for "Von Moskau" is no byline; and "Jane Roe,
# Moscow correspondent".
_WORD_OF_NAME = rf"[{_CAPITAL}Ā-Ž][\w.’'-]*"
_TWO_NAMES = rf"{_WORD_OF_NAME}(?: (?:de|del|van|von|der|la|le))*(?: {_WORD_OF_NAME}){{1,2}}"
_OTHER_BYLINE = re.compile(
    rf"^\s*+(?:(?:Von|VON|Par|PAR|Door|DOOR|Por|POR|Di|De notre) (?P<author>{_TWO_NAMES}"
    rf"(?:(?:,| und| et| en| y| e) {_TWO_NAMES})?)"
    rf"|(?P<writer>{_TWO_NAMES})(?:,| in| \||,? [-–—]) [\w ]{{0,40}}\b(?:[Cc]orrespondent|[Ee]ditor"
    r"|[Rr]eporter|[Ss]taff [Ww]riter|[Bb]ureau [Cc]hief))[ ,]*$"
)
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


def find_date_header(lines: list[Line]) -> Iterator[Found]:
    """
    A publication date at the top: ` date 2022-03-21` before the first sentence, or a line.

    The name in a line such as "By Jane Roe | 24 March 2022" is kept as the author.
    """
    for index in head_lines(lines):
        if found := read_date_line(lines[index].text):
            yield Found(index, 0, found.end, "author" if found.author else "", found.author)


def find_masthead(lines: list[Line]) -> Iterator[Found]:
    """
    The newspaper's name on the first line, above the headline.

    Taken only if all its words are capitalised, a newspaper word ends or opens it, and the second
    line with text looks like a headline. Wrong for a headline of two lines whose first ends in
    "the News"; a newspaper without such a word, as "Le Monde", stays.
    """
    head = head_lines(lines)
    if len(head) < 3 or not all(_is_heading(lines[index].text) for index in head[:2]):
        return
    name = lines[head[0]].text.strip()
    words = name.split()
    capitalised = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    if len(words) <= 6 and capitalised and _MASTHEAD.match(name):
        yield Found(head[0], 0, len(lines[head[0]].text), "source", name)


def find_byline(lines: list[Line]) -> Iterator[Found]:
    """
    "By A. Reporter and B. Writer" or "A. Reporter, Moscow correspondent", below the first line.

    "Von", "Par", "Door", "Por" and "Di" are read too, before two names or more. Wrong for a
    heading such as "By the Numbers" among the first lines, and for "Von Kiew Nach Moskau".
    """
    for index in head_lines(lines)[1:]:
        text = lines[index].text
        if len(text) <= SHORT and (found := _BYLINE.match(text)):
            yield Found(index, 0, len(text), "author", found["author"].strip())
        elif len(text) <= SHORT and (found := _OTHER_BYLINE.match(text)):
            yield Found(index, 0, len(text), "author", found["author"] or found["writer"])


def find_dateline(lines: list[Line]) -> Iterator[Found]:
    """
    "MOSCOW — " or "MOSCOW, Dec. 15 (Agency) - " before the first sentence, kept as the place.

    It says where the reporter sat, so it must not count as a mention of an actor. Wrong for any
    other word in capitals before a dash ("ANALYSIS — ..."), but for the names in `_NO_PLACE`.
    """
    for index in head_lines(lines):
        text = lines[index].text
        if found := _DATELINE.match(mask_days(text[:SHORT]) + text[SHORT:]):
            place = text[: found.end()].strip(" —–-")
            yield Found(index, 0, found.end(), "dateline", place)
            return


def head_lines(lines: list[Line]) -> list[int]:
    """The numbers of the first lines with text."""
    return [index for index, line in enumerate(lines) if line.text.strip()][:HEAD]


def _is_heading(text: str) -> bool:
    text = text.strip()
    return bool(text) and len(text) <= SHORT and text[-1] not in '.!?;:,”"'
