"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Any

# A blank line always ends a sentence: headlines and section titles carry no full stop.
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]*)*")
# Full stops of Chinese and Japanese, which Punkt does not know.
_IDEOGRAPHIC_STOP = re.compile(r"(?<=[。！？])")
# Where Punkt may see an end: before a mark that no word holds, or before blanks and another word.
# (The separators \x1c to \x1f are blanks for `re` and none for the pattern of Punkt.)
_MAY_END = re.compile(r"[.?!](?=[)\";}\]*:@'({\[‘’“”«»?!]|[^\S\x1c-\x1f]+(?P<next>[\S\x1c-\x1f]+))")
# Closing marks that belong to the sentence before them.
_CLOSING = re.compile(r"[\"')\]}‘’“”«»]+?(?:[^\S\x1c-\x1f]+|(?=--)|$)", re.M)
_OTHER_BLANK = re.compile(r"[\t\n\r\v\f]")
# A word of letters, with full stops in it or without; what follows, if it holds no full stop.
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_PLAIN = re.compile(r"[^\W_]+,?")
# Words in one, such as those with a hyphen or a possessive: the last decides.
_COMPOUND = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’-](?P<last>[^\W\d_]+)")
_NUMBER = re.compile(r"\d+")
_CAPITAL = re.compile(r"[A-Z][a-z]*,?")
# NLTK runs its patterns against a clock; a paragraph longer than this is cut before it sees it.
LONGEST = 100_000


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """
    The (start, end) character offsets of the sentences of `text`, in order, without outer blanks.

    Paragraphs are split as NLTK's Punkt splits them (Kiss and Strunk 2006) with the package's own
    list of abbreviations and no training, so no download is needed; it is asked only where its
    rules are not spelled out here, which makes this several times as fast. Wrong where an
    abbreviation is not in the list, or where one that is there ends a sentence ("... of the U.S.
    He said ..." is told apart by Punkt only when a frequent sentence starter follows).

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
    parts = [paragraph] if paragraph.isascii() else _IDEOGRAPHIC_STOP.split(paragraph)
    for part in parts:
        for at in range(0, len(part), LONGEST):
            pieces.append((offset + at, part[at : at + LONGEST]))
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
    """
    The sentences that Punkt finds, with the blanks around them.

    The same as its `span_tokenize`, which the tests hold it against: it looks at the same places
    and moves closing marks to the sentence before in the same way, but asks Punkt itself only
    where `ends_sentence` cannot tell by the rules of its two passes.
    """
    cuts = [*_cuts(piece), (len(piece.rstrip()), len(piece))]
    start = 0
    for number, (end, following) in enumerate(cuts[:-1]):
        closing = _CLOSING.match(piece, following, cuts[number + 1][0])
        if closing:
            yield start, following + len(closing.group().rstrip())
        else:
            yield start, end
        start = closing.end() if closing else following
    yield start, cuts[-1][0]


def _cuts(piece: str) -> Iterator[tuple[int, int]]:
    """Where a sentence ends and the next one begins: of each word its last mark decides."""
    spaced = _OTHER_BLANK.sub(" ", piece)
    begin, last = 0, None
    for mark in _MAY_END.finditer(piece):
        low = last.start() if last else 0
        space = spaced.rfind(" ", low, mark.start())
        # As in Punkt, marks without a word before the first of them each count.
        if last and (space > low or begin == low):
            yield from _cut(piece, begin, last)
        begin, last = (space + 1 if space > low else begin), mark
    if last:
        yield from _cut(piece, begin, last)


def _cut(piece: str, begin: int, mark: re.Match[str]) -> Iterator[tuple[int, int]]:
    word, after = piece[begin : mark.start()], piece[mark.end() : mark.end() + 1]
    if ends_sentence(word, mark.group(), after, mark["next"] or ""):
        yield mark.end(), mark.start("next") if mark["next"] else mark.end()


def ends_sentence(word: str, mark: str, after: str, following: str) -> bool:
    """
    Whether a sentence ends at a mark behind a word.

    Punkt's rules without training: an abbreviation of the list ends none, an initial none before
    a name, a number none before a small letter. Other words and marks do.
    """
    if mark != "." and following:
        return True
    if mark == "." and _WORD.fullmatch(word):
        plain = not following or bool(_PLAIN.fullmatch(following))
        if len(word) > 1 and word.lower() not in abbreviations():
            return True
        if plain and (len(word) > 1 or following[:1].isupper() or following[:1].islower()):
            return False
    if mark == "." and following and _is_plain_end(word, following):
        return True
    return _asked(f"{word}{mark}{' ' + following if following else after}")


def _is_plain_end(word: str, following: str) -> bool:
    """Whether a full stop behind a compound, or a number before a name, is surely an end."""
    if compound := _COMPOUND.fullmatch(word):
        return compound["last"].lower() not in abbreviations()
    return bool(_NUMBER.fullmatch(word) and _CAPITAL.fullmatch(following))


@lru_cache(maxsize=10_000)
def _asked(context: str) -> bool:
    """What Punkt says of a mark between two words."""
    return bool(_splitter().text_contains_sentbreak(context))


@cache
def _splitter() -> Any:
    # Imported here: NLTK costs up to seconds, and reading a folder does not need it.
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations())
    return PunktSentenceTokenizer(parameters)


@cache
def abbreviations() -> frozenset[str]:
    """The abbreviations of the package: in small letters, without their last full stop."""
    listed = resources.files("dateline.articles").joinpath("abbreviations.txt").read_text("utf-8")
    lines = listed.splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
