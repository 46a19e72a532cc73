"""Parameters: what a notebook declares, and what fits it."""

import json
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from dateline.errors import ReportError, SettingError
from dateline.report.execute import read_notebook
from dateline.report.parameters import (
    TYPES,
    Parameter,
    check_name,
    checked_value,
    read_parameters,
    split_settings,
    value_from_text,
)

CASES = json.loads((Path(__file__).parents[1] / "cases" / "parameters.json").read_text("utf-8"))
NOTEBOOKS = Path(__file__).parent / "notebooks"


def notebook(source: str):
    return new_notebook(cells=[new_code_cell(source, metadata={"tags": ["parameters"]})])


def parameter(kind: str) -> Parameter:
    return Parameter("it", TYPES[kind], TYPES[kind]())


@pytest.mark.parametrize("case", CASES["text"], ids=lambda case: f"{case['type']} {case['text']}")
def test_a_text_becomes_the_value_it_stands_for(case):
    value = value_from_text(case["text"], parameter(case["type"]))
    assert value == case["value"]
    assert type(value) is TYPES[case["type"]]


@pytest.mark.parametrize(
    "case", CASES["no_text"], ids=lambda case: f"{case['type']} {case['text']}"
)
def test_a_text_that_is_no_value_of_the_type_is_refused(case):
    with pytest.raises(SettingError, match=r"parameter `it`: .* is not"):
        value_from_text(case["text"], parameter(case["type"]))


@pytest.mark.parametrize("case", CASES["cell"], ids=lambda case: case["source"])
def test_a_cell_of_literals_declares_parameters(case):
    declared = read_parameters(notebook(case["source"]), name="x")
    assert {name: found.default for name, found in declared.items()} == case["declared"]


@pytest.mark.parametrize("case", CASES["no_cell"], ids=lambda case: case["source"])
def test_a_cell_with_anything_else_is_refused(case):
    with pytest.raises(ReportError, match=r"^x\b"):
        read_parameters(notebook(case["source"]), name="x")


@pytest.mark.parametrize(
    ("name", "count"), [("no_parameters", "0 cells"), ("two_parameters", "2 cells")]
)
def test_a_notebook_without_exactly_one_parameters_cell_is_refused(name, count):
    with pytest.raises(ReportError, match=f"{name}: {count} have the tag"):
        read_parameters(read_notebook(NOTEBOOKS / f"{name}.ipynb"), name=name)


def test_the_comment_of_a_line_is_its_help():
    declared = read_parameters(notebook('colour: str = "#f00"  # of the line'), name="x")
    assert declared["colour"].help == "of the line"


def test_an_unknown_name_is_answered_with_the_nearest_and_the_list():
    declared = {name: Parameter(name, str, "") for name in ("since", "until", "period")}
    with pytest.raises(SettingError, match=r"did you mean `since`.* since, until, period"):
        check_name("sinec", declared)


@pytest.mark.parametrize(
    ("kind", "value", "fitted"),
    [("float", 2, 2.0), ("list", ("a", 1), ["a", 1]), ("bool", False, False), ("str", "", "")],
)
def test_a_python_value_of_the_type_is_taken(kind, value, fitted):
    assert checked_value(value, parameter(kind)) == fitted


@pytest.mark.parametrize(
    ("kind", "value"),
    [("int", True), ("int", 1.0), ("str", 1), ("str", None), ("float", float("nan")),
     ("list", [["a"]]), ("list", "ab"), ("bool", 1)],
)  # fmt: skip
def test_a_python_value_of_another_type_is_refused(kind, value):
    with pytest.raises(SettingError, match="parameter `it`"):
        checked_value(value, parameter(kind))


def test_a_text_that_no_file_can_hold_is_refused():
    with pytest.raises(SettingError, match="is not a text"):
        value_from_text("\ud800", parameter("str"))


def test_a_value_may_hold_the_equals_sign():
    assert split_settings(["theme=a=b"]) == {"theme": "a=b"}


@pytest.mark.parametrize("settings", [["period"], ["=month"], ["a=1", "a=2"]])
def test_a_setting_that_cannot_be_read_is_refused(settings):
    with pytest.raises(SettingError, match="-p "):
        split_settings(settings)
