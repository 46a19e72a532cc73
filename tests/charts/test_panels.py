"""Small charts of many themes: how they are divided among figures, and their feet."""

import pytest

from dateline.charts import draw_changes, draw_shares, group_panels, style, theme_colours
from dateline.charts.panels import title_letters
from dateline.charts.style import marker_of

CAPTION = "Share of distinct stories."


def of(number):
    return {f"t{n}": f"Theme {n}" for n in range(number)}


def test_up_to_fifteen_themes_are_one_figure_with_the_whole_caption():
    assert group_panels(of(15), CAPTION) == [(of(15), CAPTION)]


def test_more_themes_are_divided_evenly_and_none_is_lost():
    groups = group_panels(of(22), CAPTION)
    assert [len(names) for names, _ in groups] == [11, 11]
    assert {**groups[0][0], **groups[1][0]} == of(22)


def test_the_caption_stands_below_the_last_and_the_others_say_so():
    first, last = (words for _, words in group_panels(of(22), CAPTION))
    assert first.startswith("Themes 1 to 11 of 22; ") and "below the last" in first
    assert last == "Themes 12 to 22 of 22. Share of distinct stories."


def test_figures_of_one_series_have_the_same_scale(series):
    tops = {draw_shares(series, labels={n: n}).axes[0].get_ylim()[1] for n in ("war", "sanctions")}
    assert tops == {1.0}  # the highest bound is that of war, 0.85


def test_a_theme_has_the_same_colour_and_mark_in_both_kinds_of_panels(series, labels, drawn):
    layers = {"colours": theme_colours(["war", "sanctions"])}
    smooth = series[["period", "theme"]].assign(smooth=None, edf=None, interpolated=False)
    none = series.head(0).assign(part="", p_holm=1.0, reason="", shape="")
    curves = draw_shares(series, labels=labels, layers=layers).axes[1]
    points = draw_changes(series, none, smooth=smooth, labels=labels, layers=layers).axes[1]
    dots = [dot for ax in (curves, points) for dot in drawn(ax, "points")]
    colour = layers["colours"]["sanctions"]
    assert {(dot.get_color(), dot.get_marker()) for dot in dots} == {(colour, marker_of(colour))}


def test_panels_of_changes_have_bars_of_the_stories_below(series, labels, volume, drawn):
    smooth = series[["period", "theme"]].assign(smooth=None, edf=None, interpolated=False)
    none = series.head(0).assign(part="", p_holm=1.0, reason="", shape="")
    figure = draw_changes(series, none, smooth=smooth, labels=labels, layers={"volume": volume})
    strips = [ax for ax in figure.axes if drawn(ax, "strip")]
    assert [bar.get_height() for bar in strips[0].patches] == [4, 0, 2, 5]


def test_years_are_all_named_where_they_fit(series, labels, volume, drawn):
    years = series.assign(period=series["period"].map(lambda day: day.replace(
        year=2018 + day.quarter, month=1)))  # fmt: skip
    strip = volume.assign(period=sorted(years["period"].unique()))
    figure = draw_shares(years, labels=labels, columns=3, layers={"volume": strip})
    (*_, last) = [ax for ax in figure.axes if drawn(ax, "strip")]
    named = [tick.get_text() for tick in last.get_xticklabels()]
    assert named == ["2019", "2020", "2021", "2022"]


@pytest.mark.parametrize("columns", [2, 3])
def test_a_line_of_a_title_is_no_wider_than_its_chart(columns):
    wide = "Averylongnameofathemeabouttheenforcementofcontrols"[: title_letters(columns)]
    room = (style.WIDTH * 72 - 36) / columns
    assert style.text_width(wide, 9.5) * 1.12 < room  # bold is an eighth wider than regular
