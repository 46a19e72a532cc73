import matplotlib.dates as mdates
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from dateline.charts import draw_share, draw_shares
from dateline.errors import SettingError


def test_the_line_holds_the_shares_and_breaks_where_there_are_no_stories(sanctions, drawn):
    (line,) = drawn(draw_share(sanctions), "line")
    np.testing.assert_array_equal(line.get_ydata(), [0.25, np.nan, 0.5, 0.0])


def test_each_point_stands_in_the_middle_of_its_quarter(sanctions, drawn):
    (line,) = drawn(draw_share(sanctions), "line")
    starts = mdates.date2num(pd.to_datetime(["2022-01-01", "2022-04-01"]))
    assert line.get_xdata()[0] == pytest.approx(starts.mean())


def test_the_order_of_the_rows_does_not_matter(sanctions, drawn):
    (line,) = drawn(draw_share(sanctions[::-1]), "line")
    np.testing.assert_array_equal(line.get_ydata(), [0.25, np.nan, 0.5, 0.0])


def test_a_point_of_fewer_than_three_stories_is_hollow(sanctions, drawn):
    ax = draw_share(sanctions)
    (full,), (hollow,) = drawn(ax, "points"), drawn(ax, "hollow points")
    assert full.get_ydata().tolist() == [0.25, 0.0]
    assert hollow.get_ydata().tolist() == [0.5]
    assert hollow.get_markerfacecolor() == "white"


def test_the_band_has_a_block_for_each_quarter_with_stories(sanctions, drawn):
    band = drawn(draw_share(sanctions), "band")
    bounds = [(block.get_y(), block.get_y() + block.get_height()) for block in band]
    np.testing.assert_allclose(bounds, [(0.15, 0.35), (0.4, 0.6), (0.0, 0.1)])


def test_the_gap_covers_the_quarter_without_stories_and_says_so(sanctions, drawn):
    ax = draw_share(sanctions)
    (gap,) = drawn(ax, "gap")
    days = mdates.date2num(pd.to_datetime(["2022-04-01", "2022-07-01"]))
    assert [gap.get_x(), gap.get_x() + gap.get_width()] == days.tolist()
    assert "no stories" in [text.get_text() for text in ax.texts]


def test_neighbouring_quarters_without_stories_make_one_gap(sanctions, drawn):
    empty = sanctions["total"].where(~sanctions["period"].dt.month.isin([4, 7]), 0)
    assert len(drawn(draw_share(sanctions.assign(total=empty)), "gap")) == 1


def test_no_gap_and_no_hollow_point_is_drawn_where_there_is_none(sanctions, drawn):
    ax = draw_share(sanctions[sanctions["total"] > 2].assign(total=9))
    assert drawn(ax, "gap") == drawn(ax, "hollow points") == []


def test_the_totals_stand_under_their_periods(sanctions, drawn):
    totals = drawn(draw_share(sanctions), "total")
    assert [text.get_text() for text in totals] == ["4", "0", "2", "5"]


def test_the_axis_starts_at_zero_and_names_unit_and_denominator(sanctions):
    ax = draw_share(sanctions, label="Sanctions")
    assert ax.get_ylim() == (0, 0.6)
    assert [tick.get_text() for tick in ax.get_yticklabels()][:2] == ["0 %", "20 %"]
    label = "Share of the distinct stories of each quarter that mention the theme"
    assert ax.get_ylabel() == label
    assert draw_share(sanctions.assign(unit="articles")).get_ylabel() == label.replace(
        "distinct stories", "articles"
    )


def test_the_title_is_the_label_or_else_the_name(sanctions):
    assert draw_share(sanctions, label="In $5 and $6 <b>_x").get_title("left") == (
        "In $5 and $6 <b>_x"
    )
    assert draw_share(sanctions).get_title("left") == "sanctions"


def test_quarters_are_labelled_with_the_year_under_the_first(sanctions):
    labels = [tick.get_text().strip() for tick in draw_share(sanctions).get_xticklabels()]
    assert labels == ["Q1\n2022", "Q2", "Q3", "Q4"]


def test_a_single_period_is_named_by_its_first_day(sanctions):
    (tick,) = draw_share(sanctions.head(1)).get_xticklabels()
    assert tick.get_text() == "from 2022-01-01"


def test_an_empty_series_says_that_there_is_nothing(sanctions):
    (text,) = draw_share(sanctions.head(0)).texts
    assert text.get_text() == "No article has a date in this range."


def test_an_empty_series_does_not_name_a_unit(sanctions):
    assert "stories" not in draw_share(sanctions.head(0)).get_ylabel()


def test_two_themes_in_one_line_are_refused(series):
    with pytest.raises(SettingError, match="2 themes"):
        draw_share(series)


def test_axes_of_the_caller_are_used(sanctions):
    ax = Figure().add_subplot()
    assert draw_share(sanctions, ax=ax) is ax


def test_small_charts_follow_the_labels_in_choice_order_and_title(series, labels, drawn):
    figure = draw_shares(series, labels=labels | {"absent": "Not counted"})
    used = [ax for ax in figure.axes if drawn(ax, "line")]
    assert [ax.get_title("left") for ax in used] == ["War", "Sanctions"]
    assert drawn(used[0], "line")[0].get_ydata().tolist()[::3] == [0.75, 0.4]


def test_small_charts_have_one_scale(series, labels):
    figure = draw_shares(series, labels=labels, columns=1)
    assert {ax.get_ylim() for ax in figure.axes} == {(0.0, 1.0)}  # war reaches 0.85


def test_small_charts_say_how_many_stories_stand_behind_them(series, labels):
    words = draw_shares(series, labels=labels).get_suptitle()
    assert "distinct stories of each quarter" in words
    assert "2 to 5 stories in a quarter; none in 1" in words


def test_small_charts_give_parts_of_stories_with_one_decimal(parts, labels):
    words = draw_shares(parts, labels=labels).get_suptitle()
    assert "2.9 to 4.1 stories in a quarter; none in 1" in words


def test_a_point_of_a_little_less_than_three_stories_is_hollow(parts, drawn):
    ax = draw_share(parts[parts["theme"] == "sanctions"])
    assert len(drawn(ax, "hollow points")[0].get_ydata()) == 1


def test_only_the_lowest_small_charts_carry_the_calendar(series):
    labels = {"sanctions": "S", "war": "W"}
    upper, lower = draw_shares(series, labels=labels, columns=1).axes
    assert not any(tick.get_visible() for tick in upper.get_xticklabels())
    assert all(tick.get_visible() for tick in lower.get_xticklabels())


def test_no_column_at_all_is_refused(series, labels):
    with pytest.raises(SettingError, match="columns is 0"):
        draw_shares(series, labels=labels, columns=0)


def test_small_charts_of_nothing_say_so(series):
    (ax,) = draw_shares(series.head(0), labels={"war": "War"}).axes
    assert ax.texts[0].get_text() == "No article has a date in this range."
