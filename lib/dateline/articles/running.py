"""Lines that a pattern may take: whole ones, none of a sentence that is the reporter's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.articles.lines import Found, Line

# What may follow an opening such as "Read more": the end, a mark, a figure or a capital. A small
# letter goes on with a sentence, and a comma too.
HEADLINE = r"\s*(?:$|[^\w\s,;:]|:\s*+(?-i:[^a-zà-ÿ])|:\s*$|(?-i:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ\d]))"
_FULL = 0.7  # of the width of the lines around; a shorter line stands for itself
_WIDEST = 120
_AROUND = 2
_SAID = (
    r"said|says|say|told|tells|wrote|writes|warned|warns|ruled|rules|asked|asks|shouted|added"
    r"|argued|announced|demanded|promised|(?:court|judges?|tribunal|study|report) found"
    r"|sagt|sagte|sagten|schrieb|schreibt|riet|rief|erklärte|meinte|fragte|warnte|forderte"
    r"|dit|disait|déclare|déclaré|écrit|écrivait|demande|demandait|lance|lançait"
    r"|zei|zegt|schreef|vroeg|dijo|dice|escribió|disse|detto"
    r"|сказала?|заявила?|написала?|сообщила?"
)
_REPORTED = re.compile(rf",[”\"’»“]?\s+(?:(?!be\b)[\w’'.-]+\s+){{0,5}}(?:{_SAID})\b", re.I)


def is_reported(text: str) -> bool:
    """
    Whether somebody is said to say it: ", the minister told the reservists."

    Such a line is the reporter's, whatever it begins with. Wrong for the headline of a link that
    ends so.

    >>> is_reported("Sign up now, the ministry said."), is_reported("Sign up now.")
    (True, False)
    """
    return bool(_REPORTED.search(text))


def matching(
    lines: list[Line], pattern: re.Pattern[str], longest: int, *, below: bool = False
) -> Iterator[Found]:
    """
    The lines that match `pattern` whole, none of them longer than `longest` characters.

    A line on which a sentence began above is left, and one that goes on below is taken with what
    follows if the pattern matches all of it. `below` spares the first line with text.
    """
    first = first_line(lines) if below else -1
    for index, line in enumerate(lines):
        if index <= first or not line.text or len(line.text) > longest:
            continue
        if pattern.match(line.text):
            yield from _whole(lines, index, pattern, longest)


def in_sentence(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands between two words of a sentence: "he said (slowly) that"."""
    before, after = text[:start].rstrip(), text[end:].lstrip(" ")
    return after[:1].islower() and before[-1:].isalnum()


def first_line(lines: list[Line]) -> int:
    """The number of the first line with text, 0 if there is none."""
    return next((index for index, line in enumerate(lines) if line.text.strip()), 0)


def goes_on(lines: list[Line], index: int) -> bool:
    """Whether the sentence on line `index` goes on, in a small letter, on the next line."""
    if not 0 <= index < len(lines) - 1:
        return False
    text, following = lines[index].text.strip(), lines[index + 1].text.strip()
    if not text or not following[:1].islower() or text.endswith((".", "!", "?", ":", "”", '"')):
        return False
    around = lines[max(index - _AROUND, 0) : index + _AROUND + 1]
    width = min(max(len(line.text) for line in around), _WIDEST)
    return len(text) + 1 + len(following.split()[0]) > _FULL * width


def _whole(
    lines: list[Line], index: int, pattern: re.Pattern[str], longest: int
) -> Iterator[Found]:
    if goes_on(lines, index - 1):
        return
    last = index
    while goes_on(lines, last):
        last += 1
    text = " ".join(line.text.strip() for line in lines[index : last + 1])
    if len(text) <= longest and pattern.match(text) and not is_reported(text):
        for each in range(index, last + 1):
            yield Found(each, 0, len(lines[each].text))
