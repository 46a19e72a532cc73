"""What a chart is drawn from goes into JSON and comes back as it was, without articles' text."""

import json

import pandas as pd
import pytest

from dateline.charts.drawing import Drawing
from dateline.report.chart_data import pack_drawing, unpack_arguments

NO_ARTICLES = pd.DataFrame(columns=["doc_id"])


def there_and_back(value, articles=NO_ARTICLES):
    packed = pack_drawing(Drawing("draw_x", {"value": value}))
    return unpack_arguments(json.loads(json.dumps(packed))["arguments"], articles)["value"]


@pytest.mark.parametrize(
    "value",
    [None, True, 3, 0.1, "text", ["a", 1], ("a", (2.5,)), {"a": "A", 1: ["b"]},
     pd.Timestamp("2022-03-01"), float("inf")],
)  # fmt: skip
def test_a_value_comes_back_with_its_type(value):
    back = there_and_back(value)
    assert back == value and type(back) is type(value)


def test_a_table_comes_back_with_its_types_and_its_gaps():
    table = pd.DataFrame({
        "period": pd.Series(pd.to_datetime(["2022-01-01", None])).astype("datetime64[us]"),
        "share": [1 / 3, None], "theme": pd.Series(["a", "b"], dtype="str"), "n": [1, 2],
        "sure": [True, False],
    })  # fmt: skip
    pd.testing.assert_frame_equal(there_and_back(table), table)


def test_rows_that_were_picked_from_a_table_are_numbered_anew():
    picked = pd.DataFrame({"n": [1, 2, 3]}).loc[[2, 0]]
    assert there_and_back(picked)["n"].tolist() == [3, 1]


def test_of_articles_only_the_identifiers_are_kept_and_the_rest_is_looked_up():
    columns = {"path": "p", "date_class": "A", "text": "Secret words."}
    articles = pd.DataFrame({"doc_id": ["d1", "d2", "d3"], **columns})
    packed = pack_drawing(Drawing("draw_x", {"value": articles.iloc[[2, 0]]}))
    assert packed["arguments"] == {"value": {"articles": ["d3", "d1"]}}
    table = articles.drop(columns="text")
    assert there_and_back(articles.iloc[[2, 0]], table)["doc_id"].tolist() == ["d3", "d1"]


def test_running_text_is_left_out_of_any_table():
    table = pd.DataFrame({"theme": ["a"], "pre": ["He said "], "text": ["All of it."]})
    assert list(there_and_back(table).columns) == ["theme"]


@pytest.mark.parametrize("value", [object(), {1, 2}, pd.DataFrame({"n": [1]}, index=["a"])])
def test_what_json_cannot_hold_is_not_kept(value):
    assert pack_drawing(Drawing("draw_x", {"value": value})) is None
