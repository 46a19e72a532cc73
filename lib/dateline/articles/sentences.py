"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

# A blank line always ends a sentence: headlines and section titles carry no full stop.
_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?![^\S\n]*\n))*")
# Full stops of Chinese and Japanese, which Punkt does not know.
_IDEOGRAPHIC_STOP = re.compile(r"(?<=[。！？])")
# Where Punkt may see an end. Behind an ordinary word, which is neither an initial nor a number nor
# an abbreviation, and before no closing mark, it always does: it judges by these two words alone.
# So the text is cut there first, and only parts with another mark are given to it. That saves most
# of its time.
_MAY_END = re.compile(r"[.!?]\W")
_ORDINARY = re.compile(r"(?<!\S)([^\W\d_]{3,20})\.\s++(?![\"')\]}])")
# NLTK runs its patterns against a clock; a paragraph longer than this is cut before it sees it.
_LONGEST = 100_000


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """
    The (start, end) character offsets of the sentences of `text`, in order, without outer blanks.

    Paragraphs are split by NLTK's Punkt with the package's own list of abbreviations and no
    training, so no download is needed. Wrong where an abbreviation is not in the list, or where
    one that is there ends a sentence ("... of the U.S. He said ..." is told apart by Punkt only
    when a frequent sentence starter follows).

    >>> text = "Mr. Xi left. He flew home.\\n\\nA title"
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Mr. Xi left.', 'He flew home.', 'A title']
    """
    return [
        (start, end)
        for paragraph in _PARAGRAPH.finditer(text)
        for piece_start, piece in _pieces(paragraph.group(), paragraph.start())
        for start, end in _trimmed(piece, piece_start)
    ]


def _pieces(paragraph: str, offset: int) -> list[tuple[int, str]]:
    """The paragraph cut at ideographic stops and at the longest length that Punkt is given."""
    pieces = []
    for part in _IDEOGRAPHIC_STOP.split(paragraph):
        for at in range(0, len(part), _LONGEST):
            pieces.append((offset + at, part[at : at + _LONGEST]))
        offset += len(part)
    return pieces


def _trimmed(piece: str, offset: int) -> list[tuple[int, int]]:
    spans = []
    for start, end in _spans(piece):
        sentence = piece[start:end]
        start += len(sentence) - len(sentence.lstrip())
        end = start + len(sentence.strip())
        if end > start:
            spans.append((offset + start, offset + end))
    return spans


def _spans(piece: str) -> Iterator[tuple[int, int]]:
    """The sentences with the blanks around them: cut by the short way, the rest by Punkt."""
    start = 0
    for end in [*_plain_ends(piece), len(piece)]:
        if _MAY_END.search(piece[start:end].rstrip()):
            part = piece[start:end]
            yield from ((start + a, start + b) for a, b in _splitter().span_tokenize(part))
        else:
            yield start, end
        start = end


def _plain_ends(piece: str) -> list[int]:
    return [
        found.end()
        for found in _ORDINARY.finditer(piece)
        if found[1].lower() not in _abbreviations()
    ]


@cache
def _splitter() -> Any:
    # Imported here: NLTK costs up to seconds, and reading a folder does not need it.
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_abbreviations())
    return PunktSentenceTokenizer(parameters)


@cache
def _abbreviations() -> frozenset[str]:
    listed = resources.files("dateline.articles").joinpath("abbreviations.txt").read_text("utf-8")
    lines = listed.splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
