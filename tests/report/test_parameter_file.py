"""Parameters from a file."""

import pytest

from dateline.errors import SettingError
from dateline.report.parameter_file import merge_parameters, read_parameter_file


def test_toml_and_json_say_the_same(tmp_path):
    (tmp_path / "a.toml").write_text('period = "month"\nsince = 2022-03-01\nmost = 7\n')
    (tmp_path / "a.json").write_text('{"period": "month", "since": "2022-03-01", "most": 7}')
    wanted = {"period": "month", "since": "2022-03-01", "most": 7}
    assert read_parameter_file(tmp_path / "a.toml") == wanted
    assert read_parameter_file(tmp_path / "a.json") == wanted


def test_the_command_line_outranks_the_file(tmp_path):
    (tmp_path / "a.toml").write_text('period = "month"\nunit = "articles"\n')
    merged = merge_parameters(tmp_path / "a.toml", ["period=year", "most=3"])
    assert merged == {"period": "year", "unit": "articles", "most": "3"}
    assert merge_parameters(None, ["most=3"]) == {"most": "3"}


def test_a_value_of_the_file_may_be_for_a_notebook_that_is_not_run(tmp_path):
    (tmp_path / "a.toml").write_text('themes = "us"\ntheme = "us"\nthene = "us"\n')
    merged = merge_parameters(tmp_path / "a.toml", notebooks=["03-passages"])
    assert merged == {"theme": "us", "thene": "us"}  # what no notebook has is refused later


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.yaml", "period: month", "rename the file"),
        ("a.toml", "period = month", "a.toml, line 1"),
        ("a.json", '{\n"period": month}', "a.json, line 2: not JSON"),
        ("a.json", '["month"]', "no names"),
        ("a.json", '{"period": null}', "`period` is no value"),
        ("a.toml", "[report]\nperiod = 1", "`report` is no value"),
    ],
)
def test_another_file_is_refused_with_its_place(tmp_path, name, content, words):
    (tmp_path / name).write_text(content)
    with pytest.raises(SettingError, match=words):
        read_parameter_file(tmp_path / name)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SettingError, match=r"view\.toml: cannot be read"):
        read_parameter_file(tmp_path / "view.toml")
