"""Which themes and which passages a reader asked for."""

from __future__ import annotations

import pandas as pd

from dateline.articles.placing import may_lie_in
from dateline.articles.timeframe import Timeframe
from dateline.errors import SettingError, did_you_mean
from dateline.themes.codebook import Codebook

_ALL = Timeframe()


def pick_themes(codebook: Codebook, names: str = "", *, kind: str = "theme") -> list[str]:
    """
    The theme names in a text such as "sanctions, taiwan"; all of that kind for an empty text.

    Actors may be named too. Raises SettingError for a name that the codebook does not have.
    """
    if not names.strip():
        return codebook.names(kind)
    picked = [name.strip() for name in names.split(",") if name.strip()]
    known = [theme.name for theme in codebook.themes]
    for name in picked:
        if name not in known:
            raise SettingError(f"theme `{name}`: not in the codebook; {did_you_mean(name, known)}")
    return list(dict.fromkeys(picked))


def pick_passages(
    passages: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    theme: str = "",
    timeframe: Timeframe = _ALL,
) -> pd.DataFrame:
    """
    The passages of some themes (a text as for `pick_themes`) that may be of a timeframe.

    These are all that stand behind the counts of its days, and some more: an article whose
    interval only touches the days is there whole, as a passage has no weight, also if it is
    copied from another or too wide for the period of a chart. Undated articles are there only
    if the timeframe limits neither days nor classes. The period does not matter.
    Raises SettingError for an unknown theme.
    """
    within = may_lie_in(articles, timeframe)
    keep = passages["doc_id"].isin(articles.loc[within, "doc_id"])
    if theme:
        keep &= passages["theme"].isin(pick_themes(codebook, theme))
    return passages[keep].reset_index(drop=True)
