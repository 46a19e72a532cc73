import io
import itertools

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from dateline.charts import (
    draw_heatmap,
    draw_share,
    draw_shares,
    draw_timeline,
    draw_volume,
    style,
)

# A user's matplotlibrc that would spoil each chart.
LOUD = {
    "font.size": 30,
    "axes.facecolor": "red",
    "xtick.color": "lime",
    "text.parse_math": True,
    "lines.linewidth": 9,
    "figure.dpi": 40,
}


@pytest.fixture
def draw_all(series, sanctions, labels, volume, articles):
    """A function that draws each chart and returns the figures."""

    def draw():
        axes = [
            draw_share(sanctions, label="$x$"),
            draw_heatmap(series, labels=labels),
            draw_volume(volume),
            draw_timeline(articles),
        ]
        return [ax.figure for ax in axes] + [draw_shares(series, labels=labels)]

    return draw


def picture(figure):
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()


def test_no_figure_is_left_with_pyplot(draw_all):
    before = plt.get_fignums()
    draw_all()
    assert plt.get_fignums() == before


def test_the_settings_of_the_user_stay_as_they_are(draw_all):
    with mpl.rc_context(LOUD):
        before = dict(mpl.rcParams)
        draw_all()
        assert dict(mpl.rcParams) == before


def test_the_settings_of_the_user_do_not_change_a_picture(draw_all):
    expected = [picture(figure) for figure in draw_all()]
    with mpl.rc_context(LOUD):
        figures = draw_all()
    assert [picture(figure) for figure in figures] == expected


def test_drawing_twice_gives_the_same_bytes(draw_all):
    assert [picture(f) for f in draw_all()] == [picture(f) for f in draw_all()]


def test_no_text_is_taken_for_a_formula(draw_all):
    texts = [text for figure in draw_all() for text in figure.findobj(mpl.text.Text)]
    assert not [text for text in texts if text.get_text() and text.get_parse_math()]


def test_no_text_is_taken_for_a_formula_on_axes_of_the_caller(series, sanctions, articles):
    axes = Figure().subplots(3)
    draw_share(sanctions, label="$a$", ax=axes[0])
    draw_heatmap(series, labels={"war": "$b$"}, ax=axes[1])
    draw_timeline(articles.assign(title="$c$"), ax=axes[2])
    texts = [text for ax in axes for text in ax.findobj(mpl.text.Text) if "$" in text.get_text()]
    assert len(texts) >= 7
    assert not [text for text in texts if text.get_parse_math()]


def test_no_letter_is_too_small_for_a_phone(draw_all):
    """A figure is shown 360 points wide there; the counts in a cell may go down to 5 points."""
    sizes = [text.get_fontsize() for f in draw_all() for text in f.findobj(mpl.text.Text)]
    assert min(sizes) * 360 / (style.WIDTH * 72) > 5


def test_the_tables_given_are_not_changed(draw_all, series, volume, articles):
    before = [table.copy() for table in (series, volume, articles)]
    draw_all()
    for table, copy in zip((series, volume, articles), before, strict=True):
        assert table.equals(copy)


def lightness(colour):
    """CIE L* of a colour; 100 is white."""
    y = style.luminance(colour) - 0.05
    return 116 * np.cbrt(y) - 16


def test_equal_differences_of_a_share_are_equal_differences_of_lightness():
    steps = np.diff([lightness(style.SHARES(share)) for share in np.linspace(0, 1, 8)])
    assert steps == pytest.approx(np.full(7, -10), abs=1)


def test_numbers_can_be_read_on_every_colour():
    for share in np.linspace(0, 1, 21):
        colour = style.SHARES(share)
        pair = sorted([style.luminance(colour), style.luminance(style.on_colour(colour))])
        assert pair[1] / pair[0] >= 4.5


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Prices\n of  $5 _x <b>", "Prices of $5 _x <b>"),
        ("a\u202eb\x00c", "abc"),
        ("Санкции", "Санкции"),
        ("制裁与出口", "sanctions"),
        ("Sanctions 制裁", "Sanctions □□"),
    ],
)
def test_text_is_brought_to_what_the_font_can_draw(text, shown):
    assert style.plain(text, otherwise="sanctions") == shown


def test_long_text_is_cut_with_an_ellipsis():
    assert style.wrap("one two three four five", 9) == "one two\nthree fo…"


def test_the_colours_of_themes_can_be_read_on_white_and_stay_when_themes_are_added():
    assert min(1.05 / style.luminance(colour) for colour in style.THEMES) >= 4.5
    few, more = style.theme_colours(["a", "b"]), style.theme_colours([*"abcdefgh"])
    assert {name: more[name] for name in few} == few


def test_the_colours_of_themes_differ_for_readers_who_see_no_red_or_green():
    # Brettel, Viénot and Mollon's simulation, in the one-matrix form of Viénot et al. (1999),
    # Color Res. Appl. 24, 243-252, for protanopes and deuteranopes; of linear RGB.
    lacks_red = np.array([[0.112, 0.888, 0.0], [0.112, 0.888, 0.0], [0.004, -0.004, 1.0]])
    lacks_green = np.array([[0.293, 0.707, 0.0], [0.293, 0.707, 0.0], [-0.022, 0.022, 1.0]])
    linear = [np.array(to_rgb(colour)) ** 2.2 for colour in style.THEMES]
    for matrix in (lacks_red, lacks_green):
        seen = [np.clip(matrix @ colour, 0, 1) ** (1 / 2.2) for colour in linear]
        pairs = itertools.combinations(seen, 2)
        assert min(np.abs(one - other).max() for one, other in pairs) > 0.15


def test_every_mark_of_a_theme_can_be_hollow():
    # A plus and a cross have no inside that stays white at the size of a point.
    assert len(set(style.MARKERS)) == len(style.THEMES) == 6
    assert set(style.MARKERS) <= set(Line2D.filled_markers) - set("PX*")
