"""Which notebooks are run, with which parameters."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import ReportError, SettingError
from dateline.report.plan import find_notebooks, plan_jobs, settable_names

NOTEBOOKS = Path(__file__).parent / "notebooks"
PLAIN = NOTEBOOKS / "plain.ipynb"
ERROR = NOTEBOOKS / "error_in_cell.ipynb"


def test_the_numbered_notebooks_of_the_folder_are_taken_in_order(tmp_path):
    for name in ("02-b", "01-a", "10-c", "explore", "start", "1-draft"):
        shutil.copy(PLAIN, tmp_path / f"{name}.ipynb")
    assert list(find_notebooks(folder=tmp_path)) == ["01-a", "02-b", "10-c"]
    assert list(find_notebooks(["explore"], folder=tmp_path)) == ["explore"]


def test_explore_and_start_are_not_in_a_report():
    names = set(find_notebooks())
    assert {"01-corpus", "02-themes"} <= names and not {"explore", "start"} & names
    assert {"themes", "period", "unit", "since", "until"} <= settable_names()


def test_a_notebook_is_named_or_given_as_a_path(tmp_path):
    own = tmp_path / "my own (2).ipynb"
    shutil.copy(PLAIN, own)
    found = find_notebooks(["sys_exit", own], folder=NOTEBOOKS)
    assert found == {"sys_exit": NOTEBOOKS / "sys_exit.ipynb", "my-own-2": own}


def test_an_unknown_notebook_is_answered_with_the_nearest_and_the_list():
    with pytest.raises(SettingError, match=r"did you mean `plain`\? known are .*sys_exit"):
        find_notebooks(["plane"], folder=NOTEBOOKS)


def test_without_notebooks_a_path_is_asked_for(tmp_path):
    with pytest.raises(SettingError, match="or give a path"):
        find_notebooks(folder=tmp_path)


def test_two_notebooks_of_one_name_and_one_named_index_are_refused(tmp_path):
    for name in ("plain.ipynb", "index.ipynb"):
        shutil.copy(PLAIN, tmp_path / name)
        with pytest.raises(SettingError, match="there is a page"):
            find_notebooks([PLAIN, tmp_path / name])


def test_a_parameter_goes_to_the_notebooks_that_declare_it(study):
    plain, error = plan_jobs(study, notebooks=[PLAIN, ERROR], parameters=["period=month"])
    assert plain.passed == {"period": "month", "study": "seeds"}
    assert error.passed == {}
    assert plain.settings == {"study": "seeds", "period": "month", "most": 50}


def test_values_outrank_the_study_and_the_study_the_notebook(study):
    study = replace(study, defaults={"period": "year", "most": 7})
    (plain,) = plan_jobs(study, notebooks=[PLAIN], parameters={"period": "month"})
    assert plain.passed == {"period": "month", "most": 7, "study": "seeds"}


def test_a_text_is_read_as_the_type_that_is_declared(study):
    for parameters in (["most=3"], {"most": "3"}, {"most": 3}):
        (plain,) = plan_jobs(study, notebooks=[PLAIN], parameters=parameters)
        assert plain.passed["most"] == 3


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        (["perod=month"], "`perod`: unknown; did you mean `period`"),
        ({"most": "many"}, "'many' is not a whole number"),
        ({"most": 1.5}, "1.5 is not a whole number"),
        (["study=x"], "set by the run"),
    ],
)
def test_a_parameter_that_does_not_fit_is_refused(study, parameters, words):
    with pytest.raises(SettingError, match=words):
        plan_jobs(study, notebooks=[PLAIN, ERROR], parameters=parameters)


@pytest.mark.parametrize("defaults", [{"perod": "month"}, {"most": "3"}])
def test_a_default_of_the_study_that_does_not_fit_names_its_file(study, defaults):
    with pytest.raises(SettingError, match=r"study.toml, \[report\]: parameter"):
        plan_jobs(replace(study, defaults=defaults), notebooks=[PLAIN])


@pytest.mark.parametrize("name", ["no_parameters", "two_parameters", "secret_parameter",
                                  "computed_parameter"])  # fmt: skip
def test_a_notebook_with_a_bad_parameters_cell_is_refused(study, name):
    with pytest.raises(ReportError, match=name):
        plan_jobs(study, notebooks=[NOTEBOOKS / f"{name}.ipynb"])
