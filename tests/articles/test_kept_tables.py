"""Tables come back as they were, or are not packed at all."""

import pandas as pd
import pytest

from dateline.articles.kept_tables import pack_tables, unpack_tables

DAYS = pd.to_datetime(pd.Series(["2022-03-01", None])).astype("datetime64[us]")
TABLES = {
    "texts": pd.DataFrame({"text": ["ü\n", ""]}),
    "missing": pd.DataFrame({"text": ["a", None]}, dtype="str"),
    "days": pd.DataFrame({"date": DAYS}),
    "numbers": pd.DataFrame({"n": [1, -2], "share": [0.1, float("nan")], "used": [True, False]}),
    "half a character": pd.DataFrame({"text": ["\ud83d", "\ud83d\ude00"]}, dtype=object),
    "empty": pd.DataFrame([], columns=["doc_id", "other"]),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_comes_back_with_its_types(name):
    table = TABLES[name]
    back = unpack_tables(pack_tables({name: table}))[name]
    pd.testing.assert_frame_equal(back, table, check_exact=True)
    assert [type(value) for value in back.index] == [type(value) for value in table.index]


def test_several_tables_keep_their_names_and_order():
    assert list(unpack_tables(pack_tables(TABLES))) == list(TABLES)


@pytest.mark.parametrize(
    "table",
    [
        pd.DataFrame({"mixed": ["a", 1]}, dtype=object),
        pd.DataFrame({"n": [1, 2]}, index=[5, 6]),
        pd.DataFrame({"n": [1, 2, 3]}).iloc[1:],
        pd.DataFrame({1: ["a"]}),
        pd.DataFrame(),
    ],
)
def test_what_would_come_back_otherwise_is_not_packed(table):
    assert pack_tables({"table": table}) == b""


def test_the_same_tables_are_the_same_bytes():
    assert pack_tables(TABLES) == pack_tables(TABLES)
