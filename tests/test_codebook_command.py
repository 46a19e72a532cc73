"""`dateline codebook convert`: the new file, what is lost on standard error, and the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main


@pytest.fixture
def convert(tmp_path: Path):
    def run(name: str, content: str, target: str) -> Result:
        (tmp_path / name).write_text(content)
        arguments = ["codebook", "convert", str(tmp_path / name), str(tmp_path / target)]
        return CliRunner().invoke(main, arguments)

    return run


def test_a_file_that_is_kept_whole_ends_with_0(convert, tmp_path) -> None:
    result = convert("moods.lc3", "+GLAD\njoy\n", "codebook.toml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{tmp_path / 'codebook.toml'}\n"
    assert '[themes.GLAD]\nterms = [\n  "joy",\n]\n' in (tmp_path / "codebook.toml").read_text()


def test_what_is_left_out_is_listed_and_ends_with_1(convert, tmp_path) -> None:
    result = convert("moods.lc3", "+GLAD\njoy\n:-)\n", "codebook.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith("moods.lc3, line 3: `:-)` is left out: ")
    assert (
        tmp_path / "codebook.csv"
    ).read_text() == "kind,theme,label,use,term\ntheme,GLAD,,term,joy\n"


def test_a_change_of_meaning_is_listed_and_ends_with_0(convert) -> None:
    result = convert("moods.cat", "GLAD\n\tJOY (3)\n", "codebook.toml")
    assert result.exit_code == 0
    assert result.stderr == (
        "moods.cat, line 2: `JOY (3)` is kept, but its weight 3 is not: it counts as one\n"
    )


@pytest.mark.parametrize(
    ("name", "target"), [("a.txt", "b.toml"), ("a.lc3", "b.cat"), ("a.lc3", "a.lc3")]
)
def test_a_name_that_is_not_possible_ends_with_2(name, target, convert) -> None:
    result = convert(name, "+GLAD\njoy\n", target)
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr.startswith("dateline: ") and result.stderr.count("\n") == 1


def test_a_damaged_file_writes_nothing_and_ends_with_2(convert, tmp_path) -> None:
    result = convert("a.dic", "joy\t1\n", "codebook.toml")
    assert result.exit_code == 2 and "a.dic, line 1: no header" in result.stderr
    assert not (tmp_path / "codebook.toml").exists()
