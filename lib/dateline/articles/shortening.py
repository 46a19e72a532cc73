"""Text cut for a table cell, a label or a message."""

from __future__ import annotations


def shorten(text: str, most: int) -> str:
    """
    The text as one line of at most `most` characters; the last is an ellipsis if it was cut.

    >>> shorten("Beijing urges\\ncalm", 80), shorten("Beijing urges calm", 9)
    ('Beijing urges calm', 'Beijing…')
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
