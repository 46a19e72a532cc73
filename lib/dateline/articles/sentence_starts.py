"""Where the sentences of many texts begin: the rules of `sentences.py`, worked out on arrays.

`sentence_spans` says what a sentence is, and this module must give the same for every text; a test
holds the two together. It decides the plain places itself (a word, a mark, blanks, a word) and
leaves a paragraph or a whole text in which something else stands to `sentence_spans`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np

from dateline.articles.joined_texts import JoinedTexts
from dateline.articles.sentences import LONGEST, abbreviations, ends_sentence, sentence_spans

_BLANK, _LETTER, _DIGIT, _CLOSING, _SPECIAL, _ODD, _INK = 1, 2, 4, 8, 16, 32, 64
_FLAGS = {
    _BLANK: " \t\n\r\v\f",
    _LETTER: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    _DIGIT: "0123456789",
    _CLOSING: "\"')]}‘’“”«»",
    _SPECIAL: ")\";}]*:@'({[‘’“”«»?!",  # behind a mark, a sentence may end before these
    # Blanks and full stops of which the rules here know nothing.
    _ODD: "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000。！？",
}
# Characters that are passed one by one; where more follow, `sentence_spans` is asked.
_STEPS = 64
_KEY = 8  # letters of a word that fit into one number
_WORD = re.compile(r"\S+")


class _Marks(NamedTuple):
    """Marks with blanks and a word of the same paragraph behind them."""

    at: np.ndarray
    words: np.ndarray  # where the word that ends with the mark begins
    following: np.ndarray  # where the next word begins
    lettered: np.ndarray  # whether the word is of ASCII letters alone

    def chosen(self, which: np.ndarray) -> _Marks:
        return _Marks(*(part[which] for part in self))


def sentence_starts(joined: JoinedTexts) -> tuple[np.ndarray, np.ndarray]:
    """
    Where the sentences of texts begin, in `joined.padded`, and how many each text has (int64).

    The first sentence of a text is taken to begin with the text, whatever stands before it, and a
    text without a sentence has one. Otherwise they are those of `sentence_spans`.
    """
    bases = joined.bases
    begins, odd = _paragraphs(joined.codes, bases)
    hard = np.array([len(text) >= LONGEST for text in joined.texts], dtype=bool)
    hard[_number(odd, bases)] = True
    marks, unclear = _marks(joined.codes, begins, lambda at: ~hard[_number(at, bases)])
    begins = begins[~hard[_number(begins, bases)]]
    cuts = _cuts(joined, marks)
    asked = np.zeros(len(begins), dtype=bool)
    asked[_number(unclear, begins)] = True
    slow = [start for at in np.flatnonzero(hard).tolist() for start in _of_text(joined, at)]
    for at in np.flatnonzero(asked).tolist():
        slow += _of_paragraph(joined, begins, at)
    plain = cuts[~asked[_number(cuts, begins)]]
    found = np.concatenate([begins[~asked], plain, np.array(slow, dtype=np.int64)])
    return _from_bases(np.sort(found), bases)


def _from_bases(starts: np.ndarray, bases: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    texts = _number(starts, bases)
    later = np.diff(texts, prepend=-1) == 0
    sizes = np.bincount(texts[later], minlength=len(bases)) + 1
    return np.sort(np.concatenate([bases, starts[later]])), sizes


def _paragraphs(codes: np.ndarray, bases: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The first characters of paragraphs; places in texts for which there is no rule here."""
    lines = np.flatnonzero(codes == ord("\n"))
    weights = np.ones(len(lines), dtype=np.int64)
    weights[np.searchsorted(lines, bases - 1)] = 2  # a text begins like a paragraph
    following, endless = _passed(codes, lines + 1, _BLANK, 1)
    odd = [_odd_places(codes), lines[endless] + 1]
    following, weights = following[~endless], weights[~endless]
    runs = np.flatnonzero(np.diff(following, prepend=0))
    begins = following[runs][np.add.reduceat(weights, runs) > 1] if len(runs) else following
    begins = begins[begins < len(codes) - 1]
    # Punkt does not see a single blank at the very start.
    indented = (codes[begins - 1] != ord("\n")) & (codes[begins - 2] == ord("\n"))
    return begins, np.concatenate([*odd, begins[indented]])


def _marks(
    codes: np.ndarray, begins: np.ndarray, wanted: Callable[[np.ndarray], np.ndarray]
) -> tuple[_Marks, np.ndarray]:
    """The marks to be decided one by one; those that `sentence_spans` is asked about."""
    is_mark = (codes == ord(".")) | (codes == ord("?")) | (codes == ord("!"))
    at = np.flatnonzero(is_mark[:-1])
    behind = _flags(codes[at + 1])
    unclear = [at[behind & _SPECIAL > 0]]
    at = at[behind & _BLANK > 0]
    following, endless = _passed(codes, at + 1, _BLANK, 1)
    letters, _ = _passed(codes, at - 1, _LETTER, -1)
    before, long = _passed(codes, letters, _INK, -1)
    closing = _flags(codes[following]) & _CLOSING > 0
    beyond = _flags(codes[np.minimum(following + 1, len(codes) - 1)])
    odd = endless | long | (closing & (beyond & (_LETTER | _DIGIT) == 0))
    unclear.append(at[odd])
    # The last word of a paragraph ends its sentence anyhow.
    inside = np.append(begins, 0)[np.searchsorted(begins, following)] != following
    keep = np.flatnonzero(~odd & inside & (following < len(codes) - 1) & wanted(at))
    marks = _Marks(at, before + 1, following, letters == before).chosen(keep)
    places = np.concatenate(unclear)
    return marks, places[wanted(places)]


def _cuts(joined: JoinedTexts, marks: _Marks) -> np.ndarray:
    """The first characters of the sentences that begin behind marks."""
    stops = joined.codes[marks.at] == ord(".")
    lengths = marks.at - marks.words
    plain = marks.lettered & (lengths > 1) & ~_may_abbreviate(joined.codes, marks.words, lengths)
    rest = marks.chosen(np.flatnonzero(stops & ~plain))
    text = joined.padded
    ends = [
        ends_sentence(text[word:at], ".", "", _word_at(text, following))
        for at, word, following in zip(*(part.tolist() for part in rest[:3]), strict=True)
    ]
    return np.concatenate([marks.following[~stops | plain], rest.following[np.array(ends, bool)]])


def _may_abbreviate(codes: np.ndarray, words: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Whether words of ASCII letters are among the abbreviations, or too long to tell."""
    keys, longest = _abbreviation_keys()
    found = np.zeros(len(words), dtype=np.uint64)
    for step in range(_KEY):
        letters = np.take(codes, words + step, mode="clip").astype(np.uint64) | np.uint64(0x20)
        found |= np.where(step < lengths, letters << np.uint64(8 * step), np.uint64(0))
    return (np.isin(found, keys) & (lengths <= _KEY)) | ((lengths > _KEY) & (lengths <= longest))


@cache
def _abbreviation_keys() -> tuple[np.ndarray, int]:
    """The abbreviations of ASCII letters as numbers; the length of the longest of all."""
    words = [word for word in abbreviations() if word.isascii() and word.isalpha()]
    keys = [int.from_bytes(word.encode(), "little") for word in words if len(word) <= _KEY]
    return np.array(sorted(keys), dtype=np.uint64), max(map(len, abbreviations()))


def _of_text(joined: JoinedTexts, number: int) -> list[int]:
    base = int(joined.bases[number])
    return [base + start for start, _ in sentence_spans(joined.texts[number])]


def _of_paragraph(joined: JoinedTexts, begins: np.ndarray, number: int) -> list[int]:
    begin = int(begins[number])
    own = joined.texts[int(_number(begins[number], joined.bases))]
    base = int(joined.bases[_number(begins[number], joined.bases)])
    beyond = int(begins[number + 1]) if number + 1 < len(begins) else base + len(own)
    paragraph = own[begin - base : beyond - base]
    return [begin + start for start, _ in sentence_spans(paragraph)]


def _word_at(text: str, at: int) -> str:
    found = _WORD.match(text, at)
    return found.group() if found else ""


def _number(places: np.ndarray, begins: np.ndarray) -> np.ndarray:
    """In which of the stretches that begin here each place is."""
    return np.searchsorted(begins, places, side="right") - 1


def _passed(
    codes: np.ndarray, at: np.ndarray, flag: int, step: int
) -> tuple[np.ndarray, np.ndarray]:
    """From each place the next without the flag; whether there is none in _STEPS characters."""
    at = at.copy()
    moving = np.arange(len(at))
    for _ in range(_STEPS):
        there = np.take(codes, at[moving], mode="clip")
        moving = moving[_flags(there) & flag > 0]
        if not len(moving):
            break
        at[moving] += step
    endless = np.zeros(len(at), dtype=bool)
    endless[moving] = True
    return at, endless


def _odd_places(codes: np.ndarray) -> np.ndarray:
    may_be = (codes >= 0x1C) & (codes < 0x20)
    if codes.dtype != np.uint8:
        may_be |= codes >= 0x80
    places = np.flatnonzero(may_be)
    return places[_flags(codes[places]) & _ODD > 0]


def _flags(codes: np.ndarray) -> np.ndarray:
    return np.take(_table(), codes, mode="clip")


@cache
def _table() -> np.ndarray:
    """The flags of each character; the last entry is for all beyond."""
    table = np.full(max(map(ord, "".join(_FLAGS.values()))) + 2, _INK, dtype=np.uint8)
    for flag, chars in _FLAGS.items():
        table[list(map(ord, chars))] |= flag
    table[list(map(ord, _FLAGS[_BLANK]))] = _BLANK
    return table
