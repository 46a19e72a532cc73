"""Sources by period, read back from the Axes: Wire 3, 0, 1, Courier 1, 0, 0 in three quarters."""

import pandas as pd
import pytest

from dateline.charts import caption_coverage, describe_coverage, draw_coverage, name_sources
from dateline.charts.coverage_grid import fold_sources
from dateline.charts.style import SHARES

QUARTERS = pd.to_datetime(["2022-01-01", "2022-04-01", "2022-07-01"])


def make(counts):
    rows = [
        (period, source, float(numbers[n]), sum(c[n] for c in counts.values()))
        for n, period in enumerate(QUARTERS)
        for source, numbers in counts.items()
    ]
    table = pd.DataFrame(rows, columns=["period", "source", "documents", "total"])
    part = table["documents"] / table["total"].where(table["total"] > 0)
    return table.assign(part=part).drop(columns="total")


@pytest.fixture
def coverage():
    return make({"Wire": [3, 0, 1], "Courier": [1, 0, 0]})


def test_a_cell_has_its_number_and_the_colour_of_its_part(coverage, drawn):
    ax = draw_coverage(coverage)
    assert [text.get_text() for text in drawn(ax, "number")] == ["3", "1", "1"]
    colours = [cell.get_facecolor() for cell in drawn(ax, "cell")]
    assert colours == [SHARES(0.75), SHARES(0.25), SHARES(1.0)]


def test_a_source_without_stories_has_an_empty_cell_and_a_period_without_any_is_hatched(
    coverage, drawn
):
    ax = draw_coverage(coverage)
    places = [(round(cell.get_x()), round(cell.get_y())) for cell in drawn(ax, "cell")]
    assert places == [(0, 0), (0, 1), (2, 0)]
    assert len(drawn(ax, "gap")) == 1


def test_sources_are_named_and_totals_stand_below(coverage, drawn):
    ax = draw_coverage(coverage)
    assert [text.get_text() for text in ax.get_yticklabels()] == ["Wire", "Courier"]
    assert [text.get_text() for text in drawn(ax, "total")] == ["4", "0", "1"]


@pytest.mark.parametrize(
    ("day", "place"), [("2022-07-01", 2.0), ("2022-02-15", 0.5), ("2030-01-01", None)]
)
def test_the_split_is_a_line_at_its_day(coverage, drawn, day, place):
    lines = drawn(draw_coverage(coverage, split=pd.Timestamp(day)), "split")
    assert [line.get_xdata()[0] for line in lines] == ([] if place is None else [place])


def test_beyond_twelve_sources_the_smallest_share_a_row():
    many = make({f"s{n:02d}": [20 - n, 0, 1] for n in range(15)})
    folded = fold_sources(many)
    assert folded["source"].nunique() == 12
    last = folded[folded["source"] == "4 other sources"]
    assert last["documents"].tolist() == [9 + 8 + 7 + 6, 0, 4]
    assert folded.groupby("period")["part"].sum().round(9).tolist() == [1, 0, 1]


def test_the_description_has_the_largest_and_who_is_there_throughout(coverage):
    assert describe_coverage(coverage) == (
        "Table of coloured cells, 2 sources in rows: stories by quarter, 2022 Q1 to 2022 Q3, 5 in "
        "all. Most are from Wire (80 %), fewest from Courier (20 %). Only Wire has stories in "
        "every period that has any."
    )


def test_the_caption_says_only_what_is_there(coverage):
    caption = caption_coverage(coverage, split=QUARTERS[2])
    assert "Empty: none from this source. Hatched: a quarter without stories." in caption
    assert caption.endswith("Upright line: the split, 2022-07-01.")
    whole = caption_coverage(make({"Wire": [1, 1, 1]}))
    assert "Empty" not in whole and "Hatched" not in whole and "split" not in whole


def test_without_stories_the_chart_says_so(coverage):
    none = coverage.head(0)
    assert draw_coverage(none).texts[0].get_text() == "No article has a date in this range."
    assert describe_coverage(none).startswith("Empty chart.")


def test_a_source_that_is_not_known_is_named_as_such():
    ax = draw_coverage(make({"": [1, 1, 1]}))
    assert [text.get_text() for text in ax.get_yticklabels()] == ["source not known"]


def test_the_caption_says_how_many_stories_have_no_place(coverage):
    # Five stories are drawn; seven are there, of which one copy and one without text do not count.
    copies, problems = [""] * 7 + ["a", ""], [""] * 8 + ["empty"]
    articles = pd.DataFrame({"copy_of": copies, "problem": problems})
    assert caption_coverage(coverage, articles=articles).endswith(
        "2 of 7 stories are undated, not dated surely enough, or of days not chosen, and not shown."
    )


def test_a_blank_source_has_one_name_everywhere():
    assert name_sources(pd.Series(["", "Wire"])).tolist() == ["source not known", "Wire"]
