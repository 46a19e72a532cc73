"""The value of a cell as text, and a cell with markup as the text that it shows."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from dateline.sources.visible import visible_text

# Tags that begin or end a paragraph; inline ones and `<` alone stand in plain text too.
_BLOCK = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|section|article)\b[^<>]*>", re.I)
_FEW = 2  # such tags in a cell: the two of one paragraph
# Names under which an object holds its text (WordPress: rendered).
_OBJECT_NAMES = ("name", "rendered", "text")
# Half of a surrogate pair, which JSON can hold and no file can.
_HALF = re.compile("[\ud800-\udfff]")


def value_text(value: Any) -> str:
    """
    A value as text: a whole number without its ".0", days and times as ISO, nothing for missing.

    The parts of a list become paragraphs; an object is known by its name, rendered text or text,
    and else is nothing. A time of midnight without a zone is a day alone.

    >>> value_text(["One.", ["Two."], None, 3.0]), value_text(datetime(2022, 3, 24))
    ('One.\\n\\nTwo.\\n\\n3', '2022-03-24')
    """
    if isinstance(value, str):
        return _whole(value)
    parts, waiting = [], [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list | tuple):
            waiting.extend(reversed(part))
        elif isinstance(part, dict):
            known = (part.get(key) for key in _OBJECT_NAMES)
            parts.append(next((_whole(text) for text in known if isinstance(text, str)), ""))
        else:
            parts.append(_single(part))
    return "\n\n".join(filter(None, parts))


def has_markup(cell: str) -> bool:
    """
    Whether a cell is HTML: at least two tags that begin or end a paragraph.

    >>> has_markup("<p>Talks.</p>"), has_markup("a < b > c, a <b>word</b>")
    (True, False)
    """
    return "<" in cell and len(_BLOCK.findall(cell)) >= _FEW


def without_markup(cell: str) -> str:
    """
    The text that a cell of HTML shows, paragraphs between blank lines.

    A cell that the parser cannot take whole (nested too deep, a text of more than 10 MB) stays
    as it is, so that nothing of it is lost.

    >>> without_markup("<p>Talks &amp; more.</p><p>In<br>Bonn.<script>x</script></p>")
    'Talks & more.\\n\\nIn\\n\\nBonn.'
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(f"<div>{cell}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return cell
    cut = any(problem.level == etree.ErrorLevels.FATAL for problem in parser.error_log)
    return cell if cut else visible_text(tree)


def _single(value: Any) -> str:
    if value is None or value != value:  # not a number
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, datetime) and value.tzinfo is None and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    return _whole(value) if isinstance(value, str) else str(value)


def _whole(text: str) -> str:
    """
    With newlines for line ends and without half surrogate pairs.

    Two halves that belong together become their character.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() or not _HALF.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
