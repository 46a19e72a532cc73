"""Words that were cut at the end of a line, or of a page's column, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

_LETTER = r"[^\W\d_]"
_PIECES = re.compile(
    rf"((?<!{_LETTER}){_LETTER}++|(?<!\d)\d++)(-|\u2010|\u00ad)(\n| (?={_LETTER}))(\w+)"
)
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")
_MAY_BE_CUT = re.compile(r"[-\u2010\u00ad][\n ](?<=\w..)(?=\w)", re.S)
# "short- and long-term": the hyphen stands for a word that follows.
_AND = frozenset(("and", "or", "to", "nor", "than", "und", "oder", "bis", "et", "ou", "y", "en"))
# Words before a hyphen that are no syllable of a longer word.
_FIRST_WORDS = (
    "long short high low well self all half cross hard soft fast slow full large small big "
    "deep far near old new middle left right front top early late vice anti counter non quasi "
    "post pseudo one two three four five six seven eight nine ten twenty thirty forty fifty "
    "sixty seventy eighty ninety first second third last state government world army war "
    "peace oil gas nuclear trade market tax price year month decision policy rule record "
    "white black"
)
# Words behind a hyphen that begin no second half of a longer word.
_SECOND_WORDS = (
    "based backed led term run owned made making held old year years month week day long wide "
    "level scale speaking sponsored funded related linked style range time up off down born "
    "like free friendly profile ranking standing fire class controlled occupied appointed "
    "elected called known minister president general chief secretary law"
)
# Ends of words, which a hyphen of the writer does not set off, whatever stands before it.
_ENDINGS_WORDS = (
    "ness ly ing ed er ers est ship ships ware way ways light lights ment ments able ful less "
    "hood ish en tion tions ation ations sion sions ity ities ist ists ism al ally ance ence"
)


_FIRST = frozenset(_FIRST_WORDS.split())
_SECOND = frozenset(_SECOND_WORDS.split())
_ENDINGS = frozenset(_ENDINGS_WORDS.split())


def rejoin_words(text: str, *, known: Set[str] = frozenset()) -> str:
    """
    Put words together that a line end cut; a newline in `text` is such an end.

    The word loses its hyphen if the article has it elsewhere without one (`known`, in small
    letters), and keeps it if the article has it with one. Else it keeps the hyphen before a
    capital or a figure, behind a word such as "long", before one such as "based", and between two
    words of the article; it loses it otherwise. A soft hyphen always goes. A hyphen with a blank
    behind it inside a line is only closed where the article has the word elsewhere.

    Wrong for a compound that stands once and whose halves are in neither list ("trilateral-\\n
    format"), and for a syllable that is a listed word ("long-\\nitude").

    >>> rejoin_words("negoti-\\nations on a long-\\nterm plan, short-\\nand long-term")
    'negotiations on a long-term plan, short-\\nand long-term'
    """
    for start, end in reversed(find_cuts(text, known)):
        text = text[:start] + text[end:]
    return text


def find_cuts(text: str, known: Set[str]) -> list[tuple[int, int]]:
    """The spans of `text` that `rejoin_words` takes out: hyphens, and ends of lines behind them."""
    spans = (_superfluous(found, known) for found in _PIECES.finditer(text))
    return [span for span in spans if span]


def known_words(texts: Iterable[str]) -> set[str]:
    """The words of an article in small letters, compounds with their hyphens, without cut ones."""
    whole = " ".join(_PIECES.sub(" ", text) if is_cut(text) else text for text in texts)
    return set(_WORD.findall(whole.casefold()))


def is_cut(text: str) -> bool:
    """Whether a hyphen stands before a line end or a blank."""
    return bool(_MAY_BE_CUT.search(text))


def _superfluous(found: re.Match[str], known: Set[str]) -> tuple[int, int] | None:
    first, hyphen, gap, second = found.groups()
    one, two = first.casefold(), second.casefold()
    if hyphen == "\u00ad" or one + two in known:
        return found.start(2), found.end(3)
    if f"{one}-{two}" in known:
        return found.span(3)
    if gap == " " or two in _AND:
        return None
    listed = two in _SECOND or {one, two} <= known or (one in _FIRST and two not in _ENDINGS)
    apart = not second[0].islower() or first.isdigit() or listed
    return found.span(3) if apart else (found.start(2), found.end(3))
