"""The command line: results to standard output, one sentence for a mistake, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.cli.progress import progress_bar
from dateline.cli.tables import _rounded

ARTICLE = " date 2022-03-21 Talks about sanctions open in Geneva."


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"study.toml": "title = \n", "articles/a.txt": ARTICLE}, "study.toml, line 1, column 9: "),
        ({"study.toml": "colour = 1\n", "articles/a.txt": ARTICLE}, "unknown key `colour`"),
        ({"codebook.toml": "[themes.a]\nterms = [\n", "a.txt": ARTICLE}, "codebook.toml, line 2"),
        (
            {
                "codebook.toml": '[themes.a]\nterms = ["x"]\n[themes.a]\nterms = ["y"]\n',
                "a.txt": "x",
            },
            "the theme `a` is defined twice",
        ),
        ({"calendar.toml": "[[events]]\nid = 'x'\n", "a.txt": ARTICLE}, "calendar.toml, line 2"),
        ({"dates.csv": "who,when\n", "a.txt": ARTICLE}, "dates.csv, line 1"),
        ({"articles/.keep": ""}, "articles"),
    ],
    ids=["syntax", "key", "codebook", "twice", "calendar", "dates", "nothing"],
)
def test_a_mistake_in_a_study_is_one_sentence_and_exit_code_2(make_study, files, sentence) -> None:
    folder = make_study(files)
    if "articles/.keep" in files:
        (folder / "articles" / ".keep").unlink()
    result = call("count", folder)
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr.startswith("dateline: ") and sentence in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--period", "fortnight"], "choose one of day, week, month, quarter, year"),
        (["--unit", "lines"], "stories, articles, outlets, sentences, words"),
        (["--since", "03/04/2022"], "write YYYY-MM-DD"),
        (["--since", "2023-01-01", "--until", "2022-01-01"], "is after until"),
        (["--date-classes", "B"], "choose one of ABC, AB, A"),
    ],
)
def test_an_impossible_setting_names_the_possible_ones(make_study, arguments, sentence) -> None:
    result = call("count", make_study({"a.txt": ARTICLE}), *arguments)
    assert result.exit_code == 2 and sentence in result.stderr


def test_passages_can_be_limited_to_stated_dates(make_study) -> None:
    study = make_study({"a.txt": ARTICLE, "b.txt": "Talks about sanctions open somewhere."})
    every, stated = call("passages", study), call("passages", study, "--date-classes", "A")
    assert every.stdout.count("b.txt") == 1 and "b.txt" not in stated.stdout
    assert "a.txt" in stated.stdout


def test_passages_can_be_explained(make_study) -> None:
    codebook = '[themes.t]\nterms = ["control", "export control"]\n'
    study = make_study({"a.txt": "Export control.", "codebook.toml": codebook})
    lines = call("passages", study, "--explain").stdout.splitlines()
    assert lines[0].endswith("path,outcome,by,rule,entry_of,line,dropped,masks")
    assert lines[1].endswith("a.txt,counted,,2 words in order,t,2,control,")
    assert lines[2].endswith("a.txt,inside a longer match,export control,a word,t,2,,")
    assert len(call("passages", study).stdout.splitlines()) == 2


def test_an_unknown_theme_is_met_with_the_nearest(make_study) -> None:
    result = call("passages", make_study({"a.txt": ARTICLE}), "--theme", "sanctons")
    assert result.exit_code == 2 and "did you mean `sanctions`?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek", "x"], "no command `chek`; did you mean `check`? known are articles, "),
        (["check"], "missing argument 'STUDY'; see `dateline check --help`"),
        (["check", "a", "b"], "got unexpected extra argument (b); see `dateline check --help`"),
        (["count", "a", "--period"], "option '--period' requires an argument; see `dateline c"),
        (["--colour"], "no such option '--colour'; see `dateline --help`"),
        (["codebook", "conver"], "'conver'; did you mean 'convert'? see `dateline codebook --h"),
        (["report", "a", "--share", "some"], "is not one of 'full', 'snippets', 'none'; see "),
        (["diff", "a", "b", "--most", "-3"], "-3 is not in the range x>=0; see `dateline diff"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_one_sentence_that_says_where_to_look(arguments, sentence) -> None:
    result = CliRunner().invoke(main, arguments, prog_name="dateline")
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr.startswith("dateline: ") and result.stderr.count("\n") == 1
    assert sentence in result.stderr


@pytest.mark.parametrize("command", [*main.list_commands(None), "codebook convert"])
def test_the_help_of_each_command_has_an_example_in_a_line_of_its_own(command) -> None:
    assert f"\n\n  Example: dateline {command} " in call(*command.split(), "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["new", ""], "FOLDER"), (["check", ""], "STUDY"), (["diff", "", "x"], "OLD"),
        (["count", "x", "-o", ""], "FILE"), (["codebook", "convert", "x", ""], "OUT"),
    ],
)  # fmt: skip
def test_a_blank_path_is_refused_and_not_the_working_folder(
    arguments, name, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = call(*arguments)
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert result.stderr == f"dateline: {name} is blank; name it, or . for the working folder\n"


def test_no_command_at_all_shows_the_help() -> None:
    assert "Commands:" in call().stderr and "convert" in call("codebook").stderr


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "is a folder; name a file in it"),
        ("table", "end the name of a table with one of .csv, .jsonl, .parquet"),
        ("none/table.csv", "make it or choose another"),
    ],
)
def test_a_file_that_no_table_can_be_written_to_is_told_before_reading(
    tmp_path, name, sentence
) -> None:
    # The study is missing too, which would be told later.
    result = call("articles", tmp_path / "nowhere", "-o", tmp_path / name)
    assert result.exit_code == 2 and sentence in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_standard_output_is_one_sentence(make_study) -> None:
    study = make_study({"a.txt": ARTICLE})
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "dateline", "dates", str(study)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert "no space left" in done.stderr


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    result = call("articles", tmp_path / "nowhere")
    assert result.exit_code == 2 and "no such folder" in result.stderr


def test_a_mistake_shows_no_traceback_from_the_shell(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dateline", "count", "nowhere"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_tables_are_written_by_the_ending_of_the_file(make_study, tmp_path, ending) -> None:
    out = tmp_path / f"articles.{ending}"
    result = call("articles", make_study({"a.txt": ARTICLE}), "-o", out)
    assert result.exit_code == 0 and result.stdout == ""
    read = {
        "csv": pd.read_csv,
        "parquet": pd.read_parquet,
        "jsonl": lambda p: pd.read_json(p, lines=True),
    }
    table = read[ending](out)
    assert table["path"].tolist() == ["a.txt"]
    assert ("text" in table.columns) == (ending != "csv")


def test_an_unknown_ending_is_refused(make_study, tmp_path: Path) -> None:
    result = call("articles", make_study({"a.txt": ARTICLE}), "-o", tmp_path / "a.docx")
    assert result.exit_code == 2 and ".csv, .jsonl, .parquet" in result.stderr


def test_check_lists_refused_files_and_fails(make_study) -> None:
    folder = make_study({"a.txt": ARTICLE, "b.txt": b"\x89PNG\r\n\x1a\n", "c.txt": ""})
    result = call("check", folder)
    assert result.exit_code == 1
    assert "b.txt  refused: not text (PNG image)" in result.stdout
    assert "c.txt  refused: empty" in result.stdout


def test_check_is_content_with_the_default_study(root: Path) -> None:
    result = call("check", root / "seeds")
    assert result.exit_code == 0, result.stdout
    files = sum(path.is_file() for path in (root / "seeds" / "articles").rglob("*"))
    assert f"{files:>7}  files found\n" in result.stdout and " refused: " not in result.stdout
    # The two articles that nobody could date, and no others, are named.
    assert result.stdout.count("undated; dates.csv can decide") == 2


def test_new_makes_a_study_that_runs(tmp_path: Path) -> None:
    made = call("new", tmp_path / "mine")
    assert made.exit_code == 0, made.stderr
    (tmp_path / "mine" / "articles" / "a.txt").write_text(ARTICLE)
    counted = call("count", tmp_path / "mine", "--period", "year")
    assert counted.exit_code == 0 and "2022-01-01,sanctions,stories,1.0,1.0" in counted.stdout


def test_new_does_not_write_over_a_study(tmp_path: Path) -> None:
    call("new", tmp_path / "mine")
    again = call("new", tmp_path / "mine")
    assert again.exit_code == 2 and "is a study already" in again.stderr


def test_a_closed_pipe_is_no_error(root: Path) -> None:
    command = f"{sys.executable} -m dateline articles seeds | head -1"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=root,
        capture_output=True,
        text=True,
        env=os.environ,
        check=False,
    )
    assert done.stdout.startswith("doc_id,source,") and "Traceback" not in done.stderr


def test_articles_removed_lists_what_cleaning_took(make_study, tmp_path) -> None:
    folder = make_study({"a.txt": ARTICLE})
    result = call("articles", folder, "--removed")
    assert result.stdout.splitlines()[0] == "doc_id,path,rule,start,end,text"
    assert (
        result.stdout.splitlines()[1].split(",", 1)[1] == "a.txt,date header,0,17, date 2022-03-21 "
    )
    call("articles", folder, "--removed", "-o", tmp_path / "removed.jsonl")
    assert '"rule": "date header"' in (tmp_path / "removed.jsonl").read_text("utf-8")


def test_count_takes_what_study_toml_says_and_options_outrank_it(make_study) -> None:
    settings = '[report]\nperiod = "month"\nunit = "articles"\nsince = "2022-03-01"\n'
    article = "Published: 2 March 2022\n\nThe embargo holds.\n"
    study = make_study({"study.toml": settings, "articles/a.txt": article})
    assert "2022-03-01,conflict,articles" in call("count", study).stdout
    assert (
        "2022-01-01,conflict,stories"
        in call(
            "count", study, "--period", "year", "--unit", "stories", "--since", "2022-01-01"
        ).stdout
    )


def test_count_prints_four_decimals_and_writes_all_digits(make_study, tmp_path) -> None:
    files = {f"{n}.txt": f"Published: 1 March 2022\n\nItem {n} on tax." for n in range(6)}
    study = make_study(files | {"s.txt": ARTICLE})
    printed = call("count", study, "--period", "year").stdout.splitlines()
    assert "2022-01-01,sanctions,stories,1.0,7.0,0.1429,0.0257,0.5131,wilson" in printed
    call("count", study, "--period", "year", "-o", tmp_path / "all.csv")
    table = pd.read_csv(tmp_path / "all.csv").set_index("theme")
    # Wilson's lower limit of 1 in 7, worked out with z = 1.959964.
    assert table.loc["sanctions", "low"] == pytest.approx(0.025679624, abs=1e-9)


def test_a_number_below_four_decimals_does_not_become_0() -> None:
    series = pd.DataFrame({"share": [0.00002345, 0.0, float("nan"), 0.12345]})
    assert _rounded(series)["share"].dropna().tolist() == [0.000023, 0.0, 0.1235]


def test_check_tells_of_a_value_that_a_report_refuses(make_study) -> None:
    study = make_study({"study.toml": '[report]\nunit = "story"\n', "articles/a.txt": "A.\n"})
    done = call("check", study)
    assert (done.exit_code, done.stdout.splitlines()[0][:39]) == (
        1, "study.toml, line 2, [report]: unit is '",
    )  # fmt: skip


def test_check_has_the_ledger_that_the_report_of_study_toml_will_have(make_study) -> None:
    settings = '[report]\nperiod = "month"\nsince = "2022-04-01"\n'
    files = {"study.toml": settings, "articles/a.txt": ARTICLE}
    lines = call("check", make_study(files)).stdout.splitlines()
    assert "A report counts by month from 2022-04-01:" in lines
    assert "      1    outside the range of days" in lines


def test_without_a_terminal_each_step_of_a_report_is_a_line(capsys) -> None:
    with progress_bar(lines=True) as progress:
        for step, done in (("reading", 0), ("reading", 1), ("dating", 0)):
            progress(step, done, 1)
    assert capsys.readouterr().err == "reading\ndating\n"
