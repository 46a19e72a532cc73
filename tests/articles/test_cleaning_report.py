"""Tables about cleaning: what they hold, and in which order."""

import pytest

from dateline.articles import build_corpus
from dateline.articles.cleaning_report import (
    compare_articles,
    count_removals,
    list_frequent_removals,
    list_longest_removals,
    list_rare_removals,
    summarize_languages,
)
from dateline.errors import SettingError
from dateline.study import open_study

FILES = {
    "study.toml": "",
    "articles/star/a.txt": "Talks go on\n\nBy Ann Roe\n\nThey met.\n\nRead more: Envoys leave\n",
    "articles/star/b.txt": "Talks end\n\nThey left â€“ soon.\n\nRead more: Envoys leave\n",
    "articles/sun/c.txt": "Nothing new\n\nThey slept.\n\nRead more: Nothing at all here\n",
}


@pytest.fixture
def corpus(make_study):
    return build_corpus(open_study(make_study(FILES)))


def test_removals_are_counted_by_rule_and_source(corpus):
    table = count_removals(corpus).set_index("rule")
    assert list(table.columns) == ["spans", "articles", "star", "sun"]
    assert table.loc["read more"].tolist() == [3, 3, 2, 1]
    assert table.loc["byline"].tolist() == [1, 1, 1, 0]


def test_the_most_frequent_comes_first(corpus):
    table = list_frequent_removals(corpus)
    assert table.loc[0, ["text", "times"]].tolist() == ["Read more: Envoys leave", 2]
    assert (len(table), len(list_frequent_removals(corpus, most=1))) == (3, 1)


def test_the_longest_comes_first_and_once(corpus):
    table = list_longest_removals(corpus)
    assert table["text"].tolist() == [
        "Read more: Nothing at all here", "Read more: Envoys leave", "By Ann Roe",
    ]  # fmt: skip


def test_rare_removals_came_once(corpus):
    assert set(list_rare_removals(corpus)["path"]) == {"star/a.txt", "sun/c.txt"}
    assert list_rare_removals(corpus, rule="byline")["text"].tolist() == ["By Ann Roe"]


def test_an_article_stands_before_and_after(corpus):
    table = compare_articles(corpus, ["star/b.txt"])
    assert table.drop(columns="path").to_numpy().tolist() == [
        ["Talks end", "", "Talks end"],
        ["They left â€“ soon.", "", "They left – soon."],
        ["Read more: Envoys leave", "read more", ""],
    ]


def test_without_a_name_the_most_cleaned_comes_first(corpus):
    assert compare_articles(corpus)["path"].iloc[0] == "star/a.txt"


@pytest.mark.parametrize(
    "call",
    [lambda c: compare_articles(c, ["x.txt"]), lambda c: list_rare_removals(c, rule="bylin")],
)
def test_a_name_that_is_not_there_is_refused(corpus, call):
    with pytest.raises(SettingError, match=r"no article 'x.txt'|did you mean `byline`"):
        call(corpus)


def test_languages_are_counted(corpus):
    assert summarize_languages(corpus).to_numpy().tolist() == [["(unknown)", 3, 3, 0]]


def test_an_empty_study_has_empty_tables(make_study):
    empty = build_corpus(open_study(make_study({"study.toml": "", "articles/x.bin": b"\0\1"})))
    for table in (count_removals, list_frequent_removals, list_longest_removals, compare_articles):
        assert len(table(empty)) == 0
