"""Curves with sources held fixed, read back from the Axes.

stories on war of all stories, by half-year (the second is empty); Digest is not there throughout.

source    1      2   3      4
Wire      4/8    -   2/4    1/2
Courier   1/2    -   1/4    0/6
Digest    -      -   4/4    4/4
"""

import numpy as np
import pandas as pd
import pytest

from dateline.charts import (
    caption_held_sources,
    describe_held_sources,
    draw_held_sources,
    pick_held,
    say_not_held,
)
from dateline.charts.drawing import drawing_of, table_of
from dateline.charts.held_sources import LINES
from dateline.stats.composition import describe_sources, source_coverage
from dateline.stats.standardised import hold_sources

PERIODS = pd.to_datetime(["2022-01-01", "2022-04-01", "2022-07-01", "2022-10-01"])
COUNTS = {
    "Wire": [(4, 8), (0, 0), (2, 4), (1, 2)],
    "Courier": [(1, 2), (0, 0), (1, 4), (0, 6)],
    "Digest": [(0, 0), (0, 0), (4, 4), (4, 4)],
}
LABELS = {"war": "War", "trade": "Trade: and more"}


def make(counts):
    """A row for each story; all stories mention trade."""
    rows = [
        (period, source, int(number < hits), 1)
        for source, numbers in counts.items()
        for period, (hits, size) in zip(PERIODS, numbers, strict=True)
        for number in range(size)
    ]
    table = pd.DataFrame(rows, columns=["period", "source", "war", "trade"])
    return table.assign(doc_id=[f"{n}" for n in range(len(table))])


def sources_of(counts):
    return describe_sources(source_coverage(make(counts), grid=PERIODS))


@pytest.fixture
def held():
    return hold_sources(make(COUNTS), grid=PERIODS)


def line(figure, drawn, name, panel=0):
    (found,) = drawn(figure.axes[panel], name)
    return np.asarray(found.get_ydata(), dtype=float).round(4).tolist()


def nan_as(values, empty=-1.0):
    return [empty if value != value else value for value in values]


def test_the_first_line_is_of_all_sources(held, drawn):
    figure = draw_held_sources(held, labels=LABELS)
    assert nan_as(line(figure, drawn, "line")) == [0.5, -1, round(7 / 12, 4), round(5 / 12, 4)]


def test_the_second_line_leaves_out_a_source_that_is_not_there_throughout(held, drawn):
    shares = line(draw_held_sources(held, labels=LABELS), drawn, "same throughout")
    assert nan_as(shares) == [0.5, -1, 0.375, 0.125]  # 5/10, 3/8, 1/8


def test_the_third_line_has_these_sources_in_one_mix(held, drawn):
    """Wire has 14 of their 26 stories, Courier 12."""
    shares = line(draw_held_sources(held, labels=LABELS), drawn, "same throughout, fixed mix")
    third, last = (14 * 0.5 + 12 * 0.25) / 26, 14 * 0.5 / 26
    assert nan_as(shares) == [0.5, -1, round(third, 4), round(last, 4)]


def test_a_period_without_stories_is_a_hatched_gap_in_every_panel(held, drawn):
    figure = draw_held_sources(held, labels=LABELS)
    assert [len(drawn(ax, "gap")) for ax in figure.axes] == [1, 1]


def test_the_bars_below_are_the_stories_of_all_sources(held, drawn):
    layers = {"volume": pd.DataFrame({"period": PERIODS, "stories": [10.0, 0, 12, 12]})}
    figure = draw_held_sources(held, labels=LABELS, layers=layers)
    strips = [ax for ax in figure.axes if drawn(ax, "strip")]
    assert [[bar.get_height() for bar in ax.patches] for ax in strips] == [[10, 0, 12, 12]] * 2


def test_the_band_is_that_of_the_first_line(held, drawn):
    figure = draw_held_sources(held, labels=LABELS)
    first = held[(held["sources"] == "all") & (held["theme"] == "war")].dropna()
    lows = [bar.get_y() for bar in drawn(figure.axes[0], "band")]
    assert lows == pytest.approx(first["low"].tolist())


def test_a_diamond_is_hollow_where_the_held_sources_have_fewer_than_three_stories(drawn):
    few = COUNTS | {
        "Wire": [(1, 1), *COUNTS["Wire"][1:]],
        "Courier": [(1, 1), *COUNTS["Courier"][1:]],
    }
    table = hold_sources(make(few), grid=PERIODS)
    (marks,) = drawn(draw_held_sources(table, labels=LABELS).axes[0], "hollow same")
    assert len(marks.get_xdata()) == 1 and marks.get_markerfacecolor() == "white"


def test_the_key_names_the_lines_and_each_has_a_dash_of_its_own(held):
    key = draw_held_sources(held, labels=LABELS).legends[0]
    names = [text.get_text() for text in key.get_texts()]
    assert names == ["all sources", "the same throughout", "these in a fixed mix"]
    assert [line.is_dashed() for line in key.get_lines()] == [False, True, True]
    assert len({str(dash) for _, dash, _ in LINES.values()}) == 2


def test_the_key_does_not_lie_on_the_heading_or_a_title(held):
    figure = draw_held_sources(held, labels=LABELS)
    figure.draw_without_rendering()
    key = figure.legends[0].get_window_extent()
    lines = figure._suptitle.get_window_extent()
    assert key.y1 <= lines.y1 - 2 * lines.height / 3 + 2
    assert key.y0 >= figure.axes[0].title.get_window_extent().y1 - 2


def test_all_panels_have_one_scale_that_holds_every_line(held):
    figure = draw_held_sources(held, labels=LABELS)
    assert {ax.get_ylim() for ax in figure.axes} == {(0.0, 1.0)}


def test_the_table_beside_the_chart_has_all_three_lines_with_their_intervals(held):
    table = table_of(drawing_of(draw_held_sources(held, labels={"war": "War"})))
    assert len(table) == 12 and {"sources", "low", "high"} <= set(table.columns)


def test_of_many_themes_those_are_drawn_whose_lines_part_most(held):
    assert pick_held(held, LABELS) == LABELS
    assert pick_held(held, LABELS, most=1) == {"war": "War"}  # trade is in all stories


def test_the_caption_names_the_sources_that_are_held_and_those_chosen(held):
    shown = {"war": "War"}
    words = caption_held_sources(held, sources_of(COUNTS), labels=LABELS, shown=shown)
    assert "Dashed: only the 2 of 3 sources that are there in every quarter with stories " in words
    assert "(Wire and Courier; 76 % of the stories)" in words  # 26 of 34
    assert "Gap: no stories." in words and "Hollow" not in words
    assert "Drawn: 1 of 2 themes," in words and "others are at most 0 points apart" in words


def test_the_caption_is_silent_of_a_choice_that_was_not_made(held):
    words = caption_held_sources(held, sources_of(COUNTS), labels=LABELS, shown=LABELS)
    assert "Drawn:" not in words


def test_the_alternative_text_says_where_the_lines_part_most(held):
    words = describe_held_sources(held, LABELS)
    assert words.startswith("Small line charts of the share of distinct stories that mention a")
    assert "furthest apart for War in 2022 Q3: 58 % and 38 %." in words
    assert "No stories in 1 quarter: 2022 Q2." in words


def test_lines_that_are_the_same_are_said_to_be(held):
    trade = held[held["theme"] == "trade"]
    assert "All sources and the fixed mix are the same." in describe_held_sources(trade, LABELS)


REFUSED = [
    ({"Wire": [(0, 3)] * 4}, "12 stories: too few for a curve"),
    ({"Wire": [(0, 4)] * 4}, "All stories are of one source"),
    (
        {"Wire": [(0, 9), (0, 9), (0, 0), (0, 0)], "Courier": [(0, 0), (0, 0), (0, 9), (0, 9)]},
        "None of the 2 sources is there in every period with stories",
    ),
]


@pytest.mark.parametrize(("counts", "why"), REFUSED)
def test_it_is_refused_plainly_where_nothing_can_be_held(counts, why):
    assert say_not_held(sources_of(counts)).startswith(why)


def test_it_is_not_refused_where_some_sources_are_there_throughout():
    assert say_not_held(sources_of(COUNTS)) == ""


def test_without_any_story_the_chart_says_so(held):
    empty = held.assign(total=0.0, share=np.nan)
    (ax,) = draw_held_sources(empty, labels=LABELS).axes
    assert "No article has a date" in ax.texts[0].get_text()
    assert describe_held_sources(empty, LABELS).startswith("Empty chart.")
