"""A removing rule for the labels of a form: "Title: ...", "Author: ..." above an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.articles.heads import head_lines
from dateline.articles.landmarks import SHORT
from dateline.articles.lines import Found, Line

# English, German, French, Dutch, Spanish, Italian, Portuguese, Russian, Chinese, Japanese.
_HEADLINE = (
    r"title|headline|titel|titelzeile|überschrift|schlagzeile|titre|manchette|kop|kopregel"
    r"|título|titular|titolo|заголовок|标题|標題|タイトル"
)
_AUTHOR = r"authors?|byline|autor(?:in|en)?|auteurs?|verfasser(?:in)?|von|autore|автор|作者"
_SOURCE = (
    r"source|publication|newspaper|outlet|publisher|quelle|zeitung|journal|bron|krant|fuente"
    r"|fonte|источник|来源"
)
_OTHER = (
    r"section|language|country|pages?|edition|ressort|rubrik|sprache|seite|ausgabe|rubrique|langue"
    r"|rubriek|taal|pagina|copyright|word count"
)
_LABEL = re.compile(
    rf"^\s*+(?:(?P<headline>{_HEADLINE})|(?P<author>{_AUTHOR})|(?P<source>{_SOURCE})"
    rf"|(?P<other>{_OTHER}))\s*[:：]\s*(?P<value>(?-i:[^\Wa-zà-ÿ]|[“\"‘'«¿¡(])\S*.*?)\s*$",
    re.I,
)


class _Label(NamedTuple):
    line: int
    kind: str
    value: str
    start: int  # of the value


def find_field_labels(lines: list[Line]) -> Iterator[Found]:
    """
    "Title:" before a headline, which stays, and the lines "Author: ..." and "Source: ..." by it.

    Only among the first lines, with no sentence above. Author and source are kept as fields. Such
    lines without a "Title:" among them are left, for "Source: ..." may be a footer. Wrong for a
    headline that begins so: "Title: The word and its history".

    >>> from dateline.articles.lines import split_lines
    >>> list(find_field_labels(split_lines("Title: Leaders meet")))
    [Found(line=0, start=0, end=7, field='', value='')]
    """
    labels = list(_labels(lines))
    if not any(label.kind == "headline" for label in labels):
        return
    for line, kind, value, start in labels:
        if kind == "headline":
            yield Found(line, 0, start)
        else:
            field = "" if kind == "other" else kind
            yield Found(line, 0, len(lines[line].text), field, value if field else "")


def _labels(lines: list[Line]) -> Iterator[_Label]:
    """The labelled lines at the top, one headline among them, down to the first sentence."""
    titled = False
    for index in head_lines(lines):
        text = lines[index].text
        found = _LABEL.match(text) if len(text) <= 2 * SHORT else None
        if found and not (titled and found["headline"]):
            titled = titled or bool(found["headline"])
            kind = next(name for name in ("headline", "author", "source", "other") if found[name])
            yield _Label(index, kind, found["value"], found.start("value"))
        elif len(text) > SHORT or text.rstrip().endswith((".", "!", "?", "”", '"')):
            return
