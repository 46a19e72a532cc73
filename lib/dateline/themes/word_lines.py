"""Sorted words as lines of UTF-8, decoded only where they are asked for."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

JOINT = "\n"  # no word holds it, and neither folding nor composing reaches across it
# Words that are decoded together.
_BLOCK = 32


class WordLines:
    """
    Words in the order of their folded forms, a line each.

    A search decodes one word of each block and then the block where it ends, so opening an index
    does not hang on the number of its words.
    """

    def __init__(self, lines: bytes) -> None:
        """`lines` are UTF-8 (surrogates as they are), with a line feed between words."""
        self._lines = lines
        self._bytes = np.frombuffer(lines, dtype=np.uint8)
        breaks = np.flatnonzero(self._bytes == ord(JOINT)) + 1
        ends = [breaks, [len(lines) + 1]] if lines else []
        self._starts = np.concatenate([[0], *ends]).astype(np.int64)
        self._blocks: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, part: slice) -> list[str]:
        first, beyond, _ = part.indices(len(self))
        if first >= beyond:
            return []
        return self._decoded(self._lines[self._starts[first] : self._starts[beyond] - 1])

    @cached_property
    def lengths(self) -> np.ndarray:
        """Characters of each word (int32)."""
        # All bytes but those that go on with a character.
        begins = np.concatenate([[0], np.cumsum(self._bytes & 0xC0 != 0x80)])
        return (begins[self._starts[1:] - 1] - begins[self._starts[:-1]]).astype(np.int32)

    def rank(self, form: str, search: Callable[[Sequence[str], str], int] = bisect_left) -> int:
        """Where a folded form belongs: before its equals, or behind with `bisect_right`."""
        block = search(self._heads, form) - 1
        return block * _BLOCK + search(self._block(block), form) if block >= 0 else 0

    @cached_property
    def _heads(self) -> list[str]:
        """The folded form of the first word of each block."""
        firsts = self._starts[:-1:_BLOCK].tolist()
        ends = self._starts[1::_BLOCK].tolist()
        return fold_all(self._decoded(self._joined(firsts, ends)))

    def _joined(self, firsts: list[int], ends: list[int]) -> bytes:
        lines = self._lines
        return b"\n".join([lines[a : b - 1] for a, b in zip(firsts, ends, strict=True)])

    def _block(self, block: int) -> list[str]:
        if block not in self._blocks:
            words = self[block * _BLOCK : (block + 1) * _BLOCK]
            self._blocks[block] = fold_all(words)
        return self._blocks[block]

    @staticmethod
    def _decoded(lines: bytes) -> list[str]:
        return lines.decode("utf-8", "surrogatepass").split(JOINT) if lines else []


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
