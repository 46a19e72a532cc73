"""Words and globs of other programs, as terms that a codebook can match."""

from __future__ import annotations

import re

from dateline.themes.formats.remarks import RefusedEntryError
from dateline.themes.tokens import cut_term

# What stands between or inside words without being counted: a token here is letters and digits.
_BETWEEN = re.compile(r"""[\s\-‐‑‒–—'’ʼ‘"“”„«».,/&_·]""")


def plain_term(text: str, *, wildcards: str = "*?") -> str:
    """
    The term for a word or phrase of another program, whose wildcards are `wildcards`.

    Raises RefusedEntryError for a sign that no token has, such as that of a hashtag: without it
    the term would match another word.

    >>> plain_term(" South_Africa* ")
    'South Africa*'
    """
    term = " ".join(text.replace("_", " ").split())
    strange = sorted({char for char in term if not _is_known(char, wildcards)})
    if strange:
        signs = " ".join(f"`{char}`" for char in strange)
        raise RefusedEntryError(f"{signs} cannot be matched, since words are letters and digits")
    if not any(char.isalnum() for word in cut_term(term) for char in word):
        raise RefusedEntryError("it has no letter or digit, so it could match nothing")
    return term


def inside_words(text: str, *, before: bool, after: bool) -> str:
    """
    The glob for a text that may go on in its first word (`before`) and in its last (`after`).

    >>> inside_words("trade war", before=True, after=True)
    '*trade war*'
    """
    term = text.strip()
    return f"{'*' if before else ''}{term}{'*' if after else ''}".replace("**", "*")


def _is_known(char: str, wildcards: str) -> bool:
    if (char.isascii() and char.isalnum()) or char in wildcards or _BETWEEN.match(char):
        return True
    # Letters, digits and marks of any script: what the tokeniser takes into a word.
    return char not in "*?" and (bool(cut_term(char)) or len(cut_term(f"a{char}a")) == 1)
