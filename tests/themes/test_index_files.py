"""A batch on disk: what was written is read, and damage is noticed."""

import numpy as np
import pytest

from dateline.themes import find_mentions, read_codebook
from dateline.themes.batches import index_articles
from dateline.themes.index import ARRAYS, make_batch
from dateline.themes.index_files import read_batch, rules_fingerprint, write_batch

TEXTS = ["Xi’s visit. No war, no cafe\u0301.", "", " " * 300 + "War?"]


def same(one, other):
    arrays = (np.array_equal(one.arrays[name], other.arrays[name]) for name in ARRAYS)
    return one.doc_ids == other.doc_ids and all(arrays)


@pytest.fixture
def path(tmp_path):
    write_batch(make_batch(["a", "b\n", "ü"], TEXTS), tmp_path / "new" / "x.tokens")
    return tmp_path / "new" / "x.tokens"


def test_a_batch_comes_back_as_it_was_written(path):
    written, read = make_batch(["a", "b\n", "ü"], TEXTS), read_batch(path)
    assert same(read, written)
    assert [part.tolist() for part in read.offsets()] == [p.tolist() for p in written.offsets()]


def test_the_same_articles_give_the_same_bytes(path):
    first = path.read_bytes()
    write_batch(make_batch(["a", "b\n", "ü"], TEXTS), path)
    assert path.read_bytes() == first


def test_nothing_else_is_left_in_the_folder(path):
    assert [each.name for each in path.parent.iterdir()] == ["x.tokens"]


def test_a_file_that_is_not_there_is_none(tmp_path):
    assert read_batch(tmp_path / "x.tokens") is None


def test_damage_is_noticed_unless_it_is_between_the_arrays(path):
    whole, written = path.read_bytes(), read_batch(path)
    unnoticed = 0
    for at in range(0, len(whole), 5):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        read = read_batch(path)
        unnoticed += read is not None
        assert read is None or same(read, written)
    assert unnoticed < len(whole) / 5 / 2


@pytest.mark.parametrize("length", [0, 5, 40, 200, -60])
def test_a_file_that_is_cut_off_is_none(path, length):
    path.write_bytes(path.read_bytes()[:length])
    assert read_batch(path) is None


def test_a_damaged_batch_is_made_again(articles_of, tmp_path):
    articles = articles_of("War and peace.", "No war.")
    book = read_codebook({"themes": {"war": {"terms": ["war"]}}})
    index_articles(articles, tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-80] + b"x" * 80)
    index = index_articles(articles, tmp_path)
    assert file.read_bytes() == whole
    assert len(find_mentions(articles, book, index=index)) == 2


def test_the_rules_have_a_fingerprint_that_stays():
    assert rules_fingerprint() == rules_fingerprint()
    assert len(rules_fingerprint()) == 64
