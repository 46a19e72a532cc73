"""How much of the articles may leave with a report, and the tables without the rest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping

import pandas as pd

from dateline.errors import SettingError
from dateline.sources.repeats import SAME_CONTENT, SAME_FILE
from dateline.study import SHARE_LEVELS

# The variable of the environment that says how much this run may show; a report run sets it.
SHARE = "DATELINE_SHARE"
FULL, SNIPPETS, NONE = SHARE_LEVELS
# Words of a headline, and of the words that date an article, at the level "snippets".
MOST_WORDS = 25

# By table of a corpus: columns that are emptied, and columns of names that are hashed.
_EMPTIED = {
    "articles": ("title", "author", "date_evidence"),
    "evidence": ("text", "note"),
}
_HASHED = {
    "articles": ("path", "url"),
    "files": ("path",),
    "removals": ("path", "text"),
    "fixes": ("path",),
    "evidence": ("path",),
}
_CUT = {"articles": ("title", "date_evidence"), "evidence": ("text", "note")}


def share_level() -> str:
    """
    How much this run may show of the articles: "full", "snippets" or "none".

    DATELINE_SHARE says it; unset means "full". Raises SettingError for another word.
    """
    level = os.environ.get(SHARE, "") or FULL
    if level not in SHARE_LEVELS:
        raise SettingError(f"{SHARE} is {level!r}; choose one of {', '.join(SHARE_LEVELS)}")
    return level


def withhold_tables(tables: Mapping[str, pd.DataFrame], level: str) -> dict[str, pd.DataFrame]:
    """
    The tables of a corpus by name, with what a share level withholds taken out.

    "snippets": headlines and the words that date an article are cut at 25 words, what cleaning
    removed is replaced by short hashes. "none": headlines, authors and the words that date are
    blank, and paths and addresses are hashes too. The column `text` stays, because the words are
    counted in it: what shows it must cut it.
    """
    return {name: _withheld(name, table, level) for name, table in tables.items()}


def hidden_name(name: str) -> str:
    """
    A short hash that stands for a path or an address; blank for a blank one.

    >>> hidden_name("north/1.txt"), hidden_name("")
    ('xb8c056c47b09', '')
    """
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"x{digest[:12]}" if name else ""


def first_words(text: str, most: int = MOST_WORDS) -> str:
    """
    The text as far as its first words, with an ellipsis if it was cut.

    >>> first_words("one two three", 2)
    'one two …'
    """
    words = text.split()
    return text if len(words) <= most else " ".join([*words[:most], "…"])


def _withheld(name: str, table: pd.DataFrame, level: str) -> pd.DataFrame:
    if level == FULL:
        return table
    if level == SNIPPETS:
        changed = {column: _mapped(table[column], first_words) for column in _CUT.get(name, ())}
        if name == "removals":
            changed["text"] = _mapped(table["text"], hidden_name)
        return table.assign(**changed)
    hashed = {column: _mapped(table[column], hidden_name) for column in _HASHED.get(name, ())}
    if name == "files":
        hashed["reason"] = _mapped(table["reason"], _hidden_original)
    emptied = _EMPTIED.get(name, ())
    return table.assign(**dict.fromkeys(emptied, ""), **hashed).astype(table.dtypes.to_dict())


def _hidden_original(reason: str) -> str:
    """The reason of a repeat without the path of the file that was kept."""
    for said in (SAME_FILE, SAME_CONTENT):
        if reason.startswith(said):
            return said + hidden_name(reason.removeprefix(said))
    return reason


def _mapped(column: pd.Series, change: Callable[[str], str]) -> pd.Series:
    return column.map(change, na_action="ignore")
