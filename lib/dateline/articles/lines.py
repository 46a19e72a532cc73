"""A line of an article that remembers where each of its characters stood in the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple


class Removal(NamedTuple):
    """A span of the raw text that a rule took: `raw[start:end] == text`."""

    rule: str
    start: int
    end: int
    text: str


@dataclass
class Line:
    """
    `text` is what is left of a line; `origin[i]` is the place of `text[i]` in the raw text.

    `first` and `last` are the offsets of the whole line in the raw text.
    """

    text: str
    origin: list[int]
    first: int
    last: int

    def fix(self, fixed: str) -> None:
        """Take the text that a fixer made, keeping the places of the characters it left alone."""
        if fixed != self.text:
            self.origin = _realigned(self.text, fixed, [*self.origin, self.last])
            self.text = fixed

    def cut(self, rule: str, start: int, end: int, raw: str) -> Removal:
        """Take text[start:end] out; the removal. A line cut whole takes its outer blanks along."""
        whole = not (self.text[:start] + self.text[end:]).strip()
        begin = self.first if whole else self.origin[start]
        stop = self.last if whole else self.origin[end - 1] + 1
        self.text = "" if whole else self.text[:start] + self.text[end:]
        self.origin = [] if whole else self.origin[:start] + self.origin[end:]
        return Removal(rule, begin, stop, raw[begin:stop])


def split_lines(raw: str) -> list[Line]:
    """The lines of a raw text, without their line ends."""
    lines, at = [], 0
    for text in raw.split("\n"):
        end = at + len(text)
        lines.append(Line(text, list(range(at, end)), at, end))
        at = end + 1
    return lines


def _realigned(before: str, after: str, origin: list[int]) -> list[int]:
    """Where each character of `after` stood: its own place, or that of the stretch it replaced."""
    places: list[int] = []
    for _, start, end, low, high in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if high - low == end - start:
            places.extend(origin[start:end])
        else:
            places.extend([origin[start]] * (high - low))
    return places
