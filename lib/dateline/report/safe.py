"""The allow-list: which HTML of a notebook may stand in a report.

The text of an article is escaped where it becomes HTML (`show.py`). This is the second lock, for
prose and for outputs that were made in another way: what is not listed here is dropped, and so is
every address that would make a browser fetch something.
"""

from __future__ import annotations

import re

_TEXT = "p br hr a b i em strong s u small sub sup mark abbr q cite code kbd samp span time data"
_BLOCKS = "h1 h2 h3 h4 h5 h6 div section article blockquote pre ul ol li dl dt dd details summary"
_FIGURES = "figure figcaption img map area table caption colgroup col thead tbody tfoot tr th td"
TAGS = frozenset(f"{_TEXT} {_BLOCKS} {_FIGURES}".split())
# Besides these, names that begin with aria- or data-: words for screen readers and for our scripts.
ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title", "role", "tabindex"},
    "a": {"href"},
    "abbr": {"title"},
    "area": {"href", "shape", "coords", "alt"},
    "data": {"value"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height", "usemap"},
    "map": {"name"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "scope", "abbr"},
    "time": {"datetime"},
}
# Their content is code or markup, not text to read.
_DROPPED_WHOLE = {"script", "style", "iframe", "object", "embed", "template", "noscript", "svg"}
_IMAGE = re.compile(r"data:image/(png|jpeg|svg\+xml);base64,")
_LINK = re.compile(r"(https?:|mailto:|#|[\w.-]+\.html([#?]|$))", re.IGNORECASE)


def safe_html(html: str) -> str:
    """
    `html` with only the listed tags and attributes.

    Images are kept if they are data, links if they lead to the web, to a mail address or to a page
    beside this one. The text of an unknown tag is kept, that of a script or a style is not.

    >>> safe_html('<b onclick="x()">bold</b><script>alert(1)</script>')
    '<b>bold</b>'
    """
    import nh3

    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        generic_attribute_prefixes={"aria-", "data-"},
        clean_content_tags=_DROPPED_WHOLE,
        attribute_filter=_kept_address,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel="noopener noreferrer nofollow",
        strip_comments=True,
    )


def _kept_address(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        return value if _IMAGE.match(value) else None
    if attribute == "href":
        return value if _LINK.match(value.strip()) else None
    return value
