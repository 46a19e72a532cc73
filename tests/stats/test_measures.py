"""The registry of measures, sizes of articles, and what is drawn at which size."""

import numpy as np
import pandas as pd
import pytest

from dateline.articles.counted import ITEMS
from dateline.articles.sentences import sentence_spans
from dateline.errors import SettingError
from dateline.stats.measures import (
    MEASURES,
    UNITS,
    article_sizes,
    draw_kind,
    find_measure,
    is_thin,
    tidy,
)
from dateline.themes.tokens import tokenize

TEXTS = ["Tariffs rose. Mr. Lee left the U.S.\n\nA title", "新税。旧税。", "One"]


def texts(*problems: str) -> pd.DataFrame:
    ids = [f"d{number}" for number in range(len(TEXTS))]
    return pd.DataFrame({"doc_id": ids, "text": TEXTS, "problem": problems or ""})


def test_every_unit_that_puts_items_into_periods_has_a_measure():
    assert UNITS == tuple(ITEMS) == ("stories", "articles", "outlets", "sentences", "words")
    assert {unit: MEASURES[unit].item for unit in UNITS} == ITEMS


@pytest.mark.parametrize("unit", UNITS)
def test_each_measure_states_question_denominator_axis_and_caption(unit):
    measure = find_measure(unit)
    assert measure.unit == unit and measure.question.endswith("?")
    assert "each month" in measure.axis.format(period="month")
    assert measure.noun in measure.denominator
    assert "tariffs" in measure.caption.format(theme="tariffs")


def test_only_words_are_not_a_share():
    assert [unit for unit in UNITS if not MEASURES[unit].is_share] == ["words"]
    assert MEASURES["words"].per == 10_000


def test_an_unknown_unit_is_refused():
    with pytest.raises(SettingError, match="choose one of stories, articles"):
        find_measure("pages")


def test_the_registry_cannot_be_changed():
    with pytest.raises(TypeError):
        MEASURES["pages"] = MEASURES["words"]


def test_sizes_are_the_sentences_and_tokens_of_each_text():
    found = article_sizes(texts())
    spans = [sentence_spans(text) for text in TEXTS]
    assert found["sentences"].tolist() == [len(part) for part in spans] == [3, 2, 1]
    words = [len(tokenize(text, part)) for text, part in zip(TEXTS, spans, strict=True)]
    assert found["words"].tolist() == words == [10, 4, 1]


def test_articles_with_a_problem_have_no_size():
    assert article_sizes(texts("", "no text", ""))["doc_id"].tolist() == ["d0", "d2"]
    assert article_sizes(texts("no text", "no text", "no text")).empty


@pytest.mark.parametrize(
    ("n", "kind"),
    [(0, "rows"), (12, "rows"), (13, "points"), (300, "points"), (301, "ribbons")],
)
def test_the_size_of_the_corpus_says_how_it_is_drawn(n, kind):
    assert draw_kind(n) == kind


def test_thin_totals_are_above_none_and_below_three_but_for_rounding():
    totals = pd.Series([0, 0.016, 2.9991, 2.9999995, 3, 7])
    assert is_thin(totals).tolist() == [False, True, True, False, False, False]


def test_seven_sevenths_are_one():
    assert tidy(np.array([sum([1 / 7] * 7), 0.125, 0.999])).tolist() == [1, 0.125, 0.999]
