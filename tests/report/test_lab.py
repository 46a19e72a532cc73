"""What JupyterLab opens, and with which study."""

import re
from pathlib import Path

import nbformat
import pytest

from dateline.report.lab import file_links, lab_options, prepare_lab
from dateline.study import open_study


def cells(notebook: Path) -> list:
    return nbformat.read(notebook, as_version=4).cells


@pytest.fixture
def study(make_study):
    return open_study(make_study({"study.toml": 'title = "A [1] <b>"', "articles/a.txt": "Trade."}))


def test_without_a_study_the_notebooks_themselves_are_opened(root):
    assert prepare_lab(None) == root / "notebooks"


def test_copies_name_the_study_from_where_they_lie(study, tmp_path, monkeypatch):
    place = prepare_lab(study, folder=tmp_path / "lab")
    source = cells(place / "02-themes.ipynb")[1].source
    assert source.split("\n")[0] == "study: str = '../../study'  # the study: a folder"
    monkeypatch.chdir(place)
    assert open_study("../../study").folder == study.folder


def test_a_copy_that_is_there_already_is_kept(study, tmp_path):
    mine = prepare_lab(study, folder=tmp_path / "lab") / "01-corpus.ipynb"
    mine.write_text("my work")
    prepare_lab(study, folder=tmp_path / "lab")
    assert mine.read_text() == "my work"


def test_the_start_page_links_every_numbered_notebook_and_explore(root):
    start = root / "notebooks" / "start.ipynb"
    linked = re.findall(r"\]\(([^)]+\.ipynb)\)", cells(start)[0].source)
    numbered = sorted(path.name for path in start.parent.glob("[0-9][0-9]-*.ipynb"))
    assert linked == ["explore.ipynb", *numbered]


def test_its_links_to_the_study_s_files_are_those_of_the_default_study(root):
    start = root / "notebooks" / "start.ipynb"
    assert cells(start)[1].source == file_links(open_study(root / "seeds"), start.parent)


def test_in_a_copy_they_are_those_of_its_study_and_the_title_is_text(study, tmp_path):
    source = cells(prepare_lab(study, folder=tmp_path / "lab") / "start.ipynb")[1].source
    assert r"A \[1\] \<b\>" in source
    assert re.findall(r"\]\(([^)]+)\)", source) == [
        "../../study/study.toml",
        "../../study/articles",
    ]


def test_the_root_holds_the_notebooks_and_the_study(study, tmp_path):
    place = prepare_lab(study, folder=tmp_path / "lab")
    assert lab_options(study, place) == [
        f"--ServerApp.root_dir={tmp_path.resolve()}",
        f"--FileContentsManager.preferred_dir={place.resolve()}",
        "--LabApp.default_url=/lab/tree/lab/study/start.ipynb",
    ]


def test_the_default_study_is_within_reach_too(root):
    options = lab_options(None, root / "notebooks")
    assert options[0] == f"--ServerApp.root_dir={root.resolve()}"
    assert options[-1].endswith("/lab/tree/notebooks/start.ipynb")


def test_the_whole_disk_is_never_the_root(study, tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.report.lab.os.path.commonpath", lambda paths: tmp_path.anchor)
    place = prepare_lab(study, folder=tmp_path / "lab")
    assert lab_options(study, place)[0] == f"--ServerApp.root_dir={place.resolve()}"
