"""Removing rules for lines of the site and not of the article: links, sharing, copyright ..."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.articles.heads import head_lines
from dateline.articles.landmarks import SHORT, SOURCE_LINE, URL
from dateline.articles.lines import Found, Line

_LONG = 300  # characters of the longest line that asks for a subscription or names contributors
_LAST = 3  # lines at the end among which a source may stand without an address
# Ends without a full stop; a sentence may begin with these words too.
_LINK = re.compile(
    r"^\W*(?:(?:read more|read the full|continue reading|keep reading|see also|also read|read also"
    r"|read next|more on this|more from|you may also like|you might also like|recommended for you"
    r"|recommended stories|most read|don[’']t miss|lesen sie auch|mehr zum thema|mehr dazu"
    r"|lire aussi|à lire aussi|lees ook|lees meer|lea también|leggi anche|читайте также)\b"
    r".*(?<![.!?”\"])\s*$"
    r"|(?:related|related (?:stories|articles|coverage|news|content|topics|links)|read more|read"
    r"|more|watch|listen|recommended|see also)\s*:\s*\S.{0,110}(?<!\.)$"
    r"|(?:related|related (?:stories|articles|coverage|news|content|topics|links))\s*:?\s*$"
    r"|(?:相关阅读|相关报道|阅读更多|延伸阅读).{0,60}$)",
    re.I,
)
_HEADING_OF_LINKS = re.compile(
    r"^\W*(?:see also|related(?: \w+)?|read more|read next|more on this(?: \w+)?|most read"
    r"|recommended(?: \w+)?|you (?:may|might) also like)\W*$",
    re.I,
)
_NEWSLETTER = re.compile(
    r"^\W*(?:(?:sign up|subscribe|register)\b.*\b(?:newsletters?|alerts?|updates|e-?mails?|here|now"
    r"|channel|inbox|podcast|notifications)\b|subscribe\W*$|sign up\W*$"
    r"|get (?:the|our|your|more)\b.*\b(?:newsletters?|inbox|e-?mails?|alerts?)\b"
    r"|(?:enter|type) your e-?mail\b|join (?:us|our|the)\b.*\b(?:telegram|whatsapp|channel"
    r"|newsletter|mailing list)\b|download (?:our|the)\b.*\bapp\b"
    r"|already (?:a subscriber|have an account)\b|(?:abonnieren sie|jetzt abonnieren"
    r"|inscrivez-vous|abonnez-vous|schrijf u in|suscríbase|suscríbete|подпишитесь"
    r"|подписывайтесь)\b)",
    re.I,
)
_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|messenger|bluesky"
    r"|threads|e-?mail|print|flipboard|pocket|tumblr|wechat|weibo|copy link|link copied|share|tweet"
    r"|vk|viber)"
)
_SHARE = re.compile(
    rf"^\W*(?:follow us (?:on|at)\b|follow \S+(?: \S+){{0,3}} on {_NETWORK}\W*$|follow us\W*$"
    rf"|(?:share|tweet) (?:this(?: \w+)?|on [\w ,/&]+|via \w+|article|story)\W*$"
    rf"|(?:{_NETWORK}(?:\W+|$)){{2,}}$|(?:share|tweet|copy link|print this page)\W*$"
    r"|(?:\d+ )?comments?(?: \(?\d+\)?)?$|(?:leave|post|add) a comment\W*$"
    r"|(?:view|show) comments\W*$"
    r"|teilen\W*$|partager\W*$|поделиться\W*$)",
    re.I,
)
_COOKIES = re.compile(
    r"^\W*(?:(?:this|our) (?:web)?site uses cookies|we (?:and our partners )?use cookies"
    r"|we value your privacy|by (?:continuing|using)\b.*\b(?:cookies|terms of (?:use|service))\b"
    r"|(?:accept|manage|reject|allow)(?: all)? cookies\W*$"
    r"|cookie (?:settings|policy|preferences)\W*$"
    r"|privacy policy\W*$|wir (?:verwenden|nutzen|setzen) cookies"
    r"|(?:diese|unsere) website verwendet cookies|nous utilisons des cookies"
    r"|(?:wij|we) gebruiken cookies|utilizamos cookies)",
    re.I,
)
_COPYRIGHT = re.compile(
    r"^\W*(?:©|\(c\)\s*\d|all (?:content|material)s?\b.*\blicen[cs]ed under\b|all rights reserved"
    r"|copyright\s*(?:©|\(c\)|\d|by\b|notice|$|of .* is the property of)"
    r"|this material may not be (?:published|reproduced)|(?:re)?printed (?:here )?with permission"
    r"|alle rechte? (?:vorbehalten|voorbehouden)|tous droits r[ée]serv[ée]s|diritti riservati"
    r"|todos los derechos reservados|todos os direitos reservados|все права защищены"
    r"|版权所有|無断転載)",
    re.I,
)
_ADVERT = re.compile(
    r"^\s*(?:advertisement\s*(?:$|[-–—:(|])|story continues below(?: this)? advert\w*\W*$"
    r"|sponsored content\W*$|article continues (?:below|after)[\w ]*\W*$|anzeige\W*$"
    r"|publicité\W*$)",
    re.I,
)
_WRAPPER = re.compile(
    r"^\s*(?:newspapers (?:in|from)(?-i: [A-Z]\w+){1,4}\s*$|load-date:|length:\s*\d+ words"
    r"|end of document\W*$|document [A-Z0-9]{15,}\s*$)",
    re.I,
)
_CONTRIBUTORS = re.compile(
    r"^[\s(*_]*(?:(?:additional )?(?:reporting|writing) (?-i:by [A-Z])"
    r"|edit(?:ing|ed) (?-i:by [A-Z])\S+ |(?-i:[A-Z])[^.]{2,120}\bcontributed (?:reporting\b"
    r"|to this (?:report|article|story)\b))",
    re.I,
)
_SOURCE = re.compile(r"^\s*(?:Source|Quelle|Bron|Fuente)\s*:\s*(?P<who>[^\W\d_a-z][^.!?]{1,40})$")


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


def find_links(lines: list[Line]) -> Iterator[Found]:
    """
    "Read more: ..." and "Related: ...", and a heading "See also" with the links below it.

    Only below the first line, which may be a headline, and without a full stop. The lines below
    such a heading are taken if they end the article and none is longer than 120 characters or
    ends as a sentence does. Wrong for a section of the article that has such a heading.
    """
    first = next(iter(head_lines(lines)), 0)
    below = _links_at_the_end(lines)
    for index, line in enumerate(lines):
        text = line.text
        if first < index and text.strip() and len(text) <= SHORT:  # noqa: SIM102
            if index >= below or _LINK.match(text):
                yield Found(index, 0, len(text))


def find_newsletters(lines: list[Line]) -> Iterator[Found]:
    """
    Lines that ask the reader to subscribe, to register or to take an app.

    Wrong for a sentence of advice such as "Sign up now, the ministry tells its soldiers."
    """
    return _matching(lines, _NEWSLETTER, _LONG)


def find_sharing(lines: list[Line]) -> Iterator[Found]:
    """Lines to share, to follow and to comment. Wrong for a heading such as "Comment"."""
    return _matching(lines, _SHARE, SHORT, below=1)


def find_cookies(lines: list[Line]) -> Iterator[Found]:
    """Notices about cookies and privacy. Wrong where an article quotes one on its own line."""
    return _matching(lines, _COOKIES, 2 * _LONG)


def find_copyright(lines: list[Line]) -> Iterator[Found]:
    """Copyright lines. Wrong for a paragraph about copyright that begins as one of them does."""
    return _matching(lines, _COPYRIGHT, _LONG)


def find_adverts(lines: list[Line]) -> Iterator[Found]:
    """ "Advertisement" between paragraphs. Wrong for a heading of that one word."""
    return _matching(lines, _ADVERT, SHORT)


def find_wrappers(lines: list[Line]) -> Iterator[Found]:
    """What a newspaper database adds: "Newspapers in English". Wrong for such a heading."""
    return _matching(lines, _WRAPPER, SHORT)


def find_contributors(lines: list[Line]) -> Iterator[Found]:
    """
    Who else wrote and edited: "(Reporting by A. Roe; Editing by B. Doe)".

    Below the first line. Wrong for a paragraph that begins so and goes on with news.
    """
    return _matching(lines, _CONTRIBUTORS, _LONG, below=1)


def _matching(
    lines: list[Line], pattern: re.Pattern[str], longest: int, *, below: int = 0
) -> Iterator[Found]:
    first = next(iter(head_lines(lines)), 0) if below else -1
    for index, line in enumerate(lines):
        if index > first and line.text and len(line.text) <= longest and pattern.match(line.text):
            yield Found(index, 0, len(line.text))


def _links_at_the_end(lines: list[Line]) -> int:
    """The number of the heading above the links that end an article; behind the last if none."""
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text.strip()
        if _HEADING_OF_LINKS.match(text):
            return index
        if len(text) > SHORT or text.endswith((".", "!", "?", "”", '"', ":")):
            break
    return len(lines)


def _best_url(footer: str) -> str:
    """Of several addresses the one with the longest path: it names the article, not a site."""
    return max(URL.findall(footer), key=lambda url: (url.count("/"), len(url)))
