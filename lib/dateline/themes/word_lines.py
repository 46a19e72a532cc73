"""Sorted words as lines of UTF-8, decoded only where they are asked for."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

import numpy as np

JOINT = "\n"  # no word holds it, and neither folding nor composing reaches across it
# The first bytes of a word as one number, the first one highest, so that numbers sort as words do.
_SHORT = 8
_PADDING = np.array([(1 << 8 * (_SHORT - size)) - 1 for size in range(_SHORT + 1)], dtype=np.uint64)
_KEPT = ~_PADDING
_BEYOND = b"\xff"  # more than any byte of UTF-8


class Asked:
    """Words, and prefixes of words, made ready to be found in any lines."""

    def __init__(self, words: Sequence[str], prefixes: Sequence[str] = ()) -> None:
        self.lowest = [text.encode("utf-8", "surrogatepass") for text in (*words, *prefixes)]
        is_prefix = np.arange(len(self.lowest)) >= len(words)
        self.highest = self.lowest[: len(words)]
        self.highest += [prefix + _BEYOND for prefix in self.lowest[len(words) :]]
        sizes = np.fromiter(map(len, self.lowest), dtype=np.int64, count=len(self.lowest))
        heads = [text[:_SHORT].ljust(_SHORT, b"\0") for text in self.lowest]
        # The first bytes of the lowest and the highest, as numbers.
        self.least = np.frombuffer(b"".join(heads), dtype=">u8").astype(np.uint64)
        self.most = self.least | np.where(is_prefix, _PADDING[np.minimum(sizes, _SHORT)], 0)
        # Those of which the first bytes do not tell all.
        self.is_long = sizes + ~is_prefix > _SHORT


class WordLines:
    """
    Words in ascending order, a line each.

    They are searched for by their first eight bytes, all at once; only where these do not tell are
    lines decoded. So opening an index does not hang on the number of its words.
    """

    def __init__(self, lines: bytes) -> None:
        """`lines` are UTF-8 (surrogates as they are), with a line feed between words."""
        self._lines = lines
        self._bytes = np.frombuffer(lines, dtype=np.uint8)
        breaks = np.flatnonzero(self._bytes == ord(JOINT))
        self._starts = np.zeros(len(breaks) + 1 + bool(lines), dtype=np.int64)
        if lines:
            np.add(breaks, 1, out=self._starts[1:-1])
            self._starts[-1] = len(lines) + 1

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, part: slice) -> list[str]:
        first, beyond, _ = part.indices(len(self))
        if first >= beyond:
            return []
        return self._between(first, beyond).decode("utf-8", "surrogatepass").split(JOINT)

    @cached_property
    def lengths(self) -> np.ndarray:
        """Characters of each word (int32)."""
        # All bytes but those that go on with a character.
        begins = np.concatenate([[0], np.cumsum(self._bytes & 0xC0 != 0x80)])
        return (begins[self._starts[1:] - 1] - begins[self._starts[:-1]]).astype(np.int32)

    def find(self, asked: Asked) -> list[tuple[int, int]]:
        """
        For each word, then each prefix, the first line that is it or begins so, and the one after.

        >>> WordLines(b"us\\nus\\nusher\\nwar").find(Asked(["us", "usher", "peace"], ["us"]))
        [(0, 2), (2, 3), (0, 0), (0, 3)]
        """
        firsts = self._heads.searchsorted(asked.least)
        beyonds = self._heads.searchsorted(asked.most, side="right")
        for at in np.flatnonzero(asked.is_long & (firsts < beyonds)).tolist():
            lines = self._between(firsts[at], beyonds[at]).split(JOINT.encode())
            low, high = bisect_left(lines, asked.lowest[at]), bisect_right(lines, asked.highest[at])
            firsts[at], beyonds[at] = firsts[at] + low, firsts[at] + high
        return list(zip(firsts.tolist(), beyonds.tolist(), strict=True))

    @cached_property
    def _heads(self) -> np.ndarray:
        """The first bytes of each word as a number, zeros behind a shorter one (uint64)."""
        padded = self._lines + bytes(_SHORT)
        windows = np.ndarray(len(self._lines) + 1, dtype=">u8", buffer=padded, strides=(1,))
        heads = windows[self._starts[:-1]].astype(np.uint64)
        sizes = np.diff(self._starts)
        sizes -= 1
        heads &= _KEPT[np.minimum(sizes, _SHORT, out=sizes)]
        return heads

    def _between(self, first: int, beyond: int) -> bytes:
        return self._lines[self._starts[first] : self._starts[beyond] - 1]


def fold_all(words: Sequence[str]) -> list[str]:
    """
    Each word without difference of case, as `fold` gives it; all of them at once.

    >>> fold_all(["Straße", "US"])
    ['strasse', 'us']
    """
    joined = JOINT.join(words)
    if joined.isascii():
        return joined.lower().split(JOINT) if words else []
    return unicodedata.normalize("NFC", joined.casefold()).split(JOINT)
