"""Sources, and which of them are only the names of folders."""

import pandas as pd

from dateline.articles.source_names import list_sources


def table(*rows):
    return list_sources(pd.DataFrame(rows, columns=["source", "path"])).values.tolist()


def test_a_source_with_the_name_of_the_folder_is_marked_and_the_most_articles_come_first():
    rows = [("Post", "a.txt"), ("wire", "wire/a.txt"), ("wire", "wire.zip/b.txt")]
    assert table(*rows) == [["wire", 2, True], ["Post", 1, False]]


def test_a_source_that_one_article_elsewhere_has_too_is_not_marked():
    assert table(("wire", "wire/a.txt"), ("wire", "b.txt")) == [["wire", 2, False]]


def test_no_source_is_no_name_of_a_folder():
    assert table(("", "2022/a.txt"), ("", "b.txt")) == [["", 2, False]]


def test_without_articles_there_are_no_sources():
    assert table() == []
