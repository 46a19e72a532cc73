"""Cuts many texts into tokens at once: the rules of `tokens.py`, worked out on whole arrays.

`tokenize` in `tokens.py` says what a token is; this module must give the same for every text, and
a test holds the two together. Each character has a kind, a sum of flags, looked up in a table;
where tokens begin and end follows from the kinds of neighbours.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from dateline.articles.joined_texts import GROUP, JoinedTexts
from dateline.themes.tokens import APOSTROPHES, is_letter, is_unspaced

_LETTER, _MARK, _UNSPACED, _APOSTROPHE, _ESS, _BEHIND, _UNKNOWN = 1, 2, 4, 8, 16, 32, 128
# A token of at most so many ASCII characters is one number: its bytes, the first one lowest.
_SHORT = 8
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(_SHORT + 1)], dtype=np.uint64)
_NOT_ASCII = np.uint64(0x80 * 0x0101010101010101)
# Set in the number of any other token; the rest is its place in a list.
_LISTED = np.uint64(1 << 63)
_NO_KEYS, _NO_NUMBERS = np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int32)


class CutTexts(NamedTuple):
    """
    The tokens of many texts, in order.

    `numbers` (int32) say which of `surfaces`, the distinct tokens as they stand in the texts, each
    is; `starts` are character offsets in all texts (uint32), as if each were followed by one more
    character; `gaps` are the characters between a token and the one before (uint32).
    """

    numbers: np.ndarray
    surfaces: list[str]
    starts: np.ndarray
    gaps: np.ndarray


class Cutter:
    """
    Cuts texts that come group by group, at most 4 GiB together, into tokens.

    Wrong where `tokenize` is; both give the same tokens for every text. Needs about 20 bytes of
    memory a token.
    """

    def __init__(self) -> None:
        self._starts: list[np.ndarray] = []
        self._gaps: list[np.ndarray] = []
        self._keys: list[np.ndarray] = []
        self._listed: list[Any] = []  # Arrow arrays of the tokens that are no numbers
        self._end = 0

    def add(self, joined: JoinedTexts) -> None:
        """Cut the texts that follow those before."""
        for first, beyond in _parts(joined.codes):
            at = joined.at + first - 1
            starts, ends, keys, listed = _cut_part(joined.codes[first - 1 : beyond + 2])
            before = np.concatenate([[self._end - at], ends[:-1]])[: len(starts)]
            self._gaps.append((starts - before).astype(np.uint32))
            self._starts.append((starts + at).astype(np.uint32))
            self._keys.append(keys)
            self._listed.append(listed)
            self._end = int(ends[-1]) + at if len(ends) else self._end

    def done(self) -> CutTexts:
        """The tokens of all texts; the cutter is empty then."""
        import pyarrow as pa

        strings = pa.chunked_array(self._listed, type=pa.string()).dictionary_encode()
        listed = np.concatenate(
            [_NO_NUMBERS, *(part.indices.to_numpy() for part in strings.chunks)]
        )
        at = 0
        for keys in self._keys:
            places = np.flatnonzero(keys == _LISTED)
            keys[places] = listed[at : at + len(places)].astype(np.uint64) | _LISTED
            at += len(places)
        encoded = pa.chunked_array(self._keys, type=pa.uint64()).dictionary_encode()
        self._keys, self._listed = [], []
        numbers = [part.indices.to_numpy() for part in encoded.chunks]
        words = strings.chunk(0).dictionary.to_pylist() if strings.num_chunks else []
        kinds = encoded.chunk(0).dictionary.to_numpy() if encoded.num_chunks else _NO_KEYS
        surfaces = _surfaces(kinds, words)
        empty = np.empty(0, dtype=np.uint32)
        starts, gaps = (np.concatenate([empty, *parts]) for parts in (self._starts, self._gaps))
        self._starts, self._gaps = [], []
        return CutTexts(np.concatenate([_NO_NUMBERS, *numbers]), surfaces, starts, gaps)


def _surfaces(keys: np.ndarray, words: list[str]) -> list[str]:
    """The tokens that these numbers stand for; `words` are those that are listed."""
    listed = keys >= _LISTED
    surfaces = np.empty(len(keys), dtype=object)
    surfaces[~listed] = keys[~listed].view(f"S{_SHORT}").astype(f"U{_SHORT}")
    places = (keys[listed] - _LISTED).astype(np.int64)
    surfaces[listed] = np.array(words, dtype=object)[places]
    return list(surfaces)


def _parts(codes: np.ndarray) -> Iterator[tuple[int, int]]:
    """The texts at once, or cut at blanks if they are long; a token can always begin behind one."""
    first, last = 1, len(codes) - 2
    while last - first > 2 * GROUP:
        blanks = np.flatnonzero(codes[first + GROUP : last] == ord(" "))
        if not len(blanks):
            break
        beyond = first + GROUP + int(blanks[0]) + 1
        yield first, beyond
        first = beyond
    yield first, last


def _cut_part(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, Any]:
    """Starts, ends and numbers of the tokens between the first character and the last two."""
    narrow, kinds = _kinds_of(codes)
    kinds[-2:] = 0
    inside, breaks = _inside(kinds, int(np.bitwise_or.reduce(kinds)))
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    inner = breaks[inside[breaks] & inside[breaks - 1]]
    if len(inner):
        if (np.diff(inner) <= 0).any():
            inner = np.unique(inner)
        starts = np.insert(starts, np.searchsorted(starts, inner), inner)
        ends = np.insert(ends, np.searchsorted(ends, inner), inner)
    keys, listed = _numbered(narrow, starts, ends)
    return starts - 1, ends - 1, keys, _words(codes, starts[listed], ends[listed])


def _numbered(
    narrow: bytearray, starts: np.ndarray, ends: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of tokens, _LISTED where they are not short and ASCII; which ones these are."""
    sizes = ends - starts
    windows = np.ndarray(len(narrow) - _SHORT, dtype="<u8", buffer=narrow, strides=(1,))
    keys = windows[starts] & np.take(_MASKS, sizes, mode="clip")
    listed = np.flatnonzero((sizes > _SHORT) | (keys & _NOT_ASCII > 0))
    keys[listed] = _LISTED
    return keys, listed


def _kinds_of(codes: np.ndarray) -> tuple[bytearray, np.ndarray]:
    """The characters as bytes, 128 for all beyond ASCII and some more behind; their kinds."""
    wide = codes.dtype != np.uint8
    narrow = bytearray(np.minimum(codes, 0x80).astype(np.uint8) if wide else codes)
    kinds = np.frombuffer(narrow.translate(_ascii_kinds()), dtype=np.uint8)
    narrow += bytes(_SHORT)
    if wide:
        beyond = np.flatnonzero(codes >= 0x80)
        kinds[beyond] = _kinds_beyond(codes[beyond])
    return narrow, kinds


def _kinds_beyond(codes: np.ndarray) -> np.ndarray:
    """The kinds of characters beyond ASCII."""
    table = _table()
    kinds = np.take(table, codes)
    unknown = kinds == _UNKNOWN
    if not unknown.any():
        return kinds
    for code in np.unique(codes[unknown]).tolist():
        table[code] = _kind(chr(code))
    return np.take(table, codes)


@cache
def _ascii_kinds() -> bytes:
    return bytes(_kind(chr(code)) if code < 0x80 else 0 for code in range(256))


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


def _words(codes: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> Any:
    """The characters from each start to its end as an Arrow array of text."""
    import pyarrow as pa

    sizes = ends - starts
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    kept = codes[np.arange(offsets[-1]) + np.repeat(starts - offsets[:-1], sizes)]
    wide = np.flatnonzero(kept >= 0x80)
    if not len(wide):
        data = kept.astype(np.uint8).tobytes()
    else:
        encoding = f"utf-{8 * kept.itemsize}-le"
        data = kept.tobytes().decode(encoding).encode()
        more = 1 + (kept[wide] >= 0x800).astype(np.int64) + (kept[wide] >= 0x10000)
        offsets += np.concatenate([[0], np.cumsum(more)])[np.searchsorted(wide, offsets)]
    places = pa.py_buffer(offsets.astype(np.int32).tobytes())
    return pa.StringArray.from_buffers(len(sizes), places, pa.py_buffer(data))
