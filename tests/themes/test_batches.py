"""How articles are cut into batches, and what stays when some change."""

import pytest

from dateline.themes import batches, find_mentions, read_codebook
from dateline.themes.batches import batch_name, cut_batches, index_articles

BOOK = read_codebook({"themes": {"war": {"terms": ["war", "war of words"]}}})


@pytest.fixture
def small_batches(monkeypatch):
    """Batches of about forty of the articles of `many`."""
    monkeypatch.setattr(batches, "BATCH_CHARS", 1000)


@pytest.fixture
def many(articles_of):
    return articles_of(*(f"War of words {n}. No war." for n in range(600)))


def files(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_all_articles_are_in_one_batch_each_in_order(small_batches, many):
    index = index_articles(many)
    assert len(index.batches) > 5
    assert index.doc_ids == list(many["doc_id"])


def test_how_articles_are_cut_makes_no_difference_to_mentions(small_batches, many, monkeypatch):
    apart = find_mentions(many, BOOK)
    monkeypatch.undo()
    assert find_mentions(many, BOOK).equals(apart)


def test_a_second_run_writes_nothing(small_batches, many, tmp_path):
    index_articles(many, tmp_path)
    before = files(tmp_path)
    index = index_articles(many, tmp_path)
    assert files(tmp_path) == before
    assert find_mentions(many, BOOK, index=index).equals(find_mentions(many, BOOK))


def test_a_changed_article_makes_its_batch_anew_and_at_most_its_neighbours(
    small_batches, many, tmp_path
):
    index_articles(many, tmp_path)
    before = set(files(tmp_path))
    many.loc[60, "text"] = "Peace."
    index_articles(many, tmp_path)
    assert 1 <= len(set(files(tmp_path)) - before) <= 3


def test_a_new_article_leaves_the_batches_far_from_it(small_batches, many, tmp_path):
    index_articles(many.drop(index=3), tmp_path)
    before = set(files(tmp_path))
    index_articles(many, tmp_path)
    assert len(set(files(tmp_path)) - before) <= 3


def test_a_text_longer_than_a_batch_is_a_batch_of_its_own(small_batches):
    assert cut_batches(["a", "b", "c"], [10, 5000, 10]) == [(0, 1), (1, 2), (2, 3)]


def test_a_batch_is_named_by_its_articles_and_their_order():
    names = {batch_name(keys) for keys in ([b"a"], [b"b"], [b"a", b"b"], [b"b", b"a"])}
    assert len(names) == 4
