"""Cuts a text, and a term of the codebook, into tokens: both by the same pattern."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

WILDCARDS = "*?"

APOSTROPHES = "'’\N{MODIFIER LETTER APOSTROPHE}"
# Scripts written without blanks: Thai, kana (wide and narrow), Han.
_UNSPACED = (
    "\u0e00-\u0e7f\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W_\N{{MODIFIER LETTER APOSTROPHE}}{_UNSPACED}]"


@dataclass(frozen=True, slots=True)
class Tokens:
    """
    The tokens of one text: parallel lists, one entry a token.

    `words` are as written (apostrophes straight, accents composed); `starts` and `ends` are
    character offsets in the text, end exclusive; `sentences` count from 0.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def folded(self) -> list[str]:
        """The words without difference of case, as terms without `=` see them."""
        return [fold(word) for word in self.words]


def tokenize(text: str, sentences: Sequence[tuple[int, int]]) -> Tokens:
    """
    The tokens of `text`, each with the number of its sentence; `sentences` are (start, end) spans.

    A token is a run of letters, marks and digits of any script. An apostrophe inside stays
    (isn't); a possessive 's is a token of its own; a hyphen or full stop separates. Thai, Chinese
    and Japanese are cut by character. Wrong for words of those scripts that are parts of longer
    words, and for a word that a line break cut in two: join such words before.

    >>> tokenize("China’s U.S.-led talks", [(0, 22)]).words
    ['China', "'s", 'U', 'S', 'led', 'talks']
    """
    found = list(_pattern(_marks_in(text)).finditer(text))
    starts = [token.start() for token in found]
    return Tokens(
        words=[plain(token.group()) for token in found],
        starts=starts,
        ends=[token.end() for token in found],
        sentences=_sentence_numbers(starts, sentences),
    )


def cut_term(term: str) -> tuple[str, ...]:
    """
    The words of a term, cut as a text is; `*` and `?` count as letters. Empty if it has no word.

    >>> cut_term("U.S. export-control*")
    ('U', 'S', 'export', 'control*')
    """
    pattern = _pattern(_marks_in(term), WILDCARDS)
    return tuple(plain(word) for word in pattern.findall(term))


def fold(word: str) -> str:
    """
    The word without difference of case.

    >>> fold("STRASSE") == fold("Straße")
    True
    """
    # Case-folding can take a composed letter apart ("ǰ"), so it is composed again.
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word.casefold())


def plain(word: str) -> str:
    """
    The word with straight apostrophes and composed accents: two spellings of it become one.

    >>> plain("isn’t")
    "isn't"
    """
    if word.isascii():
        return word
    for apostrophe in APOSTROPHES[1:]:
        word = word.replace(apostrophe, APOSTROPHES[0])
    return unicodedata.normalize("NFC", word)


def is_letter(char: str) -> bool:
    """Whether the character is a letter or digit of a script that sets its words apart."""
    return bool(re.fullmatch(_LETTER, char))


def is_unspaced(char: str) -> bool:
    """Whether the character is a letter or digit of a script written without blanks."""
    return bool(re.fullmatch(rf"(?=[^\W_])[{_UNSPACED}]", char))


def _sentence_numbers(starts: Sequence[int], sentences: Sequence[tuple[int, int]]) -> list[int]:
    numbers, number = [], 0
    for start in starts:
        while number + 1 < len(sentences) and sentences[number + 1][0] <= start:
            number += 1
        numbers.append(number)
    return numbers


def _marks_in(text: str) -> str:
    """The combining marks that occur in `text`: Python's `\\w` leaves them out."""
    if text.isascii():
        return ""
    others = (char for char in set(text) if not char.isascii())
    return "".join(sorted(char for char in others if unicodedata.category(char)[0] == "M"))


@lru_cache(maxsize=256)
def _pattern(marks: str, wildcards: str = "") -> re.Pattern[str]:
    """The pattern of one token; tried in order: unspaced character, possessive, word."""
    first = f"(?:{_LETTER}|[{wildcards}])" if wildcards else _LETTER
    extra = marks + wildcards
    inner = f"(?:{_LETTER}|[{extra}])" if extra else _LETTER
    tail = f"[{extra}]*" if extra else ""
    possessive = f"[{APOSTROPHES}][sS](?!{inner})"
    return re.compile(
        rf"(?=[^\W_])[{_UNSPACED}]{tail}"
        rf"|(?<=[\w.{extra}]){possessive}"
        rf"|{first}{inner}*(?:(?!{possessive})[{APOSTROPHES}]{first}{inner}*)*"
    )
