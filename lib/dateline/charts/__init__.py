"""Tables to matplotlib charts, with captions and alternative texts made from the same tables.

Nothing here computes a statistic, shows, saves, or changes a setting of matplotlib. Give an
`ax` to draw into a figure of yours; without one, each chart makes its own figure.
"""

from dateline.charts.bursts import caption_bursts, describe_bursts, draw_bursts, say_bursts
from dateline.charts.captions import (
    caption_heatmap,
    caption_share,
    caption_shares,
    caption_timeline,
    caption_volume,
    say_aside,
)
from dateline.charts.change import draw_change_calendar
from dateline.charts.change_panels import draw_changes
from dateline.charts.change_words import (
    caption_change_calendar,
    caption_changes,
    describe_change_calendar,
    describe_changes,
    say_changes,
    say_search,
)
from dateline.charts.comparison_words import say_mix, say_neither, say_pair
from dateline.charts.coverage_grid import caption_coverage, describe_coverage, draw_coverage
from dateline.charts.differences import (
    caption_differences,
    count_sure,
    describe_differences,
    draw_differences,
)
from dateline.charts.heatmap import draw_heatmap
from dateline.charts.held_sources import draw_held_sources, pick_held
from dateline.charts.held_words import (
    caption_held_sources,
    describe_held_sources,
    say_not_held,
)
from dateline.charts.index_words import caption_index, describe_index, index_series
from dateline.charts.layers import say_events, say_layers, say_size, say_thin
from dateline.charts.left_out_words import say_undated
from dateline.charts.panels import group_panels
from dateline.charts.result_tables import (
    tabulate_changes,
    tabulate_differences,
    tabulate_mix,
)
from dateline.charts.rows import caption_rows, describe_rows, draw_rows
from dateline.charts.shares import draw_share, draw_shares
from dateline.charts.source_words import name_sources, say_sources
from dateline.charts.style import THIN, theme_colours
from dateline.charts.term_curves import (
    caption_term_curves,
    chief_terms,
    describe_term_curves,
    draw_term_curves,
)
from dateline.charts.term_shares import (
    caption_term_shares,
    describe_term_shares,
    draw_term_shares,
)
from dateline.charts.timeline import draw_timeline, timeline_parts
from dateline.charts.total_words import word_totals
from dateline.charts.volume import draw_volume
from dateline.charts.word_shift import (
    caption_word_shift,
    count_kept,
    describe_word_shift,
    draw_word_shift,
)
from dateline.charts.words import (
    describe_heatmap,
    describe_share,
    describe_shares,
    describe_timeline,
    describe_volume,
)

__all__ = [
    "THIN",
    "caption_bursts",
    "caption_change_calendar",
    "caption_changes",
    "caption_coverage",
    "caption_differences",
    "caption_heatmap",
    "caption_held_sources",
    "caption_index",
    "caption_rows",
    "caption_share",
    "caption_shares",
    "caption_term_curves",
    "caption_term_shares",
    "caption_timeline",
    "caption_volume",
    "caption_word_shift",
    "chief_terms",
    "count_kept",
    "count_sure",
    "describe_bursts",
    "describe_change_calendar",
    "describe_changes",
    "describe_coverage",
    "describe_differences",
    "describe_heatmap",
    "describe_held_sources",
    "describe_index",
    "describe_rows",
    "describe_share",
    "describe_shares",
    "describe_term_curves",
    "describe_term_shares",
    "describe_timeline",
    "describe_volume",
    "describe_word_shift",
    "draw_bursts",
    "draw_change_calendar",
    "draw_changes",
    "draw_coverage",
    "draw_differences",
    "draw_heatmap",
    "draw_held_sources",
    "draw_rows",
    "draw_share",
    "draw_shares",
    "draw_term_curves",
    "draw_term_shares",
    "draw_timeline",
    "draw_volume",
    "draw_word_shift",
    "group_panels",
    "index_series",
    "name_sources",
    "pick_held",
    "say_aside",
    "say_bursts",
    "say_changes",
    "say_events",
    "say_layers",
    "say_mix",
    "say_neither",
    "say_not_held",
    "say_pair",
    "say_search",
    "say_size",
    "say_sources",
    "say_thin",
    "say_undated",
    "tabulate_changes",
    "tabulate_differences",
    "tabulate_mix",
    "theme_colours",
    "timeline_parts",
    "word_totals",
]
