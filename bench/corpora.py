"""Articles and a codebook made by seed, with the word statistics of news.

The words are invented. Their frequencies follow Zipf's law, with a long tail of words that occur
once; capitals, possessives, hyphens, accents, numbers, abbreviations and paragraphs are about as
frequent as in news. Phrases of the codebook are put in, because chance alone makes none.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

THEMES, WORDS, PREFIXES, PHRASES = 40, 240, 180, 180
_N_WORDS = 400_000
_CONSONANTS = [
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "br",
    "ch",
    "cl",
    "pr",
    "sh",
    "st",
    "th",
    "tr",
]
_VOWELS = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ea", "ou"]
_ENDINGS = ["", "", "", "n", "r", "s", "ed", "ing", "tion", "ly", "ment"]


def make_articles(megabytes: float, seed: int = 1) -> pd.DataFrame:
    """Articles of about 1.8 kB, together at least so many MB (10**6 bytes of UTF-8)."""
    rng = np.random.default_rng(seed)
    texts: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        part = _texts(rng, 500)
        texts += part
        size += sum(len(text.encode()) for text in part)
    doc_ids = [f"d{number}" for number in range(len(texts))]
    return pd.DataFrame({"doc_id": doc_ids, "text": texts, "problem": ""})


@cache
def make_codebook(seed: int = 1) -> dict[str, Any]:
    """The tables of a codebook with 600 entries in 40 themes."""
    rng = np.random.default_rng(seed)
    words = _vocabulary()
    terms = [str(words[at]) for at in _ranks(rng, WORDS, 150, 20_000)]
    terms += [f"{words[at][:6]}*" for at in _ranks(rng, PREFIXES, 1_000, 60_000)]
    for number, phrase in enumerate(_phrases()):
        last = f"{phrase[-1][:5]}*" if number % 5 == 0 else phrase[-1]
        terms.append(" ".join([*phrase[:-1], last]))
    order = rng.permutation(len(terms))
    return {
        "themes": {f"t{n}": {"terms": [terms[a] for a in order[n::THEMES]]} for n in range(THEMES)}
    }


@cache
def _vocabulary() -> np.ndarray:
    """Distinct words, the most frequent and shortest first."""
    rng = np.random.default_rng(0)
    words: dict[str, None] = {}
    while len(words) < _N_WORDS:
        n = 20_000
        consonants, vowels = rng.choice(_CONSONANTS, (n, 4)), rng.choice(_VOWELS, (n, 4))
        sizes, endings = rng.integers(1, 5, n), rng.choice(_ENDINGS, n)
        most = 1 if len(words) < 150 else 2 if len(words) < 3_000 else 4
        for row, size in enumerate(np.minimum(sizes, most).tolist()):
            pairs = zip(consonants[row, :size], vowels[row, :size], strict=True)
            word = "".join(c + v for c, v in pairs) + str(endings[row])
            # Of rare words in news about one in three is a name, and one in thirty has an accent.
            if most == 4:
                word = word.replace("a", "é", 1) if row % 30 == 0 else word
                word = word.capitalize() if row % 3 == 0 else word
            words[word] = None
            if len(words) in (150, 3_000):
                break
    return np.array(list(words)[:_N_WORDS], dtype=object)


@cache
def _phrases() -> list[list[str]]:
    rng = np.random.default_rng(2)
    words = _vocabulary()
    return [[str(words[at]) for at in _ranks(rng, 2 + n % 3, 30, 3_000)] for n in range(PHRASES)]


@cache
def _cumulated() -> np.ndarray:
    weights = 1 / (np.arange(_N_WORDS) + 2.7) ** 1.3
    return np.cumsum(weights) / weights.sum()


def _ranks(rng: np.random.Generator, number: int, low: int, high: int) -> list[int]:
    """Ranks of words, as often among the frequent as among the rare of a range."""
    return np.exp(rng.uniform(np.log(low), np.log(high), number)).astype(int).tolist()


def _texts(rng: np.random.Generator, number: int) -> list[str]:
    lengths = np.maximum(rng.lognormal(np.log(250), 0.6, number).astype(int), 20)
    total = int(lengths.sum())
    ranks = np.searchsorted(_cumulated(), rng.random(total))
    words = _vocabulary()[np.minimum(ranks, _N_WORDS - 1)].tolist()
    phrases = _phrases()
    for at in rng.integers(0, total - 8, total // 90).tolist():
        phrase = phrases[int(rng.integers(0, PHRASES))]
        words[at : at + len(phrase)] = phrase
    joints = _dress(rng, words)
    texts, begin = [], 0
    for end in np.cumsum(lengths).tolist():
        pairs = zip(words[begin:end], joints[begin:end], strict=True)
        texts.append("".join(word + joint for word, joint in pairs).strip() + ".")
        begin = end
    return texts


def _dress(rng: np.random.Generator, words: list[str]) -> list[str]:
    """Capitals, numbers and abbreviations among the words; what stands between them."""
    kinds = rng.random(len(words))
    joints, begins = [], True
    for at, kind in enumerate(kinds.tolist()):
        if begins:
            words[at] = words[at].capitalize()
        elif kind < 0.02:
            words[at] = str(int(kind * 1e8) % 3000)
        elif kind < 0.024:
            words[at] = ("U.S.", "Mr.", "Gov.", "3.5%")[int(kind * 1e6) % 4]
        begins = kind > 0.95
        joints.append(_joint(kind))
    return joints


def _joint(kind: float) -> str:
    if kind > 0.95:
        return ".\n\n" if kind > 0.99 else ". " if kind > 0.953 else "? "
    if kind > 0.89:
        return ", "
    if kind > 0.86:
        return "-" if kind > 0.875 else "’s " if kind > 0.865 else "'s "
    return " "
