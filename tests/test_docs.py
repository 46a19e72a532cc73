"""What the documents say is there, is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

import dateline
from dateline.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ["README.md", "METHODS.md", "CONTRIBUTING.md", "CHANGELOG.md"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def commands_in(text: str) -> list[str]:
    """The lines of the shell blocks of a document."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.S)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]


def test_every_make_target_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), re.M))
    for name in DOCUMENTS:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"`make ([a-z]+)", text)) <= targets, name
    assert {"reports", "install", "test", "lab", "help"} <= targets


def command_named(name: str) -> click.Command:
    command = main.get_command(click.Context(main), name)
    assert command, name
    return command


def test_every_dateline_command_in_the_readme_exists_with_its_options() -> None:
    called = [line for line in commands_in(README) if line.split()[:1] == ["dateline"]]
    assert called
    for line in called:
        command = command_named(line.split()[1])
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"(?<= )--?[a-z][a-z-]*", line)) <= known, line


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_every_command_is_in_the_readme_and_has_an_example(name: str) -> None:
    command = command_named(name)
    assert f"dateline {name}" in README
    text = command.get_help(click.Context(command, info_name=name))
    assert f"Example: dateline {name}" in " ".join(text.split())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_files_that_a_document_links_to_are_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", text):
        assert (ROOT / target).exists(), target


def test_the_changelog_has_the_version() -> None:
    version = PROJECT["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# A room, and a table of constants whose entries say what they are.
NO_FUNCTIONS = ("charts", "MEASURES")


@pytest.mark.parametrize("name", [name for name in dateline.__all__ if name not in NO_FUNCTIONS])
def test_every_public_name_has_a_docstring(name: str) -> None:
    assert (getattr(dateline, name).__doc__ or "").strip()


def test_every_dependency_is_locked() -> None:
    locked = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    needed = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"]
    for requirement in needed:
        name = re.split(r"[<>=]", requirement)[0]
        assert re.search(rf"^{name}==", locked, re.M), name
