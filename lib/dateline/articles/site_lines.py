"""Removing rules for lines of the page and not of the article: links, subscriptions, tools ..."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.articles.landmarks import SHORT
from dateline.articles.lines import Found, Line
from dateline.articles.running import HEADLINE, first_line, goes_on, is_reported, matching

LONG = 300  # characters of the longest line that asks for a subscription or names contributors
_TOPICS = r"(?:stories|articles|coverage|news|content|topics|links|posts|reading|videos)"
# Ends without a full stop; a sentence may begin with these words too, so that only a mark, a
# capital or a word such as "about" may follow.
_LINK = re.compile(
    r"^\W*(?:(?:(?:read more|keep reading|continue reading|read next|see also|also read|read also"
    r"|you may also like|you might also like|recommended for you|recommended stories|don[’']t miss"
    r"|lesen sie auch|lesen sie mehr|mehr zum thema|mehr dazu|lire aussi|à lire aussi|lees ook"
    rf"|lees meer|lea también|leggi anche|читайте также){HEADLINE}"
    r"|(?:read more|lesen sie mehr|lees meer|mehr dazu) (?:about|on|at|here|from|in|over|hier|im)\b"
    r"|read (?:the|our) full\b|(?:click|tap) here\b|more on this (?:story|topic|article|subject)\b"
    r"|more from (?:our |this |the )?(?-i:[A-ZÀ-Þ])|more on\s*:|most (?:read|viewed|popular)\W*$"
    r"|most read (?:in|on|stories|news|articles|today|this week)\b"
    r"|lesen sie mehr zum thema\b).*(?<![.!?”\"])\s*$"
    rf"|(?:related|related {_TOPICS}|read more|read|more|watch|listen|recommended"
    r"|see also)\s*:\s*(?-i:[^\Wa-zà-ÿ]|[“\"‘'«¿¡]).{0,110}(?<!\.)$"
    rf"|(?:related(?: {_TOPICS})?|trending(?: now)?|latest news|top stories|tags"
    r"|explore more on these topics|auch interessant|das könnte sie auch interessieren"
    r"|watch the (?:full )?video)\s*:?\s*$"
    r"|(?:tags|keywords|filed (?:under|in)|categor(?:y|ies)|schlagw[oö]rte?r?|mots[- ]cl[ée]s"
    r"|trefwoorden)\s*:\s*\S.{0,110}(?<!\.)$|topics\s*:\s*(?-i:[A-Z]).{0,110}(?<!\.)$"
    r"|(?:相关阅读|相关报道|阅读更多|延伸阅读).{0,60}$)",
    re.I,
)
_HEADING_OF_LINKS = re.compile(
    rf"^\W*(?:see also|related(?: {_TOPICS})?|read more|read next|most read"
    r"|more on this(?: story| topic| article| subject)?"
    rf"|recommended(?: {_TOPICS}| for you)?|you (?:may|might) also like)\W*$",
    re.I,
)
_PAPER = (
    r"(?:newsletter|nieuwsbrief|infolettre|lettre d|boletín|bolet[ií]n|рассылк|канал|kanal|chaîne"
    r"|podcast|telegram|whatsapp|e-?mail|zeitung digital|édition)"
)
_NEWSLETTER = re.compile(
    r"^\W*(?:(?:sign up|subscribe|register)\b.*\b(?:newsletters?|alerts?|updates|e-?mails?|here|now"
    r"|channel|inbox|podcast|notifications|full access|to continue|to read)\b"
    r"|subscribe\W*$|sign up\W*$"
    r"|get (?:our|your|more|the (?:latest|best|most|top|news|daily|weekly|free|full|app|headlines"
    r"|stories))\b.*\b(?:newsletters?|inbox|e-?mails?|alerts?)\b"
    r"|(?:enter|type) your e-?mail\b|join (?:us|our|the)\b.*\b(?:telegram|whatsapp|channel"
    r"|newsletter|mailing list)\b|download (?:our|the)\b.*\bapp\b"
    r"|(?:click|tap) here to (?:subscribe|sign up|register)\b|(?:log|sign) in\W*$"
    r"|already (?:a subscriber|have an account)\s*(?:$|[^\w\s]|sign|log)"
    r"|support (?:our|us|independent)\b.*(?:journalism|newsroom|\bsubscribe|\bdonat)"
    r"|support us\W*$|become a (?:member|subscriber|patron)(?: today| now)?\W*$"
    r"|donate(?: now| today| here)?\W*$"
    r"|to (?:read|continue)\b.*\b(?:subscribe|log in|sign in|register)\b"
    r"|this (?:article|story|content) is (?:for|available to|reserved for) (?:our )?(?:paying )?"
    r"(?:subscribers|members)\b|(?:article )?réservé aux abonnés|(?:jetzt )?newsletter abonnieren"
    r"|(?:abonnieren sie|jetzt abonnieren|inscrivez-vous|abonnez-vous|schrijf (?:u|je) in"
    rf"|suscríbase|suscríbete|подпишитесь|подписывайтесь)(?:\W*$|.*{_PAPER}"
    r"|\s*[:!»]| pour (?:lire|continuer|accéder)| à partir de| und (?:weiter|mehr))"
    r")",
    re.I,
)
_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|messenger|bluesky"
    r"|threads|e-?mail|print|flipboard|pocket|tumblr|wechat|weibo|copy link|link copied|share|tweet"
    r"|vk|viber)"
)
_SHARE = re.compile(
    rf"^\W*(?:follow us (?:on|at)\b|follow \S+(?: \S+){{0,3}} on {_NETWORK}(?:\W+@\w+)?\W*$"
    rf"|(?:like|find) us on {_NETWORK}\b|follow us\W*$"
    rf"|(?:share|tweet) (?:this(?: \w+)?|on [\w ,/&]+|via \w+|article|story)\W*$"
    rf"|(?:{_NETWORK}(?:\W+|$)){{2,}}$|(?:share|tweet|copy link|print)\W*$"
    r"|(?:print|e-?mail|save|bookmark|gift) this (?:article|story|page)\W*$"
    r"|(?:save(?: for later)?|bookmark)\W*$"
    r"|(?:\d+ )?comments?(?: \(?\d+\)?)?$|(?:leave|post|add) a comment\W*$"
    r"|(?:view|show)(?: \w+)? comments\W*(?:\d+\W*)?$|be the first to comment\W*$"
    r"|join the (?:conversation|discussion)\W*$|have your say in the comments\b"
    r"|teilen\W*$|partager\W*$|поделиться\W*$"
    r"|listen to this (?:article|story)\b.{0,20}$|\d{1,3}[ -]min(?:ute)?s?[ -]read\W*$"
    r"|(?:reading time|lesezeit|temps de lecture|leestijd|tiempo de lectura)\s*:?\s*\d.{0,20}$"
    r"|(?:e-?mail|twitter|x|instagram|facebook|contact(?: us| the (?:author|reporter|writer))?)"
    r"\s*(?::| at)\s*\S*@\S+\W*$"
    r"|skip to (?:main )?content\W*$|back to top\W*$|loading\W*$|play video\W*$"
    r"|video player is loading\W*$|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d$|slide \d+ of \d+\W*$"
    r"|(?:view|enlarge|open)(?: this)? image(?: in \w+)?\W*$|(?:hide|toggle) caption\W*$"
    r"|click to enlarge\W*$|ansicht vergrößern\W*$)",
    re.I,
)
_ADVERT = re.compile(
    r"^[^\w“„«\"]*(?:advertisement\s*(?:\W*$|\W+(?:scroll|continue|story|article|skip|close|remove|\d).*$)"
    r"|advertising\W*$|(?:story|article) continues (?:below|after)[\w ]*\W*$|skip ad\w*\W*$"
    r"|(?:sponsored|paid|promoted) (?:content|post)\W*$|sponsored(?: by (?-i:[A-Z]).{2,40})?\W*$"
    r"|promoted\W*$|scroll (?:down )?to continue\W*$|anzeige\W*$|werbung\W*$|publicité\W*$"
    r"|publicidad\W*$|advertentie\W*$|реклама\W*$)",
    re.I,
)


def find_links(lines: list[Line]) -> Iterator[Found]:
    """
    "Read more: ..." and "Tags: ...", and a heading "See also" with the links below it.

    Only below the first line, which may be a headline, and without a full stop. The lines below
    such a heading are taken if they end the article and none is longer than 120 characters or
    ends as a sentence does. Wrong for a section of the article that has such a heading.
    """
    first = first_line(lines)
    below = _links_at_the_end(lines)
    for index, line in enumerate(lines):
        text = line.text
        if index <= first or not text.strip() or len(text) > SHORT:
            continue
        if index >= below or (_LINK.match(text) and not _is_sentence(lines, index)):
            yield Found(index, 0, len(text))


def find_newsletters(lines: list[Line]) -> Iterator[Found]:
    """
    Lines that ask the reader to subscribe, to register, to give or to take an app.

    Wrong for a sentence of advice that names nobody who gives it: "Sign up now for the reserve."
    """
    return matching(lines, _NEWSLETTER, LONG)


def find_sharing(lines: list[Line]) -> Iterator[Found]:
    """
    The tools of a page: to share, follow, comment, print, listen and enlarge; the time to read.

    Wrong for a heading such as "Comment" or "Print".
    """
    return matching(lines, _SHARE, SHORT, below=True)


def find_adverts(lines: list[Line]) -> Iterator[Found]:
    """ "Advertisement" between paragraphs. Wrong for a heading of that one word."""
    return matching(lines, _ADVERT, SHORT)


def _is_sentence(lines: list[Line], index: int) -> bool:
    """Whether it is a part of one; the headline of a link may end in "minister says"."""
    text = lines[index].text
    linked = ":" in text or "|" in text
    return goes_on(lines, index - 1) or goes_on(lines, index) or (not linked and is_reported(text))


def _links_at_the_end(lines: list[Line]) -> int:
    """The number of the heading above the links that end an article; behind the last if none."""
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text.strip()
        if _HEADING_OF_LINKS.match(text):
            return index
        if len(text) > SHORT or text.endswith((".", "!", "?", "”", '"', ":")):
            break
    return len(lines)
