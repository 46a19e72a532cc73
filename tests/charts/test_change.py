"""Where on the calendar a change may lie, and the points of each theme, read back from the Axes."""

import matplotlib.dates as mdates
import pandas as pd
import pytest

from dateline.articles.timeframe import Timeframe
from dateline.charts import (
    caption_change_calendar,
    caption_changes,
    describe_change_calendar,
    describe_changes,
    draw_change_calendar,
    draw_changes,
    say_changes,
    say_search,
    tabulate_changes,
)
from dateline.stats.change import CHANGE_COLUMNS, STEP, TREND
from dateline.stats.change_search import FEW, NEVER

QUARTER = Timeframe("quarter")
Q = pd.to_datetime(["2022-01-01", "2022-04-01", "2022-07-01", "2022-10-01"])
LABELS = {"war": "War", "sanctions": "Sanctions", "tea": "Tea"}


def make(*rows):
    """Rows of (theme, part, first_after, earliest, latest, p, p_holm, shape, reason)."""
    names = ["theme", "part", "first_after", "earliest", "latest", "p", "p_holm", "shape", "reason"]
    table = pd.DataFrame(rows, columns=names)
    numbers = {"periods": 4, "documents": 80.0, "before": 0.1, "after": 0.4, "ratio": 4.0}
    numbers |= {"ratio_low": 2.0, "ratio_high": 8.0, "positions": 2.0, "dispersion": 1.0}
    table = table.assign(**numbers, last_before=pd.NaT)
    return table[list(CHANGE_COLUMNS)].astype(CHANGE_COLUMNS)


@pytest.fixture
def changes():
    return make(
        ("sanctions", "all", Q[2], Q[1], Q[3], 0.3, 0.3, "", ""),
        ("war", "all", Q[2], Q[2], Q[3], 0.002, 0.004, STEP, ""),
        ("tea", "all", None, None, None, None, None, "", NEVER),
    )


@pytest.fixture
def positions():
    rows = [("war", Q[1], False), ("war", Q[2], True), ("war", Q[3], True)]
    rows += [("sanctions", day, True) for day in Q[1:]]
    return pd.DataFrame(rows, columns=["theme", "first_after", "plausible"])


@pytest.fixture
def smooth(series):
    lines = series[["period", "theme"]].assign(smooth=0.2, edf=2.0, interpolated=False)
    return lines.assign(interpolated=series["total"] == 0)


@pytest.fixture
def panel(series, changes, smooth):
    return draw_changes(series, changes, smooth=smooth, labels=LABELS).axes[0]


def days(line):
    return [day.date().isoformat() for day in mdates.num2date(line.get_xdata())]


def test_the_most_certain_change_comes_first_and_a_theme_not_looked_at_has_no_row(
    series, changes, positions
):
    ax = draw_change_calendar(series, changes, positions, labels=LABELS)
    assert [text.get_text() for text in ax.get_yticklabels()] == ["War", "Sanctions"]


def test_ticks_are_the_plausible_positions_and_the_diamond_the_best(
    series, changes, positions, drawn
):
    ax = draw_change_calendar(series, changes, positions, labels=LABELS)
    war, sanctions = drawn(ax, "position")
    assert days(war) == ["2022-07-01", "2022-10-01"]
    assert len(sanctions.get_xdata()) == 3
    assert [days(best) for best in drawn(ax, "best")] == [["2022-07-01"]] * 2


def test_only_what_is_told_from_chance_is_full(series, changes, positions, drawn):
    war, sanctions = drawn(draw_change_calendar(series, changes, positions, labels=LABELS), "best")
    assert war.get_markerfacecolor() != "white" == sanctions.get_markerfacecolor()


def test_shares_and_p_stand_beside(series, changes, positions, drawn):
    ax = draw_change_calendar(series, changes, positions, labels=LABELS)
    texts = [note.get_text() for note in drawn(ax, "beside")]
    assert texts == ["10 % → 40 %", ".004", "10 % → 40 %", ".30"]


def test_points_and_intervals_are_those_of_the_series_and_a_period_without_stories_is_a_gap(
    panel, drawn
):
    (points,), (hollow,) = drawn(panel, "points"), drawn(panel, "hollow points")
    assert points.get_ydata().tolist() == [0.75, 0.4]
    assert hollow.get_ydata().tolist() == [0]
    (lines,) = drawn(panel, "interval")
    tops = [segment[1][1] for segment in lines.get_segments()]
    assert tops == pytest.approx([0.85, 0.1, 0.5])
    assert len(drawn(panel, "gap")) == 1


def test_a_change_told_from_chance_has_a_band_and_two_levels(panel, drawn):
    (band,) = drawn(panel, "plausible")
    first, last = mdates.date2num([Q[2], Q[3]])
    assert (band.get_x(), band.get_x() + band.get_width()) == pytest.approx((first, last))
    assert [line.get_ydata()[0] for line in drawn(panel, "level")] == [0.1, 0.4]


def test_one_that_is_not_has_neither(series, changes, smooth, drawn):
    ax = draw_changes(series, changes, smooth=smooth, labels=LABELS).axes[1]
    assert drawn(ax, "plausible") == [] == drawn(ax, "level")
    assert [note.get_text() for note in drawn(ax, "verdict")] == ["no sure change, p .30"]


def test_a_trend_has_no_levels(series, changes, smooth, drawn):
    trend = changes.assign(shape=TREND)
    ax = draw_changes(series, trend, smooth=smooth, labels=LABELS).axes[0]
    assert drawn(ax, "level") == [] and len(drawn(ax, "plausible")) == 1
    assert drawn(ax, "verdict")[0].get_text() == "rather a trend, p .004"


def test_a_second_change_has_its_own_levels_and_band(series, changes, smooth, drawn):
    second = make(("war", "after", Q[3], Q[3], Q[3], 0.001, 0.01, STEP, ""))
    both = pd.concat([changes, second.assign(before=0.5, after=0.9)])
    ax = draw_changes(series, both, smooth=smooth, labels=LABELS).axes[0]
    assert [line.get_ydata()[0] for line in drawn(ax, "level")] == [0.1, 0.5, 0.9]
    assert len(drawn(ax, "plausible")) == 2


def test_the_smooth_line_is_dotted_over_a_gap_and_not_drawn_below_its_gate(
    panel, series, changes, smooth, drawn
):
    (line,), (dotted,) = drawn(panel, "smooth"), drawn(panel, "interpolated")
    assert pd.isna(line.get_ydata()).tolist() == [False, True, False, False]
    assert dotted.get_linestyle() == ":"
    ax = draw_changes(series, changes, smooth=smooth.assign(smooth=None), labels=LABELS).axes[0]
    assert drawn(ax, "smooth") == []


def test_the_description_says_what_changed_when_and_how_sure(changes):
    assert describe_change_calendar(changes, LABELS, QUARTER) == (
        "A row for each of 2 themes, with the days between which its one change would lie. 1 of 2 "
        "themes changed beyond chance. War: 10 % before and 40 % from 2022 Q3 on, plausibly from "
        "2022 Q3 to 2022 Q4 (adjusted p .004)."
    )


def test_the_captions_name_the_marks_that_are_there(series, changes, smooth):
    words = caption_change_calendar(changes, LABELS)
    assert "Full diamond" in words and "Hollow" in words
    assert words.endswith("for 2 themes. Not looked at: Tea.")
    points = caption_changes(series, changes, smooth=smooth, labels=LABELS, timeframe=QUARTER)
    for mark in ("Hollow", "Hatched", "Band", "Thin line: smoothed (2.0", "Dotted"):
        assert mark in points


def test_no_change_is_a_finding_in_words(changes):
    none = changes[changes["theme"] == "sanctions"]
    assert say_changes(none, LABELS, QUARTER) == (
        "No change of it is told from chance (the smallest adjusted p is .30)."
    )


def test_below_the_gate_the_page_says_that_there_are_too_few_documents():
    few = make(("war", "all", None, None, None, None, None, "", FEW)).assign(documents=59.0)
    assert say_search(few, QUARTER).startswith(
        "59 stories in 4 quarters: too few documents to look for a change, which needs 60 stories"
    )
    assert describe_change_calendar(few, LABELS, QUARTER) == (
        "Empty chart. No change was looked for: too few documents to look for a change."
    )
    assert caption_change_calendar(few, LABELS) == ""


def test_below_the_gate_the_points_are_still_there(series, positions, smooth, drawn):
    few = make(("war", "all", None, None, None, None, None, "", FEW))
    chart = draw_change_calendar(series, few, positions.head(0), labels=LABELS)
    assert chart.texts[0].get_text().startswith("No change was looked for: too few")
    ax = draw_changes(series, few, smooth=smooth, labels=LABELS).axes[0]
    assert len(drawn(ax, "points")) == 1 and drawn(ax, "plausible") == []
    described = describe_changes(series, few, labels=LABELS, timeframe=QUARTER)
    assert "No change was looked for." in described


def test_above_the_gate_it_says_how_many_themes_are_looked_at(changes):
    words = say_search(changes, QUARTER)
    assert words.startswith("80 stories in 4 quarters: enough to look for one change")
    assert "2 themes are looked at, and p is adjusted for all of them." in words


def test_without_dated_stories_the_chart_says_so(series, changes, smooth):
    figure = draw_changes(series.head(0), changes, smooth=smooth.head(0), labels=LABELS)
    assert figure.axes[0].texts[0].get_text() == "No article has a date in this range."
    words = describe_changes(series.head(0), changes, labels=LABELS, timeframe=QUARTER)
    assert words.startswith("Empty chart.")


def test_the_table_has_what_is_told_from_chance_first(changes):
    table = tabulate_changes(changes, LABELS, QUARTER)
    assert table["theme"].tolist() == ["war", "sanctions"]
    assert table["verdict"].tolist() == ["told from chance", "not told from chance"]
    assert table.loc[0, ["when", "ratio", "p", "p_holm", "shape"]].tolist() == [
        "2022 Q3 (2022 Q3 to 2022 Q4)", "4.0 (2.0 to 8.0)", ".002", ".004", "step",
    ]  # fmt: skip
    assert table.loc[0, "shares"].replace("\N{NO-BREAK SPACE}", " ") == "10 % → 40 %"


def test_the_description_tells_gaps_and_thin_periods(series, changes):
    words = describe_changes(series, changes, labels=LABELS, timeframe=QUARTER)
    assert words.endswith("No stories in 1 quarter: 2022 Q2. Fewer than 3 stories in 1 quarter.")
