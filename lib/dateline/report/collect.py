"""From a study to the tables that a report run writes beside its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

import pandas as pd

from dateline.articles import (
    Corpus,
    Progress,
    Timeframe,
    choose_period,
    make_ledger,
)
from dateline.articles.corpus import build_whole_corpus, withhold_corpus
from dateline.articles.dates.evidence import DATED
from dateline.articles.share_level import share_level
from dateline.articles.timeframe import AUTO
from dateline.report.leaks import Private
from dateline.report.results import Results
from dateline.report.share_level import write_spans
from dateline.report.undecided import lines_to_decide
from dateline.stats import count_by_period, left_out, total_by_theme, volume_by_period
from dateline.stats.index_base import choose_base
from dateline.stats.measures import find_measure
from dateline.stats.pairs import check_pair
from dateline.study import Study
from dateline.themes import (
    Codebook,
    find_mentions,
    find_passages,
    index_study,
    list_terms,
    load_codebook,
)
from dateline.themes.ready import with_codebook
from dateline.themes.selection import pick_themes


def collect_results(
    study: Study, settings: Mapping[str, object], *, progress: Progress = lambda *_: None
) -> Results:
    """
    All tables of a study for one timeframe and unit.

    `settings` are the parameters of the run; of them period, since, until, date_classes, unit and
    codebook matter here, so that series.csv and ledger.csv say what the pages say.
    """
    # First: a mistake should cost no wait.
    timeframe, codebook = check_settings(study, settings)
    whole = build_whole_corpus(study, progress=progress)
    corpus = withhold_corpus(whole)
    articles = corpus.articles
    unit = str(settings.get("unit", "stories"))
    timeframe = choose_period(articles, timeframe, unit=unit)
    progress("counting", 0, 1)
    mentions = find_mentions(articles, codebook, index=index_study(study, articles))
    write_spans(mentions, articles)
    series = count_by_period(mentions, articles, codebook, timeframe=timeframe, unit=unit)
    missing = left_out(mentions, articles, codebook, timeframe=timeframe, unit=unit)
    progress("counting", 1, 1)
    return Results(
        tables={
            "articles": articles.drop(columns="text"),
            "series": series,
            "totals": total_by_theme(series),
            "volume": volume_by_period(articles, timeframe),
            "left_out": missing,
            "codebook": list_terms(codebook),
            "passages": find_passages(mentions, articles),
            "ledger": make_ledger(
                articles, corpus.files, timeframe=timeframe, languages=study.cleaning.languages
            ),
            "files": corpus.files.drop(columns="sha256"),
            "evidence": corpus.evidence,
            "undecided": lines_to_decide(corpus, share_level()),
            "removals": corpus.removals,
            "copies": corpus.pairs,
        },
        files=corpus.files,
        private=Private(whole.articles, whole.removals),
        **_numbers(corpus),
    )


def check_settings(study: Study, settings: Mapping[str, object]) -> tuple[Timeframe, Codebook]:
    """
    The timeframe and the codebook that the settings of a run ask for; no article is read.

    Raises SettingError for a period, day, class, unit, theme or codebook that there is not, and for
    two groups or a base period that are none.
    """
    timeframe = _timeframe(settings)
    text = {name: str(value) for name, value in settings.items()}
    find_measure(text.get("unit", "stories"))
    check_pair(text.get("split", ""), text.get("periods", ""), text.get("sources", ""))
    counted = with_codebook(study, text.get("codebook", ""))
    choose_base(counted.codebook, text.get("base_first", ""), text.get("base_last", ""))
    codebook = load_codebook(counted.codebook)
    pick_themes(codebook, f"{text.get('theme', '')},{text.get('themes', '')}".strip(","))
    return timeframe, codebook


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
