"""A corpus from the cache is the corpus that is made without one, whatever changed in between."""

import os

import pandas as pd
import pytest

from dateline.articles import build_corpus
from dateline.articles.corpus_cache import CorpusCache
from dateline.articles.corpus_key import corpus_key
from dateline.errors import DatesError
from dateline.study import open_study

TABLES = ("articles", "files", "removals", "fixes", "evidence", "pairs")
FOOT = "\n\nThis article is from our newsletter to all who subscribe.\n"
FILES = {
    "study.toml": "[dating]\ncollected = 2024-01-31\n",
    "codebook.toml": '[themes.trade]\nterms = ["trade"]\n',
    "articles/wire/one.txt": " date 2022-03-21 Talks on trade open.\n\nThey go on." + FOOT,
    "articles/wire/two.txt": "A quiet day\n\nPARIS — Nothing came in March 2022.\n\nNothing."
    + FOOT,
    "articles/wire/three.txt": "The third reports of rain.\n\nIt rained for days on end." + FOOT,
    "articles/four.txt": " date 2022-03-22 Talks on trade open.\n\nThey go on." + FOOT,
}
CALENDAR = '[[events]]\nid = "x"\nstart = 2022-03-01\npatterns = ["third reports"]\n'
NONE = "DELETED"
CHANGES = {
    "an article is added": {"articles/five.txt": "Über " * 9 + "\n\nA fifth of 3 May 2022."},
    "an article is changed": {"articles/wire/two.txt": "Another text.\n\nOf 4 May 2022." + FOOT},
    "an article is deleted": {"articles/wire/three.txt": NONE},
    "an article is moved": {
        "articles/wire/three.txt": NONE,
        "articles/2022-05-04.txt": FILES["articles/wire/three.txt"],
    },
    "a person decides": {"dates.csv": "article,earliest,latest,note\nfour.txt,2022-04-01,,\n"},
    "the calendar": {"calendar.toml": CALENDAR},
    "the codebook": {"codebook.toml": '[themes.trade]\nterms = ["deal"]\n'},
    "how articles are cleaned": {
        "study.toml": '[cleaning]\ntitles = false\noff = ["repeated sentence"]\n'
    },
    "how files are read": {"study.toml": '[reading]\nencoding = "latin-1"\n'},
    "the day": {"study.toml": "[dating]\ncollected = 2022-03-21\n"},
}


@pytest.fixture
def study(make_study):
    return open_study(make_study(FILES))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache" / "seeds"


def change(study, files):
    for name, content in files.items():
        path = study.folder / name
        if content == NONE:
            path.unlink()
        else:
            path.write_text(content)
    return open_study(study.folder)


def assert_same(one, other):
    for name in TABLES:
        first, second = getattr(one, name), getattr(other, name)
        pd.testing.assert_frame_equal(first, second, check_exact=True)
        assert first.to_csv() == second.to_csv()


@pytest.mark.parametrize("changed", CHANGES)
def test_whatever_is_changed_the_tables_are_those_of_a_full_run(study, folder, changed):
    build_corpus(study, cache=CorpusCache(folder))
    later = change(study, CHANGES[changed])
    full = build_corpus(later, cache=CorpusCache(None))
    for _ in ("made in part", "taken whole"):
        cache = CorpusCache(folder)
        assert_same(build_corpus(later, cache=cache), full)
    assert cache.recalled


@pytest.mark.parametrize("hidden", [False, True])
def test_an_unchanged_study_is_not_read_again(study, folder, hidden):
    first = build_corpus(study, hide_stated=hidden, cache=CorpusCache(folder))
    steps, cache = [], CorpusCache(folder)
    again = build_corpus(
        study, hide_stated=hidden, cache=cache, progress=lambda *step: steps.append(step)
    )
    assert_same(again, first)
    assert (steps, cache.articles.made) == ([], {})


def test_of_a_study_with_one_new_article_only_that_is_read(study, folder):
    build_corpus(study, cache=CorpusCache(folder))
    change(study, {"articles/five.txt": "A fifth article of 3 May 2022.\n\nIt says little."})
    cache = CorpusCache(folder)
    build_corpus(study, cache=cache)
    assert cache.articles.made == {"reading": 1, "cleaning": 1, "language": 1, "dating": 1}


def test_a_refusal_is_kept_too(study, folder):
    change(study, {"articles/data.csv": "a;b\n1;2\n"})
    full = build_corpus(study, cache=CorpusCache(folder))
    change(study, {"articles/five.txt": "A fifth."})
    cache = CorpusCache(folder)
    again = build_corpus(study, cache=cache)
    reasons = [each.files.set_index("path").loc["data.csv", "reason"] for each in (full, again)]
    assert reasons[0] == reasons[1] != ""
    assert cache.articles.made["reading"] == 1


def test_hidden_dates_are_another_corpus(study, folder):
    shown = build_corpus(study, cache=CorpusCache(folder))
    hidden = build_corpus(study, hide_stated=True, cache=CorpusCache(folder))
    assert set(hidden.articles["date_class"]) != set(shown.articles["date_class"])


@pytest.mark.parametrize("kind", ["corpus", "made"])
@pytest.mark.parametrize("harm", ["cut", "bit", "empty", "foreign"])
def test_a_damaged_or_foreign_file_is_noticed_and_made_again(study, folder, kind, harm):
    full = build_corpus(study, cache=CorpusCache(folder))
    for path in folder.glob(f"{kind}-*" if kind == "corpus" else "*"):
        content = path.read_bytes()
        flipped = content[:90] + bytes([content[90] ^ 1]) + content[91:]
        path.write_bytes({"cut": content[:-1], "bit": flipped, "empty": b"", "foreign": b"x"}[harm])
    cache = CorpusCache(folder)
    assert_same(build_corpus(study, cache=cache), full)
    assert not cache.recalled
    assert bool(cache.articles.made) == (kind == "made")


def test_a_file_under_the_name_of_another_is_not_believed(study, folder):
    build_corpus(study, cache=CorpusCache(folder))
    later = change(study, CHANGES["an article is added"])
    (old,) = folder.glob("corpus-*")
    old.rename(folder / f"corpus-{corpus_key(later)}.kept")
    cache = CorpusCache(folder)
    build_corpus(later, cache=cache)
    assert not cache.recalled


def test_another_version_of_the_code_reads_nothing_of_this_one(study, folder, monkeypatch):
    build_corpus(study, cache=CorpusCache(folder))
    for module in ("corpus_cache", "corpus_key"):
        monkeypatch.setattr(f"dateline.articles.{module}.articles_fingerprint", lambda: "newer")
    cache = CorpusCache(folder)
    build_corpus(study, cache=cache)
    assert (cache.recalled, cache.articles.reused["cleaning"]) == (False, 0)


def test_a_cache_that_cannot_be_written_is_no_error(study, tmp_path):
    (tmp_path / "file").write_text("")
    corpus = build_corpus(study, cache=CorpusCache(tmp_path / "file" / "below"))
    assert len(corpus.articles) == 4


def test_a_file_that_changes_while_it_is_read_is_not_kept(study, folder):
    def disturb(step, done, total):
        if step == "copies":
            (study.articles / "four.txt").write_text("Other words.")

    build_corpus(study, cache=CorpusCache(folder), progress=disturb)
    assert list(folder.glob("corpus-*")) == []


def test_a_second_name_for_the_same_file_is_seen(study):
    (study.articles / "copy.txt").write_bytes((study.articles / "four.txt").read_bytes())
    before = corpus_key(study)
    (study.articles / "copy.txt").unlink()
    os.link(study.articles / "four.txt", study.articles / "copy.txt")
    assert corpus_key(study) != before


def test_a_mistake_is_told_with_a_cache_too(study, folder):
    build_corpus(study, cache=CorpusCache(folder))
    wrong = change(study, {"dates.csv": "article,earliest,latest,note\nno.txt,2022-04-01,,\n"})
    with pytest.raises(DatesError, match=r"no article `no.txt`"):
        build_corpus(wrong, cache=CorpusCache(folder))


def test_old_corpora_are_forgotten(study, folder):
    for number in range(6):
        change(study, {"articles/four.txt": f"Text {number}."})
        build_corpus(study, cache=CorpusCache(folder))
    assert len(list(folder.glob("corpus-*"))) == 4
    assert len(list(folder.glob("made-*"))) == 1
