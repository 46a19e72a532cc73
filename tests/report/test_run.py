"""A whole report run: what is written, what fails, and that two runs agree."""

import hashlib
import json
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dateline.errors import ReportError, SettingError
from dateline.report.execute import Execution
from dateline.report.index_page import index_html
from dateline.report.record import make_record
from dateline.report.results import Failure, MadeReport, ReportOptions, Results
from dateline.report.run import run_report

NOTEBOOKS = Path(__file__).parent / "notebooks"
FILES = pd.DataFrame({"path": ["b.txt", "a.txt"], "sha256": ["f00", ""]})
WRITTEN = [
    "articles.csv",
    "charts.json",
    "executed/plain.ipynb",
    "failed/error_in_cell.ipynb",
    "index.html",
    "ledger.csv",
    "plain.html",
]
LEDGER = pd.DataFrame(
    {"line": ["found", "read", "dated"], "number": [2, 1, 1], "part_of": ["", "found", "read"]}
)


def results(_settings=None) -> Results:
    articles = pd.DataFrame({"doc_id": ["a"], "title": ["=1+1"]})
    return Results({"articles": articles, "ledger": LEDGER}, FILES, 12, 11, 10)


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def instead_of_a_kernel(monkeypatch, executed):
    """Take executions from the session's store, so that only the first costs seconds."""

    def execute(path, passed, **_options) -> Execution:
        return executed(Path(path).stem)

    monkeypatch.setattr("dateline.report.pages.execute_notebook", execute)


def test_two_runs_write_the_same_bytes_and_the_record_names_them(study, tmp_path):
    named = [NOTEBOOKS / "plain.ipynb", NOTEBOOKS / "error_in_cell.ipynb"]
    for name in ("first", "second"):
        options = ReportOptions(out=tmp_path / name)
        run_report(study, results, notebooks=named, parameters=["period=month"], options=options)
    first, second = content(tmp_path / "first"), content(tmp_path / "second")
    assert first == second
    written = json.loads(first.pop("record.json"))["written"]
    assert written == {name: hashlib.sha256(data).hexdigest() for name, data in first.items()}
    assert sorted(first) == WRITTEN
    assert all(str(tmp_path).encode() not in data for data in first.values())


def test_a_failing_notebook_does_not_stop_the_others(study, tmp_path, instead_of_a_kernel):
    named = [NOTEBOOKS / f"{name}.ipynb" for name in ("error_in_cell", "no_alt", "plain")]
    report = run_report(study, results, notebooks=named, options=ReportOptions(out=tmp_path / "o"))
    assert [made.title for made in report.reports] == ["How many articles are there?"]
    assert [(failure.name, failure.reason) for failure in report.failures] == [
        ("error_in_cell", "cell 3: ZeroDivisionError: division by zero"),
        ("no_alt", "an image has no text alternative; use show_figure(figure, alt=...)"),
    ]
    assert report.index.is_file()
    assert all(failure.path and failure.path.is_file() for failure in report.failures)


def test_what_an_earlier_run_left_does_not_belie_this_one(study, tmp_path, instead_of_a_kernel):
    (tmp_path / "record.json").write_text("{}")
    stale = [tmp_path / "error_in_cell.html", tmp_path / "failed" / "plain.ipynb"]
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text("old")
    named = [NOTEBOOKS / "plain.ipynb", NOTEBOOKS / "error_in_cell.ipynb"]
    run_report(study, results(), notebooks=named, options=ReportOptions(out=tmp_path))
    assert not any(path.exists() for path in stale)


def test_a_folder_with_other_files_is_not_written_into(study, tmp_path, instead_of_a_kernel):
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(ReportError, match="holds other files"):
        run_report(study, results(), options=ReportOptions(out=tmp_path))
    assert (tmp_path / "index.html").read_text() == "mine"


def test_the_study_itself_is_not_written_into(study, instead_of_a_kernel):
    with pytest.raises(ReportError, match="holds the study"):
        run_report(study, results(), options=ReportOptions(out=study.folder))


def test_parameters_are_checked_before_anything_is_made(study, tmp_path):
    def collect(_settings):
        pytest.fail("the tables were made before the parameters were checked")

    options = ReportOptions(out=tmp_path / "o")
    with pytest.raises(SettingError, match="unknown"):
        run_report(study, collect, notebooks=[NOTEBOOKS / "plain.ipynb"], parameters=["x=1"],
                   options=options)  # fmt: skip
    assert not (tmp_path / "o").exists()


def test_the_tables_are_made_from_the_settings_that_hold(study, tmp_path, instead_of_a_kernel):
    seen = []

    def collect(settings):
        seen.append(settings)
        return results()

    run_report(study, collect, notebooks=[NOTEBOOKS / "plain.ipynb"], parameters=["most=3"],
               options=ReportOptions(out=tmp_path / "o"))  # fmt: skip
    assert seen[0]["most"] == 3 and "study" not in seen[0]


def test_progress_is_told_after_each_notebook(study, tmp_path, instead_of_a_kernel):
    told = []
    out = tmp_path / "o"
    options = ReportOptions(out=out, workers=1, progress=lambda *step: told.append(step))
    named = [NOTEBOOKS / "plain.ipynb", NOTEBOOKS / "error_in_cell.ipynb"]
    run_report(study, results, notebooks=named, options=options)
    assert sorted(step[1:] for step in told) == [(1, 2), (2, 2)]
    assert {step[0] for step in told} == {"plain", "error_in_cell"}


def test_a_folder_that_cannot_be_written_is_a_sentence(study, tmp_path, instead_of_a_kernel):
    (tmp_path / "file").write_text("")
    options = ReportOptions(out=tmp_path / "file")
    with pytest.raises(ReportError, match="choose another folder"):
        run_report(study, results, notebooks=[NOTEBOOKS / "plain.ipynb"], options=options)


def test_a_formula_in_a_table_is_made_harmless(study, tmp_path, instead_of_a_kernel):
    options = ReportOptions(out=tmp_path / "o")
    run_report(study, results, notebooks=[NOTEBOOKS / "plain.ipynb"], options=options)
    assert (tmp_path / "o" / "articles.csv").read_text() == "doc_id,title\na,'=1+1\n"


def test_the_record_has_checksums_and_neither_clock_nor_place(study):
    record = make_record(study, {"most": 3}, FILES)
    assert record["files"] == {"a.txt": None, "b.txt": "f00"}
    codebook = hashlib.sha256(study.codebook.read_bytes()).hexdigest()
    assert record["definitions"] == {
        "study": None, "codebook": codebook, "calendar": None, "dates": None
    }  # fmt: skip
    assert record["parameters"] == {"most": 3}
    assert record["versions"]["python"].count(".") == 1
    assert str(study.folder) not in json.dumps(record)


@pytest.fixture
def index(study, attack, tmp_path) -> BeautifulSoup:
    record = make_record(study, {"theme": attack}, FILES)
    reports = [MadeReport("02-themes", attack, tmp_path / "02-themes.html")]
    failures = [Failure("03-x", attack, tmp_path), Failure("04-y", "left no notebook")]
    html = index_html(study, results(), record, reports=reports, failures=failures)
    return BeautifulSoup(html, "html.parser")


def test_the_index_has_title_notes_numbers_and_links(index):
    assert index.h1.get_text() == index.title.get_text() == "Talks & <b>war</b>"
    assert index.select_one(".note").get_text() == "No codebook was given."
    assert [number.get_text() for number in index.select(".numbers b")] == ["12", "11", "10"]
    assert [link["href"] for link in index.select("main a")] == [
        "02-themes.html", "failed/03-x.ipynb", "articles.csv", "ledger.csv",
        "charts.json", "record.json",
    ]  # fmt: skip


def test_the_index_names_each_failure_with_its_reason(index, attack):
    assert len(index.select(".failed")) == 2
    assert attack in index.select(".why")[0].get_text()
    assert "left no notebook" in index.get_text()


def test_the_index_sets_the_parts_of_the_ledger_in(index):
    ledger = index.select_one('[aria-label="Ledger"]')
    assert [row.td.get_text() for row in ledger.select("tbody tr")] == [
        "found", "\u2003read", "\u2003\u2003dated"
    ]  # fmt: skip


def test_no_text_becomes_an_element_of_the_index(index, attack):
    assert index.select("script, img, link, base") == []
    # The title of a report, the reason of a failure, and a parameter.
    assert index.get_text().count(attack) == 3
