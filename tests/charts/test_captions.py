import pandas as pd
import pytest

from dateline.charts import (
    caption_heatmap,
    caption_share,
    caption_shares,
    caption_timeline,
    caption_volume,
)

LABELS = {"sanctions": "Sanctions", "war": "War"}


def caption(series, left_out):
    return caption_share(series, left_out, label="sanctions", period="quarter")


def reasons(*numbers):
    """A table of what is left out for sanctions: (articles, mention) for each reason."""
    rows = zip(["undated", "too wide", "outside"], numbers, strict=False)
    return pd.DataFrame([("sanctions", reason, *pair) for reason, pair in rows]).set_axis(
        ["theme", "reason", "articles", "mention"], axis=1
    )


def test_a_share_says_unit_band_marks_and_what_is_left_out(sanctions, left_out):
    assert caption(sanctions, left_out) == (
        "Share of distinct stories that mention sanctions, by quarter. "
        "Band: 95 % Wilson interval. Hollow: fewer than 3 stories. Gap: no stories. "
        "2 of 14 stories are undated and not shown; 1 of them mentions sanctions. "
        "1 of 14 stories has a date that is not known to one quarter and is not shown; "
        "it does not mention sanctions."
    )


def test_marks_that_are_not_in_the_chart_are_not_explained(sanctions):
    words = caption(sanctions[sanctions["total"] > 2], reasons((0, 0)))
    assert words == (
        "Share of distinct stories that mention sanctions, by quarter. Band: 95 % Wilson interval."
    )


def test_articles_are_not_called_stories(sanctions):
    words = caption(sanctions.assign(unit="articles"), reasons((3, 2)))
    assert words.startswith("Share of articles that mention sanctions, by quarter.")
    assert "Gap: no articles. 3 of 14 articles are undated" in words
    assert "stor" not in words


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        ((1, 1), "1 of 12 stories is undated and not shown; it mentions sanctions."),
        ((1, 0), "1 of 12 stories is undated and not shown; it does not mention sanctions."),
        ((3, 0), "3 of 14 stories are undated and not shown; none of them mentions sanctions."),
        ((3, 1), "3 of 14 stories are undated and not shown; 1 of them mentions sanctions."),
        ((3, 2), "3 of 14 stories are undated and not shown; 2 of them mention sanctions."),
    ],
)
def test_singular_and_plural_are_right(sanctions, pair, sentence):
    assert caption(sanctions, reasons(pair)).endswith(sentence)


def test_stories_outside_the_days_chosen_are_counted(sanctions):
    words = caption(sanctions, reasons((0, 0), (0, 0), (4, 2)))
    assert "4 of 15 stories are not within the days chosen and not shown; 2 of them" in words


def test_an_empty_share_says_what_became_of_the_articles(sanctions):
    words = caption(sanctions.head(0), reasons((2, 1)))
    assert "No article has a date in this range. 2 of 2 stories are undated" in words
    assert "Band" not in words


def test_small_charts_name_the_themes_in_what_is_left_out(series, left_out):
    assert caption_shares(series, left_out, labels=LABELS, period="quarter") == (
        "Share of distinct stories that mention each theme, by quarter, all on one scale. "
        "Band: 95 % Wilson interval. Hollow: fewer than 3 stories. Gap: no stories. "
        "2 of 14 stories are undated and not shown; mentioned there: Sanctions (1). "
        "1 of 14 stories has a date that is not known to one quarter and is not shown."
    )


def test_a_heat_map_says_that_its_cells_have_no_interval(series, left_out):
    words = caption_heatmap(series, left_out, labels=LABELS, period="quarter")
    assert "The cells show no interval. Frame: fewer than 3 stories. Hatched: no stories." in words
    assert "2 of 14 stories are undated" in words


def test_themes_that_are_not_drawn_are_not_named(series, left_out):
    war = series[series["theme"] == "war"]
    assert "anctions" not in caption_heatmap(war, left_out, labels=LABELS, period="quarter")


def test_a_volume_says_how_many_are_copies(volume):
    assert caption_volume(volume, period="quarter") == (
        "13 articles by quarter. Dark: 11 distinct stories. Light: further copies. "
        "Hatched: no articles. Articles whose date is not known to one quarter are not shown."
    )


def test_a_volume_without_copies_and_gaps_does_not_explain_them(volume):
    words = caption_volume(volume.tail(1), period="year")
    assert words == (
        "5 articles by year. Articles whose date is not known to one year are not shown."
    )


def test_a_timeline_explains_its_marks_and_counts_problems(articles):
    assert caption_timeline(articles) == (
        "One row for each article, by the first day on which it can have appeared. "
        "Dot: best day. Hollow dot: best day, known within 92 days. "
        "Bar: all days on which it can have appeared. "
        "Arrow: the bar goes on, or its end is not known. "
        "1 article has a problem and is not shown."
    )


def test_a_timeline_of_stated_days_has_only_dots(articles):
    words = caption_timeline(articles[articles["date_class"] == "A"])
    assert words == (
        "One row for each article, by the first day on which it can have appeared. Dot: best day."
    )


def test_a_timeline_says_how_many_rows_are_not_drawn(articles):
    assert "The first 2 of 5 articles are shown." in caption_timeline(articles, most=2)
