"""Removing rules: each finds the parts of an article that are not the article.

A rule takes the lines that are left and yields `Found` parts; `RULES` is their order. Most look
only at the first or the last lines, or at lines of their own, because the same words inside a
paragraph are the reporter's. Each says when it is wrong, and can be switched off by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.articles.fixers import FIXERS
from dateline.articles.heads import find_byline, find_date_header, find_dateline, find_masthead
from dateline.articles.labels import find_field_labels
from dateline.articles.leftovers import find_scripts, find_transcript_marks, find_urls
from dateline.articles.lines import Found, Line
from dateline.articles.notices import (
    find_contributors,
    find_cookies,
    find_copyright,
    find_notes,
    find_source_footer,
    find_wrappers,
)
from dateline.articles.pictures import find_captions, find_credits
from dateline.articles.site_lines import find_adverts, find_links, find_newsletters, find_sharing
from dateline.errors import StudyError, did_you_mean

Rule = Callable[[list[Line]], Iterator[Found]]
RULES: dict[str, Rule] = {
    "script": find_scripts,
    "date header": find_date_header,
    "field label": find_field_labels,
    "masthead": find_masthead,
    "byline": find_byline,
    "dateline": find_dateline,
    "caption": find_captions,
    "credit": find_credits,
    "source footer": find_source_footer,
    "contributors": find_contributors,
    "read more": find_links,
    "newsletter": find_newsletters,
    "sharing": find_sharing,
    "cookies": find_cookies,
    "copyright": find_copyright,
    "publication note": find_notes,
    "advertisement": find_adverts,
    "database": find_wrappers,
    "transcript mark": find_transcript_marks,
    "url": find_urls,
}
# The rule that looks at the whole corpus, and the steps that put lines together.
REPEATED = "repeated sentence"
WRAPS, HYPHENATION = "wraps", "hyphenation"


def step_names() -> tuple[str, ...]:
    """The names of all fixers and rules, as `off` in study.toml has them, in their order."""
    fixers = (fixer.__name__.removeprefix("fix_") for fixer in FIXERS)
    return (*fixers, WRAPS, HYPHENATION, *RULES, REPEATED)


def check_steps(names: Iterable[str]) -> None:
    """Raise StudyError for a name in `off` that is no fixer and no rule, with the nearest one."""
    for name in names:
        if name not in step_names():
            raise StudyError(
                f"study.toml, [cleaning]: `off` names {name!r}; {did_you_mean(name, step_names())}"
            )
