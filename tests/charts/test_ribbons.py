"""The marks of a curve, read back from the Axes: data, gaps, ribbons, smooth line, strip."""

import numpy as np
import pandas as pd
import pytest

from dateline.charts import draw_share, draw_shares, style


def table(totals, counts, unit="stories"):
    periods = pd.date_range("2022-01-01", periods=len(totals), freq="QS")
    rows = pd.DataFrame({"period": periods, "theme": "war", "unit": unit})
    rows = rows.assign(count=np.array(counts, float), total=np.array(totals, float))
    share = rows["count"] / rows["total"].where(rows["total"] > 0)
    return rows.assign(share=share, low=share - 0.05, high=share + 0.05, method="wilson")


@pytest.fixture
def gappy():
    """Two quarters, a gap, one alone, a gap, two more."""
    return table([4, 4, 0, 4, 0, 4, 2], [1, 2, 0, 1, 0, 2, 1])


def ydata(parts):
    return [part.get_ydata().tolist() for part in parts]


def test_a_constant_share_of_growing_totals_is_a_flat_line(drawn):
    (line,) = drawn(draw_share(table([100, 200, 300], [10, 20, 30])), "line")
    assert line.get_ydata().tolist() == [0.1, 0.1, 0.1]


def test_a_ribbon_breaks_at_gaps_and_a_period_between_two_is_a_block(gappy, drawn):
    ax = draw_share(gappy, layers={"kind": "ribbons"})
    assert len(drawn(ax, "ribbon")) == 2
    (block,) = drawn(ax, "band")
    assert (block.get_y(), block.get_height()) == pytest.approx((0.2, 0.1))
    assert ydata(drawn(ax, "points")) == [[0.25]]


def test_a_ribbon_reaches_from_the_low_to_the_high_bound(gappy, drawn):
    first = drawn(draw_share(gappy, layers={"kind": "ribbons"}), "ribbon")[0]
    heights = first.get_paths()[0].vertices[:, 1]
    assert (heights.min(), heights.max()) == pytest.approx((0.2, 0.55))


def test_a_thin_period_is_hollow_in_a_ribbon_too(gappy, drawn):
    ax = draw_share(gappy, layers={"kind": "ribbons"})
    assert ydata(drawn(ax, "hollow points")) == [[0.5]]


def test_the_line_is_missing_where_there_are_no_stories(gappy, drawn):
    (line,) = drawn(draw_share(gappy, layers={"kind": "ribbons"}), "line")
    assert np.isnan(line.get_ydata()).tolist() == [False, False, True, False, True, False, False]


def test_an_interval_that_is_not_known_has_no_band(drawn):
    ax = draw_share(table([4, 4], [1, 1]).assign(low=np.nan, high=np.nan))
    assert drawn(ax, "band") == []
    assert ydata(drawn(ax, "points")) == [[0.25, 0.25]]


def smooth_of(series, interpolated):
    rows = series[["period", "theme"]].assign(smooth=0.3, interpolated=interpolated)
    return rows.assign(penalty=1.0, edf=2.5, reason="")


def test_a_smooth_line_is_thin_and_dashed_where_it_bridges_a_gap(gappy, drawn):
    smooth = smooth_of(gappy, gappy["total"] == 0)
    ax = draw_share(gappy, layers={"smooth": smooth})
    (solid,) = drawn(ax, "smooth")
    assert np.isnan(solid.get_ydata()).tolist() == (gappy["total"] == 0).tolist()
    assert solid.get_linewidth() < drawn(ax, "line")[0].get_linewidth()
    # From the period before the gap to the one after it.
    assert [len(part.get_xdata()) for part in drawn(ax, "smooth dashed")] == [3, 3]


def test_no_smooth_line_is_drawn_below_its_gate(gappy, drawn):
    smooth = smooth_of(gappy, False).assign(smooth=np.nan, edf=np.nan, reason="too few")
    assert drawn(draw_share(gappy, layers={"smooth": smooth}), "smooth") == []


def test_bars_under_the_curve_are_the_stories_of_each_period(gappy, drawn):
    volume = gappy[["period"]].assign(articles=9.0, stories=gappy["total"])
    ax = draw_share(gappy, layers={"volume": volume})
    strip = ax.figure.axes[1]
    assert [bar.get_height() for bar in drawn(strip, "strip")] == gappy["total"].tolist()
    assert [text.get_text() for text in drawn(strip, "total")] == list("4404042")


def test_of_words_the_bars_and_hollow_points_are_of_stories(drawn):
    series = table([900, 800], [9, 4], unit="words").assign(share=[100.0, 50.0], high=150.0)
    volume = series[["period"]].assign(articles=5.0, stories=[5.0, 2.0])
    ax = draw_share(series, layers={"volume": volume})
    assert ydata(drawn(ax, "hollow points")) == [[50.0]]
    assert [text.get_text() for text in drawn(ax.figure.axes[1], "total")] == ["5", "2"]
    assert ax.get_ylabel() == "Mentions of the theme in 10,000 words of each quarter"
    assert ax.get_ylim() == (0, 150)


def test_the_colour_of_a_theme_is_that_of_its_place_in_the_codebook(gappy, drawn):
    colours = style.theme_colours(["peace", "war"])
    figure = draw_shares(gappy, labels={"war": "War"}, layers={"colours": colours})
    (line,) = drawn(figure.axes[0], "line")
    assert line.get_color() == style.THEMES[1]
    assert drawn(figure.axes[0], "points")[0].get_marker() == style.MARKERS[1]


def test_small_charts_have_a_strip_each(gappy, drawn):
    two = pd.concat([gappy, gappy.assign(theme="peace")])
    volume = gappy[["period"]].assign(articles=9.0, stories=gappy["total"])
    figure = draw_shares(two, labels={"war": "W", "peace": "P"}, layers={"volume": volume})
    assert [len(drawn(ax, "strip")) for ax in figure.axes] == [0, 0, 7, 7]


def test_beyond_six_themes_small_charts_stand_three_in_a_row(gappy):
    names = [f"t{number}" for number in range(7)]
    many = pd.concat([gappy.assign(theme=name) for name in names])
    places = [ax.get_subplotspec().colspan.start for ax in draw_shares(
        many, labels=dict(zip(names, names, strict=True))).axes]  # fmt: skip
    assert max(places) == 2
