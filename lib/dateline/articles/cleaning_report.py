"""Tables about cleaning, for people to judge: what each rule took, how often, and how much."""

from __future__ import annotations

import re

import pandas as pd

from dateline.articles.clean import folded
from dateline.articles.corpus import Corpus
from dateline.articles.placing import OTHER_LANGUAGE
from dateline.articles.shortening import shorten
from dateline.articles.source_names import NOT_KNOWN
from dateline.errors import SettingError, did_you_mean

_EXAMPLE = 200  # characters of a removal that are shown
_SOURCES = 4  # columns that fit a page
_NO_LANGUAGE = "language not known"
# Columns beside those of sources; a folder, and so a source, can be called the same.
_TAKEN = ("rule", "spans", "articles")
_FIGURES = re.compile(r"\d")
_WITHHELD = re.compile(r"x[0-9a-f]{12}")  # what a share level below "full" leaves of a text


def count_removals(corpus: Corpus) -> pd.DataFrame:
    """
    How many spans each rule took of each source: one row per rule, the most frequent first.

    Columns rule, spans, articles, then one per source that lost any, by name; 0 is none. Sources
    beyond the four with the most removals are together in "(other sources)"; a blank one is
    "source not known", and one called "articles" is "articles (source)".
    """
    shown = {"": NOT_KNOWN, **{name: f"{name} (source)" for name in _TAKEN}}
    sources = corpus.articles.set_index("doc_id")["source"].replace(shown)
    table = corpus.removals.assign(source=corpus.removals["doc_id"].map(sources))
    largest = table["source"].value_counts().sort_index().nlargest(_SOURCES).index
    table["source"] = table["source"].where(table["source"].isin(largest), "(other sources)")
    counts = pd.crosstab(table["rule"], table["source"])
    rules = table.groupby("rule")
    counts.insert(0, "spans", rules.size())
    counts.insert(1, "articles", rules["doc_id"].nunique())
    ordered = counts.reset_index().sort_values(["spans", "rule"], ascending=[False, True])
    return ordered.rename_axis(columns=None).reset_index(drop=True)


def list_frequent_removals(corpus: Corpus, *, most: int = 25) -> pd.DataFrame:
    """
    The removals that came more than once: rule, text, times, articles, sources.

    Compared word by word, but any figure is like any other: "1:00 P.M." and "2:06 P.M." are one,
    of which `text` is the first. It is cut at 200 characters, after it was compared whole. At most
    `most` rows.
    """
    removals = _removals(corpus)
    again = removals[removals.duplicated(["rule", "folded"], keep=False)]
    groups = again.groupby(["rule", "folded"], sort=True)
    table = groups.agg(
        text=("text", "first"),
        times=("text", "size"),
        articles=("doc_id", "nunique"),
        sources=("source", "nunique"),
    ).reset_index()
    table = table.sort_values(["times", "rule", "folded"], ascending=[False, True, True])
    return _shortened(table.head(most)[["rule", "text", "times", "articles", "sources"]])


def list_longest_removals(corpus: Corpus, *, most: int = 25) -> pd.DataFrame:
    """The longest removals, each text once: rule, characters, path, text. At most `most` rows."""
    removals = _removals(corpus)
    table = removals.assign(characters=removals["end"] - removals["start"])
    table = table.sort_values(["characters", "path", "start"], ascending=[False, True, True])
    table = table.drop_duplicates(["rule", "folded"]).head(most)
    return _shortened(table[["rule", "characters", "path", "text"]])


def list_rare_removals(corpus: Corpus, *, rule: str = "", most: int = 25) -> pd.DataFrame:
    """
    Removals whose text came once, of every rule, in turn and by lot: rule, path, text.

    What was taken once is likelier to be the reporter's than what comes again and again. Figures
    are all alike, as in `list_frequent_removals`; rules with few such removals are shown whole.
    `rule` is one rule, or blank for all. Raises SettingError for a rule that took nothing.
    """
    removals = _removals(corpus)
    if rule and rule not in set(removals["rule"]):
        known = sorted(set(removals["rule"]))
        raise SettingError(f"parameter `rule`: {rule!r} took nothing; {did_you_mean(rule, known)}")
    chosen = removals[removals["rule"] == rule] if rule else removals
    alone = chosen[~chosen.duplicated(["rule", "folded"], keep=False)]
    turns = alone.sample(frac=1, random_state=1).groupby("rule").cumcount()
    first = turns.sort_values(kind="stable").index[:most]
    return _shortened(alone.loc[alone.index.isin(first), ["rule", "path", "text"]])


def summarize_languages(corpus: Corpus) -> pd.DataFrame:
    """One row per language, the most articles first: language, articles, stories, counted."""
    articles = corpus.articles
    table = articles.assign(
        language=articles["language"].replace("", _NO_LANGUAGE),
        stories=articles["copy_of"] == "",
        left_out=articles["problem"] == OTHER_LANGUAGE,
    )
    groups = table.groupby("language")
    counts = pd.DataFrame(
        {
            "articles": groups.size(),
            "stories": groups["stories"].sum(),
            "left_out": groups["left_out"].sum(),
        }
    ).reset_index()
    return counts.sort_values(["articles", "language"], ascending=[False, True], ignore_index=True)


def _alike(text: str) -> str:
    """A text as it is compared: any figure is 0, but in what stands for a text not shown."""
    return text if _WITHHELD.fullmatch(text) else _FIGURES.sub("0", folded(text))


def _removals(corpus: Corpus) -> pd.DataFrame:
    sources = corpus.articles.set_index("doc_id")["source"]
    table = corpus.removals
    return table.assign(
        source=table["doc_id"].map(sources),
        folded=[_alike(text) for text in table["text"]],
    )


def _shortened(table: pd.DataFrame) -> pd.DataFrame:
    texts = [shorten(text, _EXAMPLE) for text in table["text"]]
    return table.assign(text=pd.Series(texts, index=table.index, dtype="str")).reset_index(
        drop=True
    )
