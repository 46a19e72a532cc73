import pandas as pd
import pytest

from dateline.articles import Timeframe
from dateline.articles.periods import period_starts
from dateline.charts import (
    caption_heatmap,
    caption_share,
    caption_shares,
    caption_timeline,
    caption_volume,
)

LABELS = {"sanctions": "Sanctions", "war": "War"}
QUARTERS = Timeframe("quarter")
ASIDE = "undated or not surely dated within 92 days (class D or U) and not shown"


def caption(series, left_out, timeframe=QUARTERS, spread=0):
    return caption_share(series, left_out, label="sanctions", timeframe=timeframe, spread=spread)


def caption_all(draw, series, left_out, timeframe=QUARTERS, spread=0):
    return draw(series, left_out, labels=LABELS, timeframe=timeframe, spread=spread)


def reasons(*numbers, unit="stories"):
    """A table of what is left out for sanctions: (articles, mention) for each reason."""
    rows = zip(["undated", "not sure enough", "too wide", "outside"], numbers, strict=False)
    return pd.DataFrame([("sanctions", reason, unit, *pair) for reason, pair in rows]).set_axis(
        ["theme", "reason", "unit", "articles", "mention"], axis=1
    )


def test_a_share_says_unit_band_marks_and_what_is_left_out(sanctions, left_out):
    assert caption(sanctions, left_out) == (
        "Share of distinct stories that mention sanctions, by quarter. "
        "Band: 95 % Wilson interval. Hollow: fewer than 3 stories. Gap: no stories. "
        f"2 of 14 stories are {ASIDE}; 1 of them mentions sanctions. "
        "1 of 14 stories is dated too widely for a quarter and not shown; "
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
        ((1, 1), f"1 of 12 stories is {ASIDE}; it mentions sanctions."),
        ((1, 0), f"1 of 12 stories is {ASIDE}; it does not mention sanctions."),
        ((3, 0), f"3 of 14 stories are {ASIDE}; none of them mentions sanctions."),
        ((3, 1), f"3 of 14 stories are {ASIDE}; 1 of them mentions sanctions."),
        ((3, 2), f"3 of 14 stories are {ASIDE}; 2 of them mention sanctions."),
    ],
)
def test_singular_and_plural_are_right(sanctions, pair, sentence):
    assert caption(sanctions, reasons(pair)).endswith(sentence)


def test_stories_outside_the_days_chosen_are_counted(sanctions):
    words = caption(sanctions, reasons((0, 0), (0, 0), (0, 0), (4, 2)))
    assert "4 of 15 stories are not surely within the days chosen and not shown; 2" in words


def test_a_story_that_may_lie_in_several_quarters_is_said_to_count_in_parts(sanctions, parts):
    one = caption(sanctions, reasons((1, 0)), spread=1)
    assert (
        "Gap: no stories. 1 of 12 stories may lie in more than one quarter and counts in parts, "
        "by its possible days in each. 1 of 12 stories is undated"
    ) in one
    two = caption(parts[parts["theme"] == "sanctions"], reasons((1, 0)), spread=2)
    assert "2 of 12 stories may lie in more than one quarter and count in parts, by their" in two
    assert "parts" not in caption(sanctions, reasons((1, 0)))


@pytest.mark.parametrize(
    ("classes", "sentence"),
    [
        ("A", "Gap: no stories. Only stated dates (class A). 3 of 14 stories are dated less"),
        ("AB", "Only dates stated or known within 8 days (classes A and B). 3 of 14"),
        ("ABC", "Gap: no stories. 3 of 14"),
    ],
)
def test_a_caption_says_which_classes_are_in(sanctions, classes, sentence):
    timeframe = Timeframe("quarter", date_classes=classes)
    words = caption(sanctions, reasons((0, 0), (3, 2)), timeframe)
    assert sentence in words
    assert "surely than asked and not shown; 2 of them mention sanctions." in words


def test_every_caption_says_classes_and_parts(series, parts, volume, left_out):
    timeframe = Timeframe("quarter", date_classes="A")
    words = [
        caption_all(caption_shares, parts, left_out, timeframe, spread=2),
        caption_all(caption_heatmap, parts, left_out, timeframe, spread=2),
        caption_volume(volume, timeframe=timeframe, spread=2),
    ]
    assert all("Only stated dates (class A). 2 of 1" in text for text in words)
    assert all("count in parts" in text for text in words)


def test_an_empty_share_says_what_became_of_the_articles(sanctions):
    words = caption(sanctions.head(0), reasons((2, 1)))
    assert "No article has a date in this range. 2 of 2 stories are undated" in words
    assert "Band" not in words


def test_an_empty_share_of_articles_does_not_speak_of_stories(sanctions):
    empty, aside = sanctions.head(0), reasons((2, 1), unit="articles")
    for words in (
        caption(empty, aside),
        caption_all(caption_shares, empty, aside),
        caption_all(caption_heatmap, empty, aside),
    ):
        assert words.startswith("Share of articles that mention")
        assert "2 of 2 articles are undated" in words and "stor" not in words


def test_without_any_row_the_unit_is_left_open(sanctions):
    words = caption(sanctions.head(0), reasons((2, 1)).head(0))
    assert words.startswith("Share of texts that mention sanctions")


def test_small_charts_name_the_themes_in_what_is_left_out(series, left_out):
    assert caption_all(caption_shares, series, left_out) == (
        "Share of distinct stories that mention each theme, by quarter, all on one scale. "
        "Band: 95 % Wilson interval. Hollow: fewer than 3 stories. Gap: no stories. "
        f"2 of 14 stories are {ASIDE}; mentioned there: Sanctions (1). "
        "1 of 14 stories is dated too widely for a quarter and not shown."
    )


def test_a_heat_map_says_that_its_cells_have_no_interval(series, left_out):
    words = caption_all(caption_heatmap, series, left_out)
    assert "The cells show no interval. Frame: fewer than 3 stories. Hatched: no stories." in words
    assert "2 of 14 stories are undated" in words


def test_themes_that_are_not_drawn_are_not_named(series, left_out):
    war = series[series["theme"] == "war"]
    assert "anctions" not in caption_all(caption_heatmap, war, left_out)


def test_an_empty_heat_map_names_only_themes_that_have_a_label(series, left_out):
    words = caption_heatmap(
        series.head(0), left_out, labels={"war": "War"}, timeframe=QUARTERS, spread=0
    )
    assert f"2 of 3 stories are {ASIDE}. 1 of 3" in words


def test_a_volume_says_how_many_are_copies(volume):
    assert caption_volume(volume, timeframe=QUARTERS, spread=0) == (
        "13 articles by quarter. Dark: 11 distinct stories. Light: further copies. "
        "Hatched: no articles. "
        "Articles that are undated or dated too widely for a quarter are not shown."
    )


def test_a_volume_without_copies_and_gaps_does_not_explain_them(volume):
    words = caption_volume(volume.tail(1), timeframe=Timeframe("year"), spread=0)
    assert words == (
        "5 articles by year. "
        "Articles that are undated or dated too widely for a year are not shown."
    )


def test_a_volume_of_parts_counts_whole_articles(volume):
    parts = volume.assign(articles=[6, 0, 1.571429, 5.428571], stories=[4, 0, 1.571429, 5.428571])
    assert caption_volume(parts, timeframe=QUARTERS, spread=1).startswith(
        "13 articles by quarter. Dark: 11 distinct stories. Light: further copies. "
        "Hatched: no articles. 1 of 13 articles may lie in more than one quarter and counts in "
    )


def test_a_volume_counts_the_periods_of_copies_only(volume):
    last = caption_volume(volume.assign(stories=[4, 0, 2, 0]), timeframe=QUARTERS, spread=0)
    assert "1 quarter holds only copies: no share of stories can be given there." in last
    both = caption_volume(volume.assign(stories=[4, 0, 0, 0]), timeframe=QUARTERS, spread=0)
    assert "2 quarters hold only copies:" in both


@pytest.mark.parametrize(
    ("period", "since", "until", "sentence"),
    [
        ("quarter", "2022-02-08", "", "2022 Q1 counts from 2022-02-08."),
        ("quarter", "", "2022-11-15", "2022 Q4 counts up to 2022-11-15."),
        (
            "quarter",
            "2022-01-02",
            "2022-12-30",
            "2022 Q1 counts from 2022-01-02; 2022 Q4 counts up to 2022-12-30.",
        ),
        ("year", "2022-02-08", "2022-11-15", "2022 counts from 2022-02-08 up to 2022-11-15."),
        ("week", "2022-03-16", "", "The week of 2022-03-14 counts from 2022-03-16."),
        ("quarter", "2022-01-01", "2022-12-31", ""),
        ("day", "2022-03-16", "2022-04-02", ""),
        ("month", "", "", ""),
    ],
)
def test_a_period_that_the_days_chosen_cut_short_is_named(period, since, until, sentence):
    first, last = pd.Timestamp(since or "2022-01-01"), pd.Timestamp(until or "2022-12-31")
    grid = period_starts(first, last, period)
    volume = pd.DataFrame({"period": grid, "articles": 1, "stories": 1})
    words = caption_volume(volume, timeframe=Timeframe(period, since, until), spread=0)
    assert words.split(f"by {period}.")[1].split("Articles")[0].strip() == sentence


def test_all_captions_of_shares_name_what_is_cut_short(series, sanctions, left_out):
    timeframe = Timeframe("quarter", "2022-02-08", "2022-12-31")
    for words in (
        caption(sanctions, left_out, timeframe),
        caption_all(caption_shares, series, left_out, timeframe),
        caption_all(caption_heatmap, series, left_out, timeframe),
    ):
        assert "no stories. 2022 Q1 counts from 2022-02-08. 2 of 14" in words


def test_an_empty_chart_has_no_period_to_cut_short(volume):
    timeframe = Timeframe("quarter", "2022-02-08")
    words = caption_volume(volume.head(0), timeframe=timeframe, spread=0)
    assert "counts" not in words


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


def test_a_timeline_explains_the_crosses_of_evidence_that_disagrees(articles):
    doubtful = articles.assign(date_conflict=articles["doc_id"] == "b")
    assert "Cross: the evidence disagrees. 1 article has" in caption_timeline(doubtful)


def test_a_timeline_of_more_articles_is_explained_as_blocks(articles):
    words = caption_timeline(articles, most=2)
    assert words.startswith("One line for each article") and "in blocks" in words
    assert words.endswith("1 article has a problem and is not shown.")


def test_a_volume_says_how_many_are_left_out_and_why(volume):
    rows = [("counted", 13, "found"), ("undated", 2, "found"), ("without text", 0, "found")]
    ledger = pd.DataFrame(
        [
            *rows,
            ("dated too widely for a quarter", 1, "found"),
            ("distinct stories", 11, "counted"),
        ],
        columns=["line", "number", "part_of"],
    )
    words = caption_volume(volume, timeframe=QUARTERS, spread=0, ledger=ledger)
    assert words.endswith(
        "Articles not shown: 2 undated or not surely dated within 92 days (class D or U) "
        "and 1 dated too widely for a quarter."
    )


def test_a_volume_tells_undated_from_wide_dates_and_from_evidence_that_disagrees(volume, articles):
    # Of classes D, D in conflict, U, U, and one with a problem, which is in neither count.
    narrow = articles[articles["doc_id"] == "b"].assign(date_class="D", date_conflict=True)
    both = pd.concat([articles, narrow, articles[articles["doc_id"] == "u"]])
    lines = [("undated", 4, "found"), ("outside the range of days", 7, "found")]
    ledger = pd.DataFrame([*lines, ("counted", 13, "found")], columns=["line", "number", "part_of"])
    words = caption_volume(volume, timeframe=QUARTERS, spread=0, ledger=ledger, articles=both)
    assert words.endswith(
        "Articles not shown: 2 undated (class U), 1 dated too widely (class D), 1 put back to "
        "class D because the evidence disagrees and 7 outside the range of days."
    )


def test_words_and_sentences_are_left_out_with_their_stories(sanctions):
    words = caption(sanctions.assign(unit="sentences"), reasons((30, 2), unit="sentences"))
    assert "30 of 41 sentences are of stories that are undated or not surely dated" in words


def test_the_band_is_named_by_the_method_of_the_series(sanctions):
    words = caption(sanctions.assign(method="wilson, 50 date draws"), reasons((0, 0)))
    assert "Band: 95 % Wilson interval over 50 date draws." in words


def test_rates_above_the_scale_are_said_to_go_on(series, left_out):
    # Shares reach 75 in 10,000; the scale ends at four times that.
    rates = series.assign(unit="words", share=series["share"] * 100, high=1000.0)
    words = caption_all(caption_shares, rates, left_out)
    assert "Some bands go on above the scale, the highest to 1000." in words
