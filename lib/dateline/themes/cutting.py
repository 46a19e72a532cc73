"""Cuts many texts into tokens at once: the rules of `tokens.py`, worked out on whole arrays.

`tokenize` in `tokens.py` says what a token is; this module must give the same for every text, and
a test holds the two together. Each character has a kind, a sum of flags, looked up in a table;
where tokens begin and end follows from the kinds of neighbours.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from dateline.themes.tokens import APOSTROPHES, is_letter, is_unspaced

_LETTER, _MARK, _UNSPACED, _APOSTROPHE, _ESS, _BEHIND, _UNKNOWN = 1, 2, 4, 8, 16, 32, 128
# Characters worked on at a time: their arrays stay in the processor's cache.
_CHUNK = 500_000
# Around every text; no token holds it, and no apostrophe leans on it.
_BORDER = "\n"


class CutTexts(NamedTuple):
    """
    The tokens of many texts, in order.

    `words` is an Arrow chunked array of the tokens as they stand in the text; `starts` are
    character offsets in all texts (uint32), as if each were followed by one more character; text n
    begins at `bases[n]`; `gaps` are the characters between a token and the one before (uint32).
    """

    words: Any
    starts: np.ndarray
    gaps: np.ndarray
    bases: np.ndarray


def cut_texts(texts: Sequence[str]) -> CutTexts:
    """
    The tokens of all `texts`. At most 4 GiB; needs about 15 bytes of memory a token.

    Wrong where `tokenize` is; both give the same tokens for every text.
    """
    import pyarrow as pa

    bases = np.cumsum([0, *(len(text) + 1 for text in texts)], dtype=np.int64)
    empty = np.empty(0, dtype=np.uint32)
    words, starts, gaps, end = [], [empty], [empty], 0
    for at, chunk in _chunks(texts):
        first, last, tokens = _cut_chunk(chunk)
        words.append(tokens)
        starts.append((first + at).astype(np.uint32))
        before = np.concatenate([[end - at], last[:-1]])[: len(first)]
        gaps.append((first - before).astype(np.uint32))
        end = int(last[-1]) + at if len(last) else end
    strings = pa.chunked_array(words, type=pa.string())
    return CutTexts(strings, np.concatenate(starts), np.concatenate(gaps), bases[:-1])


def _chunks(texts: Sequence[str]) -> list[tuple[int, str]]:
    """The texts joined by borders, in parts that cut no token; each with its offset in all."""
    chunks, waiting, size, offset = [], [], 0, 0
    for text in texts:
        waiting.append(text)
        size += len(text) + 1
        if size >= _CHUNK:
            chunks += _parts(_BORDER.join(waiting), offset)
            offset += size
            waiting, size = [], 0
    return chunks + _parts(_BORDER.join(waiting), offset) if waiting else chunks


def _parts(joined: str, offset: int) -> list[tuple[int, str]]:
    """A long text cut at blanks, behind which a token can always begin."""
    parts, start = [], 0
    while len(joined) - start > 2 * _CHUNK:
        end = joined.find(" ", start + _CHUNK) + 1
        if not end:
            break
        parts.append((offset + start, joined[start:end]))
        start = end
    return [*parts, (offset + start, joined[start:])]


def _cut_chunk(chunk: str) -> tuple[np.ndarray, np.ndarray, Any]:
    """Starts, ends and words of the tokens of one chunk."""
    padded = f"{_BORDER}{chunk}{_BORDER}{_BORDER}"
    codes = np.frombuffer(padded.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    inside, breaks = _inside(*_kinds_of(codes))
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    inner = breaks[inside[breaks] & inside[breaks - 1]]
    if len(inner):
        inner = np.unique(inner)
        starts = np.insert(starts, np.searchsorted(starts, inner), inner)
        ends = np.insert(ends, np.searchsorted(ends, inner), inner)
    return starts - 1, ends - 1, _words(codes[inside], ends - starts)


def _kinds_of(codes: np.ndarray) -> tuple[np.ndarray, int]:
    """The kind of each character, and all flags that occur."""
    table = _table()
    kinds = np.take(table, codes, mode="clip")
    present = int(np.bitwise_or.reduce(kinds))
    if present & _UNKNOWN:
        for code in np.unique(codes[kinds == _UNKNOWN]).tolist():
            table[code] = _kind(chr(code))
        return _kinds_of(codes)
    return kinds, present


@cache
def _table() -> np.ndarray:
    """The kind of each character that was met so far; filled as others come."""
    return np.full(0x110000, _UNKNOWN, dtype=np.uint8)


def _kind(char: str) -> int:
    is_mark = unicodedata.category(char)[0] == "M"
    kind = _LETTER * is_letter(char) + _UNSPACED * is_unspaced(char) + _MARK * is_mark
    kind += _APOSTROPHE * (char in APOSTROPHES) + _ESS * (char in "sS")
    return kind + _BEHIND * (char.isalnum() or is_mark or char in "_.")


def _inside(kinds: np.ndarray, present: int) -> tuple[np.ndarray, np.ndarray]:
    """Whether each character is part of a token, and where one token may follow another."""
    inside = (kinds & _LETTER).view(bool)  # the flag is 1
    breaks = [np.empty(0, dtype=np.int64)]
    if present & _UNSPACED:
        unspaced = np.flatnonzero(kinds & _UNSPACED)
        inside[unspaced] = True
        behind = unspaced + 1
        breaks += [unspaced, behind[kinds[behind] & _MARK == 0]]
    if present & _MARK:
        breaks.append(_add_marks(kinds, inside))
    if present & _APOSTROPHE:
        breaks.append(_add_apostrophes(kinds, inside))
    return inside, np.concatenate(breaks)


def _add_marks(kinds: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """Marks belong to the letter before them, if there is one."""
    marks = np.flatnonzero(kinds & _MARK)
    begins = np.concatenate([[True], np.diff(marks) != 1])
    roots = (marks[begins] - 1)[np.cumsum(begins) - 1]
    inside[marks] = kinds[roots] & (_LETTER | _UNSPACED) > 0
    run_ends = marks[np.concatenate([begins[1:], [True]])] + 1
    return run_ends[kinds[marks[begins] - 1] & _UNSPACED > 0]


def _add_apostrophes(kinds: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """Those inside a word, and possessives; the latter begin a token where a word goes before."""
    at = np.flatnonzero(kinds & _APOSTROPHE)
    following = kinds[at + 1]
    possessive = (following & _ESS > 0) & (kinds[at + 2] & (_LETTER | _MARK) == 0)
    token = possessive & (kinds[at - 1] & _BEHIND > 0)
    # The s of a possessive is not a word that could go on.
    after_possessive = np.zeros(len(at), dtype=bool)
    after_possessive[1:] = token[:-1] & (np.diff(at) == 2)
    before = inside[at - 1] & ~after_possessive & ~_in_unspaced(kinds, at - 1)
    inside[at[~possessive & (following & _LETTER > 0) & before]] = True
    inside[at[token]] = True
    return at[token]


def _in_unspaced(kinds: np.ndarray, positions: np.ndarray) -> np.ndarray:
    """Whether these characters are written without blanks, or marks of one that is."""
    roots = positions.copy()
    while (is_mark := kinds[roots] & _MARK > 0).any():
        roots[is_mark] -= 1
    return kinds[roots] & _UNSPACED > 0


def _words(kept: np.ndarray, lengths: np.ndarray) -> Any:
    """The tokens as an Arrow array; `kept` are their characters and nothing between."""
    import pyarrow as pa

    offsets = np.concatenate([[0], np.cumsum(lengths)])
    wide = np.flatnonzero(kept >= 0x80)
    if not len(wide):
        data = kept.astype(np.uint8).tobytes()
    else:
        data = kept.tobytes().decode("utf-32-le").encode()
        more = 1 + (kept[wide] >= 0x800).astype(np.int64) + (kept[wide] >= 0x10000)
        offsets += np.concatenate([[0], np.cumsum(more)])[np.searchsorted(wide, offsets)]
    places = pa.py_buffer(offsets.astype(np.int32).tobytes())
    return pa.StringArray.from_buffers(len(lengths), places, pa.py_buffer(data))
