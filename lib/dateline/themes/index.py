"""Articles as numbers: which word stands where, in which sentence of which article.

A batch holds some articles and knows nothing of others, so batches are made, kept and counted
anywhere, and their counts added. Nothing in it depends on a codebook.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from dateline.articles.joined_texts import JoinedTexts, join_texts
from dateline.articles.sentence_starts import sentence_starts
from dateline.themes.cutting import Cutter, CutTexts
from dateline.themes.locating import Stretches
from dateline.themes.packed import pack, unpack
from dateline.themes.tokens import plain
from dateline.themes.vocabulary import Vocabulary, sort_types

# What a batch is made of, with the type of each array; all else is worked out from these.
ARRAYS = {
    "doc_ids": "u1",  # of the articles, a list in JSON; packed
    "forms": "u1",  # the vocabulary in its order, folded, UTF-8, a line each; packed
    "words": "u1",  # the same as it stands in the texts
    "word_counts": "u4",  # tokens of each word, in the order of the vocabulary
    "places": "u1",  # token positions, ascending for each word; three bytes each, lowest first
    "sentence_begins": "u1",  # a bit for each token: whether it is the first of its sentence
    "empty_sentences": "u4",  # sentences without a token, counted through the batch
    "article_sentences": "u4",  # sentences of each article, at least 1
    "article_words": "u4",  # tokens of each article
    "gaps": "u1",  # characters before each token, up to 255; packed
    "long_gaps": "u4",  # pairs: token with a gap of more, its gap
    "odd_lengths": "u4",  # pairs: token not as long in the text as in the vocabulary, its length
}
# In a batch of more tokens than three bytes can count, `places` are of this type.
_WIDE = "u4"
_LONG = 255
# Bytes of a token position.
_NARROW = 3
# Tokens worked on at a time: their arrays stay in the processor's cache.
_AT_ONCE = 1 << 18


@dataclass(frozen=True)
class Batch:
    """The index of some articles. `arrays` are those of ARRAYS, in memory or mapped from a file."""

    arrays: dict[str, np.ndarray]
    found: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def doc_ids(self) -> list[str]:
        """The articles, in order."""
        return list(json.loads(unpack(self.arrays["doc_ids"])))

    @property
    def n_tokens(self) -> int:
        return len(self._places)

    @property
    def n_sentences(self) -> int:
        return int(self.article_sentences[-1])

    @property
    def n_articles(self) -> int:
        return len(self.arrays["article_words"])

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self.arrays["forms"], self.arrays["words"])

    @cached_property
    def word_bounds(self) -> np.ndarray:
        """Word n has the positions from the n-th of these to the next, in the two `places`."""
        return _bounds(self.arrays["word_counts"])

    def positions(self, slices: Sequence[slice]) -> np.ndarray:
        """The token positions (int32) in these slices of `word_bounds`; ascending in each word."""
        found = np.concatenate([self._places[:0], *(self._places[part] for part in slices)])
        if self._places.strides[0] == _NARROW:
            found &= 0xFFFFFF
        return found.view(np.int32)

    @cached_property
    def _places(self) -> np.ndarray:
        """Token positions as uint32; if they are three bytes apart, the highest is of the next."""
        kept = self.arrays["places"]
        if kept.dtype != np.uint8:
            return kept
        return np.ndarray(len(kept) // _NARROW, dtype="<u4", buffer=kept, strides=(_NARROW,))

    @cached_property
    def ids(self) -> np.ndarray:
        """The id of the word of each token (uint32), in the order of the texts."""
        ids = np.empty(self.n_tokens, dtype=np.uint32)
        numbers = np.arange(len(self.vocabulary), dtype=np.uint32)
        ordered = np.repeat(numbers, self.arrays["word_counts"])
        for at in range(0, self.n_tokens, _AT_ONCE):
            part = slice(at, at + _AT_ONCE)
            ids[self.positions([part])] = ordered[part]
        return ids

    def sentences(self, tokens: np.ndarray) -> np.ndarray:
        """The sentence of each of these tokens (int64), counted through the whole batch."""
        return self._sentences.numbers(tokens)

    def articles(self, tokens: np.ndarray) -> np.ndarray:
        """The article of each of these tokens (int64), counted from 0."""
        return self._articles.numbers(tokens)

    @cached_property
    def _sentences(self) -> Stretches:
        return Stretches(self.sentence_tokens, 4)

    @cached_property
    def _articles(self) -> Stretches:
        return Stretches(self.article_tokens, 6)

    @cached_property
    def article_of_sentence(self) -> np.ndarray:
        """The article of each sentence (uint32), counted from 0."""
        numbers = np.arange(self.n_articles, dtype=np.uint32)
        return np.repeat(numbers, self.arrays["article_sentences"])

    def begins_sentence(self, tokens: np.ndarray) -> np.ndarray:
        """Whether each of these tokens is the first of its sentence; for any beyond as the last."""
        bits = self.arrays["sentence_begins"].take(tokens >> 3, mode="clip")
        return np.asarray(bits >> (tokens & 7).astype(np.uint8) & 1).view(bool)

    @cached_property
    def sentence_tokens(self) -> np.ndarray:
        """The first token of each sentence, and last the number of tokens (int64)."""
        bits = np.unpackbits(self.arrays["sentence_begins"], count=self.n_tokens, bitorder="little")
        firsts = np.append(np.flatnonzero(bits), self.n_tokens)
        empty = self.arrays["empty_sentences"]
        # One without a token begins where the next begins that has one.
        at = empty - np.arange(len(empty))
        return np.insert(firsts, at, firsts[at])

    @cached_property
    def article_sentences(self) -> np.ndarray:
        """The first sentence of each article, and last the number of sentences (int64)."""
        return _bounds(self.arrays["article_sentences"])

    @cached_property
    def article_tokens(self) -> np.ndarray:
        """The first token of each article, and last the number of tokens (int64)."""
        return _bounds(self.arrays["article_words"])

    def offsets(self) -> tuple[np.ndarray, np.ndarray]:
        """Start and end (exclusive) of every token, in characters of its article's text (int64)."""
        lengths = self.vocabulary.lengths[self.ids].astype(np.int64)
        odd = self.arrays["odd_lengths"].reshape(-1, 2)
        lengths[odd[:, 0]] = odd[:, 1]
        steps = lengths + np.frombuffer(unpack(self.arrays["gaps"]), dtype=np.uint8)
        long = self.arrays["long_gaps"].reshape(-1, 2).astype(np.int64)
        steps[long[:, 0]] += long[:, 1] - _LONG
        ends = np.cumsum(steps)
        firsts = self.article_tokens
        before = np.concatenate([[0], ends])[firsts[:-1]]
        ends -= np.repeat(before, np.diff(firsts))
        return ends - lengths, ends


def make_batch(doc_ids: Sequence[str], texts: Sequence[str]) -> Batch:
    """
    Index some texts, at most 4 GiB of them.

    Tokens are those of `tokenize`, sentences those of `sentence_spans`.
    """
    cutter, sentences = Cutter(), _Sentences()
    for group in join_texts(texts):
        cutter.add(group)
        sentences.add(group)
    cut = cutter.done()
    types = sort_types(cut.surfaces)
    ids = types.ids[cut.numbers]
    places, counts = _positions_by_word(ids, int(types.ids.max(initial=-1)) + 1)
    arrays = {
        "doc_ids": pack(json.dumps(list(doc_ids)).encode(), seldom=True),
        "forms": pack(types.forms),
        "words": pack(types.words, seldom=True),
        "word_counts": counts,
        "places": _narrow(places),
        "odd_lengths": _odd_lengths(cut),
        **sentences.arrays(cut),
        **_gap_arrays(cut, texts),
    }
    kinds = ARRAYS | {"places": arrays["places"].dtype}
    made = {name: np.ascontiguousarray(arrays[name], dtype=kind) for name, kind in kinds.items()}
    batch = Batch(made)
    # They are at hand, and would take a while to work out.
    vars(batch)["ids"] = ids.astype(np.uint32, copy=False)
    return batch


def _narrow(places: np.ndarray) -> np.ndarray:
    """Token positions as `ARRAYS` has them."""
    if len(places) > 1 << 8 * _NARROW:
        return places.astype(_WIDE)
    # One byte more, so that the last can be read as four.
    narrow = np.zeros(_NARROW * len(places) + 1, dtype=np.uint8)
    narrow[:-1].reshape(-1, _NARROW)[:] = (
        places.astype("<i4", copy=False).view(np.uint8).reshape(-1, 4)[:, :-1]
    )
    return narrow


def _positions_by_word(ids: np.ndarray, n_words: int) -> tuple[np.ndarray, np.ndarray]:
    """Token positions, ascending for each word, and how many each has."""
    from scipy.sparse import csr_array

    # A matrix with one entry a row, turned to columns, is sorted by counting.
    rows = np.arange(len(ids) + 1, dtype=np.int32)
    table = csr_array((np.ones(len(ids), dtype=bool), ids, rows), shape=(len(ids), n_words))
    columns = table.tocsc()
    return columns.indices, np.diff(columns.indptr)


class _Sentences:
    """Where the sentences of texts begin, which come group by group."""

    def __init__(self) -> None:
        self._begins = [np.empty(0, dtype=np.uint32)]
        self._sizes = [np.empty(0, dtype=np.int64)]

    def add(self, group: JoinedTexts) -> None:
        begins, sizes = sentence_starts(group)
        self._begins.append((begins + (group.at - 1)).astype(np.uint32))
        self._sizes.append(sizes)

    def arrays(self, cut: CutTexts) -> dict[str, np.ndarray]:
        """A token belongs to the last sentence that begins before or at it, else to the first."""
        firsts = np.searchsorted(cut.starts, np.concatenate(self._begins))
        sizes = np.diff(firsts, append=len(cut.starts))
        begins = np.zeros(len(cut.starts), dtype=bool)
        begins[firsts[sizes > 0]] = True
        sentences = np.concatenate(self._sizes)
        words = np.append(firsts, len(cut.starts))[_bounds(sentences)]
        return {
            "sentence_begins": np.packbits(begins, bitorder="little"),
            "empty_sentences": np.flatnonzero(sizes == 0),
            "article_sentences": sentences,
            "article_words": np.diff(words),
        }


def _gap_arrays(cut: CutTexts, texts: Sequence[str]) -> dict[str, np.ndarray]:
    bases = np.cumsum([0, *(len(text) + 1 for text in texts)], dtype=np.int64)[:-1]
    firsts = np.searchsorted(cut.starts, bases.astype(np.uint32))
    filled = firsts < np.append(firsts[1:], len(cut.starts))
    gaps = cut.gaps
    # Where an article begins, the gap is counted from its first character.
    gaps[firsts[filled]] = cut.starts[firsts[filled]] - bases[filled]
    long = np.flatnonzero(gaps >= _LONG)
    return {
        "gaps": pack(np.minimum(gaps, _LONG).astype(np.uint8).tobytes(), seldom=True),
        "long_gaps": np.stack([long, gaps[long]], axis=1).ravel(),
    }


def _odd_lengths(cut: CutTexts) -> np.ndarray:
    """Tokens whose length in the text is not that of their word: their accents were apart."""
    written = np.zeros(len(cut.surfaces), dtype=np.int64)
    for at, word in enumerate(cut.surfaces):
        if not word.isascii() and len(word) != len(plain(word)):
            written[at] = len(word)
    if not written.any():
        return np.empty(0, dtype=np.int64)
    odd = np.flatnonzero(written[cut.numbers])
    return np.stack([odd, written[cut.numbers[odd]]], axis=1).ravel()


def _bounds(sizes: np.ndarray) -> np.ndarray:
    bounds = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=bounds[1:])
    return bounds
