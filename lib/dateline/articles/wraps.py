"""Lines to paragraphs: what a program broke at a fixed width is joined, other lines stay apart."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.articles.landmarks import SHORT
from dateline.articles.lines import Line, joined

# Lines longer than this many characters are paragraphs: nobody wraps text so wide.
WIDEST_WRAP = 120
# An article is taken for wrapped as a whole from so many breaks between lines on.
_ENOUGH_BREAKS = 8
# In such an article a line that leaves less than this part of the width free is full.
_FREE = 0.25
_BRACKETS = re.compile(r"\([^()]{1,40}\)[,;.]? [^\W\d_A-ZÀ-Þ]")
_ENDS_SENTENCE = (".", "!", "?", ":", "”", '"')


def join_paragraphs(lines: list[Line], *, wraps: bool = True) -> list[Line]:
    """
    The paragraphs of an article, each one line; where lines were joined its text has a newline.

    Blank lines part paragraphs, unless the sentence goes on behind them, as at the end of a page.
    Without `wraps` every line is a paragraph.

    Lines are joined where most of a block, or of the whole article, is wrapped: lines run on into
    the next one with a small letter, or could not have taken its first word. Wrong for a list
    whose items begin with small letters, and for verse.
    """
    blocks = _blocks(lines)
    if not wraps:
        return [line for block in blocks for line in block]
    width = max((len(line.text) for block in blocks for line in block), default=0)
    wrapped = width <= WIDEST_WRAP and _is_wrapped_article(blocks, width)
    paragraphs: list[list[Line]] = []
    for block in blocks:
        if paragraphs and _goes_on(paragraphs[-1][-1], block[0], width):
            paragraphs[-1].append(block[0])
        else:
            paragraphs.append([block[0]])
        whole = width <= WIDEST_WRAP and _is_wrapped(block, width)
        for line, following in pairwise(block):
            full = _is_full(line, following, width * (1 - _FREE)) if wrapped else whole
            if full or _runs_on(line, following):
                paragraphs[-1].append(following)
            else:
                paragraphs.append([following])
    return [joined(parts) for parts in paragraphs]


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """The lines with text, parted where blank lines stood."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        trimmed = line.trimmed()
        if trimmed.text:
            blocks[-1].append(trimmed)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _is_wrapped_article(blocks: list[list[Line]], width: int) -> bool:
    """Whether half of many lines run on into the next."""
    breaks = [pair for block in blocks for pair in pairwise(block)]
    return len(breaks) >= _ENOUGH_BREAKS and 2 * sum(_runs_on(*pair) for pair in breaks) >= len(
        breaks
    )


def _is_wrapped(block: list[Line], width: int) -> bool:
    """Whether half of the lines run on, or none could have taken the next one's first word."""
    breaks = list(pairwise(block))
    run_on = sum(_runs_on(*pair) for pair in breaks)
    return all(_is_full(*pair, width) for pair in breaks) or 2 * run_on >= len(breaks)


def _is_full(line: Line, following: Line, width: float) -> bool:
    """Whether the first word of the next line would not have fitted into the width."""
    return len(line.text) + 1 + len(following.text.split()[0]) > width


def _runs_on(line: Line, following: Line) -> bool:
    """Whether the sentence goes on in the next line; brackets may stand before its small letter."""
    begins_small = following.text[0].islower() or _BRACKETS.match(following.text)
    return bool(begins_small) and not line.text.endswith((".", "!", "?", ":"))


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether a sentence goes on behind a blank line; above it stood a full line, no heading."""
    long = len(line.text) > (width * (1 - _FREE) if width <= WIDEST_WRAP else SHORT)
    return long and following.text[0].islower() and not line.text.endswith(_ENDS_SENTENCE)
