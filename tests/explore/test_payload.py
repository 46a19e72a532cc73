"""What the front end is told."""

import json

import pytest

from dateline.explore import payload
from dateline.explore.payload import (
    chart_payload,
    choices_payload,
    moves_payload,
    passages_payload,
    terms_payload,
)


def test_all_of_it_is_plain_json(model):
    model.select(unit="words", themes=("trade", "us"))
    model.edit_theme("trade", "duty")
    parts = [choices_payload(model), chart_payload(model), terms_payload(model, "trade")]
    parts.append(passages_payload(model, "trade", "2022-01-01"))
    parts.append(moves_payload(model, model.moves()))
    assert json.loads(json.dumps(parts, allow_nan=False)) == parts


def test_themes_and_sources_come_with_their_numbers_of_articles(model):
    choices = choices_payload(model)
    themes = [(theme["name"], theme["articles"], theme["chosen"]) for theme in choices["themes"]]
    assert themes == [
        ("trade", 4, True), ("trade.steel", 1, False), ("talks", 1, True), ("us", 2, False)
    ]  # fmt: skip
    sources = [(source["name"], source["articles"]) for source in choices["sources"]]
    assert sources == [("courier", 3), ("gazette", 3)]


def test_zero_is_a_point_and_a_period_without_articles_is_a_gap(model):
    model.select(themes=("talks",), sources=("gazette",))
    (curve,) = chart_payload(model)["curves"]
    assert [point[:2] for point in curve["points"]] == [[0, 0], [0, None], [0, 0]]


def test_the_curve_of_the_file_is_there_only_for_what_an_edit_moves(model):
    model.edit_theme("talks", "summit*\nmill")
    trade, talks = chart_payload(model)["curves"]
    assert trade["before"] is None and talks["before"] == [0.5, 0, 0]


def test_the_note_says_what_is_not_in_the_chart(model):
    assert "1 of 6 articles are not in the chart: 1 undated." in chart_payload(model)["note"]


def test_a_passage_has_its_sentence_source_date_and_id(model, doc_id):
    shown = passages_payload(model, "trade", "2022-01-01")
    (article,) = shown["articles"]
    (passage,) = article["passages"]
    assert (article["date"], article["known"], article["source"]) == (
        "2022-01-04",
        "stated",
        "courier",
    )
    assert passage["pre"] + passage["keyword"] + passage["post"] == (
        "Washington raises the tariffs on cars again."
    )
    assert passage["id"] == f"{doc_id('courier/one.txt')}:3"


def test_of_many_passages_some_are_shown_and_all_are_counted(model, monkeypatch):
    monkeypatch.setattr(payload, "MOST_PASSAGES", 1)
    model.select(unit="articles")
    shown = passages_payload(model, "trade", "2022-01-01")
    assert (shown["found"], shown["shown"], len(shown["articles"])) == (2, 1, 1)


@pytest.mark.parametrize(("theme", "nested"), [("trade", ["Trade: steel"]), ("talks", [])])
def test_the_terms_of_a_theme_name_the_parts_that_count_with_it(model, theme, nested):
    shown = terms_payload(model, theme)
    assert shown["nested"] == nested and not shown["edited"]


def test_moved_counts_are_named_in_words(model):
    moves = moves_payload(model, model.edit_theme("talks", "summit*\nmill"))
    assert moves["noun"] == "stories"
    assert moves["rows"] == [
        {"label": "Talks", "when": "2022-02", "before": 0, "after": 1, "change": 1}
    ]
