"""From a study to the tables that a report run writes beside its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

import pandas as pd

from dateline.articles import (
    Corpus,
    Progress,
    Timeframe,
    build_corpus,
    choose_period,
    make_ledger,
)
from dateline.articles.dates.evidence import DATED
from dateline.articles.known_dates import draft_decisions
from dateline.articles.timeframe import AUTO
from dateline.report.results import Results
from dateline.stats import count_by_period
from dateline.study import Study
from dateline.themes import find_mentions, find_passages, list_terms, load_codebook
from dateline.themes.selection import pick_themes


def collect_results(
    study: Study, settings: Mapping[str, object], *, progress: Progress = lambda *_: None
) -> Results:
    """
    All tables of a study for one timeframe and unit.

    `settings` are the parameters of the run; of them period, since, until, date_classes and unit
    matter here, so that series.csv and ledger.csv say what the pages say.
    """
    timeframe = _timeframe(settings)  # first, like the themes: a mistake should cost no wait
    codebook = load_codebook(study.codebook)
    pick_themes(codebook, f"{settings.get('theme', '')},{settings.get('themes', '')}".strip(","))
    corpus = build_corpus(study, progress=progress)
    articles = corpus.articles
    timeframe = choose_period(articles, timeframe)
    progress("counting", 0, 1)
    mentions = find_mentions(articles, codebook)
    unit = str(settings.get("unit", "stories"))
    series = count_by_period(mentions, articles, codebook, timeframe=timeframe, unit=unit)
    progress("counting", 1, 1)
    return Results(
        tables={
            "articles": articles.drop(columns="text"),
            "series": series,
            "codebook": list_terms(codebook),
            "passages": find_passages(mentions, articles),
            "ledger": make_ledger(articles, corpus.files, timeframe=timeframe),
            "files": corpus.files.drop(columns="sha256"),
            "evidence": corpus.evidence,
            "undecided": draft_decisions(corpus),
            "removals": corpus.removals,
            "copies": corpus.pairs,
        },
        files=corpus.files,
        **_numbers(corpus),
    )


def _timeframe(settings: Mapping[str, object]) -> Timeframe:
    names = [field.name for field in fields(Timeframe)]
    given = {name: str(settings[name]) for name in names if name in settings}
    return Timeframe(**({"period": AUTO} | given))


def _numbers(corpus: Corpus) -> dict[str, int]:
    articles: pd.DataFrame = corpus.articles
    return {
        "articles": len(articles),
        "stories": int((articles["copy_of"] == "").sum()),
        "dated": int(articles["date_class"].isin(DATED).sum()),
    }
