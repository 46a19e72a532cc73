"""The words of every unit: shares in percent, mentions in 10,000 words."""

import pandas as pd
import pytest

from dateline.articles import Timeframe
from dateline.charts import (
    caption_index,
    caption_shares,
    describe_heatmap,
    describe_index,
    describe_share,
    draw_heatmap,
    draw_shares,
    index_series,
    say_sources,
    word_totals,
)

METHOD = "gamma, pooled dispersion"
NAMES = {"war": "War", "sanctions": "Sanctions"}
QUARTERS = Timeframe("quarter")


@pytest.fixture
def words(series):
    """Totals 800, 0, 400 and 1000 words; mentions as in `series`."""
    table = series.assign(unit="words", total=series["total"] * 200, method=METHOD)
    share = 10_000 * table["count"] / table["total"].where(table["total"] > 0)
    return table.assign(share=share, low=share * 0.5, high=share * 2)


def test_words_are_described_by_mentions_in_ten_thousand(words):
    text = describe_share(words[words["theme"] == "sanctions"], "sanctions")
    assert "the mentions of sanctions in 10,000 words of distinct stories, by quarter" in text
    assert "It is 12.5 in 10,000 (1 in 800 words) in 2022 Q1 and 0 in 10,000 (0 in 1000" in text
    assert "%" not in text


def test_the_extremes_of_words_are_mentions(words):
    text = describe_heatmap(words, NAMES)
    assert "Most often: War, 5 mentions in 2200 words; least: Sanctions, 2." in text
    assert "The highest rate is that of War: 37.5 in 10,000 (3 in 800 words) in 2022 Q1." in text


def test_a_heat_map_of_words_prints_rates_and_mentions(words):
    texts = {text.get_text() for text in draw_heatmap(words, labels=NAMES).texts}
    assert {"37.5", "12.5", "3"} <= texts and not any("%" in text for text in texts)


def test_the_caption_of_words_names_the_gamma_interval(words, left_out):
    caption = caption_shares(
        words, left_out.assign(unit="words"), labels=NAMES, timeframe=QUARTERS, spread=1
    )
    assert caption.startswith("Mentions of each theme in 10,000 words of distinct stories, by")
    assert "Band: 95 % gamma interval with pooled dispersion. Gap: no words." in caption
    assert "1 story may lie in more than one quarter" in caption


def test_outlets_are_called_uptakes(series):
    text = describe_share(series[series["theme"] == "war"].assign(unit="outlets"), "war")
    assert "share of uptakes (a source that runs a story) that mention war" in text
    assert "No uptakes in 1 quarter" in text


def totals_of(unit, **numbers):
    row = {"theme": "war", "unit": unit, "method": "wilson"} | numbers
    return word_totals(pd.DataFrame([row]), NAMES).iloc[0].tolist()


def test_totals_have_their_interval_in_the_cell():
    # Wilson of 3 in 5 is 0.2307 to 0.8824: Newcombe (1998), Stat. Med. 17, 857-872.
    numbers = {"count": 3, "total": 5, "share": 0.6, "low": 0.2307, "high": 0.8824}
    assert totals_of("stories", **numbers) == ["War", "3 of 5 stories", "60 %", "23 to 88 %"]


def test_totals_of_words_are_rates_and_an_unknown_interval_is_blank():
    numbers = {"count": 1, "total": 800, "share": 12.5, "low": float("nan"), "high": float("nan")}
    assert totals_of("words", **numbers) == ["War", "1 mention in 800 words", "12.5 in 10,000", ""]


@pytest.fixture
def indexed(series):
    """The base is the first quarter: sanctions 25 %, war 75 %."""
    base = series["theme"].map({"sanctions": 0.25, "war": 0.75})
    index = series[["period", "theme"]].assign(
        base=base, index=100 * series["share"] / base, low=50.0, high=200.0
    )
    return index_series(series, index)


def test_an_index_has_100_in_its_base_and_a_line_there(indexed, drawn):
    ax = draw_shares(indexed, labels=NAMES).axes[0]
    assert drawn(ax, "line")[0].get_ydata()[0] == pytest.approx(100)
    assert drawn(ax, "base")[0].get_ydata()[0] == 100


def test_an_index_is_described_and_captioned_without_percent(indexed):
    assert "The highest value is 200, of Sanctions in 2022 Q3; the lowest 0, of" in describe_index(
        indexed, NAMES
    )
    base, labels = "2022-01-01 to 2022-03-31", NAMES | {"arms": "Arms"}
    caption = caption_index(indexed, labels=labels, timeframe=QUARTERS, base=base)
    assert caption.endswith("Not mentioned in the base period, so without an index: Arms.")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("a", 9, True)], "All stories are of one source."),
        ([("a", 9, True), ("b", 1, True)], "All 2 sources are there in every period with stories."),
        ([("a", 9, True), ("b", 1, False)], "1 of 2 sources is there in every period with stories "
         "and holds 90 % of them: a change of the sources can look like a change of a theme."),
        ([("a", 9, False), ("b", 1, False)], "None of the 2 sources is there in every period"),
        ([], ""),
    ],
)  # fmt: skip
def test_the_sources_are_said_to_be_the_same_or_not(rows, words):
    table = pd.DataFrame(rows, columns=["source", "documents", "throughout"])
    assert say_sources(table.astype({"throughout": bool})).startswith(words)
