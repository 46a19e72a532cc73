"""Removing rules for the top of an article: its date, masthead, byline and dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.articles.agency_datelines import find_agency_dateline
from dateline.articles.days import MARK, mask_days
from dateline.articles.landmarks import HEAD, SHORT, read_date_line
from dateline.articles.lines import Found, Line
from dateline.articles.plain_datelines import find_plain_dateline
from dateline.articles.running import goes_on

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NAME = (
    rf"(?:[{_CAPITAL}Ā-Ž][\w.’'-]*|and|of|for|the|in|de|del|della|der|den|di|du|da|la|le|van|von"
    r"|bin|al|&)"
)
_BYLINE = re.compile(
    r"^\s*+(?:[-–—•*]\s*+)?"
    r"(?:(?:(?:Written|Story|Text|Words|Report|Analysis|Opinion) )?[Bb][yY]:?|WRITTEN BY:?"
    r"|(?:Author|AUTHOR|Byline|BYLINE|Autor|Autorin|Auteur|Text) ?:)"
    rf" (?P<author>{_NAME}(?:[ ,]+{_NAME})*)[ ,]*$"
)
# One word behind "By" is a day, a place or "By Candlelight", unless it is one of these.
_WRITER_OF_ONE_WORD = re.compile(
    r"(?:the )?(?:reuters|afp|ap|dpa|efe|ansa|tass|pti|ani|xinhua|bloomberg|sputnik|kyodo|yonhap"
    r"|upi|staff|agencies|editors?|newsroom|anonymous|correspondents?|wires?)",
    re.I,
)
# The same in other languages, of two names at least, for "Von Moskau" is no byline; and "Jane Roe,
# Moscow correspondent".
_WORD_OF_NAME = rf"[{_CAPITAL}Ā-Ž][\w.’'-]*"
_TWO_NAMES = rf"{_WORD_OF_NAME}(?: (?:de|del|van|von|der|la|le))*(?: {_WORD_OF_NAME}){{1,2}}"
_OTHER_BYLINE = re.compile(
    rf"^\s*+(?!.* (?:Nach|Bis|Zu|Zum|Zur|Au|Aux|Naar|Tot) )"
    rf"(?:(?:Von|VON|Par|PAR|Door|DOOR|Por|POR|Di|De notre) (?P<author>{_TWO_NAMES}"
    rf"(?:(?:,| und| et| en| y| e) {_TWO_NAMES})?)"
    rf"(?:, {_WORD_OF_NAME}| avec {_WORD_OF_NAME})?"
    rf"|(?P<writer>{_TWO_NAMES})(?:,| in| \||,? [-–—]) [\w ]{{0,40}}\b(?:[Cc]orrespondent|[Ee]ditor"
    r"|[Rr]eporter|[Ss]taff [Ww]riter|[Bb]ureau [Cc]hief))[ ,]*$"
)
_TWO_SIDE_BY_SIDE = re.compile(
    rf"{_WORD_OF_NAME} (?:(?:de|del|della|der|den|di|du|da|la|le|van|von|bin|al) )*{_WORD_OF_NAME}"
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
# Names in capitals that open sentences and are no places, and words that announce a kind of text.
_NO_PLACE = (
    r"(?!(?:NATO|EU|UN|U\.N\.|US|U\.S\.|UK|U\.K\.|OPEC|APEC|ASEAN|BRICS|IMF|WTO|WHO|KREMLIN"
    r"|ANALYSIS|OPINION|COMMENT|COMMENTARY|EDITORIAL|EXCLUSIVE|EXPLAINER|EXPLAINED|FACTBOX|TIMELINE"
    r"|BREAKING|UPDATED?|WATCH|VIDEO|PHOTOS|PICTURES|LIVE|INTERVIEW|REVIEW|ANALYSE|KOMMENTAR"
    r"|COVID|SANCTIONS|WAR|PEACE|NO|YES|FACT|NOTE|WARNING|STOP)\W)"
)
# "THE WHITE HOUSE" above "Office of the Press Secretary".
_LETTERHEAD = re.compile(
    r"^\s*(?:THE )?[A-Z][A-Z.’' -]{3,50}$|^\s*(?:The )?[A-Z]\w+(?: (?:of|the|[A-Z]\w+)){1,6}\s*$"
)
_OFFICE = re.compile(
    r"^\s*(?:Office|Bureau|OFFICE|BUREAU) (?:of|OF) (?:the |THE )?[A-Z][\w ]{3,50}$"
)
_PLACE = (
    rf"[{_CAPITAL}][{_CAPITAL}.’'-]+(?:[ /][{_CAPITAL}][{_CAPITAL}.’'-]+){{0,3}}"
    rf"(?:, [{_CAPITAL}][\w.’' -]{{1,25}}?)?"
)
_AGENCY = r" \([\w /.-]{2,30}\)"
_BETWEEN = " —–-"  # a dateline and the first sentence
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
    "the News"; a newspaper without such a word, as "Le Monde", stays. Taken too are an institution
    and its office above a statement: "THE WHITE HOUSE", "Office of the Press Secretary".
    """
    head = head_lines(lines)
    yield from _letterhead(lines, head)
    if len(head) < 3 or not all(_is_heading(lines[index].text) for index in head[:2]):
        return
    name = lines[head[0]].text.strip()
    words = name.split()
    capitalised = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    if len(words) <= 6 and capitalised and _MASTHEAD.match(name):
        yield Found(head[0], 0, len(lines[head[0]].text), "source", name)


def _letterhead(lines: list[Line], head: list[int]) -> Iterator[Found]:
    for above, index in pairwise(head):
        name, office = lines[above].text, lines[index].text
        if _OFFICE.match(office) and len(name) <= SHORT and _LETTERHEAD.match(name):
            yield Found(above, 0, len(name))
            yield Found(index, 0, len(office))
            return


def find_byline(lines: list[Line]) -> Iterator[Found]:
    """
    "By A. Reporter and B. Writer" or "A. Reporter, Moscow correspondent", below the first line.

    Two names at least, or a word such as "Reuters" or "Staff". "Von", "Par", "Door", "Por" and "Di"
    are read too. Wrong for a heading of three capitals among the first lines, as "By Royal Assent".
    """
    for index in head_lines(lines)[1:]:
        text = lines[index].text
        if len(text) > SHORT or goes_on(lines, index - 1) or goes_on(lines, index):
            continue
        if (found := _BYLINE.match(text)) and _is_writer(found):
            yield Found(index, 0, len(text), "author", found["author"].strip())
        elif found := _OTHER_BYLINE.match(text):
            yield Found(index, 0, len(text), "author", found["author"] or found["writer"])


def find_dateline(lines: list[Line]) -> Iterator[Found]:
    """
    "MOSCOW — " or "MOSCOW, Dec. 15 (Agency) - " before the first sentence, kept as the place.

    With a full date, or the name of an agency and a day, the place need not be in capitals, see
    `find_plain_dateline` and `find_agency_dateline`. A dateline says
    where the reporter sat, so it must not count as a mention of an actor. Wrong for any other
    word in capitals before a dash ("FISH — ..."), but for the words in `_NO_PLACE`.
    """
    texts = [line.text for line in lines]
    for found_in in (find_plain_dateline, find_agency_dateline):
        if (plain := found_in(texts)) and not plain.doubt:
            place = texts[plain.number][: plain.end].strip(_BETWEEN)
            yield Found(plain.number, 0, plain.end, "dateline", place)
            return
    for index in head_lines(lines):
        text = lines[index].text
        if found := _DATELINE.match(mask_days(text[:SHORT]) + text[SHORT:]):
            place = text[: found.end()].strip(_BETWEEN)
            yield Found(index, 0, found.end(), "dateline", place)
            return


def head_lines(lines: list[Line]) -> list[int]:
    """The numbers of the first lines with text."""
    return [index for index, line in enumerate(lines) if line.text.strip()][:HEAD]


def _is_writer(byline: re.Match[str]) -> bool:
    """Whether two names stand side by side, or one that signs alone."""
    name = byline["author"].strip(" ,")
    named = _TWO_SIDE_BY_SIDE.search(name) and not name.split()[-1].islower()
    return bool(named or _WRITER_OF_ONE_WORD.fullmatch(name))


def _is_heading(text: str) -> bool:
    text = text.strip()
    return bool(text) and len(text) <= SHORT and text[-1] not in '.!?;:,”"'
