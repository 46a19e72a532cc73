import pytest
from matplotlib.colors import same_color
from matplotlib.figure import Figure

from dateline.charts import draw_heatmap
from dateline.charts.heatmap import cell_texts
from dateline.charts.style import SHARES


@pytest.fixture
def ax(series, labels):
    return draw_heatmap(series, labels=labels)


def cell_at(cells, column, row):
    return next(c for c in cells if int(c.get_x()) == column and int(c.get_y()) == row)


def test_rows_are_the_labels_in_their_order(ax):
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["War", "Sanctions"]
    assert ax.get_ylim() == (2, 0)


def test_every_period_with_stories_has_a_cell_for_every_theme(ax, drawn):
    thin, full = drawn(ax, "thin cell"), drawn(ax, "cell")
    assert {int(cell.get_x()) for cell in full} == {0, 3}
    assert {int(cell.get_x()) for cell in thin} == {2}
    assert len(full) == 4 and len(thin) == 2


def test_the_colour_is_that_of_the_share(ax, drawn):
    war_first = cell_at(drawn(ax, "cell"), 0, 0)
    assert same_color(war_first.get_facecolor(), SHARES(0.75 / 0.8))  # the scale ends at 80 %


def test_a_thin_cell_is_white_inside_its_frame(ax, drawn):
    for frame, inside in zip(drawn(ax, "thin cell"), drawn(ax, "inside"), strict=True):
        assert same_color(inside.get_facecolor(), "white")
        assert frame.get_x() < inside.get_x()


def test_a_period_without_stories_is_hatched_and_has_no_cell(ax, drawn):
    (gap,) = drawn(ax, "gap")
    assert (gap.get_x(), gap.get_width()) == (1, 1)
    assert gap.get_hatch()
    assert not [cell for cell in drawn(ax, "cell") if int(cell.get_x()) == 1]


def test_each_cell_prints_share_and_counts(ax):
    texts = {text.get_text() for text in ax.texts}
    assert {"75 %", "3/4", "50 %", "1/2", "0 %", "0/5"} <= texts


def test_parts_of_stories_are_printed_with_one_decimal(parts, labels, drawn):
    ax = draw_heatmap(parts, labels=labels)
    assert {"14 %", "0.6/4.1", "15 %", "0.4/2.9"} <= {text.get_text() for text in ax.texts}
    assert [text.get_text() for text in drawn(ax, "total")] == ["4", "0", "2.9", "4.1"]


def test_the_totals_stand_under_the_columns(ax, drawn):
    assert [text.get_text() for text in drawn(ax, "total")] == ["4", "0", "2", "5"]


def test_the_colour_bar_is_labelled_with_unit_and_denominator(ax):
    bar = ax.figure.axes[1]
    words = bar.get_title("left").replace("\n", " ")
    assert words == "Share of the distinct stories of each quarter that mention the theme"
    assert [tick.get_text() for tick in bar.get_xticklabels()] == ["0 %", "40 %", "80 %"]


def test_what_does_not_fit_in_every_cell_is_left_out_of_all():
    assert cell_texts([50, 1], [50, 9], 40) == [("100 %", "50/50"), ("11 %", "1/9")]
    assert cell_texts([50, 1], [50, 9], 20) == [("100", ""), ("11", "")]
    assert cell_texts([50, 1], [50, 9], 9) == [("", ""), ("", "")]


def test_an_empty_series_says_that_there_is_nothing(series, labels):
    ax = draw_heatmap(series.head(0), labels=labels)
    assert ax.texts[0].get_text() == "No article has a date in this range."


def test_a_theme_that_nobody_mentions_is_drawn_at_zero(series, drawn):
    ax = draw_heatmap(series.assign(count=0, share=series["share"] * 0), labels={"war": "War"})
    assert {text.get_text() for text in ax.texts} >= {"0 %", "0/5"}
    assert same_color(cell_at(drawn(ax, "cell"), 0, 0).get_facecolor(), SHARES(0.0))


def test_a_text_in_a_frame_does_not_touch_the_frame(series, labels, drawn):
    whole = series.assign(count=series["total"], share=1.0)
    # Cells of 33 points: "100 %" fits a full one, but not between the sides of a frame.
    ax = Figure(figsize=(4 * 33 / 72, 3)).add_axes((0, 0.2, 1, 0.6))
    draw_heatmap(whole, labels=labels, ax=ax)
    ax.figure.draw_without_rendering()
    inside = drawn(ax, "inside")[0].get_window_extent()
    notes = [note.get_window_extent() for note in ax.texts if note.get_text() == "100 %"]
    framed = [note for note in notes if inside.x0 < (note.x0 + note.x1) / 2 < inside.x1]
    assert framed and all(inside.x0 <= note.x0 and note.x1 <= inside.x1 for note in framed)
