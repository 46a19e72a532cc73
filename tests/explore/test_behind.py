"""The sentences behind a point are those of the articles that it counts."""

import pytest

from dateline.explore.behind import BEHIND_COLUMNS


def test_a_point_opens_the_sentences_of_its_period_and_theme(model, doc_id):
    (row,) = model.passages_at("trade", "2022-03-01").to_dict("records")
    assert row["doc_id"] == doc_id("gazette/four.txt") and row["keyword"] == "tariff"
    assert row["weight"] == 1 and row["change"] == ""


@pytest.mark.parametrize(("unit", "paths"), [
    ("stories", ["courier/one.txt"]),
    ("articles", ["courier/one.txt", "gazette/five.txt"]),
    ("outlets", ["courier/one.txt", "gazette/five.txt"]),
])  # fmt: skip
def test_copies_are_there_only_where_they_count(model, unit, paths):
    model.select(unit=unit)
    assert model.passages_at("trade", "2022-01-01")["path"].tolist() == paths


def test_the_articles_behind_a_point_add_up_to_its_count(model):
    for point in model.series().to_dict("records"):
        behind = model.passages_at(point["theme"], point["period"]).drop_duplicates("doc_id")
        assert behind["weight"].sum() == point["count"], point


def test_what_an_edit_gains_and_loses_is_marked(model):
    model.edit_theme("trade", "cars")
    behind = model.passages_at("trade", "2022-01-01")
    assert list(zip(behind["keyword"], behind["change"], strict=True)) == [
        ("tariffs", "gone"),
        ("cars", "new"),
    ]


def test_a_point_without_a_mention_has_an_empty_table(model):
    behind = model.passages_at("talks", "2022-02-01")
    assert behind.empty and list(behind) == list(BEHIND_COLUMNS)
