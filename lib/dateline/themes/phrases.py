"""Where phrases stand in a batch: many of them at once, so that each costs little."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dateline.themes.neighbours import Neighbours, neighbours
from dateline.themes.spans import only
from dateline.themes.word_places import WordPlaces

# Places looked at together: their arrays take some twenty times as many bytes.
_AT_ONCE = 1 << 17
_NO_WORD = np.iinfo(np.int64).max  # more than the tokens of any word


def find_phrases(words: WordPlaces, phrases: np.ndarray) -> list[np.ndarray]:
    """
    For each phrase the first tokens of all its matches, overlapping ones too (int32).

    A row of `phrases` has the numbers in `words` of the words of a phrase, -1 behind the last; at
    least two words. Distinct, in no order. None crosses the end of a sentence.
    """
    if not len(phrases):
        return []
    tokens = np.where(phrases < 0, _NO_WORD, words.counts[phrases])
    # A phrase is looked for at its rarest word, then the words beside it, rare ones first.
    steps = np.argsort(tokens, axis=1, kind="stable")
    ordered = phrases[np.arange(len(phrases))[:, None], steps]
    sizes = tokens.min(axis=1)
    around = neighbours(words, int(sizes.sum()))
    found: list[np.ndarray] = []
    for part in _groups(sizes):
        found += _find(words, ordered[part], steps[part], around)
    return found


def _groups(sizes: np.ndarray) -> Iterator[slice]:
    """The phrases in their order, so many together that their places are not too many."""
    first, held = 0, 0
    for at, size in enumerate(sizes.tolist()):
        if at > first and held + size > _AT_ONCE:
            yield slice(first, at)
            first, held = at, 0
        held += size
    if first < len(sizes):
        yield slice(first, len(sizes))


def _find(
    words: WordPlaces, phrases: np.ndarray, steps: np.ndarray, around: Neighbours
) -> list[np.ndarray]:
    """`steps` are the places in the phrase of the words in a row of `phrases`, rarest first."""
    batch = words.batch
    steps = steps.astype(np.int32)
    rarest, away = phrases[:, 0], steps - steps[:, :1]
    places, sizes = words.positions(rarest.tolist()), words.counts[rarest]
    # A star alone is any word.
    beside = np.where(words.counts[phrases] < batch.n_tokens, phrases, -1)[:, 1:]
    around.ask_for(beside[sizes > 0])
    for number, step in zip(beside.T, away.T[1:], strict=True):
        stand = around.stand_at(number, places + np.repeat(step, sizes), sizes)
        places, sizes = only(places, sizes, stand)
    starts = places - np.repeat(steps[:, 0], sizes)
    lengths = np.repeat((phrases >= 0).sum(axis=1, dtype=np.int32), sizes)
    inside = (starts >= 0) & (starts <= batch.n_tokens - lengths)
    for step in range(1, phrases.shape[1]):
        inside &= ~batch.begins_sentence(starts + np.int32(step)) | (lengths <= step)
    starts, sizes = only(starts, sizes, inside)
    ends = np.cumsum(sizes).tolist()
    return [starts[a:b] for a, b in zip([0, *ends], ends, strict=False)]
