"""Ids of articles: unique, and the same whatever else is in the corpus."""

import pytest

from dateline.articles.records import make_records
from dateline.sources import RawArticle


def ids(*articles):
    raw = [RawArticle(path, text, "utf-8", place=place) for path, place, text in articles]
    return [record.doc_id for record in make_records(raw)]


def test_an_article_keeps_its_id_when_others_are_added():
    one, other = ("a.csv", "", "Talks."), ("a.csv", "", "War.")
    assert ids(other, one)[1] == ids(one)[0] == ids(one, other, one)[0]


def test_path_place_and_text_tell_articles_apart():
    articles = [(path, place, text) for path in "ab" for place in ("", "1") for text in "xy"]
    assert len(set(ids(*articles))) == 8


def test_an_article_with_its_own_place_keeps_its_id_when_the_same_text_is_put_before_it():
    first, second = ("a.csv", "id 1", "Talks."), ("a.csv", "id 2", "Talks.")
    assert ids(first, second)[1] == ids(second)[0]


def test_the_same_text_twice_in_the_same_place_is_told_apart_by_its_turn():
    same = ("a.csv", "", "Talks.")
    first, second = ids(same, same)
    assert first == ids(same)[0] != second


@pytest.mark.parametrize(
    "path, source",
    [
        ("guardian.zip/1.txt", "guardian"),
        ("export.tar.gz/ap/1.txt", "ap"),
        ("2022.zip/1.txt", ""),
        ("ap/1.txt.gz", "ap"),
    ],
)
def test_the_source_is_the_folder_or_the_archive_of_an_article_that_states_none(path, source):
    (record,) = make_records([RawArticle(path, "Both sides met in Geneva.", "utf-8")])
    assert record.source == source
