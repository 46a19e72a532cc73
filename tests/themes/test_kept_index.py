"""The index of a study is kept, and what is not used any more goes."""

import pytest

from dateline.study import open_study
from dateline.themes import index_study, kept_index


@pytest.fixture
def study(make_study):
    return open_study(make_study({"study.toml": "", "articles/a.txt": "Text."}))


@pytest.fixture
def cache(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(cache):
    return {path.name: path.stat().st_ino for path in cache.rglob("*.tokens")}


def test_a_second_run_reads_what_the_first_kept(study, cache, articles_of):
    articles = articles_of("War.", "Peace.")
    first = index_study(study, articles)
    before = kept(cache)
    assert len(before) == len(first.batches) == 1
    assert index_study(study, articles).doc_ids == ["a0", "a1"]
    assert kept(cache) == before


def test_another_text_makes_another_batch(study, cache, articles_of):
    index_study(study, articles_of("War."))
    index = index_study(study, articles_of("Peace now."))
    assert index.n_tokens == 2 and len(kept(cache)) == 2


def test_old_batches_go(study, cache, articles_of):
    for number in range(kept_index.LEAST + 3):
        index_study(study, articles_of(f"War {number}."))
    assert len(kept(cache)) == kept_index.LEAST


def test_nothing_is_kept_where_the_cache_is_off(study, cache, articles_of, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE", "off")
    assert index_study(study, articles_of("War.")).n_tokens == 1 and not cache.exists()


def test_a_cache_that_cannot_be_made_is_done_without(study, cache, articles_of):
    cache.write_text("a file")
    assert index_study(study, articles_of("War.")).n_tokens == 1
