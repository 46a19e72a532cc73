"""Many texts joined into one, and its characters as an array: what whole-array work begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

# Characters worked on at a time: their arrays stay in the processor's cache.
GROUP = 500_000
# Around every text: a line end, which is in no word and ends a paragraph where it stands twice.
BORDER = "\n"


class JoinedTexts(NamedTuple):
    """
    Some texts in order, with a border before each, two behind the last, and then a full stop.

    `at` is the place of the first character of `padded` behind the border, in all texts, as if
    each were followed by one more character; `bases` are the places in `padded` at which the texts
    begin (int64).
    """

    at: int
    padded: str
    codes: np.ndarray
    bases: np.ndarray
    texts: Sequence[str]


def join_texts(texts: Sequence[str]) -> Iterator[JoinedTexts]:
    """The texts in groups of about GROUP characters; a text is never in two."""
    at, first, size = 0, 0, 0
    for number, text in enumerate(texts, start=1):
        size += len(text) + 1
        if size >= GROUP or number == len(texts):
            yield _joined(at, texts[first:number])
            at, first, size = at + size, number, 0


def codes_of(text: str) -> np.ndarray:
    """
    The code point of each character: uint8 for ASCII, else uint16 or uint32.

    >>> codes_of("a’")
    array([  97, 8217], dtype=uint16)
    """
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), dtype=np.uint8)
    encoded = text.encode("utf-16-le", "surrogatepass")
    if len(encoded) == 2 * len(text):  # no character takes two units
        return np.frombuffer(encoded, dtype="<u2")
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _joined(at: int, texts: Sequence[str]) -> JoinedTexts:
    padded = BORDER.join(["", *texts, "", "."])
    bases = np.array(list(accumulate((len(text) + 1 for text in texts), initial=1)), dtype=np.int64)
    return JoinedTexts(at, padded, codes_of(padded), bases[:-1], texts)
