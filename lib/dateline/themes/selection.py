"""Which themes and which passages a reader asked for."""

from __future__ import annotations

import pandas as pd

from dateline.articles.periods import lie_within
from dateline.errors import SettingError, did_you_mean
from dateline.themes.codebook import Codebook


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


def choose_theme(mentions: pd.DataFrame, codebook: Codebook) -> str:
    """The theme that most articles mention; the first of the codebook if none mentions any."""
    names = codebook.names("theme")
    of_themes = mentions[mentions["theme"].isin(names)]
    articles = of_themes.groupby("theme")["doc_id"].nunique().reindex(names, fill_value=0)
    return str(articles.idxmax())


def pick_passages(
    passages: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: Codebook,
    *,
    theme: str = "",
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """
    The passages of some themes (a text as for `pick_themes`) from `since` to `until`.

    As in the counts, an article is within the range if its whole interval is, so a range leaves
    out undated articles. Raises SettingError for an unknown theme, a bad day, or since after until.
    """
    within = lie_within(articles, since=since, until=until)
    keep = passages["doc_id"].isin(articles.loc[within, "doc_id"])
    if theme:
        keep &= passages["theme"].isin(pick_themes(codebook, theme))
    return passages[keep].reset_index(drop=True)
