"""Text files of many articles: their beginning, to tell what they are, and their parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

# So many bytes of a text file tell what it is.
ENOUGH = 64 * 2**10
_START = 64  # bytes that tell UTF-16


def beginning(content: bytes) -> str:
    """
    The first 64 KiB as text, roughly: UTF-16 by its mark, else UTF-8, else Windows-1252.

    >>> beginning("LÄNGE: 9".encode("cp1252"))
    'LÄNGE: 9'
    """
    start = content[:ENOUGH]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = start.decode("utf-16", "replace")
    else:
        text = start.decode("utf-8-sig", "replace")
        # The last character may be cut in two.
        if "\ufffd" in text[:-3]:
            text = start.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def without_zeros(content: bytes) -> bytes:
    """
    A page of Latin letters in UTF-16 as plain bytes, so that its tags can be looked for.

    >>> without_zeros("<b>".encode("utf-16-le"))
    b'<b>'
    """
    return content.replace(b"\0", b"") if b"\0" in content[:_START] else content


def parts_below(marks: Sequence[re.Match[str]], text: str) -> list[str]:
    """
    What stands in a text below each mark, as far as the next one.

    >>> parts_below(list(re.finditer(r"#", "a#b#c")), "a#b#c")
    ['b', 'c']
    """
    starts = [mark.start() for mark in marks] + [len(text)]
    return [text[mark.end() : end] for mark, end in zip(marks, starts[1:], strict=True)]
