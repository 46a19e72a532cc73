"""A page is taken from the cache if all that it was made from is the same, and only then."""

import shutil
from pathlib import Path

import pytest

from dateline.articles import kept_files
from dateline.report import kept_pages
from dateline.report.kept_pages import KeptPages, MadePage
from dateline.report.plan import plan_jobs
from dateline.study import open_study
from dateline.themes.snippets import SPANS

NOTEBOOK = Path(__file__).parent / "notebooks" / "plain.ipynb"
PAGE = MadePage("Title", b"<p>page</p>", b"{}")
FILES = {
    "study.toml": 'title = "T"\narticles = "articles"\n',
    "codebook.toml": '[themes.talks]\nterms = ["talks"]\n',
    "calendar.toml": "",
    "dates.csv": "path,date,note\n",
    "articles/one.txt": "1 March 2022\n\nThe talks go on.\n",
}
CHANGES = {
    "study.toml": 'title = "Another"\narticles = "articles"\n',
    "codebook.toml": '[themes.talks]\nterms = ["talk"]\n',
    "calendar.toml": '[[event]]\nname = "Feast"\ndate = 2022-03-01\n',
    "dates.csv": "path,date,note\none.txt,2022-03-02,seen\n",
    "articles/one.txt": "2 March 2022\n\nThe talks go on.\n",
    "articles/two.txt": "A new article.\n",
    "book.ipynb": NOTEBOOK.read_text("utf-8").replace("\n", "\n ", 1),
}


@pytest.fixture
def folder(make_study, tmp_path, monkeypatch):
    monkeypatch.setenv(kept_files.CACHE, str(tmp_path / "cache"))
    # Others may edit the package while this runs, which turns keeping off.
    monkeypatch.setattr(kept_pages, "package_fingerprint", lambda: "one version")
    made = make_study(FILES)
    shutil.copy(NOTEBOOK, made / "book.ipynb")
    return made


def find(folder, *, shown="as it is", parameters=()):
    job = job_of(folder, parameters)
    return KeptPages(open_study(folder)).find(job, shown)


def job_of(folder, parameters=()):
    (job,) = plan_jobs(open_study(folder), notebooks=[folder / "book.ipynb"], parameters=parameters)
    return job


def keep(folder):
    KeptPages(open_study(folder)).keep(job_of(folder), "as it is", PAGE)


def test_a_page_of_which_nothing_changed_is_found(folder):
    keep(folder)
    assert find(folder) == PAGE


@pytest.mark.parametrize("name", CHANGES)
def test_a_page_is_not_found_once_a_file_has_changed(folder, name):
    keep(folder)
    (folder / name).write_text(CHANGES[name], "utf-8")
    assert find(folder) is None


def test_a_page_is_found_again_when_the_change_is_taken_back(folder):
    keep(folder)
    for name in ("articles/one.txt", "codebook.toml"):
        (folder / name).write_text(CHANGES[name], "utf-8")
        (folder / name).write_text(FILES[name], "utf-8")
    assert find(folder) == PAGE


def test_a_page_shown_in_another_way_is_another_page(folder):
    keep(folder)
    assert find(folder, shown="with what is withheld") is None


def test_a_page_with_other_words_to_show_is_another_page(folder, tmp_path, monkeypatch):
    spans = tmp_path / "spans.json"
    monkeypatch.setenv(SPANS, str(spans))
    spans.write_text('{"a": [[0, 5]]}')
    keep(folder)
    assert find(folder) == PAGE
    spans.write_text('{"a": [[0, 9]]}')
    assert find(folder) is None
