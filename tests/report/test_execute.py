"""One notebook in a process of its own."""

import threading
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from dateline.errors import ReportError
from dateline.report.execute import clean_environment, execute_notebook, find_failure, read_notebook
from dateline.report.normalise import normalise_notebook

NOTEBOOKS = Path(__file__).parent / "notebooks"


def printed(execution) -> str:
    outputs = [output for cell in execution.notebook.cells for output in cell.get("outputs", [])]
    return "\n".join(output.get("text", "") for output in outputs)


@pytest.mark.parametrize(
    ("name", "failure"),
    [
        ("error_in_cell", "cell 3: ZeroDivisionError: division by zero"),
        ("sys_exit", "cell 3: SystemExit: 0"),
        ("kernel_dies", "the kernel died; it may have run out of memory"),
    ],
)
def test_a_notebook_that_does_not_end_well_is_not_complete(name, failure, executed):
    assert executed(name).failure.startswith(failure)
    assert executed(name).notebook is not None


def test_a_cell_that_takes_too_long_is_ended(executed):
    assert executed("never_ends", timeout=2).failure == "cell 3: took longer than 2 seconds"


def test_a_run_that_is_stopped_says_so(tmp_path):
    stop = threading.Event()
    stop.set()
    execution = execute_notebook(NOTEBOOKS / "plain.ipynb", {}, folder=tmp_path, stop=stop)
    assert execution.failure == "was stopped"


def test_a_run_sees_no_setting_of_the_user(executed, tmp_path):
    text = printed(executed("tells_environment"))
    assert "UTC False work0" in text
    environment = clean_environment(tmp_path)
    assert environment["HOME"] == str(tmp_path / "home")
    assert environment["PYTHONHASHSEED"] == "0"


def test_of_the_environment_only_path_and_our_own_names_are_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_X", "1")
    monkeypatch.setenv("API_TOKEN", "s3cret")
    monkeypatch.setenv("PYTHONSTARTUP", "start.py")
    environment = clean_environment(tmp_path)
    assert environment["DATELINE_X"] == "1"
    assert not {"API_TOKEN", "PYTHONSTARTUP"} & set(environment)


def test_no_machine_path_or_address_gets_into_the_executed_notebook(executed):
    text = nbformat.writes(executed("tells_environment").notebook)
    assert "<cell>:3: UserWarning: a warning of the library" in text
    assert "<object object at 0x…>" in text
    assert str(Path(__file__).parents[2]) not in text
    assert "ipykernel_" not in text


def test_the_working_folder_is_left_as_it_was(tmp_path):
    (tmp_path / "seeds").mkdir()
    passed = {"study": "seeds", "period": "month", "most": 3}
    execution = execute_notebook(NOTEBOOKS / "plain.ipynb", passed, folder=tmp_path)
    assert printed(execution).strip() == "seeds month 3 ['seeds']"
    assert [path.name for path in tmp_path.iterdir()] == ["seeds"]


def test_two_runs_give_the_same_bytes(executed, tmp_path):
    (tmp_path / "work0").mkdir()
    again = execute_notebook(NOTEBOOKS / "tells_environment.ipynb", {}, folder=tmp_path / "work0")
    assert nbformat.writes(again.notebook) == nbformat.writes(
        executed("tells_environment").notebook
    )


def test_a_code_cell_that_was_not_run_is_found():
    ran = new_code_cell("1", execution_count=1, outputs=[new_output("stream", text="1")])
    assert find_failure(new_notebook(cells=[ran, new_code_cell("  ")])) == ""
    assert find_failure(new_notebook(cells=[ran, new_code_cell("2")])) == "cell 2: was not run"


def test_the_cell_that_passes_parameters_is_not_counted():
    injected = new_code_cell("a = 1", metadata={"tags": ["injected-parameters"]})
    error = new_output("error", ename="ValueError", evalue="two\nlines", traceback=[])
    broken = new_code_cell("x", execution_count=2, outputs=[error])
    found = find_failure(new_notebook(cells=[new_code_cell(""), injected, broken]))
    assert found == "cell 2: ValueError: two lines"


def test_times_ids_and_notes_of_papermill_are_taken_out(tmp_path):
    cell = new_code_cell("1", metadata={"papermill": {"duration": 1}, "tags": ["kept"]})
    banner = new_code_cell("", metadata={"tags": ["papermill-error-cell-tag"]})
    notebook = new_notebook(cells=[banner, cell], metadata={"papermill": {"start_time": "now"}})
    result = normalise_notebook(notebook, folder=tmp_path)
    assert result.metadata == {"language_info": {"name": "python"}}
    assert [(c.id, c.metadata) for c in result.cells] == [("cell-000", {"tags": ["kept"]})]


def test_the_working_folder_stands_as_a_word_in_what_was_printed(tmp_path):
    output = new_output("stream", text=f"{tmp_path}/seeds/a.txt")
    notebook = new_notebook(cells=[new_code_cell("x", outputs=[output])])
    result = normalise_notebook(notebook, folder=tmp_path)
    assert result.cells[0].outputs[0].text == "<folder>/seeds/a.txt"


def test_a_file_that_is_no_notebook_is_refused(tmp_path):
    (tmp_path / "a.ipynb").write_text("{}")
    for name in ("a.ipynb", "b.ipynb"):
        with pytest.raises(ReportError, match=name):
            read_notebook(tmp_path / name)


def test_a_notebook_in_another_language_is_refused(tmp_path):
    kernel = {"name": "ir", "display_name": "R", "language": "R"}
    nbformat.write(new_notebook(metadata={"kernelspec": kernel}), tmp_path / "a.ipynb")
    with pytest.raises(ReportError, match="a notebook in R"):
        read_notebook(tmp_path / "a.ipynb")
