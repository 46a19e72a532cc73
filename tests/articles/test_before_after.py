"""Articles before and after cleaning: which are shown, and what of them."""

import pytest

from dateline.articles import build_corpus
from dateline.articles.before_after import compare_articles, list_compared
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


def test_an_article_stands_before_and_after(corpus):
    table = compare_articles(corpus, ["star/b.txt"])
    assert table.drop(columns=["number", "path"]).to_numpy().tolist() == [
        ["Talks end", "", "Talks end"],
        ["They left â€“ soon.", "", "They left – soon."],
        ["Read more: Envoys leave", "read more", "[read more]"],
    ]


def test_of_paragraphs_that_nothing_changed_the_outer_ones_are_shown(make_study):
    raw = "\n\n".join(["By Land and Sea", *(f"They met in {n} towns." for n in range(6)), "END"])
    corpus = build_corpus(open_study(make_study({"articles/a.txt": raw})))
    assert compare_articles(corpus)["after"].tolist() == [
        "By Land and Sea",
        "… 5 paragraphs as they were …",
        "They met in 5 towns.",
        "[transcript mark]",
    ]


def test_without_a_name_the_most_cleaned_comes_first(corpus):
    table = list_compared(corpus)
    assert table.iloc[0].tolist() == [1, "star/a.txt", "Talks go on", 2, 33]
    assert compare_articles(corpus)["path"].iloc[0] == "star/a.txt"
    assert compare_articles(corpus)["number"].unique().tolist() == table["number"].tolist()


def test_an_article_that_lost_nothing_can_be_chosen(make_study):
    corpus = build_corpus(
        open_study(make_study({"study.toml": "", "articles/a.txt": "Talks\n\nThey met."}))
    )
    assert list_compared(corpus, ["a.txt"]).iloc[0].tolist()[3:] == [0, 0]


def test_only_the_files_of_the_articles_shown_are_read_again(corpus, monkeypatch):
    from dateline.sources import folder

    read: list[str] = []
    reader_of = folder.reader_of
    monkeypatch.setattr(
        folder,
        "reader_of",
        lambda kind: lambda path, *more: read.append(path) or reader_of(kind)(path, *more),
    )
    compare_articles(corpus, ["star/b.txt"])
    assert read == ["star/b.txt"]


def test_an_article_that_is_not_there_is_refused(corpus):
    with pytest.raises(SettingError, match=r"no article 'x.txt'"):
        compare_articles(corpus, ["x.txt"])


def test_an_empty_study_has_empty_tables(make_study):
    empty = build_corpus(open_study(make_study({"study.toml": "", "articles/x.bin": b"\0\1"})))
    assert (len(compare_articles(empty)), len(list_compared(empty))) == (0, 0)
