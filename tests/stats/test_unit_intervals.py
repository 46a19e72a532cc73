"""Each unit has its interval, and says how it is made."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose

from dateline.articles.timeframe import Timeframe
from dateline.stats.clusters import sentence_shares, source_shares
from dateline.stats.intervals import wilson
from dateline.stats.rates import pooled_rates
from dateline.stats.series import count_by_period

CODEBOOK = SimpleNamespace(themes=[SimpleNamespace(name="trade")])
YEARS = Timeframe("year")
# Words and hits of the articles of three years: the worked example of the pooled dispersion.
WORDS = {
    "2021": [(500, 2), (800, 0), (650, 5)],
    "2022": [(400, 1), (900, 3)],
    "2024": [(700, 0), (600, 9), (550, 4), (1000, 2)],
}


def corpus(sources: int = 1) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Articles, mentions (each in a sentence of its own) and sizes (a sentence is ten words)."""
    rows = [(year, *pair) for year, pairs in WORDS.items() for pair in pairs]
    table = pd.DataFrame(rows, columns=["year", "words", "hits"])
    table["doc_id"] = [f"d{number}" for number in range(len(table))]
    day = pd.to_datetime(table["year"] + "-05-05")
    days = {"date": day, "date_earliest": day, "date_latest": day}
    fixed = {"date_class": "A", "copy_of": "", "problem": ""}
    articles = table.assign(**days, **fixed, source=[f"s{n % sources}" for n in range(len(table))])
    mentions = table.loc[table.index.repeat(table["hits"]), ["doc_id"]].assign(theme="trade")
    mentions["sentence"] = mentions.groupby("doc_id").cumcount()
    return articles, mentions, table.assign(sentences=table["words"] // 10)


def series(unit: str, sources: int = 1) -> pd.DataFrame:
    articles, mentions, sizes = corpus(sources)
    table = count_by_period(mentions, articles, CODEBOOK, timeframe=YEARS, unit=unit, sizes=sizes)
    return table[table["total"] > 0].reset_index(drop=True)


def test_words_have_the_pooled_gamma_interval():
    # Factor 3.951724 of 6 degrees of freedom, t 2.446912, worked in scipy for these nine articles.
    table = series("words")
    assert_allclose(table["share"], [35.8974, 30.7692, 52.6316], atol=5e-5)
    assert_allclose(table["low"], [1.3263, 0.1377, 8.4577], atol=5e-5)
    assert_allclose(table["high"], [183.4056, 234.4992, 170.8726], atol=5e-5)
    assert set(table["method"]) == {"gamma, pooled dispersion"}


def test_words_are_those_of_the_rates_module():
    articles, _, sizes = corpus()
    expected = pooled_rates(articles["year"], sizes["words"], sizes["hits"])
    assert_allclose(series("words")[["low", "high"]], expected[["low", "high"]])


def test_sentences_have_the_pooled_design_effect():
    articles, _, sizes = corpus()
    expected = sentence_shares(articles["year"], sizes["sentences"], sizes["hits"])
    table = series("sentences")
    assert_allclose(table[["share", "low", "high"]], expected[["share", "low", "high"]], atol=1e-9)
    assert set(table["method"]) == {"wilson, pooled design effect"}


def test_articles_of_five_sources_have_sources_as_clusters():
    articles, _, sizes = corpus(sources=5)
    hits = (sizes["hits"] > 0).astype(int)
    expected = source_shares(articles["year"], articles["source"], hits)
    table = series("articles", sources=5)
    assert_allclose(table[["low", "high"]], expected[["low", "high"]])
    assert set(table["method"]) == {"wilson, sources as clusters"}


@pytest.mark.parametrize(("unit", "sources"), [("stories", 9), ("outlets", 9), ("articles", 4)])
def test_stories_outlets_and_articles_of_few_sources_have_wilsons(unit, sources):
    table = series(unit, sources)
    assert_allclose(table[["low", "high"]].T, wilson(table["count"], table["total"]))
    assert set(table["method"]) == {"wilson"}


@pytest.mark.parametrize("unit", ["sentences", "words"])
def test_one_story_in_each_period_has_no_interval_of_text_and_the_method_says_why(unit):
    articles, mentions, sizes = corpus()
    articles = articles.drop_duplicates("year")
    settings = {"timeframe": YEARS, "unit": unit, "sizes": sizes}
    table = count_by_period(mentions, articles, CODEBOOK, **settings)
    assert table["low"].isna().all() and table["share"].notna().sum() == 3
    assert table["method"].str.endswith("no interval").all()


@pytest.mark.parametrize("unit", ["stories", "articles", "outlets", "sentences", "words"])
def test_a_date_in_doubt_leaves_every_unit_an_interval_around_its_share(unit):
    articles, mentions, sizes = corpus()
    settings = {"timeframe": YEARS, "unit": unit, "sizes": sizes}
    articles.loc[0, ["date_earliest", "date_latest"]] = pd.to_datetime(["2021-12-30", "2022-01-02"])
    table = count_by_period(mentions, articles, CODEBOOK, **settings).head(2)
    assert table["method"].str.endswith(", 50 date draws").all()
    assert (table["low"] < table["share"]).all() and (table["share"] <= table["high"]).all()
    assert np.isfinite(table["high"]).all()


def test_no_article_gives_an_empty_series_in_every_unit():
    articles, mentions, sizes = corpus()
    later = Timeframe("year", since="2030-01-01")
    for unit in ("articles", "sentences", "words"):
        settings = {"timeframe": later, "unit": unit, "sizes": sizes}
        assert count_by_period(mentions, articles, CODEBOOK, **settings).empty
