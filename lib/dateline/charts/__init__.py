"""Tables to matplotlib charts, with captions and alternative texts made from the same tables.

Nothing here computes a statistic, shows, saves, or changes a setting of matplotlib. Give an
`ax` to draw into a figure of yours; without one, each chart makes its own figure.
"""

from dateline.charts.captions import (
    caption_heatmap,
    caption_share,
    caption_shares,
    caption_timeline,
    caption_volume,
)
from dateline.charts.heatmap import draw_heatmap
from dateline.charts.shares import draw_share, draw_shares
from dateline.charts.style import THIN
from dateline.charts.term_curves import (
    caption_term_curves,
    describe_term_curves,
    draw_term_curves,
)
from dateline.charts.term_shares import (
    caption_term_shares,
    describe_term_shares,
    draw_term_shares,
)
from dateline.charts.timeline import draw_timeline
from dateline.charts.volume import draw_volume
from dateline.charts.words import (
    describe_heatmap,
    describe_share,
    describe_shares,
    describe_timeline,
    describe_volume,
)

__all__ = [
    "THIN",
    "caption_heatmap",
    "caption_share",
    "caption_shares",
    "caption_term_curves",
    "caption_term_shares",
    "caption_timeline",
    "caption_volume",
    "describe_heatmap",
    "describe_share",
    "describe_shares",
    "describe_term_curves",
    "describe_term_shares",
    "describe_timeline",
    "describe_volume",
    "draw_heatmap",
    "draw_share",
    "draw_shares",
    "draw_term_curves",
    "draw_term_shares",
    "draw_timeline",
    "draw_volume",
]
