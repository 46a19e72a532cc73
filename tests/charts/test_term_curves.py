"""The curve of each theme with and without its chief term."""

import pandas as pd
import pytest

from dateline.charts import caption_term_curves, describe_term_curves, draw_term_curves
from dateline.charts.term_curves import chief_terms


@pytest.fixture
def influence(series):
    """Without "embargo" sanctions lose half of every share, without "ban" a tenth; war nothing."""
    parts = [("sanctions", "embargo", 0.5), ("sanctions", "ban", 0.1), ("war", "war", 0.0)]
    tables = [
        series[series["theme"] == theme].assign(
            term=term, delta=lambda rows, part=part: rows["share"] * part
        )
        for theme, term, part in parts
    ]
    table = pd.concat(tables, ignore_index=True)
    return table.assign(without=table["share"] - table["delta"])


def test_the_chief_term_is_the_one_with_the_largest_mean_loss(influence):
    assert chief_terms(influence) == {"sanctions": "embargo"}


def test_the_line_is_the_share_and_the_area_what_is_left(influence, labels, drawn):
    ax = draw_term_curves(influence, labels=labels).axes[0]
    (line,) = drawn(ax, "line")
    assert line.get_ydata()[[0, 2, 3]].tolist() == [0.25, 0.5, 0]
    assert [bar.get_height() for bar in drawn(ax, "without")] == [0.125, 0.25, 0]


def test_the_panel_names_theme_and_term(influence, labels):
    ax = draw_term_curves(influence, labels=labels).axes[0]
    assert ax.get_title("left") == "Sanctions"
    assert "without embargo" in [text.get_text() for text in ax.texts]


def test_a_period_without_stories_is_a_gap(influence, labels, drawn):
    assert len(drawn(draw_term_curves(influence, labels=labels).axes[0], "gap")) == 1
    assert "Hatched: no stories." in caption_term_curves(influence)


def test_the_description_has_the_largest_difference(influence, labels):
    assert describe_term_curves(influence, labels).endswith(
        "Largest difference: Sanctions in the third quarter of 2022, 50 % with and 25 % without "
        "embargo."
    ) or "50 % with and 25 % without embargo." in describe_term_curves(influence, labels)


def test_where_no_term_matters_or_there_is_none_the_chart_is_empty(influence, labels):
    for table in (influence[influence["theme"] == "war"], influence.head(0)):
        assert len(draw_term_curves(table, labels=labels).axes) == 1
        assert describe_term_curves(table, labels).startswith("Empty chart.")


def test_figures_with_some_of_the_themes_have_one_scale(influence, labels):
    rest = influence["theme"] == "war"
    both = influence.assign(delta=influence["delta"].mask(rest, 0.1))
    alone = draw_term_curves(both, labels={"war": labels["war"]}).axes[0].get_ylim()
    assert alone == draw_term_curves(both, labels=labels).axes[0].get_ylim()
