"""From a study to the tables that a report run writes beside its pages."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles import Corpus, Progress, build_corpus, choose_period, make_ledger
from dateline.articles.dates.evidence import DATED
from dateline.report.results import Results
from dateline.stats import count_by_period
from dateline.study import Study
from dateline.themes import find_mentions, find_passages, list_terms, load_codebook
from dateline.themes.selection import pick_themes


def collect_results(
    study: Study, settings: Mapping[str, object], *, progress: Progress = lambda *_: None
) -> Results:
    """
    All tables of a study for one choice of period, unit and range.

    `settings` are the parameters of the run; of them period, unit, since and until matter here,
    so that series.csv and ledger.csv say what the pages say.
    """
    codebook = load_codebook(study.codebook)
    # A misspelt theme should cost no wait.
    pick_themes(codebook, f"{settings.get('theme', '')},{settings.get('themes', '')}".strip(","))
    corpus = build_corpus(study, progress=progress)
    articles = corpus.articles
    since, until = str(settings.get("since", "")), str(settings.get("until", ""))
    wanted = str(settings.get("period", "auto"))
    period = choose_period(articles, wanted, since=since, until=until)
    progress("counting", 0, 1)
    mentions = find_mentions(articles, codebook)
    unit = str(settings.get("unit", "stories"))
    series = count_by_period(
        mentions, articles, codebook, period=period, unit=unit, since=since, until=until
    )
    progress("counting", 1, 1)
    return Results(
        tables={
            "articles": articles.drop(columns="text"),
            "series": series,
            "codebook": list_terms(codebook),
            "passages": find_passages(mentions, articles),
            "ledger": make_ledger(articles, corpus.files, period=period, since=since, until=until),
            "files": corpus.files.drop(columns="sha256"),
            "evidence": corpus.evidence,
            "removals": corpus.removals,
            "copies": corpus.pairs,
        },
        files=corpus.files,
        **_numbers(corpus),
    )


def _numbers(corpus: Corpus) -> dict[str, int]:
    articles: pd.DataFrame = corpus.articles
    return {
        "articles": len(articles),
        "stories": int((articles["copy_of"] == "").sum()),
        "dated": int(articles["date_class"].isin(DATED).sum()),
    }
