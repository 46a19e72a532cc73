"""The words that tell one group of articles from another.

Tokens of one article depend on each other, so what is tested is in how many articles a word
stands; how often it stands only orders the list.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from dateline.stats.grouping import LEAST_ARTICLES, group_sizes
from dateline.stats.intervals import Counted, Floats
from dateline.stats.multiple import benjamini_hochberg
from dateline.stats.rates import exact_rate_ratio
from dateline.themes.tokens import fold, tokenize

LEAST_Q = 0.05

WORD_COUNT_COLUMNS = {"doc_id": "str", "word": "str", "count": "int64"}
KEYNESS_COLUMNS = [
    "word",  # without difference of case
    "count_a",  # tokens
    "count_b",
    "docs_a",  # articles that have it
    "docs_b",
    "log_odds",  # natural logarithm, above 0: more of it in a
    "z",  # log_odds over its standard error: the order of the list, not a test
    "log_ratio",  # log2 of the share of articles with it in a over that in b; a zero filled by .5
    "lrc",  # the same, moved to the bound nearest 0 of an interval that allows for all words
    "g2",  # of articles with and without the word, two by two
    "p",  # of g2
    "q",
    "tested",  # in at least LEAST_ARTICLES articles; the others have no lrc, g2, p, q
    "kept",  # q < LEAST_Q and lrc is not 0
]


def word_counts(articles: pd.DataFrame) -> pd.DataFrame:
    """
    Count the words of each article: one row per (article, word), WORD_COUNT_COLUMNS.

    `articles` has doc_id and text; give representatives only, or copies count as new articles.
    Words are the tokens of the codebook's tokeniser without difference of case; "sanction" and
    "sanctions" are two. Articles in the order given, words by first place. Needs memory for a row
    for each distinct word of each article, some 250 of a news text.
    """
    ids: list[str] = []
    words: list[str] = []
    counts: list[int] = []
    for doc_id, text in zip(articles["doc_id"], articles["text"], strict=True):
        # Where sentences end moves no word.
        found = Counter(tokenize(text, ()).folded)
        ids += [doc_id] * len(found)
        words += found
        counts += found.values()
    table = pd.DataFrame({"doc_id": ids, "word": words, "count": counts})
    return table.astype(WORD_COUNT_COLUMNS)


def compare_words(
    counts: pd.DataFrame, groups: pd.DataFrame, *, a: str, b: str, ignore: ArrayLike = ()
) -> pd.DataFrame:
    """
    The words of the articles of group `a` beside those of group `b`.

    `counts` is from `word_counts`; `groups` has doc_id and group, one row per article, also for
    articles without words; articles of neither group are left out. Words of `ignore` (function
    words, the outlet's own name) are not compared, but count as words. Returns one row per word
    that either group has, KEYNESS_COLUMNS, most typical of `a` first, of `b` last (by z).
    `tested.sum()` is the number of comparisons: always print it.

    Log-odds with an informative Dirichlet prior: Monroe, Colaresi and Quinn (2008), Political
    Analysis 16, 372-403. LRC: Evert (2022), on articles rather than tokens as Egbert and Biber
    (2019) ask. Wrong where articles copy each other or one source writes most of a group: its
    masthead is then "typical". Raises SettingError for a group of fewer than 5 articles, two
    groups that are one, or an article in two rows of `groups`.
    """
    chosen = groups.loc[groups["group"].isin([a, b]), ["doc_id", "group"]]
    sizes = group_sizes(chosen, a, b)
    table = _by_word(counts.merge(chosen, on="doc_id"), a, b)
    tokens = table["count_a"].to_numpy(), table["count_b"].to_numpy()
    table["log_odds"], table["z"] = log_odds(*tokens, prior=prior_of(*tokens))
    table = table[~table["word"].isin([fold(str(word)) for word in np.asarray(ignore)])]
    table = _with_tests(table.reset_index(drop=True), sizes)
    ordered = table.sort_values(["z", "word"], ascending=[False, True], ignore_index=True)
    return ordered[KEYNESS_COLUMNS]


def prior_of(count_a: ArrayLike, count_b: ArrayLike) -> Floats:
    """
    The informative prior of each word: its share of all tokens, times the weight of the prior.

    `count_a` and `count_b` are the tokens of each word. The weight is 1 % of the mean number of
    tokens of the two groups, at least 10 and at most 1,000 (a choice of ours).
    """
    both = np.asarray(count_a, dtype=float) + np.asarray(count_b, dtype=float)
    total = both.sum()
    weight = np.clip(0.01 * total / 2, 10, 1000)
    return weight * both / total if total else both


def log_odds(
    count_a: ArrayLike, count_b: ArrayLike, *, prior: ArrayLike = 1.0
) -> tuple[Floats, Floats]:
    """
    Return the log-odds-ratio of each word between two groups, and its z.

    Arrays of the tokens of each word, all words of the groups; `prior` (an array, or one number
    for each word) is added to the counts of both. Above 0: more in a. Infinite or NaN if a word
    with prior 0 is missing in a group.

    Monroe, Colaresi and Quinn (2008). The z treats tokens as independent, which
    they are not: it ranks, it does not test.
    """
    a, b = np.asarray(count_a, dtype=float), np.asarray(count_b, dtype=float)
    added = np.broadcast_to(np.asarray(prior, dtype=float), a.shape)
    a, b = a + added, b + added
    with np.errstate(divide="ignore", invalid="ignore"):
        delta = np.log(a / (a.sum() - a)) - np.log(b / (b.sum() - b))
        return delta, delta / np.sqrt(1 / a + 1 / b)


def g2(a: Counted, b: Counted) -> Floats:
    """
    The log-likelihood ratio of a two-by-two table: with and without, in a and b; 0 or more.

    `a` and `b` are (count, total), numbers or arrays of one shape. The form of Dunning (1993),
    Comput. Linguist. 19, 61-74, with four terms, as quanteda has it. 3.84, 6.63, 10.83 are the 5,
    1 and 0.1 % points if units are independent. `ucrel` is the form with two terms.
    """
    x, n, y, m = (np.asarray(part, dtype=float) for part in (*a, *b))
    rest = _two_terms(n - x, m - y, n, m)
    return np.maximum(2 * (_two_terms(x, y, n, m) + rest), 0)


def ucrel(a: Counted, b: Counted) -> Floats:
    """
    The log-likelihood of Rayson's calculator (UCREL, Lancaster), which has two terms; 0 or more.

    Arguments as in `g2`. It leaves out the words that are not the word, and so is a little smaller
    for rare words and far smaller for common ones: compare only with numbers made the same way.
    """
    x, n, y, m = (np.asarray(part, dtype=float) for part in (*a, *b))
    return np.maximum(2 * _two_terms(x, y, n, m), 0)


def log_ratio(a: Counted, b: Counted) -> Floats:
    """
    The base-2 logarithm of the share of a over that of b: 1 is twice as much, -1 half as much.

    Arguments as in `g2`. A count of 0 is taken as 0.5, as Hardie does; so such a value says
    little. NaN where both are 0.
    """
    x, n, y, m = (np.asarray(part, dtype=float) for part in (*a, *b))
    none = (x == 0) & (y == 0)
    x, y = np.where(x == 0, 0.5, x), np.where(y == 0, 0.5, y)
    return np.where(none, np.nan, np.log2(x / n) - np.log2(y / m))


def lrc(a: Counted, b: Counted, *, comparisons: int = 1, level: float = 0.95) -> Floats:
    """
    A cautious log ratio: the bound of its interval that is nearer 0, or 0 if it holds 0.

    Arguments as in `g2`; `comparisons` is the number of words that are compared, and the interval
    holds for all of them at once (Bonferroni). Rankings by it put neither rare words first, as the
    log ratio does, nor common ones, as G2 does. Too cautious where the counts are nearly the
    totals, as they are taken as rare.

    Evert (2022), "Measuring keyness"; the exact conditional interval of `exact_rate_ratio`.
    """
    narrow = exact_rate_ratio(a, b, level=1 - (1 - level) / max(comparisons, 1))
    with np.errstate(divide="ignore"):
        low, high = np.log2(narrow.low), np.log2(narrow.high)
    return np.where(low > 0, low, np.where(high < 0, high, 0.0 * (narrow.low + 1)))


def _by_word(rows: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """Tokens and articles of each word in each group."""
    parts = rows.groupby(["word", "group"], observed=True)["count"].agg(["sum", "size"])
    wide = parts.unstack(fill_value=0)
    columns = {
        f"{name}_{side}": wide.get((kind, group), 0)
        for name, kind in (("count", "sum"), ("docs", "size"))
        for side, group in (("a", a), ("b", b))
    }
    return pd.DataFrame(columns, index=wide.index).astype("int64").reset_index()


def _with_tests(table: pd.DataFrame, sizes: tuple[int, int]) -> pd.DataFrame:
    from scipy.special import chdtrc

    tested = (table["docs_a"] + table["docs_b"] >= LEAST_ARTICLES).to_numpy()
    a, b = (table["docs_a"].to_numpy(), sizes[0]), (table["docs_b"].to_numpy(), sizes[1])
    scores = {"lrc": lrc(a, b, comparisons=int(tested.sum())), "g2": g2(a, b)}
    scores["p"] = chdtrc(1, scores["g2"])
    scores = {name: np.where(tested, values, np.nan) for name, values in scores.items()}
    q = benjamini_hochberg(scores["p"])
    kept = tested & (q < LEAST_Q) & (scores["lrc"] != 0)
    return table.assign(log_ratio=log_ratio(a, b), **scores, q=q, tested=tested, kept=kept)


def _two_terms(x: Floats, y: Floats, n: Floats, m: Floats) -> Floats:
    """Observed times log of observed over expected, for two cells; 0 log 0 is 0."""
    from scipy.special import rel_entr

    share = (x + y) / (n + m)
    return rel_entr(x, n * share) + rel_entr(y, m * share)
