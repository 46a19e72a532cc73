import nbformat

from dateline.report.lab import prepare_lab
from dateline.study import open_study


def test_without_a_study_the_notebooks_themselves_are_opened(root):
    assert prepare_lab(None) == root / "notebooks"


def test_copies_name_the_study_from_where_they_lie(make_study, tmp_path, monkeypatch):
    study = open_study(make_study({"a.txt": "Trade."}))
    place = prepare_lab(study, folder=tmp_path / "lab")
    source = nbformat.read(place / "02-themes.ipynb", as_version=4).cells[1].source
    assert source.split("\n")[0] == "study: str = '../../study'  # the study: a folder"
    monkeypatch.chdir(place)
    assert open_study("../../study").folder == study.folder


def test_a_copy_that_is_there_already_is_kept(make_study, tmp_path):
    study = open_study(make_study({"a.txt": "Trade."}))
    mine = prepare_lab(study, folder=tmp_path / "lab") / "01-corpus.ipynb"
    mine.write_text("my work")
    prepare_lab(study, folder=tmp_path / "lab")
    assert mine.read_text() == "my work"
