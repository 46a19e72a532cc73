"""All articles of a study as batches, and how they are cut so that few are remade."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from dateline.themes.index import Batch, make_batch
from dateline.themes.index_files import read_batch, rules_fingerprint, write_batch

# Characters of a batch: at least so many, about a sixteenth more, and at most twice as many. Larger
# batches are counted faster, smaller ones are remade sooner and need less memory.
BATCH_CHARS = 32_000_000
_ENDS = 16  # articles that may end a batch, in as many characters

# Position of the first article, and of the one after the last.
Cut = tuple[int, int]


@dataclass(frozen=True)
class TokenIndex:
    """The index of a table of articles: those without a problem, in its order, as batches."""

    batches: tuple[Batch, ...]

    @cached_property
    def doc_ids(self) -> list[str]:
        """The articles, in order."""
        return [doc_id for batch in self.batches for doc_id in batch.doc_ids]

    @property
    def n_tokens(self) -> int:
        return sum(batch.n_tokens for batch in self.batches)


def index_articles(articles: pd.DataFrame, folder: Path | None = None) -> TokenIndex:
    """
    The index of the articles, for `find_mentions` and the counts.

    `articles` needs `doc_id`, `text` and `problem`; those with a problem are left out. With a
    `folder` each batch is kept there as one file and mapped into memory; a file that is there
    already is used if it is whole, and made again if not. Where a batch ends hangs on the articles
    near it alone, so a new or changed article makes its own batch and at times the next anew, and
    no other. Files of articles that are gone stay; the folder may be deleted at any time.
    """
    return TokenIndex(tuple(readable_batches(articles, folder)))


def readable_batches(articles: pd.DataFrame, folder: Path | None = None) -> Iterator[Batch]:
    """The batches of `index_articles` one after another, so that each can be let go."""
    for chosen in _cuts(articles):
        # First a stretch, which is no copy: choosing rows can copy all texts.
        stretch = articles[["doc_id", "text"]].iloc[chosen[0] : chosen[-1] + 1]
        part = stretch.astype(object).iloc[chosen - chosen[0]]
        doc_ids, texts = (list(map(str, part[name])) for name in ("doc_id", "text"))
        path = folder / _name(doc_ids, texts) if folder else None
        batch = read_batch(path) if path else None
        if batch is None:
            batch = make_batch(doc_ids, texts)
            if path:
                # A batch that cannot be kept is as good in memory.
                with suppress(OSError):
                    batch = write_batch(batch, path)
        yield batch


def batch_names(articles: pd.DataFrame) -> list[str]:
    """The files that `index_articles` makes or uses for these articles, in their order."""
    parts = (articles.iloc[chosen] for chosen in _cuts(articles))
    return [_name(map(str, part["doc_id"]), map(str, part["text"])) for part in parts]


def _cuts(articles: pd.DataFrame) -> list[np.ndarray]:
    """The rows of each batch."""
    rows = np.flatnonzero((articles["problem"] == "").to_numpy(dtype=bool))
    if not len(rows):
        return []
    doc_ids = map(str, articles["doc_id"].array[rows])
    # Not of the rows alone: that would copy all texts.
    sizes = map(int, articles["text"].str.len().to_numpy()[rows])
    return [rows[begin:end] for begin, end in cut_batches(doc_ids, sizes)]


def cut_batches(doc_ids: Iterable[str], sizes: Iterable[int]) -> list[Cut]:
    """
    Cut articles, of `sizes` in characters, into batches.

    A full batch ends behind an article whose doc_id says so, which is as likely as the article is
    long: _ENDS times in BATCH_CHARS. So the cuts hardly ever move when an article comes or goes.

    >>> cut_batches(["a", "b"], [32_000_000, 100])
    [(0, 1), (1, 2)]
    """
    cuts, begin, held, at = [], 0, 0, -1
    for at, (doc_id, size) in enumerate(zip(doc_ids, sizes, strict=True)):
        if at > begin and held + size > 2 * BATCH_CHARS:
            cuts.append((begin, at))
            begin, held = at, 0
        held += size
        if held >= BATCH_CHARS and _may_end(doc_id, size):
            cuts.append((begin, at + 1))
            begin, held = at + 1, 0
    return [*cuts, (begin, at + 1)] if begin <= at else cuts


def _may_end(doc_id: str, size: int) -> bool:
    return int.from_bytes(_key(doc_id)[:8], "big") / 2**64 < _ENDS * size / BATCH_CHARS


def batch_name(keys: Iterable[bytes]) -> str:
    """The file name of the batch of these articles: another for other articles or other rules."""
    digest = hashlib.blake2b(rules_fingerprint(), digest_size=16)
    for key in keys:
        digest.update(key)
    return f"{digest.hexdigest()}.tokens"


def _name(doc_ids: Iterable[str], texts: Iterable[str]) -> str:
    return batch_name(map(_key, doc_ids, texts))


def _key(doc_id: str, text: str = "") -> bytes:
    """Equal only for the same article with the same text."""
    digest = hashlib.blake2b(doc_id.encode("utf-8", "surrogatepass") + b"\0", digest_size=16)
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()
