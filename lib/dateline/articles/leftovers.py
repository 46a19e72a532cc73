"""Removing rules for what collecting left in a text: scripts, marks of a transcript, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.articles.landmarks import SHORT, URL
from dateline.articles.lines import Found, Line
from dateline.articles.running import in_sentence, is_reported

_ELEMENT = re.compile(r"<(script|style|iframe|noscript)\b[^<>]*>.*?(?:</\1\s*>|$)", re.I | re.S)
_PROPERTY = (
    r"(?:-\w+-)?(?:max-|min-)?(?:width|height|margin|padding|color|background|border|font|display"
    r"|position|top|left|right|bottom|overflow|float|text|line|letter|word|white|opacity|z|content"
    r"|flex|grid|align|justify|cursor|transition|transform|animation|box|list|vertical|visibility"
    r"|outline|clear|object)(?:-[\w-]+)?"
)
# Lines of JavaScript, of style sheets and of JSON. Each needs a sign that no sentence has.
_SCRIPT = re.compile(
    r"^\s*+(?:(?-i:var|let|const)\s+[\w$]+\s*=|(?:async\s+)?function\s*[\w$]*\s*\([^)]*\)\s*\{"
    r"|\(\s*function\s*\(|(?:window|document|googletag|dataLayer|jQuery|gtag|fbq|ga|console|\$)"
    r"\s*(?:\.\w+|\(['\"{]|\[['\"])|if\s*\(.*\)\s*\{|\}\s*(?:else\b.*\{|catch\b.*\{|\)\(?.*;|[;,])\s*$"
    r"|[{}()\[\];,]{1,6}\s*$(?<=[{};])|return(?:\s*;|\s+(?:[\w$.]+\s*[(\[]|[!{(\[]|(?:true|false|null|this)\b).*;)\s*$|//\s*<!\[CDATA\[|//\s*\]\]>|<!\[CDATA\["
    r"|@(?:media|import|font-face|keyframes|charset)\b.*[{;(]"
    r"|[.#@*]?[\w.#:*,>\[\]=\" -]{1,80}\{\s*(?:[\w-]+\s*:[^{}]*+)?\}?\s*$"
    rf"|(?-i:{_PROPERTY})\s*:\s*[^;{{}}]{{1,60}}(?:px|em|rem|%|!important|solid|none|auto"
    r"|#[0-9a-f]{3,6})\s*;\s*$"
    r"|\{?\s*\"@?[\w-]{1,40}\"\s*:\s*(?:[\"{\[]|\d|true\b|false\b|null\b).*[\"}\],{\w]\s*$"
    r"|\[?\{\s*\"@?\w|</?(?:div|span|p|br|img|a|ul|li|iframe|script|style|table|tr|td)\b[^<>]*>\s*$"
    r"|(?:please )?(?:enable|turn on|activate) javascript\b.{0,120}$"
    r"|.{0,60}\bjavascript (?:is|must be|to be) (?:disabled|enabled|required|turned)\b.{0,120}$"
    r"|your browser (?:does not|doesn[’']t) support\b.{0,120}$)",
    re.I,
)
_SIGNS = ("{", "}", "<", ";", "=", "@", "/", '":', "avaScript", "avascript", "browser")
_LONGEST_SENTENCE = 240  # characters of a line that speaks of JavaScript; code may be longer
_SOUND = (
    r"(?:applause|laughter|laughs?|laughing|cheers?|cheering|chuckles?|cross[- ]?talk"
    r"|inaudible|unintelligible|indiscernible|off[- ]mike|off[- ]mic|pause|silence|gasps?|booing"
    r"|boos|music|audio gap|technical difficulties|through (?:an )?interpreter|foreign language"
    r"|applaus|gelächter|beifall|applaudissements|rires|аплодисменты|смех)"
)
# These words may be the reporter's in brackets: "he asked for (music) and got it".
_OWN_WORD = re.compile(
    r"\((?:pause|silence|music|gasps?|cheers?|cheering|boos|booing|laughs?)\)", re.I
)
# What the protocol of a parliament notes: "(Beifall bei der SPD)".
_NOTED = re.compile(
    r"[(\[](?:Beifall|Heiterkeit|Zurufe?|Lachen|Widerspruch)"
    r"(?: (?:bei|von|des|der|im|und|sowie)\b[^()\[\]]{0,120})[)\]]"
)
_MARK = re.compile(
    rf"[\[(<]\s*(?:(?:loud|long|prolonged|more|general|some|scattered|continued|begin|end)\s+)*"
    rf"{_SOUND}(?:(?:\s*[,;.&]\s*|\s+)(?:and\s+)?{_SOUND})*"
    r"(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*[.!]?\s*[\])>]",
    re.I,
)
_TIME = r"\d{1,2}:\d{2}\s*[ap]\.?\s?m\.?(?:\s+[A-Z]{2,5})?"
# "END 2:14 P.M. EDT", "1:37 P.M. EDT", "[00:12:33]", "###", "- 30 -".
_MARK_LINE = re.compile(
    rf"^\s*(?:end\s*(?:of (?:transcript|interview|briefing|event)\W*)?(?-i:(?<=END))?\s+{_TIME}\W*"
    rf"|\[?(?-i:END|ENDS)\]?|\(ends\)|{_TIME}|\[?\d{{1,2}}:\d\d:\d\d\]?|#\s?#\s?#|[-–—]\s?(?:30|end)\s?[-–—]"
    rf"|[\[(]?(?:end|begin)(?:ning)? (?:of )?(?:transcript|audio|recording|video clip)[\])]?"
    r"|transcribed by .{2,60}|transcript (?:provided|courtesy) .{2,60})\s*$",
    re.I,
)
_BARE_ADDRESS = re.compile(
    r"^\s*(?:[\w-]+\.)+(?:com|org|net|gov|edu|int|info|news|co\.uk|eu|de|fr|nl|ru|cn|uk|us|in|au|ca"
    r"|jp|kr|tv|io)(?:/\S*)?\s*$|^\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*$|^\s*@\w{2,30}\s*$",
    re.I,
)


def find_scripts(lines: list[Line]) -> Iterator[Found]:
    """
    Lines of JavaScript, style sheets, JSON and markup, and elements such as <script> in a line.

    Wrong in an article about programs that quotes a line of code as a line.
    """
    for index, line in enumerate(lines):
        text = line.text
        if not any(sign in text for sign in _SIGNS):
            continue
        code = "{" in text or ";" in text
        if _SCRIPT.match(text) and (
            code or (len(text) <= _LONGEST_SENTENCE and not is_reported(text))
        ):
            yield Found(index, 0, len(text))
        elif "<" in text:
            for found in reversed(list(_ELEMENT.finditer(text))):
                yield Found(index, *found.span())


def find_transcript_marks(lines: list[Line]) -> Iterator[Found]:
    """
    "[Applause]", "(Laughter.)" and "(inaudible)" anywhere; "END" and hours on lines of their own.

    Who speaks, "Q:" and ">>" stay: they are the text. Wrong for a sentence that puts such a word
    in brackets as its own, "the word (laughter) was left out"; "the (silence) of the minister" and
    a mark in quotation marks stay.
    """
    for index, line in enumerate(lines):
        text = line.text
        if len(text) <= SHORT and _MARK_LINE.match(text):
            yield Found(index, 0, len(text))
        elif "(" in text or "[" in text or "<" in text:
            for found in reversed([*_MARK.finditer(text), *_NOTED.finditer(text)]):
                if not _is_own_word(text, found):
                    yield Found(index, *found.span())


def _is_own_word(text: str, found: re.Match[str]) -> bool:
    quoted = text[: found.start()][-1:] + text[found.end() :][:1]
    own = _OWN_WORD.fullmatch(found.group()) and in_sentence(text, *found.span())
    return bool(own) or quoted in ("“”", '""', "„“", "«»", "‘’")


def find_urls(lines: list[Line]) -> Iterator[Found]:
    """
    Addresses inside the text, with brackets around: their words are not the reporter's.

    Without "http" or "www" an address is only seen alone on its line, as are those of mail. They
    come from the last to the first, so that each cut leaves the places of the next alone. Wrong
    for a company that is written as its address, on a line of its own.
    """
    for index, line in enumerate(lines):
        text = line.text
        if len(text) <= SHORT and ("." in text or "@" in text) and _BARE_ADDRESS.match(text):
            yield Found(index, 0, len(text))
            continue
        if "http" not in text and "www." not in text:
            continue
        for found in reversed(list(URL.finditer(text))):
            start, end = found.span()
            bracketed = text[max(start - 1, 0) : start] + text[end : end + 1] == "()"
            yield Found(index, start - bracketed, end + bracketed)
