"""The workflows that GitHub runs: they parse, and every command in them is one that there is."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml

from dateline.cli import main

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.M))


def workflow(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(path: Path) -> list[dict]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def commands(path: Path, program: str) -> list[list[str]]:
    """The words after a program on each line of each `run`."""
    lines = [line for step in steps(path) for line in step.get("run", "").splitlines()]
    found = (shlex.split(line.partition(program)[2].partition(">>")[0]) for line in lines
             if program in line)  # fmt: skip
    return list(found)


def options(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts}


def test_there_is_one_for_the_project_and_one_for_studies() -> None:
    assert [path.name for path in WORKFLOWS] == ["ci.yml", "reports.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_command_of_dateline_and_each_target_of_make_is_there(path: Path) -> None:
    for name, *words in commands(path, ".venv/bin/dateline "):
        command = main.get_command(click.Context(main), name)
        assert command, name
        given = {word for word in words if word.startswith("-")}
        assert given <= options(command), (name, given)
    assert {words[0] for words in commands(path, "make ")} <= TARGETS


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_the_least_and_actions_have_a_version(path: Path) -> None:
    assert workflow(path)["permissions"] == {"contents": "read"}
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert used and all(re.fullmatch(r"actions/[\w/-]+@v\d+", name) for name in used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_ends_some_day_and_no_text_of_others_is_run(path: Path) -> None:
    for name, job in workflow(path)["jobs"].items():
        assert name == "publish" or job["timeout-minutes"] <= 60
    runs = [step["run"] for step in steps(path) if "run" in step]
    assert all("${{" not in run for run in runs), "an expression in a script can be code of others"


def test_reports_are_made_on_push_and_by_the_clock_and_compared_and_published() -> None:
    path = ROOT / ".github" / "workflows" / "reports.yml"
    # YAML 1.1 reads the key `on` as true.
    assert {"push", "schedule"} <= set(workflow(path)[True])
    made = [words[0] for words in commands(path, ".venv/bin/dateline ")]
    assert made == ["report", "diff"]
    used = " ".join(step.get("uses", "") for step in steps(path))
    assert all(part in used for part in ("cache@", "upload-pages-artifact@", "deploy-pages@"))


def test_the_cache_is_named_after_the_content_of_what_goes_in() -> None:
    path = ROOT / ".github" / "workflows" / "reports.yml"
    keys = [step["with"]["key"] for step in steps(path) if "actions/cache@v4" in str(step)]
    assert keys and all("hashFiles(format('{0}/**', env.STUDY)" in key for key in keys)
    assert any(step.get("with", {}).get("cache") == "pip" for step in steps(path))
