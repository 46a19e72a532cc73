"""The look that all charts share: style sheet, colours, sizes, and text that can be drawn."""

from __future__ import annotations

import functools
import math
import textwrap
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ParamSpec, TypeVar

import matplotlib.style
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.figure import Figure
from matplotlib.textpath import TextPath
from matplotlib.typing import ColorType

from dateline.articles.shortening import shorten
from dateline.charts.drawing import remember_drawing
from dateline.stats.measures import THIN as THIN

P = ParamSpec("P")
R = TypeVar("R")

STYLE_SHEET = Path(__file__).with_name("dateline.mplstyle")
FONT = "DejaVu Sans"

WIDTH = 6.4  # inches
SMALL = 8.5  # points: numbers under an axis and in cells

INK = "#1f2933"  # text
GREY = "#4a5560"  # text of second rank; 7.5 : 1 on white
RULE = "#e3e7ea"  # grid
MARK = "#005a8e"  # lines, points, bars
TINT = "#c4dfed"  # bands
FAINT = "#9fb3c1"  # what is there but does not count: further copies, undated articles
HATCH = "////"
# One colour for each theme, by its place in the codebook. All are dark enough to be read on white
# (4.5 : 1) and differ for colour-blind readers; in grey they do not, so each has a mark too.
THEMES = ("#005a8e", "#866a17", "#511a08", "#02834d", "#392ad4", "#573047")
# Each with an inside that stays white where it is hollow, which a plus has not.
MARKERS = ("o", "s", "^", "D", "v", "<")
# One hue from light to dark in even steps of lightness (CIE L* 96 to 26), so that equal
# differences of a share look equal, in grey too.
SHARES = LinearSegmentedColormap.from_list(
    "dateline",
    ["#eef5f8", "#bddced", "#91c2e0", "#68a8d0", "#418dbd", "#1873a7", "#005a8e", "#004172"],
)


def styled(draw: Callable[P, R]) -> Callable[P, R]:
    """
    Run a drawing function under the style sheet; the user's own settings stay as they are.

    What it was called with is kept with its figure, see `drawing_of`.
    """

    @functools.wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> R:
        with matplotlib.style.context(["default", STYLE_SHEET]):
            made = draw(*args, **kwargs)
        remember_drawing(made, draw, args, kwargs)
        return made

    return drawn


def theme_colours(themes: Iterable[str]) -> dict[str, str]:
    """
    The colour of each theme: the same in every chart that is given the whole codebook in order.

    After six the colours come again; no chart draws more than one theme on the same axes.

    >>> theme_colours(["trade", "war"])
    {'trade': '#005a8e', 'war': '#866a17'}
    """
    return {theme: THEMES[number % len(THEMES)] for number, theme in enumerate(themes)}


def tint_of(colour: str, *, part: float = 0.25) -> tuple[float, float, float]:
    """The colour of a band behind a line of `colour`: so much of it, and the rest white."""
    red, green, blue = (1 - part * (1 - each) for each in to_rgb(colour))
    return red, green, blue


def marker_of(colour: str) -> str:
    """The mark that goes with the colour of a theme; a dot for any other colour."""
    return MARKERS[THEMES.index(colour)] if colour in THEMES else "o"


def new_axes(height: float, *, width: float = WIDTH) -> Axes:
    """Axes on a figure of their own, in inches, that pyplot does not know and so cannot leak."""
    return Figure(figsize=(width, height), layout="constrained").add_subplot()


def figure_of(ax: Axes) -> Figure:
    """The figure of the axes, also where they stand in a part of it."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    return figure


def settle_layout(ax: Axes) -> None:
    """Make the layout now, so that labels already set have taken their room from the axes."""
    figure_of(ax).draw_without_rendering()


def width_in_points(ax: Axes) -> float:
    """The width of the axes; a rough one as long as the layout is not made."""
    return float(ax.get_window_extent().width * 72 / figure_of(ax).dpi)


def height_in_points(ax: Axes) -> float:
    """The height of the axes; a rough one as long as the layout is not made."""
    return float(ax.get_window_extent().height * 72 / figure_of(ax).dpi)


@functools.cache
def text_width(text: str, size: float) -> float:
    """The width in points of one line of our own words or numbers, in the regular weight."""
    if not text.strip():
        return 0.0
    font = font_manager.FontProperties(family=[FONT])
    return float(TextPath((0, 0), text, size=size, prop=font).get_extents().x1)


def on_colour(colour: ColorType) -> str:
    """Black or white, whichever stands out more: at least 4.5 : 1 on any colour (WCAG 2)."""
    return "white" if luminance(colour) < math.sqrt(1.05 * 0.05) else "black"


def luminance(colour: ColorType) -> float:
    """Relative luminance as WCAG 2 defines it, with its 0.05 of stray light: 0.05 to 1.05."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05


def plain(text: str, otherwise: str | None = None) -> str:
    """
    Return the text as it can be drawn: one line, no control characters.

    If the font lacks most of its letters (Chinese, say), return `otherwise`, where that is given;
    what is still lacking becomes a white square. matplotlib would draw a row of boxes and warn.

    >>> plain("新华社", otherwise="xinhua")
    'xinhua'
    """
    line = " ".join(text.split())
    line = "".join(c for c in line if unicodedata.category(c)[0] != "C")
    lacking = sum(ord(c) not in _glyphs() for c in line)
    if otherwise is not None and lacking * 2 > len(line.replace(" ", "")):
        return plain(otherwise)
    return "".join(c if ord(c) in _glyphs() else "\N{WHITE SQUARE}" for c in line)


@functools.cache
def _glyphs() -> frozenset[int]:
    path = font_manager.findfont(font_manager.FontProperties(family=[FONT]))
    return frozenset(font_manager.get_font(path).get_charmap())


def wrap(text: str, width: int, *, lines: int = 2) -> str:
    """Break the text at `width` characters into at most so many lines; the last is cut."""
    parts = textwrap.wrap(text, width) or [""]
    if len(parts) > lines:
        parts = [*parts[: lines - 1], shorten(" ".join(parts[lines - 1 :]), width)]
    return "\n".join(parts)
