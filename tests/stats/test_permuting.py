import numpy as np
import pandas as pd

from dateline.stats.change_search import Search
from dateline.stats.permuting import (
    AT_ONCE,
    add_hits,
    add_sizes,
    permuted_gains,
    source_rates,
)


def _search(rows):
    columns = ["doc_id", "source", "period", "weight", "size", "x"]
    table = pd.DataFrame(rows, columns=columns)
    return Search(table.assign(period=pd.to_datetime(table["period"])), ["x"])


# Two documents of A, one of them in two months; one of B.
ROWS = [
    ("b", "B", "2022-02-01", 1.0, 100.0, 3.0),
    ("a1", "A", "2022-01-01", 1.0, 200.0, 5.0),
    ("a2", "A", "2022-01-01", 0.25, 400.0, 0.0),
    ("a2", "A", "2022-02-01", 0.75, 400.0, 0.0),
]


def test_in_their_own_slots_documents_add_up_to_the_table():
    slots, own = _search(ROWS).laid_out, np.arange(3)
    assert add_hits(slots, own).tolist() == [[5], [3]]
    assert add_sizes(slots, own).tolist() == [[300, 0], [300, 100]]


def test_a_document_takes_its_size_and_hits_to_the_slot_of_another():
    slots, swapped = _search(ROWS).laid_out, np.array([1, 0, 2])
    # a1 is now a quarter in January, a2 wholly.
    assert add_hits(slots, swapped).tolist() == [[1.25], [3 + 3.75]]
    assert add_sizes(slots, swapped).tolist() == [[450, 0], [150, 100]]


def test_rates_are_those_of_whole_documents_by_source():
    assert source_rates(_search(ROWS).laid_out).tolist() == [[5 / 600], [0.03]]


def test_documents_change_places_only_within_their_source():
    # Each source has one period: nothing can move, so every gain is that of the table itself.
    rows = [
        (f"{source}{n}", source, period, 1.0, 1.0, n % hits == 0)
        for source, period, hits in (("A", "2022-01-01", 2), ("B", "2022-02-01", 5))
        for n in range(10)
    ]
    search = _search(rows)
    gains = permuted_gains(search.laid_out, np.array([True]), permutations=20, seed=1)
    assert np.allclose(gains, search.gains)


def test_the_same_seed_gives_the_same_gains_and_another_does_not():
    rows = [
        (f"{n:02}", "A", f"2022-{1 + n % 4:02}-01", 1.0, 1.0, float(n % 3 == 0)) for n in range(40)
    ]
    slots, allowed = _search(rows).laid_out, np.ones(3, dtype=bool)
    first, again, other = (
        permuted_gains(slots, allowed, permutations=30, seed=seed) for seed in (1, 1, 2)
    )
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_the_first_permutations_are_the_same_however_many_follow():
    rows = [
        (f"{n:02}", "A", f"2022-{1 + n % 4:02}-01", 1.0, 1.0 + n, float(n % 3)) for n in range(12)
    ]
    slots, allowed = _search(rows).laid_out, np.ones(3, dtype=bool)
    many = AT_ONCE // 4 + 3
    few, all_of_them = (
        permuted_gains(slots, allowed, permutations=number, seed=1) for number in (3, many)
    )
    assert np.array_equal(all_of_them[:3], few)
    assert len(all_of_them) == many and np.isfinite(all_of_them).all()


def test_a_theme_has_the_gains_that_it_has_alone():
    rows = [
        (f"{n:02}", "A", f"2022-{1 + n % 4:02}-01", 1.0, 1.0, float(n % 3 == 0)) for n in range(40)
    ]
    alone, allowed = _search(rows), np.ones(3, dtype=bool)
    table = alone.table.assign(y=alone.table["x"].to_numpy()[::-1])
    both = Search(table, ["y", "x"])
    found = [permuted_gains(one.laid_out, allowed, permutations=9, seed=1) for one in (alone, both)]
    assert np.array_equal(found[0][:, 0], found[1][:, 1])
