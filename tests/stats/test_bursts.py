import itertools

import numpy as np
import pandas as pd
import pytest

from dateline.errors import SettingError
from dateline.stats.bursts import (
    BURST_COLUMNS,
    FEW,
    NO_BURST,
    NOT_DAILY,
    find_bursts,
    find_states,
)

# The example of the PyPI package burst_detection. Deciding batch by batch, it gives
# [0, 0, 0, 0, 1, 0, 1, 1, 0, 0]; the path of least cost is the one below.
COUNT = [0, 2, 1, 6, 7, 2, 8, 7, 2, 1]
TOTAL = [9, 11, 12, 10, 10, 8, 12, 10, 13, 11]
STATES = [0, 0, 0, 1, 1, 0, 1, 1, 0, 0]


def _documents(count, total, *, freq="D"):
    days = pd.date_range("2022-01-01", periods=len(total), freq=freq).as_unit("us")
    rows = [
        (f"{day:%j}-{n}", day, float(n < k))
        for day, size, k in zip(days, total, count, strict=True)
        for n in range(size)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "period", "x"])


def _cost(states, count, total):
    """Kleinberg's cost of a path, term by term."""
    usual = sum(count) / sum(total)
    cost, before = 0.0, 0
    for state, x, n in zip(states, count, total, strict=True):
        share = usual * (1 + state)
        cost += (state > before) * np.log(len(count))
        cost -= x * np.log(share) + (n - x) * np.log(1 - share)
        before = state
    return cost


def test_the_usual_share_of_the_example_is_that_of_all_days():
    assert sum(COUNT) / sum(TOTAL) == pytest.approx(0.339623, abs=5e-7)


def test_the_example_has_the_two_bursts_of_the_cheapest_path():
    assert find_states(COUNT, TOTAL).tolist() == STATES


def test_no_other_path_is_cheaper():
    paths = itertools.product((0, 1), repeat=len(COUNT))
    assert list(min(paths, key=lambda path: _cost(path, COUNT, TOTAL))) == STATES


def test_a_dearer_burst_is_rarer_and_a_free_one_is_every_day_that_fits():
    assert find_states(COUNT, TOTAL, gamma=20).sum() == 0
    assert find_states(COUNT, TOTAL, gamma=0).sum() >= sum(STATES)


def test_a_day_without_documents_neither_starts_nor_ends_a_burst():
    count, total = [0] * 10 + [9, 0, 9] + [0] * 10, [10] * 11 + [0] + [10] * 11
    assert np.flatnonzero(find_states(count, total)).tolist() == [10, 11, 12]


@pytest.mark.parametrize("count", [[0, 0, 0], [4, 4, 4]], ids=["never", "always"])
def test_what_never_varies_has_no_burst(count):
    assert find_states(count, [4, 4, 4]).tolist() == [0, 0, 0]


def test_a_theme_of_more_than_half_of_all_documents_can_burst_too():
    assert find_states([5] * 8 + [10] * 4, [10] * 12).tolist() == [0] * 8 + [1] * 4


def test_bursts_are_told_with_their_days_and_shares():
    table = find_bursts(_documents([k * 2 for k in COUNT], [n * 2 for n in TOTAL]))
    assert table["start"].dt.day.tolist() == [4, 7]
    assert table["end"].dt.day.tolist() == [5, 8]
    assert table["share"].tolist() == pytest.approx([26 / 40, 30 / 44])
    assert table["usual"].tolist() == pytest.approx([36 / 106] * 2)
    assert (table["weight"] > np.log(10)).all()


def test_below_200_documents_there_is_a_row_with_the_reason():
    table = find_bursts(_documents(COUNT, TOTAL))
    assert table["reason"].tolist() == [FEW]
    assert table["start"].isna().all()


def test_months_are_no_days():
    table = _documents([9] * 12, [20] * 12, freq="MS")
    assert find_bursts(table)["reason"].tolist() == [NOT_DAILY]


def test_a_theme_without_a_burst_has_a_row_too():
    table = find_bursts(_documents([5] * 20, [12] * 20).assign(never=0.0))
    assert table["theme"].tolist() == ["x", "never"]
    assert table["reason"].tolist() == [NO_BURST] * 2
    assert {name: str(kind) for name, kind in table.dtypes.items()} == BURST_COLUMNS


@pytest.mark.parametrize(
    ("count", "options"), [([5], {}), ([-1], {}), ([1], {"times": 1}), ([1], {"gamma": -1})]
)
def test_what_cannot_be_is_refused(count, options):
    with pytest.raises(SettingError):
        find_states(count, [4], **options)
