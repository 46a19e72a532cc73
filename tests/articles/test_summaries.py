"""Short tables about a corpus, counted by hand on four small articles."""

import pandas as pd
import pytest

from dateline.articles import build_corpus
from dateline.articles.summaries import (
    list_copies,
    list_inferred_dates,
    summarize_dates,
    summarize_fixes,
    summarize_removals,
    summarize_sources,
)
from dateline.study import open_study

STORY = "The ministers spoke of rice, of rails, of rain and of the price of a cup of tea. " * 3


@pytest.fixture
def corpus(make_study):
    files = {
        "study.toml": "",
        "articles/star/a.txt": f" date 2022-03-21 {STORY}",
        "articles/post/b.txt": f" date 2022-03-23 {STORY}",
        "articles/star/c.txt": "date 2022-03-01\nOne.\nSource: https://star.example/2022/03/04/c",
        "articles/d.txt": "They met in November 2023.",
    }
    return build_corpus(open_study(make_study(files)))


@pytest.fixture
def undated(make_study):
    """One article without date, removal or copy."""
    return build_corpus(open_study(make_study({"study.toml": "", "articles/a.txt": "Rain."})))


def test_sources_are_listed_with_the_most_articles_first(corpus):
    table = summarize_sources(corpus.articles)
    assert table["source"].tolist() == ["post", "source not known", "star", "star.example"]
    assert table["stories"].tolist() == [0, 1, 1, 1]
    assert table["first"].tolist()[::2] == [pd.Timestamp("2022-03-23"), pd.Timestamp("2022-03-21")]


def test_the_days_of_a_source_take_in_what_is_known_to_three_months(corpus):
    table = summarize_sources(corpus.articles).set_index("source")
    star = table.loc["star.example", ["first", "last"]].tolist()
    assert star == [pd.Timestamp("2022-03-01"), pd.Timestamp("2022-03-04")]
    assert table.loc["source not known", "first"] is pd.NaT


def test_all_five_date_classes_are_listed(corpus):
    table = summarize_dates(corpus.articles).set_index("date_class")
    assert table["articles"].to_dict() == {"A": 2, "B": 0, "C": 1, "D": 0, "U": 1}
    assert table["stories"].to_dict() == {"A": 1, "B": 0, "C": 1, "D": 0, "U": 1}
    assert table.loc["C", "conflicts"] == 1


def test_inferred_dates_are_those_not_stated_or_contradicted(corpus):
    table = list_inferred_dates(corpus.articles)
    assert table["path"].tolist() == ["star/c.txt", "d.txt"]
    assert table["interval"].tolist() == ["2022-03-01 .. 2022-03-04", "2023-11-01 .. ?"]


def test_an_article_without_any_bound_says_so(undated):
    assert list_inferred_dates(undated.articles)["interval"].tolist() == ["no date found"]


def test_removals_are_counted_by_rule(corpus):
    table = summarize_removals(corpus).set_index("rule")
    assert table.loc["date header", ["spans", "articles"]].tolist() == [3, 3]
    assert table.loc["source footer", "example"] == "Source: https://star.example/2022/03/04/c"


def test_a_copy_is_listed_with_its_original(corpus):
    (copy,) = list_copies(corpus).to_dict("records")
    assert (copy["original"], copy["copy"], copy["days_later"]) == ("star/a.txt", "post/b.txt", 2)
    assert (copy["contained"], copy["copy_source"]) == (1.0, "post")
    assert copy["story"].endswith("…") and len(copy["story"]) <= 80


def test_a_corpus_without_removals_or_copies_has_empty_tables(undated):
    assert list(summarize_removals(undated)) == [
        "rule",
        "spans",
        "articles",
        "characters",
        "example",
    ]
    assert len(summarize_removals(undated)) == 0
    assert len(list_copies(undated)) == 0


def test_the_summaries_of_the_default_study_add_up(seeds):
    articles = seeds.articles
    assert summarize_sources(articles)["articles"].sum() == len(articles)
    assert summarize_dates(articles)["articles"].sum() == len(articles)
    assert summarize_removals(seeds)["spans"].sum() == len(seeds.removals)
    assert len(list_copies(seeds)) == (articles["copy_of"] != "").sum()


def test_fixers_are_counted_by_article(make_study):
    broken = {"a.txt": "Chinaâ€™s aim", "b.txt": "Two  blanks and one Chinaâ€™s", "c.txt": "Sound."}
    corpus = build_corpus(open_study(make_study(broken)))
    table = summarize_fixes(corpus)
    assert table.to_dict("list") == {"fixer": ["blanks", "mojibake"], "articles": [1, 2]}
