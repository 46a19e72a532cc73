"""From a study to the tables that a report run writes beside its pages."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline.articles import Corpus, Progress, build_corpus, choose_period, make_ledger
from dateline.report.results import Results
from dateline.stats import count_by_period
from dateline.study import Study
from dateline.themes import find_mentions, find_passages, load_codebook


def collect_results(
    study: Study, settings: Mapping[str, object], *, progress: Progress = lambda *_: None
) -> Results:
    """
    All tables of a study for one choice of period, unit and range.

    `settings` are the parameters of the run; of them period, unit, since and until matter here,
    so that series.csv and ledger.csv say what the pages say.
    """
    corpus = build_corpus(study, progress=progress)
    articles = corpus.articles
    codebook = load_codebook(study.codebook)
    since, until = str(settings.get("since", "")), str(settings.get("until", ""))
    period = str(settings.get("period", "auto"))
    if period == "auto":
        period = choose_period(articles, since=since, until=until)
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
        "dated": int(articles["date_class"].isin(["A", "B", "C"]).sum()),
    }
