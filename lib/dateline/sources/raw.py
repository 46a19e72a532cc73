"""What every reader gives: a raw article, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from dateline.study import ReadSettings


@dataclass(frozen=True)
class RawArticle:
    """
    One article as collected: text before any cleaning, and what its format says of it.

    `path` is relative to the articles folder, with `/`. The other fields are empty where the
    format does not state them; a `.txt` file states none.

    `metadata` are the dates that the format states, as (name, value) in the order found, both
    as they stand there. The name begins with its place: "meta:article:published_time",
    "json-ld:datePublished", "time:published", "htmldate:strict", "column:publish_date". What a
    name means is for dating to judge.

    `place` tells the article from others of the same file, and stays when others are added: an
    accession number, a message id, an address; blank where the file has none.
    """

    path: str
    text: str
    encoding: str
    title: str = ""
    author: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    place: str = ""


class RefusedError(Exception):
    """A file that a reader cannot take; the message is the reason that goes into the ledger."""


class Found(NamedTuple):
    """
    The articles of one file, in its order, and what the ledger must say of a file that was read.

    `remark` is one short line, as "line 7: broken JSON; 3 other lines read"; blank if all is well.
    """

    articles: list[RawArticle]
    remark: str = ""


# A reader: (path, content, the study's settings) to what the file holds, or RefusedError.
Reader = Callable[[str, bytes, ReadSettings], Found]
