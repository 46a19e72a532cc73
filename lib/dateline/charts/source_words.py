"""Whether the sources are the same throughout, in a sentence."""

from __future__ import annotations

import pandas as pd

from dateline.charts.wording import amount, percent

# What every page calls a source that is blank.
NOT_KNOWN = "source not known"


def name_sources(names: pd.Series) -> pd.Series:
    """The names of sources as a page shows them: a blank one is "source not known"."""
    return names.replace("", NOT_KNOWN)


def say_sources(sources: pd.DataFrame) -> str:
    """
    How many of the sources are there in every period with stories, and what they hold.

    `sources` is the table of `describe_sources`. "" without any source.
    """
    if sources.empty:
        return ""
    steady = sources[sources["throughout"]]
    number, documents = len(sources), sources["documents"].sum()
    if len(sources) == 1:
        return "All stories are of one source."
    if len(steady) == number:
        return f"All {amount(number, 'sources')} are there in every period with stories."
    if steady.empty:
        words = f"None of the {amount(number, 'sources')} is there in every period with stories"
    else:
        held = percent(steady["documents"].sum(), documents)
        words = (
            f"{len(steady)} of {amount(number, 'sources')} "
            f"{'is' if len(steady) == 1 else 'are'} there in every period with stories and "
            f"{'holds' if len(steady) == 1 else 'hold'} {held} of them"
        )
    return f"{words}: a change of the sources can look like a change of a theme."
