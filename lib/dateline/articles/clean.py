"""Cleans one article, and records each span that it takes away."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.articles.fixers import FIXERS
from dateline.articles.lines import Line, Removal, split_lines
from dateline.articles.removing import RULES, SHORT

# Text wrapped at more than this many characters was not wrapped for reading.
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
    fixes = _fix(lines)
    removals, fields = _remove(lines, raw)
    paragraphs = _paragraphs(lines)
    if title := _title(paragraphs):
        fields["title"] = title
    return Cleaned("\n\n".join(paragraphs), tuple(removals), tuple(fixes), fields)


def _fix(lines: list[Line]) -> list[str]:
    """Run the fixers; the names of those that changed a line."""
    acted = []
    for fixer in FIXERS:
        changed = False
        for line in lines:
            fixed = fixer(line.text)
            changed = changed or fixed != line.text
            line.fix(fixed)
        if changed:
            acted.append(fixer.__name__)
    return acted


def _remove(lines: list[Line], raw: str) -> tuple[list[Removal], dict[str, str]]:
    removals, fields = [], {}
    for rule, find in RULES.items():
        for found in list(find(lines)):
            removals.append(lines[found.index].cut(rule, found.start, found.end, raw))
            if found.field:
                fields.setdefault(found.field, found.value)
    return sorted(removals, key=lambda removal: removal.start), fields


def _paragraphs(lines: list[Line]) -> list[str]:
    """Blocks between blank lines; a block wrapped by hand is joined, any other keeps its lines."""
    width = max((len(line.text.strip()) for line in lines), default=0)
    paragraphs: list[str] = []
    for block in _blocks(lines):
        if width <= WIDEST_WRAP and _is_wrapped(block, width):
            paragraphs.append(" ".join(block))
        else:
            paragraphs.extend(block)
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
    """Whether no line could have taken the first word of the next within the text's width."""
    return len(block) > 1 and all(
        len(line) + 1 + len(following.split()[0]) > width
        for line, following in zip(block, block[1:], strict=False)
    )


def _title(paragraphs: list[str]) -> str:
    """The first paragraph, if it is short, has no full stop and more follows."""
    if len(paragraphs) < 2 or len(paragraphs[0]) > SHORT:
        return ""
    return "" if paragraphs[0].endswith(_ENDS_SENTENCE) else paragraphs[0]
