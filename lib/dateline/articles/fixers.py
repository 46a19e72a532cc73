"""Fixers: small functions from text to text that repair what collecting did to an article.

Each works on one line and says when it is wrong. `FIXERS` is their order. What spans two lines is
repaired in `wraps` and `hyphens`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from html.entities import html5

import ftfy
from ftfy.fixes import fix_c1_controls

SOFT_HYPHEN = "\u00ad"
# The printed form of characters: bytes, and numbers of two, four or eight figures.
_BYTES = re.compile(r"(?:\\x[0-9a-fA-F]{2})+")
_NUMBERS = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\U000[0-9a-fA-F]{5}|\\U0010[0-9a-fA-F]{4}")
_QUOTED = re.compile(r"\\(?=['\"’”])|(?<![\w:\\])\\[nrt](?![a-z])")
# With its semicolon: "?a=1&section=2" is an address and holds no section sign.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));")
# Format characters that carry no letter: zero-width space and no-break space, word joiner,
# directional marks, embeddings, overrides and isolates, soft hyphen. The zero-width joiner and
# non-joiner stay: Persian and Indic words are spelled with them, and emoji.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Between two letters of these scripts they join nothing, and hide a word.
_JOINER = re.compile("(?<=[A-Za-zÀ-ɏͰ-ϿЀ-ӿ])[\u200c\u200d]+(?=[A-Za-zÀ-ɏͰ-ϿЀ-ӿ])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"\s{2,}|[^\S ]")


def fix_escapes(line: str) -> str:
    """
    Turn the escapes that a program prints for characters into these: \\xe2\\x80\\x99, \\u2019, \\'.

    A run of \\x is read as UTF-8, and a single one as Windows-1252; a run that is neither stays.
    Wrong in an article about programs that quotes such escapes. A Windows path keeps its \\t and
    \\n, but loses a \\xab.

    >>> fix_escapes(r"China\\xe2\\x80\\x99s president")
    'China’s president'
    """
    if "\\" not in line:
        return line
    line = _NUMBERS.sub(_numbered, _BYTES.sub(_read_bytes, line))
    return _QUOTED.sub(_unquoted, line)


def fix_mojibake(line: str) -> str:
    """
    Undo text that was decoded with the wrong encoding, through ftfy.

    Where only C1 controls are amiss the encoding is right, and they are left to `fix_controls`.
    Wrong where an author means the odd characters, as in an article about mojibake.

    >>> fix_mojibake("Chinaâ€™s president")
    'China’s president'
    """
    if line.isascii():
        return line
    fixed = ftfy.fix_encoding(line)
    return fixed if fixed != fix_c1_controls(line) else line


def fix_controls(line: str) -> str:
    """
    Read the control characters C1 as what they stand for in Windows-1252, as browsers do.

    Wrong only for a text that means them, as \\x85 for the end of a line.

    >>> fix_controls("so they say\\x85")
    'so they say…'
    """
    return line if line.isascii() else fix_c1_controls(line)


def fix_entities(line: str) -> str:
    """
    Turn HTML entities into the characters that they stand for.

    Wrong in an article about HTML; an entity escaped twice is undone once. The result is text,
    not markup: it is escaped when shown.

    >>> fix_entities("AT&amp;T")
    'AT&T'
    """
    return _ENTITY.sub(_character, line) if "&" in line else line


def fix_invisible(line: str) -> str:
    """
    Drop characters that cannot be seen and would hide a word from the matcher.

    These are controls, zero-width blanks, marks of direction and soft hyphens, but for a soft
    hyphen at the end of a line, which says that a word goes on there. Wrong only where the order
    of right-to-left text rests on its marks: the words stay, but may be shown in another order.
    """
    if line.isascii() and line.isprintable():
        return line
    seen = _CONTROL.sub("", _INVISIBLE.sub("", line))
    if "\u200c" in seen or "\u200d" in seen:
        seen = _JOINER.sub("", seen)
    return seen.rstrip() + SOFT_HYPHEN if line.rstrip().endswith(SOFT_HYPHEN) else seen


def fix_composition(line: str) -> str:
    """
    Compose accents (NFC), so that a letter and its mark are one character for the matcher.

    Ligatures and wide letters stay as they are written (that would be NFKC). Wrong only for a
    text whose subject is the difference.
    """
    return line if line.isascii() else unicodedata.normalize("NFC", line)


def fix_blanks(line: str) -> str:
    """Make every run of blanks one space; wrong only where columns are drawn with blanks."""
    return _BLANKS.sub(" ", line)


def _character(entity: re.Match[str]) -> str:
    known = entity["name"] is None or f"{entity['name']};" in html5
    return html.unescape(entity.group()) if known else entity.group()


def _read_bytes(run: re.Match[str]) -> str:
    content = bytes.fromhex(run.group().replace("\\x", ""))
    try:
        return content.decode("utf-8" if len(content) > 1 else "cp1252")
    except UnicodeDecodeError:
        return run.group()


def _numbered(run: re.Match[str]) -> str:
    """Pairs of surrogates are one character; a lone one is none, and stays."""
    if run.group().startswith("\\U"):
        return chr(int(run.group()[2:], 16))
    units = bytes.fromhex(run.group().replace("\\u", ""))
    try:
        return units.decode("utf-16-be")
    except UnicodeDecodeError:
        return run.group()


def _unquoted(found: re.Match[str]) -> str:
    return " " if found.group()[1:] else ""


# Entities before mojibake: a part of a broken character may be written as one. Controls before
# blanks: one of them is a blank to `re`.
FIXERS = (
    fix_escapes, fix_entities, fix_mojibake, fix_controls, fix_blanks, fix_invisible,
    fix_composition,
)  # fmt: skip
