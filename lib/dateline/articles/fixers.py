"""Fixers: small functions from text to text that repair what collecting did to an article.

Each works on one line and says when it is wrong. `FIXERS` is their order.
"""

from __future__ import annotations

import html
import re
import unicodedata
from html.entities import html5

import ftfy

# With its semicolon: "?a=1&section=2" is an address and holds no section sign.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));")
# Format characters that carry no letter: zero-width space and no-break space, word joiner,
# directional marks, embeddings, overrides and isolates, soft hyphen. The zero-width joiner and
# non-joiner stay: Persian and Indic words are spelled with them.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"\s+")


def fix_mojibake(line: str) -> str:
    """
    Undo text that was decoded with the wrong encoding, through ftfy.

    Wrong where an author means the odd characters, as in an article about mojibake.

    >>> fix_mojibake("Chinaâ€™s president")
    'China’s president'
    """
    return ftfy.fix_encoding(line)


def fix_entities(line: str) -> str:
    """
    Turn HTML entities into the characters that they stand for.

    Wrong in an article about HTML; an entity escaped twice is undone once. The result is text,
    not markup: it is escaped when shown.

    >>> fix_entities("AT&amp;T")
    'AT&T'
    """
    return _ENTITY.sub(_character, line)


def fix_invisible(line: str) -> str:
    """Drop characters that cannot be seen and would hide a word from the matcher."""
    return _CONTROL.sub("", _INVISIBLE.sub("", line))


def fix_composition(line: str) -> str:
    """Compose accents (NFC), so that a letter and its mark are one character for the matcher."""
    return unicodedata.normalize("NFC", line)


def fix_blanks(line: str) -> str:
    """Make every run of blanks one space; wrong only where columns are drawn with blanks."""
    return _BLANKS.sub(" ", line)


def _character(entity: re.Match[str]) -> str:
    known = entity["name"] is None or f"{entity['name']};" in html5
    return html.unescape(entity.group()) if known else entity.group()


FIXERS = (fix_mojibake, fix_entities, fix_blanks, fix_invisible, fix_composition)
