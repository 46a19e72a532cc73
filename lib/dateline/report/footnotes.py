"""Footnotes on method: a mark where a page first uses a term, and the note at the page's end."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.report.policy import TEMPLATES

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, NavigableString, Tag

# Where a page speaks of itself. Sentences of articles are not among them.
_PLACES = ".prose p, .prose li, figcaption, table > caption"


@dataclass(frozen=True)
class Note:
    """A note, and the words at whose first use on a page its mark stands."""

    name: str
    words: tuple[str, ...]
    text: str


@cache
def method_notes() -> tuple[Note, ...]:
    """The notes of templates/notes.toml, in its order."""
    content = tomllib.loads((TEMPLATES / "notes.toml").read_text("utf-8"))
    return tuple(
        Note(name, tuple(note["words"]), " ".join(note["text"].split()))
        for name, note in content.items()
    )


def put_footnotes(soup: BeautifulSoup) -> None:
    """
    Mark the first use of each term that a note explains, and put these notes at the page's end.

    The notes stand and are numbered in the order of their marks. Words that stand inside a link,
    or partly in italics, are not found. A page that uses no such term is left as it is.
    """
    waiting = list(method_notes())
    used: list[Note] = []
    for text in _texts(soup):
        for note, words in _found(waiting, text):
            if words in text:
                waiting.remove(note)
                used.append(note)
                text = _mark(soup, text, words, note, len(used))
    if used:
        _list_notes(soup, used)


def _texts(soup: BeautifulSoup) -> list[NavigableString]:
    return [
        text
        for place in soup.select(_PLACES)
        for text in place.find_all(string=True)
        if text.find_parent(["a", "code"]) is None
    ]


def _found(notes: list[Note], text: str) -> list[tuple[Note, str]]:
    """The notes on this text, each with the words found, in the order of these."""
    hits = [
        (text.index(words), note, words)
        for note in notes
        if (words := next((words for words in note.words if words in text), ""))
    ]
    return [(note, words) for _, note, words in sorted(hits, key=lambda hit: hit[0])]


def _mark(
    soup: BeautifulSoup, text: NavigableString, words: str, note: Note, number: int
) -> NavigableString:
    """Put the mark behind the words; returns the rest of the text, where the next may stand."""
    end = text.index(words) + len(words)
    link = {
        "href": f"#note-{note.name}",
        "id": f"mark-{note.name}",
        "role": "doc-noteref",
        "aria-label": f"Note {number}",
    }
    mark = soup.new_tag("sup", attrs={"class": "mark"})
    mark.append(soup.new_tag("a", attrs=link, string=str(number)))
    rest = soup.new_string(text[end:])
    text.replace_with(text[:end], mark, rest)
    return rest


def _list_notes(soup: BeautifulSoup, notes: list[Note]) -> None:
    section = soup.new_tag("section", attrs={"class": "prose notes", "role": "doc-endnotes"})
    section.append(soup.new_tag("h2", string="Notes on method"))
    items = soup.new_tag("ol")
    for note in notes:
        items.append(_item(soup, note))
    section.append(items)
    for content in soup.select("#content"):
        content.append(section)


def _item(soup: BeautifulSoup, note: Note) -> Tag:
    item = soup.new_tag("li", attrs={"id": f"note-{note.name}"}, string=f"{note.text} ")
    back = {
        "href": f"#mark-{note.name}",
        "role": "doc-backlink",
        "aria-label": "Back to the text",
    }
    item.append(soup.new_tag("a", attrs=back, string="\u21a9\ufe0e"))
    return item
