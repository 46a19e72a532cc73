"""What people are shown as the name of an article: its path, and its place in a file of several."""

from __future__ import annotations

import pandas as pd

from dateline.articles.shortening import shorten

_LONGEST = 60  # characters of a title
_HIDDEN = "\N{REPLACEMENT CHARACTER}"  # stands for a character that steers a terminal


def name_articles(articles: pd.DataFrame) -> dict[str, str]:
    """
    The name of each article by doc_id: its path; where a file holds several, also its number
    among them and its title, shortened and without control characters.

    `articles` needs doc_id, path and title, in the order of the files. The number counts the
    articles that were read, not the rows of a table.

    >>> table = pd.DataFrame({"doc_id": ["d1", "d2"], "path": ["a.csv"] * 2, "title": ["One", ""]})
    >>> name_articles(table)
    {'d1': 'a.csv, article 1, “One”', 'd2': 'a.csv, article 2'}
    """
    several = articles["path"].duplicated(keep=False)
    numbers = articles.groupby("path").cumcount() + 1
    rows = zip(
        articles["doc_id"], articles["path"], articles["title"], several, numbers, strict=True
    )
    return {
        str(doc_id): f"{path}, {_place(number, title)}" if many else str(path)
        for doc_id, path, title, many, number in rows
    }


def _place(number: int, title: str) -> str:
    line = shorten(title, _LONGEST)
    plain = "".join(letter if letter.isprintable() else _HIDDEN for letter in line)
    return f"article {number}, “{plain}”" if plain else f"article {number}"
