"""Tables about cleaning: what they hold, and in which order."""

import pytest

from dateline.articles import build_corpus
from dateline.articles.cleaning_report import (
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


def test_a_source_that_is_not_known_is_called_so(make_study):
    files = {"study.toml": "", "articles/a.txt": "Talks\n\nRead more: Envoys leave\n"}
    table = count_removals(build_corpus(open_study(make_study(files))))
    assert list(table.columns) == ["rule", "spans", "articles", "source not known"]


@pytest.mark.parametrize("name", ["rule", "spans", "articles"])
def test_a_source_may_be_called_like_a_column(make_study, name):
    files = {f"{name}/a.txt": "Talks\n\nThey met.\n\nRead more: Envoys leave\n"}
    table = count_removals(build_corpus(open_study(make_study(files))))
    assert list(table.columns) == ["rule", "spans", "articles", f"{name} (source)"]


def test_the_most_frequent_comes_first(corpus):
    table = list_frequent_removals(corpus)
    assert table.to_numpy().tolist() == [["read more", "Read more: Envoys leave", 2, 2, 1]]


def test_texts_that_differ_in_figures_alone_are_one(make_study):
    files = {f"articles/{n}.txt": f"Talks\n\n{n}:14 P.M. EDT\n\nThey met." for n in (1, 2, 3)}
    corpus = build_corpus(open_study(make_study({"study.toml": "", **files})))
    assert list_frequent_removals(corpus)[["text", "times"]].to_numpy().tolist() == [
        ["1:14 P.M. EDT", 3]
    ]
    assert list_rare_removals(corpus).empty


def test_rare_removals_are_of_every_rule(make_study):
    words = ["One", "Two", "Three", "Four", "Five", "Six", "Seven"]
    lines = "\n\n".join(f"Read more: {word}" for word in words)
    raw = f"Talks\n\nBy Ann Roe\n\nThey met.\n\n{lines}\n\n© The Star"
    corpus = build_corpus(open_study(make_study({"articles/a.txt": raw})))
    rules = list_rare_removals(corpus, most=3)["rule"].tolist()
    assert rules == ["byline", "read more", "copyright"]


def test_the_longest_comes_first_and_once(corpus):
    table = list_longest_removals(corpus)
    assert table["text"].tolist() == [
        "Read more: Nothing at all here", "Read more: Envoys leave", "By Ann Roe",
    ]  # fmt: skip


def test_rare_removals_came_once(corpus):
    assert set(list_rare_removals(corpus)["path"]) == {"star/a.txt", "sun/c.txt"}
    assert list_rare_removals(corpus, rule="byline")["text"].tolist() == ["By Ann Roe"]


def test_a_rule_that_took_nothing_is_refused(corpus):
    with pytest.raises(SettingError, match="did you mean `byline`"):
        list_rare_removals(corpus, rule="bylin")


def test_languages_are_counted(corpus):
    assert summarize_languages(corpus).to_numpy().tolist() == [["language not known", 3, 3, 0]]


def test_an_empty_study_has_empty_tables(make_study):
    empty = build_corpus(open_study(make_study({"study.toml": "", "articles/x.bin": b"\0\1"})))
    for table in (
        count_removals,
        list_frequent_removals,
        list_longest_removals,
        list_rare_removals,
    ):
        assert len(table(empty)) == 0
