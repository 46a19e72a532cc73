"""The formulas of a search for one change: arrays in, arrays out.

Rows of an array are the non-empty periods in order, columns are themes. Position k lies between
row k and row k + 1: the first k + 1 periods are before the change.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from dateline.stats.intervals import Floats, normal_point

# Slopes of the log rate from the first period to the last that are tried: e^60 times as much.
STEEPEST = 60.0


class Weighed(NamedTuple):
    """What is likely of one change, if chances are given to rates and positions beforehand."""

    chances: Floats  # of each position, if there is a change; they add up to 1
    before: float  # the rate to be expected, over all positions
    after: float
    evidence: float  # for one change against none: natural log of the Bayes factor


def step_gain(hits: Floats, expected: Floats) -> Floats:
    """
    How much better two rates fit than one, for each position: twice the log likelihood ratio.

    `hits` and what was `expected` of one rate (sizes do as well: a factor makes no difference)
    are (periods, themes), and the result (periods - 1, themes). The likelihood is Poisson's.
    """
    early, base = np.cumsum(hits, axis=0), np.cumsum(expected, axis=0)
    whole, late = early[-1:], np.maximum(early[-1:] - early[:-1], 0)
    rest = np.maximum(base[-1:] - base[:-1], 0)
    return 2 * (_term(early[:-1], base[:-1]) + _term(late, rest) - _term(whole, base[-1:]))


def trend_gain(hits: Floats, expected: Floats, times: Floats) -> Floats:
    """
    How much better a rate that grows by an equal factor each time fits than one that is constant.

    `times` has a number for each period. The likelihood has one maximum over the slope; it is
    found by halving, to the last digits, within STEEPEST. Returns one number a theme.
    """
    span = (times - times[0]) / (times[-1] - times[0])
    total = np.maximum(hits.sum(axis=0), 1e-300)
    mean = span @ hits / total
    low, high = (np.full(hits.shape[1], end) for end in (-STEEPEST, STEEPEST))
    for _ in range(60):
        slope = (low + high) / 2
        rates = expected * np.exp(slope * (span[:, None] - 0.5))
        above = span @ rates / np.maximum(rates.sum(axis=0), 1e-300) > mean
        low, high = np.where(above, low, slope), np.where(above, slope, high)
    grown = np.log(np.maximum(rates.sum(axis=0), 1e-300) / np.maximum(expected.sum(axis=0), 1e-300))
    return np.where(hits.sum(axis=0) > 0, 2 * total * (slope * (mean - 0.5) - grown), 0.0)


def stratified_ratio(
    hits: Floats, sizes: Floats, *, factor: float, t_point: float
) -> tuple[float, float, float]:
    """
    The rate after over the rate before, within sources, with its interval.

    Both arrays are (2, sources): before and after. Mantel and Haenszel's estimate with the
    variance of Greenland and Robins (1985), Biometrics 41, 55-68, times the dispersion `factor`;
    with one source this is `rate_ratio`. Where one side has no hits, half a hit is added to each
    side, divided among sources by their sizes. NaN where no source has both sides.
    """
    whole = sizes.sum(axis=0)
    shared = (sizes > 0).all(axis=0)
    x, w = hits[:, shared], sizes[:, shared] / whole[shared]
    if not shared.any() or x.sum() == 0:
        return (float("nan"),) * 3
    if (x.sum(axis=1) == 0).any():
        x = x + 0.5 * whole[shared] / whole[shared].sum()
    after, before = (x[1] * w[0]).sum(), (x[0] * w[1]).sum()
    variance = factor * (x.sum(axis=0) * w[0] * w[1]).sum() / (after * before)
    reach = np.exp(t_point * np.sqrt(variance))
    return after / before, after / before / reach, after / before * reach


def position_chances(hits: Floats, expected: Floats, *, factor: float, prior: float) -> Floats:
    """
    How likely each position is, if there is one change and every position was as likely before.

    One theme: both arrays (periods,); the result has one number a position and adds up to 1. The
    rates have the priors of `weigh_change`.
    """
    return weigh_change(hits, expected, factor=factor, prior=prior).chances


def weigh_change(hits: Floats, expected: Floats, *, factor: float, prior: float) -> Weighed:
    """
    One change against none, of one theme: what a Bayesian would hold of it, for display.

    Both arrays (periods,). Both rates have Gamma(prior, prior) priors in units of `expected`, all
    positions are as likely before, and the likelihood is tempered by the dispersion `factor`. The
    evidence hangs on the prior and allows for nothing that a permutation does: it is no p.
    """
    early, base = np.cumsum(hits)[:-1] / factor, np.cumsum(expected)[:-1] / factor
    late, rest = hits.sum() / factor - early, expected.sum() / factor - base
    score = _evidence(early, base, prior) + _evidence(late, rest, prior)
    chances = np.exp(score - score.max())
    two_rates = score.max() + np.log(chances.mean())
    chances = chances / chances.sum()
    one_rate = _evidence(hits.sum() / factor, expected.sum() / factor, prior)
    return Weighed(
        chances=chances,
        before=float(chances @ ((prior + early) / (prior + base))),
        after=float(chances @ ((prior + late) / (prior + rest))),
        evidence=float(two_rates - one_rate),
    )


def plausible_limit(level: float = 0.95) -> float:
    """How far below the best gain a position may lie: 3.84, chi-squared with one degree."""
    return normal_point(level) ** 2


def _term(hits: Floats, expected: Floats) -> Floats:
    """x ln(x / w), which is 0 at x = 0."""
    some = (hits > 0) & (expected > 0)
    return np.where(some, hits * np.log(np.where(some, hits, 1) / np.where(some, expected, 1)), 0.0)


def _evidence(hits: Floats | float, size: Floats | float, prior: float) -> Floats:
    """Log marginal likelihood of Poisson counts with a Gamma(prior, prior) rate, less constants."""
    from scipy.special import gammaln

    fixed = prior * np.log(prior) - gammaln(prior)
    return fixed + gammaln(prior + hits) - (prior + hits) * np.log(prior + size)
