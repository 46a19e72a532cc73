import itertools
import json
from pathlib import Path

import numpy as np
import pytest

from dateline.errors import SettingError
from dateline.stats.segments import find_segments

# Disasters in British coal mines, 1851 to 1962; the ends are those of the R package changepoint
# (cpt.meanvar, PELT, Poisson) with these penalties.
COAL = json.loads((Path(__file__).parents[1] / "cases" / "coal.json").read_text("utf-8"))["counts"]
TOY = [2, 3, 1, 2, 3, 2, 9, 8, 10, 7, 9, 8]


@pytest.mark.parametrize(
    ("logs", "ends"),
    [(1, [41, 79, 92, 95, 97, 112]), (2, [41, 97, 112]), (3, [41, 112])],
)
def test_the_coal_series_is_cut_where_changepoint_cuts_it(logs, ends):
    found = find_segments(COAL, np.ones(112), penalty=logs * np.log(112))
    assert found.tolist() == ends


def test_two_levels_are_cut_once_as_by_ruptures():
    # ruptures, Pelt(model="l2", min_size=2, jump=1), penalty 10.
    assert find_segments(TOY, np.ones(12)).tolist() == [6, 12]


def _cost(ends, hits, sizes, penalty):
    """The cost of a way to cut, stretch by stretch."""
    pairs = zip([0, *ends], ends, strict=False)
    sums = [(sum(hits[a:b]), sum(sizes[a:b])) for a, b in pairs]
    return penalty * len(ends) + sum(2 * x * np.log(w / x) for x, w in sums if x)


def test_no_other_way_to_cut_is_cheaper():
    hits, sizes = [0, 2, 9, 7, 1, 0, 3, 3], [5, 4, 6, 3, 5, 4, 9, 2]
    ways = [[*inner, 8] for n in range(8) for inner in itertools.combinations(range(1, 8), n)]
    best = min(ways, key=lambda ends: _cost(ends, hits, sizes, 2.0))
    assert find_segments(hits, sizes, penalty=2.0).tolist() == best


def test_dispersed_hits_are_cut_less():
    assert find_segments(TOY, np.ones(12), factor=6).tolist() == [12]


def test_empty_periods_are_cut_from_nothing_and_no_periods_have_no_end():
    assert find_segments([0, 0, 0], [1, 0, 1]).tolist() == [3]
    assert find_segments([], []).tolist() == []


@pytest.mark.parametrize(
    ("hits", "options"),
    [([1], {}), ([-1, 0], {}), ([1, 1], {"factor": 0.5}), ([1, 1], {"penalty": -1})],
)
def test_what_cannot_be_is_refused(hits, options):
    with pytest.raises(SettingError):
        find_segments(hits, [4, 4], **options)
