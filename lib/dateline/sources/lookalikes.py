"""Files that look like an export of a database, but fit no layout that is known."""

from __future__ import annotations

import re
from collections import Counter

from dateline.sources.databases.nexis_layout import MARK

# What exports have once in each article: their name, a word in small letters without which the
# pattern need not be asked, and the pattern.
_SIGNS = (
    ("Nexis", " document", r"(?:end of|ende des|fin du|einde van(?: het)?) documents?[^\S\n]*$"),
    ("LexisNexis", "load-date", r"load-date\s?:"),
    ("LexisNexis", "ladedatum", r"ladedatum\s?:"),
    ("LexisNexis", "date-chargement", r"date-chargement\s?:"),
    ("LexisNexis", "laaddatum", r"laaddatum\s?:"),
    ("Factiva", "document ", r"document [a-z][a-z0-9]{3,12}\d{8}[0-9a-z]{5,16}[^\S\n]*$"),
    ("Factiva", "dokument ", r"dokument [a-z][a-z0-9]{3,12}\d{8}[0-9a-z]{5,16}[^\S\n]*$"),
    ("ProQuest", "proquest document id", r"proquest document id\s?:"),
    ("Europresse", "news·", r"[^\n]{0,400}\bnews·\d{8}·\w{1,9}·\w"),
)
_PATTERNS = tuple(
    (name, word, re.compile(rf"^[^\S\n]*{pattern}", re.M | re.I)) for name, word, pattern in _SIGNS
)
_COVER = re.compile(
    r"(?mi)^[^\S\n]*(?:user name|job number|download request(?: of)?|time of request|print request"
    r"|benutzername|nom d.utilisateur|gebruikersnaam|printopdracht|project id)\b"
)
_SURE = 2  # signs that are no chance


def export_notice(text: str) -> str:
    """
    What the ledger must say of a text that was read as one article and has the signs of an export;
    blank for any other. Wrong for an article that prints such lines.

    >>> export_notice("Talks\\nLoad-Date: May 2\\nMore\\nLoad-Date: May 3")[:57]
    'looks like a LexisNexis export of 2 articles, read as one'
    """
    small = text.lower()
    found: Counter[str] = Counter()
    for name, word, pattern in _PATTERNS:
        if word in small:
            found[name] += len(pattern.findall(text))
    if "document" in small or "dokument" in small:
        found["LexisNexis"] = max(found["LexisNexis"], len(MARK.findall(text)))
    if not any(found.values()):
        return ""
    name, most = max(found.items(), key=lambda item: item[1])
    cover = "; its first page may name who made it" if most and _COVER.search(text) else ""
    if most >= _SURE:
        said = f"looks like a {name} export of {most:,} articles, read as one, as its layout is not"
        return f"{said} known{cover}; export it in another format, or split it"
    if cover or found.total() >= _SURE:
        said = f"looks like a {name} export whose layout is not known; its fields are in the text"
        return f"{said}{cover}; export it in another format, or delete them"
    return ""
