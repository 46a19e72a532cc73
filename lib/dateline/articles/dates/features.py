"""What tells one event from others: the names and the specific numbers of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩЀ-ЯҐ"
_WORD = rf"[{_UPPER}][\w’'-]*"
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?:[ ](?:(?:of|de|del|du|al|bin|von|van|der)[ ])?{_WORD})+")
# A longer run is a headline with capitals, not a name.
_LONGEST_NAME = 6  # words
_LOWER_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]+")
_ENDS_SENTENCE = '.!?:;\n“”"«—-'
_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?P<money>[$€£¥] ?)?(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,15})(?P<part>\.\d{1,6})?"
    r"(?![\d%]|[.,:/-]\d)(?:[ -](?P<unit>million|billion|trillion)\b)?"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class Feature(NamedTuple):
    """A name or a number, by the key under which its spellings are one."""

    key: str
    is_number: bool


def find_features(text: str, ordinary: frozenset[str] = frozenset()) -> dict[Feature, str]:
    """
    The names of several words and the specific numbers of a text, with their first spelling.

    A name is known by its last two words; it does not begin with one of the `ordinary` words
    where that word begins a sentence. A number is specific with three figures that are not
    closing zeros, or with two and "million" or more. Years, percentages and parts of dates, times
    and addresses are none. Names in scripts without capitals are not seen, and figures with a
    decimal comma are read wrongly, but alike in all articles of a language.

    >>> list(find_features("The fund of Kirill Dmitriev put $1.25 billion into 20 firms in 2019."))
    [Feature(key='kirill dmitriev', is_number=False), Feature(key='1.25 billion', is_number=True)]
    """
    found: dict[Feature, str] = {}
    for feature, spelling in (*_names(text, ordinary), *_numbers(text)):
        found.setdefault(feature, spelling)
    return found


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that the texts somewhere write small; no name begins with one of them."""
    words: set[str] = set()
    for text in texts:
        words.update(_LOWER_WORD.findall(text))
    return frozenset(word for word in words if word.islower())


def count_names(features: Iterable[Feature]) -> int:
    """
    How many different people, places and bodies the features name.

    Names that end alike count once: "Nikolai Tokarev" and "Mr Tokarev" are one person.
    """
    return len({feature.key.split(" ")[-1] for feature in features if not feature.is_number})


def _names(text: str, ordinary: frozenset[str]) -> Iterator[tuple[Feature, str]]:
    for run in _RUN.finditer(text):
        words = run[0].split(" ")
        before = text[max(0, run.start() - 3) : run.start()].rstrip(" ")
        if before[-1:] in _ENDS_SENTENCE and words[0].lower() in ordinary:
            words = words[1:] if words[1][0].isupper() else []
        if 2 <= len(words) <= _LONGEST_NAME:
            name = " ".join(words[-2:] if words[-2][0].isupper() else words[-3:])
            name = name.removesuffix("s").rstrip("’'") if name[-2:] in ("’s", "'s") else name
            yield Feature(name.casefold(), is_number=False), name


def _numbers(text: str) -> Iterator[tuple[Feature, str]]:
    for found in _NUMBER.finditer(text):
        value = found["whole"].replace(",", "") + (found["part"] or "")
        figures = len(value.replace(".", "").strip("0"))
        bare = not (found["money"] or found["unit"] or "," in found["whole"])
        if bare and _YEAR.fullmatch(value):
            continue
        if figures >= (2 if found["unit"] else 3):
            key = f"{value} {found['unit'] or ''}".strip()
            yield Feature(key, is_number=True), found[0].strip()
