"""Scores of words that other programs print, so that a list of theirs can be held beside ours.

None of them orders or tests anything here: `keyness.py` says what does, and why.
"""

from __future__ import annotations

import numpy as np

from dateline.stats.intervals import Counted, Floats
from dateline.stats.keyness import ucrel


def chi_squared(a: Counted, b: Counted, *, corrected: bool = False) -> Floats:
    """
    Pearson's chi-squared of a two-by-two table: with and without, in a and b; 0 or more.

    `a` and `b` are (count, total), numbers or arrays of one shape. `corrected` takes Yates's half
    from each distance, never more than the distance. NaN where a word is in both all or none.
    Where an expected number is below 5 it is too large: `keyness.g2` is better there.

    Pearson (1900); Yates (1934), J. R. Stat. Soc. Suppl. 1, 217-235.
    """
    x, n, y, m = _parts(a, b)
    share = (x + y) / (n + m)
    distance = np.abs(x - n * share)
    if corrected:
        distance = np.maximum(distance - 0.5, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return distance**2 * (n + m) / (n * m * share * (1 - share))


def pointwise_information(a: Counted, b: Counted) -> Floats:
    """
    The natural logarithm of how often a word is in a over how often it would be by its share.

    Arguments as in `chi_squared`; minus infinite where a has none, NaN where neither has any. It
    puts words first that stand once, in a alone.

    Church and Hanks (1990), Comput. Linguist. 16, 22-29, with the base e, as quanteda has it.
    """
    x, n, y, m = _parts(a, b)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(x / (n * (x + y) / (n + m)))


def percent_difference(a: Counted, b: Counted) -> Floats:
    """
    How much more of a word is in a than in b, in percent of the share in b; -100 or more.

    Arguments as in `chi_squared`; infinite where b has none (other programs put a tiny number in
    its place and print a huge one), NaN where neither has any.

    Gabrielatos and Marchi (2012), "%DIFF", as in UCREL's calculator.
    """
    x, n, y, m = _parts(a, b)
    with np.errstate(divide="ignore", invalid="ignore"):
        return 100 * ((x / n) / (y / m) - 1)


def bic(a: Counted, b: Counted) -> Floats:
    """
    The log-likelihood of UCREL less the log of the size of both corpora.

    Arguments as in `chi_squared`. Below 0 the evidence is for no difference; 2, 6 and 10 are the
    usual steps of evidence for one. It takes words as independent, which they are not.

    Wilson (2013), "Embracing Bayes factors for key item analysis", as in UCREL's calculator.
    """
    _, n, _, m = _parts(a, b)
    return ucrel(a, b) - np.log(n + m)


def ell(a: Counted, b: Counted) -> Floats:
    """
    The log-likelihood of UCREL as a part of the most that it could be: an effect size, 0 to 1.

    Arguments as in `chi_squared`: it is divided by the size of both corpora and by the log of the
    smaller of the two expected counts. NaN where that count is 1 or less, as it then says nothing.

    Johnston, Berry and Mielke (2006), Percept. Mot. Skills 103, 412-414.
    """
    x, n, y, m = _parts(a, b)
    least = np.minimum(n, m) * (x + y) / (n + m)
    return ucrel(a, b) / ((n + m) * np.log(np.where(least > 1, least, np.nan)))


def _parts(a: Counted, b: Counted) -> tuple[Floats, ...]:
    return tuple(np.asarray(part, dtype=float) for part in (*a, *b))
