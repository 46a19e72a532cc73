"""How much more one group has of each theme, read back from the Axes."""

import pandas as pd
import pytest

from dateline.charts import (
    caption_differences,
    count_sure,
    describe_differences,
    draw_differences,
)
from dateline.charts.differences import compared_rows
from dateline.charts.style import GREY
from dateline.stats.compare import COMPARISON_COLUMNS
from dateline.stats.pair_tables import FIXED_COLUMNS

LABELS = {"arms": "Arms", "peace": "Peace", "cyber": "Cyber", "tea": "Tea"}


@pytest.fixture
def comparison():
    """Ten stories late, twenty early; only peace is told from chance, tea is never mentioned."""
    rows = [
        ("arms", 5, 8, 0.1, -0.25, 0.43, 0.7, 1.0, True),
        ("peace", 9, 4, 0.7, 0.31, 0.86, 0.001, 0.003, True),
        ("cyber", 0, 2, -0.1, -0.3, 0.2, None, None, False),
        ("tea", 0, 0, 0.0, -0.16, 0.28, None, None, False),
    ]
    columns = ["theme", "count_a", "count_b", "difference", "low", "high", "p", "p_holm", "tested"]
    table = pd.DataFrame(rows, columns=columns).astype({"p": float, "p_holm": float})
    return table.assign(a="late", b="early", total_a=10, total_b=20)


@pytest.fixture
def fixed():
    rows = [("arms", 0.05, -0.3, 0.4), ("peace", 0.65, 0.2, 0.8)]
    return pd.DataFrame(rows, columns=["theme", "difference", "low", "high"])


@pytest.fixture
def ax(comparison, fixed):
    return draw_differences(comparison, fixed, labels=LABELS)


def test_rows_come_by_difference_and_a_theme_nobody_mentions_has_none(ax):
    assert [text.get_text() for text in ax.get_yticklabels()] == ["Peace", "Arms", "Cyber"]


def test_the_dot_is_the_difference_and_full_only_where_it_is_told_from_chance(ax, drawn):
    (sure,), (other,) = drawn(ax, "sure"), drawn(ax, "not sure")
    assert (sure.get_xdata().tolist(), sure.get_ydata().tolist()) == ([0.7], [0])
    assert other.get_xdata().tolist() == [0.1, -0.1]
    assert other.get_markerfacecolor() == "white"


def test_the_line_is_the_interval(ax, drawn):
    (lines,) = drawn(ax, "interval")
    ends = [[x for x, _ in line] for line in lines.get_segments()]
    assert ends == [[0.31, 0.86], [-0.25, 0.43], [-0.3, 0.2]]


def test_the_diamond_is_the_difference_with_the_mix_held_fixed(ax, drawn):
    (diamonds,) = drawn(ax, "fixed")
    assert diamonds.get_xdata()[:2].tolist() == [0.65, 0.05]
    assert pd.isna(diamonds.get_xdata()[2])


def test_zero_is_in_the_middle_and_the_scale_is_in_points(ax):
    low, high = ax.get_xlim()
    assert low == -high == -1
    assert [text.get_text() for text in ax.get_xticklabels()] == ["−100", "−50", "0", "+50", "+100"]


def test_the_shares_of_both_groups_stand_beside_with_the_names_of_the_groups(ax, drawn):
    assert [text.get_text() for text in drawn(ax, "head")] == ["early", "late"]
    texts = [text.get_text() for text in drawn(ax, "beside")]
    assert texts == ["20 %", "40 %", "10 %", "90 %", "50 %", "0 %"]
    assert [text.get_text() for text in drawn(ax, "side")] == ["← more\nearly", "more →\nlate"]


def test_the_description_has_both_ends_and_what_is_told_from_chance(comparison):
    assert describe_differences(comparison, LABELS) == (
        "Dots with intervals: by how many points the share of stories that mention a theme is "
        "higher in “late” than in “early”, for 3 themes. Furthest to the right: Peace, 90 % "
        "against 20 %; furthest to the left: Cyber, 0 % against 10 %. Told from chance is 1 of 2: "
        "Peace."
    )


def test_the_caption_names_sizes_marks_and_what_is_missing(comparison, fixed):
    caption = caption_differences(comparison, fixed, labels=LABELS, within="source")
    assert "10 stories in “late”, 20 stories in “early”." in caption
    assert "dealing the stories anew within each source" in caption
    assert caption.endswith(
        "Diamond and thin line: with the mix of sources held fixed. Not drawn, mentioned in no "
        "story: Tea. Could not be tested: Cyber."
    )


def test_the_caption_is_silent_on_a_mix_that_cannot_be_fixed(comparison, fixed):
    nothing = fixed.assign(difference=float("nan"))
    assert "Diamond" not in caption_differences(comparison, nothing, labels=LABELS, within="source")


def test_no_finding_is_a_sentence_too(comparison):
    alike = comparison.assign(p_holm=1.0)
    assert count_sure(alike, LABELS) == "None of the 2 tested differences is told from chance."


def test_where_nothing_is_compared_the_chart_says_so():
    empty = pd.DataFrame(columns=COMPARISON_COLUMNS), pd.DataFrame(columns=list(FIXED_COLUMNS))
    ax = draw_differences(*empty, labels=LABELS)
    assert [text.get_text() for text in ax.texts] == ["Nothing is compared."]
    assert describe_differences(empty[0], LABELS) == "Empty chart. Nothing is compared."
    assert caption_differences(*empty, labels=LABELS, within="source") == ""


def test_hostile_labels_are_drawn_as_they_are(comparison, fixed):
    ax = draw_differences(comparison, fixed, labels={"arms": "<b>$x_1$", "peace": "和平"})
    assert [text.get_text() for text in ax.get_yticklabels()] == ["peace", "<b>$x_1$"]


def test_dots_have_the_colour_of_their_theme_and_the_fixed_mix_is_grey(comparison, fixed, drawn):
    colours = {name: f"#00000{n}" for n, name in enumerate(LABELS)}
    ax = draw_differences(comparison, fixed, labels=LABELS, colours=colours)
    dots = [dot for name in ("sure", "not sure") for dot in drawn(ax, name) if len(dot.get_xdata())]
    names = compared_rows(comparison, LABELS)["theme"]
    assert {dot.get_ydata()[0]: dot.get_color() for dot in dots} == {
        place: colours[name] for place, name in enumerate(names)
    }
    assert {diamond.get_color() for diamond in drawn(ax, "fixed")} == {GREY}
