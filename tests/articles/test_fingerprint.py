"""Another version of the code or of a library has another fingerprint."""

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from dateline.articles import fingerprint

PACKAGE = Path(fingerprint.__file__).parents[1]


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A small package in place of Dateline's, old enough to be the one that runs."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "text.py").write_text("a = 1\n")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    monkeypatch.setattr(fingerprint, "_LOADED", 2**63)
    return tmp_path


def digest():
    return fingerprint._digest(("sources", "study.py"), ("pandas",))


@pytest.mark.parametrize("name", ["sources/text.py", "sources/new.py", "sources/x/list.txt"])
def test_a_changed_or_new_file_is_another_version(package, name):
    before = digest()
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("b = 2\n")
    assert digest() != before


def test_other_rooms_and_what_python_writes_are_no_part(package):
    before = digest()
    for name in ("report/run.py", "sources/__pycache__/text.pyc"):
        (package / name).parent.mkdir(exist_ok=True)
        (package / name).write_text("b = 2\n")
    assert digest() == before


def test_code_that_changed_after_it_was_loaded_has_no_fingerprint(package, monkeypatch):
    monkeypatch.setattr(fingerprint, "_LOADED", 0)
    assert digest() == ""


def test_libraries_of_libraries_count():
    assert "lxml" in fingerprint.library_versions(("htmldate",))
    assert fingerprint.library_versions(("no-such-library",)) == {"no-such-library": ""}


def test_every_library_between_files_and_tables_is_listed():
    known = {*fingerprint.library_versions(fingerprint.LIBRARIES)}
    owners = packages_distributions()
    files = [file for room in ("sources", "articles") for file in (PACKAGE / room).rglob("*.py")]
    names = {name for file in files for name in imported(file)} - {"dateline"}
    third_party = names - sys.stdlib_module_names
    missing = {name for name in third_party if not known & {d.lower() for d in owners[name]}}
    assert missing == set()


def imported(file):
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
