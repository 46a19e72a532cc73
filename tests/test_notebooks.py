"""What every notebook must be like, so that it can be read, run alone and run by a machine."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).parents[1] / "notebooks"
# Those of a report; explore and start are for JupyterLab.
NOTEBOOKS = sorted(FOLDER.glob("[0-9]*.ipynb"))
PLAIN_TYPES = {"str", "int", "float", "bool", "list[str]"}


def cells(path: Path, kind: str = "code") -> list:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return [cell for cell in notebook.cells if cell.cell_type == kind]


def parameters(path: Path) -> str:
    tagged = [cell for cell in cells(path) if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1, f"{path.name}: {len(tagged)} parameters cells"
    return tagged[0].source


def test_the_notebooks_are_there() -> None:
    assert [path.stem for path in NOTEBOOKS] == [
        "01-corpus",
        "02-themes",
        "03-passages",
        "04-dating",
        "05-cleaning",
        "06-compare",
        "07-change",
        "08-codebook",
    ]
    assert {path.stem for path in FOLDER.glob("[!0-9]*.ipynb")} == {"explore", "start"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_it_is_committed_without_outputs(path: Path) -> None:
    for cell in cells(path):
        assert cell.outputs == [] and cell.execution_count is None
        assert set(cell.metadata) <= {"tags"}, cell.metadata


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_its_parameters_are_commented_literals_of_plain_types(path: Path) -> None:
    source = parameters(path)
    for line, node in zip(source.split("\n"), ast.parse(source).body, strict=True):
        assert isinstance(node, ast.AnnAssign) and node.value is not None, line
        assert ast.unparse(node.annotation) in PLAIN_TYPES, line
        value = ast.literal_eval(node.value)
        assert "#" not in str(value) and re.search(r"  # \S", line), line
    assert source.startswith("study: str = "), "every notebook takes a study"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_its_code_cells_are_short_and_define_nothing(path: Path) -> None:
    for cell in cells(path):
        tree = ast.parse(cell.source)
        definitions = (ast.FunctionDef, ast.ClassDef, ast.Lambda)
        assert not any(isinstance(node, definitions) for node in ast.walk(tree)), cell.source
        if "parameters" not in cell.metadata.get("tags", []):
            assert len(cell.source.split("\n")) <= 5, cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_opens_with_a_question_and_its_limits(path: Path) -> None:
    first = cells(path, "markdown")[0].source
    assert re.match(r"# [^\n]+\?\n", first), "the title is a question"
    assert "**Read this first.**" in first


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_checks_what_must_hold_with_messages(path: Path) -> None:
    checks = [
        node
        for cell in cells(path)
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Assert)
    ]
    assert checks and all(check.msg is not None for check in checks)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One cache for all runs, as a user's are: the corpus is built once."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("folder", [FOLDER.parent, FOLDER], ids=["root", "notebooks"])
def test_it_runs_as_it_is_from_the_root_and_from_its_own_folder(
    path: Path, folder: Path, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DATELINE_CACHE", cache)
    shown: list[object] = []
    monkeypatch.setattr("IPython.display.display", lambda *a, **k: shown.append(a))
    namespace: dict[str, object] = {}
    for cell in cells(path):
        exec(compile(cell.source, path.name, "exec"), namespace)
    assert shown, "it shows something"


def source_of(name: str) -> str:
    return "\n".join(cell.source for cell in nbformat.read(FOLDER / name, as_version=4).cells)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_takes_words_from_the_index_that_the_study_keeps(path: Path) -> None:
    reads = {"find_mentions", "find_candidates", "find_collocates", "find_word_passages"}
    for cell in cells(path):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in reads:
                assert "index" in {word.arg for word in node.keywords}, cell.source


def test_the_curves_of_terms_are_divided_into_figures_of_at_most_15_panels() -> None:
    assert "charts.group_panels(drawn, charts.caption_term_curves(" in source_of(
        "08-codebook.ipynb"
    )


def test_decisions_that_the_evidence_contradicts_are_shown() -> None:
    assert "list_overruled(corpus)" in source_of("04-dating.ipynb")


@pytest.mark.parametrize("name", ["02-themes.ipynb", "03-passages.ipynb"])
def test_its_prose_promises_no_more_of_a_sentence_than_a_report_may_show(name: str) -> None:
    prose = source_of(name).replace("sentences", "sentence")
    assert "sentence as this report may show" in prose and "its sentence," not in prose
