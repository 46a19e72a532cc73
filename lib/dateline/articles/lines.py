"""A line of an article that remembers where each of its characters stood in the raw text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

_LINE_END = re.compile(r"\n")
# What a program prints for characters that are no ASCII, or for a blank line.
_WRITTEN_ESCAPE = re.compile(r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\n(?:\\[nrt]|\s*\\n)")
_WRITTEN_END = re.compile(r"\n|(?:\\r)?\\n(?:\\t)*")
# A line is cut between two words, where fixers seldom reach across, or else between two plain ones,
# so that the places of the characters are kept within a few words of a repair.
_STRETCHES = (
    re.compile(r".+?(?:(?<=[^\W\d_]) (?=[^\W\d_])|\Z)", re.S),
    re.compile(r".+?(?:(?<=[A-Za-z]) (?=[A-Za-z])|\Z)", re.S),
)
_COMPARED = 400  # characters; longer pieces would take long to compare


class Removal(NamedTuple):
    """A span of the raw text that a rule took: `raw[start:end] == text`."""

    rule: str
    start: int
    end: int
    text: str


class Found(NamedTuple):
    """text[start:end] of line number `line` is no article; `field` names what it is kept as."""

    line: int
    start: int
    end: int
    field: str = ""
    value: str = ""


@dataclass
class Line:
    """
    `text` is what is left of a line; `text[i]` stands for `raw[begins[i]:ends[i]]`.

    `first` and `last` are the offsets of what is left in the raw text, with its outer blanks.
    """

    text: str
    begins: Sequence[int]
    ends: Sequence[int]
    first: int
    last: int

    def fix(self, fixer: Callable[[str], str]) -> bool:
        """Let a fixer repair the text, before anything is cut; whether it changed it."""
        fixed = fixer(self.text)
        if fixed == self.text:
            return False
        begins = [self.begins[place] for place in _places(self.text, fixed, fixer)]
        self.ends = [*begins[1:], self.last][: len(begins)]
        self.begins, self.text = begins, fixed
        return True

    def cut(self, rule: str, start: int, end: int, raw: str) -> Removal:
        """Take text[start:end] out; the removal. A line cut whole takes its outer blanks along."""
        leads, trails = not self.text[:start].strip(), not self.text[end:].strip()
        whole = leads and trails
        begin = self.first if whole else self.begins[start]
        stop = self.last if whole else self.ends[end - 1]
        self.first = stop if leads else self.first
        self.last = begin if trails else self.last
        kept = slice(0) if whole else slice(None)
        self.text = (self.text[:start] + self.text[end:])[kept]
        self.begins = [*self.begins[:start], *self.begins[end:]][kept]
        self.ends = [*self.ends[:start], *self.ends[end:]][kept]
        return Removal(rule, begin, stop, raw[begin:stop])

    def drop(self, start: int, end: int) -> None:
        """Take text[start:end] out as a repair, which is no removal."""
        self.text = self.text[:start] + self.text[end:]
        self.begins = [*self.begins[:start], *self.begins[end:]]
        self.ends = [*self.ends[:start], *self.ends[end:]]

    def trimmed(self) -> Line:
        """The same line with single blanks, and without those at its ends."""
        if "  " in self.text:
            self.fix(_single_blanks)
        start = len(self.text) - len(self.text.lstrip())
        kept = slice(start, start + len(self.text.strip()))
        return Line(
            self.text[kept], self.begins[kept], self.ends[kept], self.first, self.last
        )  # fmt: skip


def split_lines(raw: str) -> list[Line]:
    """
    The lines of a raw text, without their line ends.

    In a text with the escapes of a program, as b'...\\xc2\\xa0...', the two characters \\n are a
    line end too.
    """
    lines, at = [], 0
    for found in (_WRITTEN_END if _WRITTEN_ESCAPE.search(raw) else _LINE_END).finditer(raw):
        lines.append(_line(raw, at, found.start()))
        at = found.end()
    return [*lines, _line(raw, at, len(raw))]


def joined(lines: Sequence[Line]) -> Line:
    """One line of several, each end of line a newline in its text."""
    if len(lines) == 1:
        return lines[0]
    text = ""
    begins: list[int] = []
    ends: list[int] = []
    for line in lines:
        if text:
            begins.append(ends[-1])
            ends.append(line.begins[0])
            text += "\n"
        text += line.text
        begins.extend(line.begins)
        ends.extend(line.ends)
    return Line(text, begins, ends, lines[0].first, lines[-1].last)


def _line(raw: str, start: int, end: int) -> Line:
    return Line(raw[start:end], range(start, end), range(start + 1, end + 1), start, end)


def _single_blanks(text: str) -> str:
    return re.sub(r" {2,}", " ", text)


def _places(before: str, after: str, fixer: Callable[[str], str]) -> list[int]:
    """The index in `before` of each character of `after`, in rising order."""
    for pattern in _STRETCHES:
        stretches = [found.group() for found in pattern.finditer(before)]
        repaired = [fixer(stretch) for stretch in stretches]
        if "".join(repaired) == after:
            break
    else:  # the fixer needed the whole line to decide
        stretches, repaired = [before], [after]
    places: list[int] = []
    at = 0
    for old, new in zip(stretches, repaired, strict=True):
        places.extend(at + place for place in _spread(old, new))
        at += len(old)
    return places


def _spread(old: str, new: str) -> list[int]:
    """Places in `old` for `new`: equal beginnings and ends match, the rest as `_between` has it."""
    head = _agree(old, new)
    tail = _agree(old[head:][::-1], new[head:][::-1])
    middle = _between(old[head : len(old) - tail], new[head : len(new) - tail])
    return [*range(head), *(head + at for at in middle), *range(len(old) - tail, len(old))]


def _between(old: str, new: str) -> list[int]:
    """Where `new` only lacks characters each is found again; else equal runs match, if short."""
    if (left := _left(old, new)) is not None:
        return left
    if len(old) > _COMPARED:
        return [index * len(old) // len(new) for index in range(len(new))]
    places: list[int] = []
    at = 0
    for start, begin, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        gap = begin - len(places)
        places.extend(at + index * (start - at) // gap for index in range(gap))
        places.extend(range(start, start + size))
        at = start + size
    return places


def _left(old: str, new: str) -> list[int] | None:
    """The places of the characters of `new` in `old`, if they are there in this order."""
    places: list[int] = []
    at = -1
    for character in new:
        at = old.find(character, at + 1)
        if at < 0:
            return None
        places.append(at)
    return places


def _agree(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
