"""Tables about cleaning, for people to judge: what each rule took, articles before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from dateline.articles.clean import clean_text, folded
from dateline.articles.corpus import Corpus
from dateline.articles.placing import OTHER_LANGUAGE
from dateline.articles.records import find_raw_texts
from dateline.articles.removing import RULES
from dateline.articles.share_level import FULL, share_level
from dateline.articles.shortening import shorten
from dateline.errors import SettingError, did_you_mean

_EXAMPLE = 200  # characters of a removal that are shown
_SOURCES = 4  # columns that fit a page
_UNKNOWN = "(unknown)"
WITHHELD = "(withheld)"
_PARAGRAPH = 400  # characters of a paragraph in the comparison
_BLANK_LINES = re.compile(r"\n\s*\n")


def count_removals(corpus: Corpus) -> pd.DataFrame:
    """
    How many spans each rule took of each source: one row per rule, the most frequent first.

    Columns rule, spans, articles, then one per source that lost any, by name; 0 is none. Sources
    beyond the four with the most removals are together in "(other sources)".
    """
    sources = corpus.articles.set_index("doc_id")["source"].replace("", _UNKNOWN)
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
    The removals that came most often, word by word: rule, text, times, articles, sources.

    `text` is cut at 200 characters, after it was compared whole. At most `most` rows.
    """
    removals = _removals(corpus)
    groups = removals.groupby(["rule", "folded"], sort=True)
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
    Removals whose text came once, spread evenly over the corpus: rule, path, text.

    What was taken once is likelier to be the reporter's than what comes again and again.
    `rule` is one rule, or blank for all. Raises SettingError for a rule that took nothing.
    """
    removals = _removals(corpus)
    if rule and rule not in set(removals["rule"]):
        known = sorted(set(removals["rule"]))
        raise SettingError(f"parameter `rule`: {rule!r} took nothing; {did_you_mean(rule, known)}")
    chosen = removals[removals["rule"] == rule] if rule else removals
    alone = chosen[~chosen.duplicated(["rule", "folded"], keep=False)]
    step = max(1, -(-len(alone) // most))
    return _shortened(alone.iloc[::step][["rule", "path", "text"]])


def compare_articles(corpus: Corpus, names: Sequence[str] = ()) -> pd.DataFrame:
    """
    Articles before and after cleaning, side by side: path, before, rule, after.

    A row for each paragraph that stayed, with no rule, and for each removal, with nothing after.
    Texts are cut at 400 characters. `names` are paths or doc_ids; without any, the three articles
    are taken that lost spans to the most rules. The files are read once more for it. Raises
    SettingError for an article that is not there. In a report run below the share level "full"
    the texts are "(withheld)".
    """
    wanted = [_doc_id(corpus, name) for name in names] or _most_cleaned(corpus)
    texts = find_raw_texts(corpus.study, set(wanted))
    paths = corpus.articles.set_index("doc_id")["path"]
    rows = [
        (paths[doc_id], _quoted(before), rule, _quoted(after))
        for doc_id in wanted
        for before, rule, after in _parts(
            texts[doc_id], corpus.removals[corpus.removals["doc_id"] == doc_id]
        )
    ]
    return pd.DataFrame(rows, columns=["path", "before", "rule", "after"])


def summarize_languages(corpus: Corpus) -> pd.DataFrame:
    """One row per language, the most articles first: language, articles, stories, counted."""
    articles = corpus.articles
    table = articles.assign(
        language=articles["language"].replace("", _UNKNOWN),
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


def _doc_id(corpus: Corpus, name: str) -> str:
    table = corpus.articles
    rows = table[(table["path"] == name) | (table["doc_id"] == name)]
    if rows.empty:
        raise SettingError(f"no article {name!r}; give a path or doc_id of `dateline articles`")
    return str(rows["doc_id"].iloc[0])


def _most_cleaned(corpus: Corpus) -> list[str]:
    rules = corpus.removals.groupby("doc_id", sort=False)["rule"].nunique()
    return [str(doc_id) for doc_id in rules.sort_values(ascending=False, kind="stable").index[:3]]


def _parts(raw: str, removals: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """What stayed and what was taken, in order: before, rule, after."""
    at = 0
    table = removals.sort_values("start")
    columns = (table[name].tolist() for name in ("rule", "start", "end", "text"))
    for rule, start, end, text in zip(*columns, strict=True):
        yield from _kept(raw[at:start])
        yield text, rule, ""
        at = end
    yield from _kept(raw[at:])


def _quoted(text: str) -> str:
    """A paragraph as far as it is shown: these are read anew, past what the share level took."""
    return shorten(text, _PARAGRAPH) if share_level() == FULL else WITHHELD * bool(text)


def _kept(raw: str) -> Iterator[tuple[str, str, str]]:
    """Its paragraphs: the repairs run again, and no rule."""
    for part in _BLANK_LINES.split(raw):
        if part.strip():
            yield part, "", clean_text(part, off=frozenset(RULES)).text


def _removals(corpus: Corpus) -> pd.DataFrame:
    sources = corpus.articles.set_index("doc_id")["source"]
    table = corpus.removals
    return table.assign(
        source=table["doc_id"].map(sources), folded=[folded(text) for text in table["text"]]
    )


def _shortened(table: pd.DataFrame) -> pd.DataFrame:
    texts = [shorten(text, _EXAMPLE) for text in table["text"]]
    return table.assign(text=pd.Series(texts, index=table.index, dtype="str")).reset_index(
        drop=True
    )
