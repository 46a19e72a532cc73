"""Cleans one article, and records each span that it takes away."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from dateline.articles.fixers import FIXERS
from dateline.articles.landmarks import SHORT
from dateline.articles.lines import Line, Removal, split_lines
from dateline.articles.removing import RULES

# Lines longer than this many characters are paragraphs: nobody wraps text so wide.
WIDEST_WRAP = 120
_ENDS_SENTENCE = (".", "!", "?", "”", '"', ":", ";", ",", "…")


class Cleaned(NamedTuple):
    """
    A clean article: its text, what was removed, which fixers changed something, and its fields.

    `text` has its paragraphs separated by one blank line. `fields` may hold source, author,
    dateline, url and title, taken from what was removed or, the title, from the first paragraph.
    """

    text: str
    removals: tuple[Removal, ...]
    fixes: tuple[str, ...]
    fields: dict[str, str]


def clean_text(raw: str) -> Cleaned:
    """
    Repair and clean the raw text of one article.

    The fixers run on every line, then the removing rules in their order, then lines are joined
    to paragraphs. Each removal satisfies `raw[start:end] == text`, so that it can be undone.

    >>> clean_text(" date 2022-03-21 Talks open.").text
    'Talks open.'
    """
    lines = split_lines(raw)
    fixes = repair_lines(lines)
    removals, fields = _remove(lines, raw)
    paragraphs = _paragraphs(lines)
    if title := _title(paragraphs):
        fields["title"] = title
    return Cleaned("\n\n".join(paragraphs), tuple(removals), tuple(fixes), fields)


def repair_lines(lines: list[Line]) -> list[str]:
    """Run the fixers on each line, in place; the names of those that changed one."""
    acted = {fixer.__name__: [line.fix(fixer) for line in lines] for fixer in FIXERS}
    return [name for name, changes in acted.items() if any(changes)]


def _remove(lines: list[Line], raw: str) -> tuple[list[Removal], dict[str, str]]:
    removals: list[Removal] = []
    fields: dict[str, str] = {}
    for rule, find in RULES.items():
        for found in list(find(lines)):
            removals.append(lines[found.line].cut(rule, found.start, found.end, raw))
            if found.field:
                fields.setdefault(found.field, found.value)
    return sorted(removals, key=lambda removal: removal.start), fields


def _paragraphs(lines: list[Line]) -> list[str]:
    """Blocks between blank lines; what was wrapped is joined, other lines stay paragraphs."""
    width = max((len(line.text.strip()) for line in lines), default=0)
    paragraphs: list[str] = []
    for block in _blocks(lines):
        wrapped = width <= WIDEST_WRAP and _is_wrapped(block, width)
        paragraphs.append(block[0])
        for line, following in pairwise(block):
            if wrapped or _runs_on(line, following):
                paragraphs[-1] += " " + following
            else:
                paragraphs.append(following)
    return paragraphs


def _blocks(lines: list[Line]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if text := re.sub(r" {2,}", " ", line.text).strip():
            blocks[-1].append(text)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _is_wrapped(block: list[str], width: int) -> bool:
    """
    Whether a block of lines is one paragraph that was wrapped.

    Either half of its lines run on into the next, or none could have taken the next one's first
    word within the text's width. Wrong for a list whose items begin with small letters.
    """
    breaks = list(pairwise(block))
    run_on = sum(_runs_on(line, following) for line, following in breaks)
    full = all(len(line) + 1 + len(following.split()[0]) > width for line, following in breaks)
    return full or 2 * run_on >= len(breaks)


def _runs_on(line: str, following: str) -> bool:
    """Whether the sentence goes on in the next line."""
    return following[0].islower() and not line.endswith((".", "!", "?", ":"))


def _title(paragraphs: list[str]) -> str:
    """The first paragraph, if it is short, has no full stop and more follows."""
    if len(paragraphs) < 2 or len(paragraphs[0]) > SHORT:
        return ""
    return "" if paragraphs[0].endswith(_ENDS_SENTENCE) else paragraphs[0]
