"""The same report for several values: what is asked for is checked before anything is made."""

import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dateline.errors import ReportError, SettingError
from dateline.report.execute import Execution
from dateline.report.results import ReportOptions, Results
from dateline.report.sweeps import read_sweep, run_sweep
from dateline.study import open_study

NOTEBOOKS = Path(__file__).parent / "notebooks"
FILES = pd.DataFrame({"path": ["a.txt"], "sha256": ["f00"]})


def collect(_settings) -> Results:
    return Results({"articles": pd.DataFrame({"doc_id": ["a"]})}, FILES, 1, 1, 1)


@pytest.fixture
def study(make_study, monkeypatch, executed):
    """A study whose notebook costs one execution in a session."""

    def execute(path, passed, **_options) -> Execution:
        return executed(Path(path).stem)

    monkeypatch.setattr("dateline.report.pages.execute_notebook", execute)
    monkeypatch.setenv("DATELINE_CACHE", "off")
    return open_study(make_study({"a.txt": "News."}))


def sweep(study, each, out, **options):
    notebooks = options.pop("notebooks", [NOTEBOOKS / "plain.ipynb"])
    return run_sweep(study, collect, read_sweep(each), notebooks=notebooks,
                     options=ReportOptions(out=out), **options)  # fmt: skip


def test_values_of_two_parameters_are_combined_the_last_fastest():
    points = read_sweep(["theme=a,b", "period=month, year"])
    assert [point.name for point in points] == ["a-month", "a-year", "b-month", "b-year"]
    assert points[1].words == "theme: a, period: year"


@pytest.mark.parametrize(
    ("each", "words"),
    [(["theme"], "--each theme"), (["theme=a,"], "blank"), (["theme=a,a"], "twice"),
     (["theme=a b,a?b"], "would have the folder"), ([f"most={','.join(map(str, range(101)))}"],
      "at most 100"), (["most=1", "most=2"], "twice")],
)  # fmt: skip
def test_what_cannot_be_swept_is_refused(each, words):
    with pytest.raises(SettingError, match=words):
        read_sweep(each)


def test_there_is_a_folder_for_each_value_and_an_index_that_links_to_it(study, tmp_path):
    made = sweep(study, ["period=month,year"], tmp_path / "o")
    page = made.index.read_text()
    assert list(made.reports) == ["month", "year"]
    assert (tmp_path / "o" / "month" / "plain.html").is_file()
    assert 'href="month/plain.html"' in page and 'href="year/index.html"' in page
    record = json.loads((tmp_path / "o" / "month" / "record.json").read_text())
    assert record["parameters"] == {"period": "month"}


def test_two_runs_give_the_same_index_and_record(study, tmp_path):
    for name in ("a", "b"):
        sweep(study, ["period=month,year"], tmp_path / name, parameters={"most": "3"})
    for name in ("index.html", "record.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert "most = 3" in (tmp_path / "a" / "index.html").read_text()


@pytest.mark.parametrize(
    ("each", "given", "words"),
    [(["perod=month"], {}, "did you mean"), (["period=month"], {"period": "year"}, "keep one"),
     (["period=month,fortnight"], {}, "fortnight"), (["most=3,many"], {}, "whole number")],
)  # fmt: skip
def test_a_mistake_is_met_before_the_first_report(study, tmp_path, each, given, words):
    with pytest.raises(SettingError, match=words):
        sweep(study, each, tmp_path / "o", parameters=given)
    assert not (tmp_path / "o").exists()


def test_a_misspelt_theme_is_met_before_the_first_report(study, tmp_path):
    with pytest.raises(SettingError, match="not in the codebook"):
        sweep(study, ["theme=sanctions,no such"], tmp_path / "o", notebooks=["03-passages"])
    assert not (tmp_path / "o").exists()


def test_a_folder_with_other_files_is_left_alone(study, tmp_path):
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(ReportError, match="holds other files"):
        sweep(study, ["period=month"], tmp_path)
    assert (tmp_path / "index.html").read_text() == "mine"


def test_no_text_becomes_markup_or_a_path(study, attack, tmp_path):
    titled = replace(study, title=attack)
    page = sweep(titled, ["period=month"], tmp_path / "o").index.read_text()
    assert "<script" not in page and "<img" not in page and "onerror=" in page
    assert read_sweep(["theme=../<b>x"])[0].name == "b-x"
