import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal
from pandas.testing import assert_frame_equal

from dateline.articles.periods import PERIODS
from dateline.articles.placing import place_articles
from dateline.articles.timeframe import DATE_CLASSES, Timeframe
from dateline.errors import SettingError
from dateline.stats.intervals import wilson
from dateline.stats.measures import UNITS
from dateline.stats.series import (
    SERIES_COLUMNS,
    count_by_period,
    count_spread,
    left_out,
    volume_by_period,
)

Q1, Q2, Q3 = pd.to_datetime(["2022-01-01", "2022-04-01", "2022-07-01"])


def cells(series: pd.DataFrame, *columns: str) -> list[tuple]:
    return list(series[list(columns)].itertuples(index=False, name=None))


def dated(earliest: pd.DatetimeIndex, latest: pd.DatetimeIndex) -> pd.DataFrame:
    """Stories of one source with these first and last days."""
    ids = [f"d{number}" for number in range(len(earliest))]
    table = pd.DataFrame({"doc_id": ids, "date_earliest": earliest, "date_latest": latest})
    fixed = {"date_class": "B", "copy_of": "", "problem": "", "source": "daily"}
    return table.assign(date=table["date_earliest"], **fixed)


def test_five_articles_are_counted_as_by_hand_in_stories(mentions, articles, codebook):
    series = count_by_period(mentions, articles, codebook)
    assert cells(series, "period", "theme", "count", "total") == [
        (Q1, "sanctions", 1, 2),
        (Q1, "trade", 1, 2),
        (Q1, "arms", 0, 2),
        (Q2, "sanctions", 0, 0),
        (Q2, "trade", 0, 0),
        (Q2, "arms", 0, 0),
        (Q3, "sanctions", 0, 1),
        (Q3, "trade", 1, 1),
        (Q3, "arms", 0, 1),
    ]


def test_five_articles_are_counted_as_by_hand_in_articles(mentions, articles, codebook):
    series = count_by_period(mentions, articles, codebook, unit="articles")
    sanctions = series[series["theme"] == "sanctions"]
    assert cells(sanctions, "period", "count", "total") == [(Q1, 2, 3), (Q2, 0, 0), (Q3, 0, 1)]


def test_five_articles_are_counted_as_by_hand_in_outlets(mentions, articles, codebook):
    # The daily ran a1 and a2, the herald a copy of a2 in which sanctions are mentioned.
    series = count_by_period(mentions, articles, codebook, unit="outlets")
    sanctions = series[series["theme"] == "sanctions"]
    assert cells(sanctions, "period", "count", "total") == [(Q1, 2, 3), (Q2, 0, 0), (Q3, 0, 1)]


def test_sentences_of_stories_count_once_however_often_they_mention_it(
    mentions, articles, codebook, sizes
):
    series = count_by_period(mentions, articles, codebook, unit="sentences", sizes=sizes)
    sanctions = series[series["theme"] == "sanctions"]
    assert cells(sanctions, "count", "total") == [(2, 20), (0, 0), (0, 10)]
    assert sanctions["share"].iloc[0] == 0.1


def test_every_mention_counts_in_words_and_the_share_is_per_10_000(
    mentions, articles, codebook, sizes
):
    series = count_by_period(mentions, articles, codebook, unit="words", sizes=sizes)
    sanctions = series[series["theme"] == "sanctions"]
    assert cells(sanctions, "count", "total") == [(3, 200), (0, 0), (0, 100)]
    assert sanctions["share"].iloc[0] == 150


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_has_the_same_columns_rows_and_an_interval_around_its_share(
    mentions, articles, codebook, sizes, unit
):
    series = count_by_period(mentions, articles, codebook, unit=unit, sizes=sizes)
    known = series[series["total"] > 0]
    assert list(series) == list(SERIES_COLUMNS) and len(series) == 9
    assert (known["low"] <= known["share"]).all() and (known["share"] <= known["high"]).all()


def test_a_copy_does_not_lend_its_theme_to_the_story(mentions, articles, codebook):
    only_the_copy = mentions[mentions["doc_id"] == "a2c"]
    series = count_by_period(only_the_copy, articles, codebook)
    assert series["count"].sum() == 0


def test_a_period_without_mention_is_zero_and_one_without_stories_is_missing(
    mentions, articles, codebook
):
    series = count_by_period(mentions, articles, codebook).set_index(["period", "theme"])
    assert series.loc[(Q3, "sanctions"), "share"] == 0
    assert series.loc[(Q3, "sanctions"), "low"] == 0
    assert series.loc[[(Q2, "sanctions")], ["share", "low", "high"]].isna().all(axis=None)


def test_the_columns_and_their_types_do_not_depend_on_the_rows(mentions, articles, codebook):
    full = count_by_period(mentions, articles, codebook)
    empty = count_by_period(mentions, articles[articles["doc_id"] == "u1"], codebook)
    assert len(empty) == 0
    assert ",".join(full) == "period,theme,unit,count,total,share,low,high,method"
    assert_frame_equal(empty, full.iloc[:0].reset_index(drop=True))


def test_share_and_interval_belong_to_count_and_total(mentions, articles, codebook):
    row = count_by_period(mentions, articles, codebook).iloc[0]
    low, high = wilson(1, 2)
    assert (row["share"], row["low"], row["high"]) == (0.5, low, high)
    assert (row["unit"], row["method"]) == ("stories", "wilson")


def test_the_calendar_reaches_from_since_to_until(mentions, articles, codebook):
    timeframe = Timeframe("month", since="2021-12-15", until="2022-09-30")
    series = count_by_period(mentions, articles, codebook, timeframe=timeframe)
    assert series["period"].nunique() == 10
    assert series["period"].min() == pd.Timestamp("2021-12-01")


def test_every_period_and_theme_is_there_once(mentions, articles, codebook):
    series = count_by_period(mentions, articles, codebook, timeframe=Timeframe("week"))
    assert not series.duplicated(["period", "theme"]).any()
    assert len(series) == series["period"].nunique() * 3


def test_the_order_of_the_articles_changes_nothing(mentions, articles, codebook):
    expected = count_by_period(mentions, articles, codebook)
    shuffled = count_by_period(mentions[::-1], articles.iloc[[3, 0, 4, 2, 1]], codebook)
    assert_frame_equal(shuffled, expected)


def test_an_unrelated_article_changes_only_totals_and_shares(mentions, articles, codebook):
    other = articles.iloc[[0]].assign(doc_id="other")
    before = count_by_period(mentions, articles, codebook)
    after = count_by_period(mentions, pd.concat([articles, other]), codebook)
    assert after["count"].tolist() == before["count"].tolist()
    assert (after["total"] - before["total"]).tolist() == [1, 1, 1, 0, 0, 0, 0, 0, 0]


def test_a_story_over_a_boundary_is_divided_by_its_days(mentions, articles, codebook):
    # b1 is of Monday 1 to Monday 8 August: seven of its eight days are in the first week.
    series = count_by_period(mentions, articles, codebook, timeframe=Timeframe("week"))
    trade = series[(series["theme"] == "trade") & (series["period"] >= "2022-08-01")]
    first, second = pd.to_datetime(["2022-08-01", "2022-08-08"])
    assert cells(trade, "period", "count", "total", "share") == [
        (first, 0.875, 0.875, 1),
        (second, 0.125, 0.125, 1),
    ]


def test_without_a_date_in_doubt_the_interval_is_wilsons_to_the_last_digit(
    mentions, articles, codebook
):
    series = count_by_period(mentions, articles, codebook)
    low, high = wilson(series["count"], series["total"])
    assert_array_equal(series["low"], low)
    assert_array_equal(series["high"], high)


def test_a_date_in_doubt_makes_the_interval_wider_and_says_so(mentions, articles, codebook):
    # a1 is of the first quarter for sure, and the second story of the first or the second.
    articles.loc[1, ["date_earliest", "date_latest"]] = pd.to_datetime(["2022-03-31", "2022-04-01"])
    row = count_by_period(mentions, articles, codebook).iloc[0]
    low, high = wilson(1, 1.5)
    assert (row["count"], row["total"], row["method"]) == (1, 1.5, "wilson, 50 date draws")
    assert row["low"] < low and high < row["high"] <= 1


def test_a_constant_tenth_of_growing_totals_is_a_flat_line(codebook):
    days = pd.to_datetime(["2022-01-05"] * 100 + ["2022-04-05"] * 200 + ["2022-07-05"] * 300)
    table = dated(days, days)
    tenth = table["doc_id"][::10].to_frame().assign(theme="trade")
    series = count_by_period(tenth, table, codebook)
    trade = series[series["theme"] == "trade"]
    assert cells(trade, "total", "share") == [(100, 0.1), (200, 0.1), (300, 0.1)]


def test_equal_shares_of_parts_are_equal_to_the_last_digit(codebook):
    # Weeks hold 1/3 of one story, or 1/3 and 2/3, of which the theme is in all or in the half.
    first = pd.to_datetime(["2022-01-09", "2022-01-09", "2022-01-16", "2022-01-16"])
    table = dated(first, first + pd.Timedelta(days=2))
    series = count_by_period(
        table.iloc[[0, 2]].assign(theme="trade"), table, codebook, timeframe=Timeframe("week")
    )
    assert series.loc[series["theme"] == "trade", "share"].unique().tolist() == [0.5]


def test_parts_are_rounded_so_that_a_table_shows_no_noise(mentions, articles, codebook):
    articles["date_class"] = "B"
    articles["date_latest"] = articles["date_earliest"] + pd.Timedelta(days=6)
    series = count_by_period(mentions, articles, codebook, timeframe=Timeframe("week"))
    # Of a week from a Tuesday (4 January) six days are in the first week, one in the next.
    assert series["total"].head(4).tolist() == [0.857143] * 3 + [0.142857]


WEEK_ENDS = st.lists(st.tuples(st.integers(0, 90), st.integers(0, 13)), min_size=1, max_size=9)


@settings(derandomize=True, deadline=None)
@given(WEEK_ENDS, st.sampled_from(PERIODS), st.sampled_from(DATE_CLASSES))
def test_the_totals_of_all_periods_add_up_to_the_stories_counted(spans, period, classes):
    first = pd.Timestamp("2022-02-01")
    table = pd.DataFrame(
        {
            "doc_id": [f"d{number}" for number in range(len(spans))],
            "date_class": ["A" if more == 0 else "B" for _, more in spans],
            "date_earliest": [first + pd.Timedelta(days=day) for day, _ in spans],
            "date_latest": [first + pd.Timedelta(days=day + more) for day, more in spans],
            "copy_of": "",
            "problem": "",
        }
    )
    table = table.assign(date=table["date_earliest"])
    timeframe = Timeframe(period, until="2022-04-30", date_classes=classes)
    counted = (place_articles(table, timeframe)["reason"] == "").sum()
    volume = volume_by_period(table, timeframe)
    assert volume["stories"].sum() == pytest.approx(counted, abs=1e-4)


def test_stories_that_count_in_parts_are_counted(articles):
    assert count_spread(articles) == 0
    # b1 may lie in two weeks, and on eight days, which is too wide for days.
    assert count_spread(articles, Timeframe("week")) == 1
    assert count_spread(articles, Timeframe("day")) == 0


def test_copies_that_count_in_parts_are_counted_with_the_articles_only(articles):
    ends = pd.to_datetime(["2022-03-31", "2022-04-01"])
    articles.loc[2, ["date_earliest", "date_latest"]] = ends  # the copy
    assert (count_spread(articles), count_spread(articles, unit="articles")) == (0, 1)


def test_stories_and_copies_add_up_to_the_articles_of_each_period(articles):
    volume = volume_by_period(articles)
    assert cells(volume, "period", "articles", "stories") == [(Q1, 3, 2), (Q2, 0, 0), (Q3, 1, 1)]


def test_volume_and_series_have_the_same_calendar(mentions, articles, codebook):
    articles.loc[2, ["date", "date_earliest", "date_latest"]] = pd.Timestamp("2023-05-05")
    series = count_by_period(mentions, articles, codebook)
    volume = volume_by_period(articles)
    assert series["period"].unique().tolist() == volume["period"].tolist()
    assert volume["stories"].tolist() == [2, 0, 1, 0, 0, 0]


def test_no_article_in_the_range_gives_an_empty_volume_with_its_columns(articles):
    volume = volume_by_period(articles, Timeframe(since="2030-01-01"))
    assert len(volume) == 0
    assert list(volume) == ["period", "articles", "stories"]


def test_what_is_left_out_is_counted_for_each_theme_and_reason(mentions, articles, codebook):
    days = Timeframe("day", since="2022-02-01")
    table = left_out(mentions, articles, codebook, timeframe=days)
    assert cells(table[table["theme"] == "sanctions"], "reason", "articles", "mention") == [
        ("undated", 1, 1),
        ("not sure enough", 0, 0),
        ("too wide", 1, 0),
        ("outside", 1, 1),
    ]
    assert len(table) == 12


def test_stories_of_a_class_that_is_not_asked_for_are_left_out(mentions, articles, codebook):
    stated = Timeframe(date_classes="A")
    table = left_out(mentions, articles, codebook, timeframe=stated).set_index(["theme", "reason"])
    assert table.loc[("trade", "not sure enough"), ["articles", "mention"]].tolist() == [1, 1]
    assert count_by_period(mentions, articles, codebook, timeframe=stated)["total"].max() == 2


def test_what_is_left_out_says_what_it_counts(mentions, articles, codebook):
    table = left_out(mentions, articles, codebook, unit="articles")
    assert ",".join(table) == "theme,reason,unit,articles,mention"
    assert set(table["unit"]) == {"articles"}


ALL = {"stories": 4, "articles": 5, "outlets": 5, "sentences": 40, "words": 400}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("period", PERIODS)
def test_placed_and_left_out_add_up_to_all(mentions, articles, codebook, sizes, period, unit):
    timeframe = Timeframe(period, since="2022-02-01")
    settings = {"timeframe": timeframe, "unit": unit, "sizes": sizes}
    series = count_by_period(mentions, articles, codebook, **settings)
    missing = left_out(mentions, articles, codebook, **settings)
    placed = series.loc[series["theme"] == "arms", "total"].sum()
    aside = missing.loc[missing["theme"] == "arms", "articles"].sum()
    assert round(placed + aside, 4) == ALL[unit]


def test_an_article_with_a_problem_is_counted_nowhere(mentions, articles, codebook):
    articles.loc[articles["doc_id"] == "u1", "problem"] = "empty"
    assert left_out(mentions, articles, codebook)["articles"].sum() == 0


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"timeframe": Timeframe("auto")}, "day, week, month, quarter, year"),
        ({"unit": "lines"}, "stories, articles, outlets, sentences, words"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(mentions, articles, codebook, settings, message):
    for count in (count_by_period, left_out):
        with pytest.raises(SettingError, match=message):
            count(mentions, articles, codebook, **settings)


def test_the_tables_given_are_not_changed(mentions, articles, codebook):
    before = mentions.copy(), articles.copy()
    count_by_period(mentions, articles, codebook)
    assert_frame_equal(mentions, before[0])
    assert_frame_equal(articles, before[1])
