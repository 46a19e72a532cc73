"""All that an article and its format state of its date, gathered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dateline.articles.agency_datelines import doubt_dateline
from dateline.articles.clean import Cleaned
from dateline.articles.dates.addresses import from_address, from_urls
from dateline.articles.dates.datelines import from_dateline
from dateline.articles.dates.evidence import Evidence
from dateline.articles.dates.headlines import Form, from_headline
from dateline.articles.dates.metadata import from_metadata
from dateline.articles.dates.metadata_habits import Habit
from dateline.articles.dates.stamps import (
    from_copyright,
    from_page_stamps,
    from_print,
    is_browser_print,
    is_print_stamp,
)
from dateline.articles.dates.stated import from_footer, from_header
from dateline.articles.landmarks import HEAD, SHORT, read_date_line
from dateline.sources import RawArticle

# Lines with text at the bottom whose figures tell the order of day and month.
_FOOT = 8


def from_statements(
    article: RawArticle,
    cleaned: Cleaned,
    *,
    day_order: str = "",
    forms: frozenset[Form] = frozenset(),
    habits: Mapping[str, Habit] = MappingProxyType({}),
) -> Iterator[Evidence]:
    """
    The evidence of all rules for stated dates, but for names of files, which need the corpus.

    `day_order` is the order of day and month in figures that `learn_day_orders` found for the
    article's source, blank if it is not known; `forms` are those in which `headline_forms` found
    that the source's headlines carry their dates; `habits` are what `judge_habits` found of the
    names of its metadata. The first rules are the most exact: where stated
    dates agree but for a day, the first of them is the best. A dateline that is cut and read
    in the raw text too is one piece.
    """
    raw = article.text
    yield from from_metadata(article.metadata, day_order=day_order, habits=habits)
    yield from from_address(article.url, day_order=day_order)
    header = list(from_header(raw, day_order=day_order))
    yield from header
    place = cleaned.fields.get("dateline", "")
    doubt = doubt_dateline(raw.split("\n"), place)
    cut = from_dateline(place, day_order=day_order, doubt=doubt)
    yield from (piece for piece in cut if piece not in header)
    yield from from_page_stamps(raw, day_order=day_order)
    yield from from_footer(raw, day_order=day_order)
    yield from from_urls(raw, day_order=day_order)
    yield from from_headline(headline_of(article, cleaned), day_order=day_order, forms=forms)
    yield from from_print(raw)
    yield from from_copyright(raw)


def texts_with_figures(article: RawArticle, cleaned: Cleaned) -> Iterator[str]:
    """The texts of one article from which `learn_day_orders` learns: those that state its date."""
    lines = [line for line in article.text.split("\n") if line.strip()]
    edges = lines[:HEAD] + lines[max(HEAD, len(lines) - _FOOT) :]
    yield headline_of(article, cleaned)
    yield from (line for line in edges if len(line) <= SHORT)
    yield from (value for _, value in article.metadata)


def headline_of(article: RawArticle, cleaned: Cleaned) -> str:
    """
    The headline that the format states, or that cleaning found, or a short first line of text.

    Blank where that is the line that a browser prints at the top.
    """
    first = next((line for line in article.text.split("\n") if line.strip()), "")
    is_text = first.rstrip().endswith(".") or read_date_line(first) is not None
    is_heading = len(first) <= SHORT and not is_text
    title = article.title or cleaned.fields.get("title", "") or (first if is_heading else "")
    printed = is_browser_print(article.text) and is_print_stamp(title)
    return "" if printed else title
