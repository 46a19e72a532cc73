"""Removing rules for notices: source, contributors, cookies, copyright, where it first stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.articles.days import MARK, mask_days
from dateline.articles.landmarks import SHORT, SOURCE_LINE, URL
from dateline.articles.lines import Found, Line
from dateline.articles.running import matching
from dateline.articles.site_lines import LONG

_LAST = 3  # lines at the end among which a source may stand without an address
_COOKIES = re.compile(
    r"^\W*(?:(?:this|our) (?:web)?site uses cookies|we (?:and our partners )?use cookies"
    r"|we value your privacy|by (?:continuing|using)\b.*\b(?:cookies|terms of (?:use|service))\b"
    r"|by (?:clicking|signing up|subscribing)\b.*\b(?:cookies|terms|privacy)\b"
    r"|(?:accept|manage|reject|allow)(?: all)? cookies\W*$|accept all\W*$"
    r"|cookie (?:settings|policy|preferences)\W*$|terms (?:of (?:use|service)|and conditions)\W*$"
    r"|(?:privacy policy|impressum|datenschutz(?:erklärung)?|contact us|about us)\W*$"
    r"|wir (?:verwenden|nutzen|setzen) cookies"
    r"|(?:diese|unsere) website verwendet cookies|nous utilisons des cookies"
    r"|(?:wij|we) gebruiken cookies|utilizamos cookies)",
    re.I,
)
# Behind "reserved" and the like a sentence would go on in words.
_THEN = r"(?:\W*$|\s*[.,;|©(–—-]|\s+(?:by (?-i:[A-Z])|by the publisher|\d))"
_COPYRIGHT = re.compile(
    r"^\W*(?:©(?!\s*(?:is|was|are|and|or|stands|means|ist|est)\b)|\(c\)\s*(?:19|20)\d\d\b"
    r"|all (?:content|material)s?\b.*\blicen[cs]ed under\b"
    rf"|all rights reserved{_THEN}|copyright\b.{{0,80}}\ball rights reserved\b"
    r"|copyright\s*(?:©|\(c\)|\d|by (?-i:[A-Z])|notice|$|of .* is the property of)"
    r"|this material may not be (?:published|reproduced)"
    r"|re?-?(?:printed|published) (?:here )?with (?:the )?permission"
    r"|printed (?:here )?with permission"
    rf"|alle rechte? (?:vorbehalten|voorbehouden){_THEN}|auteursrecht voorbehouden{_THEN}"
    rf"|tous droits r[ée]serv[ée]s{_THEN}|diritti riservati{_THEN}"
    rf"|todos los derechos reservados{_THEN}|todos os direitos reservados{_THEN}"
    rf"|все права защищены{_THEN}|版权所有|無断転載)",
    re.I,
)
_WRAPPER = re.compile(
    r"^\s*(?:newspapers (?:in|from)(?-i: [A-Z]\w+){1,4}\s*$|load-date:|length:\s*\d+ words\W*$"
    r"|end of document\W*$|document [A-Z0-9]{15,}\s*$)",
    re.I,
)
_WORD = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])[\w.’'-]*+"
# Between the names stand only these, so that a verb shows a sentence.
_BETWEEN = (
    r"(?:and|in|by|from|for|with|of|the|at|de|del|van|von|der|el|al|bin|additional|reporting"
    r"|writing|editing|production|translation|graphics|research|photography|fact-checking)"
)
_NAMES = rf"(?:[\s,;:&/|()—–-]+(?:{_WORD}|{_BETWEEN}\b))+[\s.)*_]*$"
_CONTRIBUTORS = re.compile(
    r"^[\s(*_—–-]*(?:(?:(?:with )?(?:additional )?(?:reporting|writing) by"
    r"|edit(?:ing|ed) by:?|translat(?:ed|ion) by:?)"
    rf"(?:\s+the)?\s+{_WORD}{_NAMES}"
    r"|with (?:(?:files?|inputs?|material|reporting|contributions?) from)\b[^.]{2,80}[.)\s]*$"
    r"|(?-i:[A-Z])[^.]{2,120}\bcontributed (?:reporting|to (?:this|the) (?:report|article|story))"
    r"(?:\W*$|[.)]\s|(?: from| in)(?: (?-i:[A-Z])[\w’-]*,?| and)+\W*$))",
    re.I,
)
_SOURCE = re.compile(r"^\s*(?:Source|Quelle|Bron|Fuente)\s*:\s*(?P<who>[^\W\d_a-z][^.!?]{1,40})$")
_PIECE = r"(?:article|story|report|piece|essay|commentary|op-ed|interview|post|version)"
_NOTE = re.compile(
    rf"^\W*(?:this {_PIECE} (?:was |has been |is )?(?:(?:first|originally) )+"
    r"(?:published|appeared|ran|posted)\b|(?:first|originally) (?:published|appeared) (?:in|on|at)"
    r" (?-i:[A-Z]|the |[\w-]+\.).{0,80}$"
    r"|(?:the )?(?:views|opinions)(?: and opinions| and views)? expressed\b.*\b(?:authors?|own"
    r"|writers?|columnists?|alone|reflect)\b|our standards:"
    rf"|(?:editor[’']s note:\s*)?this {_PIECE} (?:was|has been) (?:amended|updated|corrected"
    r"|edited|translated)\b)",
    re.I,
)


def find_source_footer(lines: list[Line]) -> Iterator[Found]:
    """
    "Original Source: ..." and "Sources 1/ ... 2/ ...", which name where the text was taken.

    Without an address only among the last lines, and only a name. Wrong there for a table's
    source, which is no part of the text either.
    """
    last = [index for index, line in enumerate(lines) if line.text.strip()][1:][-_LAST:]
    for index, line in enumerate(lines):
        if SOURCE_LINE.match(line.text) and URL.search(line.text):
            yield Found(index, 0, len(line.text), "url", _best_url(line.text))
        elif index in last and _SOURCE.match(line.text):
            yield Found(index, 0, len(line.text))


def find_cookies(lines: list[Line]) -> Iterator[Found]:
    """
    Notices about cookies, privacy and terms.

    Wrong where an article quotes one on its own line and does not say whose it is.
    """
    return matching(lines, _COOKIES, 2 * LONG)


def find_copyright(lines: list[Line]) -> Iterator[Found]:
    """Copyright lines. Wrong for a paragraph about copyright that begins as one of them does."""
    return matching(lines, _COPYRIGHT, LONG)


def find_wrappers(lines: list[Line]) -> Iterator[Found]:
    """What a newspaper database adds: "Newspapers in English". Wrong for such a heading."""
    return matching(lines, _WRAPPER, SHORT)


def find_contributors(lines: list[Line]) -> Iterator[Found]:
    """
    Who else wrote, edited and translated: "(Reporting by A. Roe; Editing by B. Doe)".

    Below the first line, and only names with words such as "and" between them. Wrong for a report
    to which somebody is said to have contributed: "China contributed to this report."
    """
    return matching(lines, _CONTRIBUTORS, LONG, below=True)


def find_notes(lines: list[Line]) -> Iterator[Found]:
    """
    Where the article first stood, whose views it has, that it was corrected.

    A note with a date stays, because dating reads it. Wrong for one that speaks of another:
    "This article first appeared in a small journal, in 1905."
    """
    for found in matching(lines, _NOTE, LONG, below=True):
        if MARK not in mask_days(lines[found.line].text):
            yield found


def _best_url(footer: str) -> str:
    """Of several addresses the one with the longest path: it names the article, not a site."""
    return max(URL.findall(footer), key=lambda url: (url.count("/"), len(url)))
