"""The house has one direction: a room imports only rooms that come before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

# In the order of the files' way: from a mistake's name to the command line.
ROOMS = [
    "errors", "markup", "toml", "settings", "study", "sources", "articles", "themes", "stats",
    "charts", "report", "explore", "cli", "__main__",
]  # fmt: skip
PACKAGE = Path(__file__).parents[1] / "lib" / "dateline"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(module: Path) -> str:
    parts = module.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def imported(module: Path) -> Iterator[str]:
    """Full names of the project's modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_room_imports_only_rooms_before_it(module: Path) -> None:
    here = ROOMS.index(room_of(module))
    for name in imported(module):
        if name.startswith("dateline.") and name.split(".")[1] in ROOMS:
            assert ROOMS.index(name.split(".")[1]) <= here, f"{name_of(module)} imports {name}"


def test_there_is_no_ring_of_imports() -> None:
    names = {name_of(module) for module in MODULES}
    # A package's __init__ re-exports its own modules; what counts is what the modules import.
    graph = {
        name_of(module): {name for name in imported(module) if name in names}
        for module in MODULES
        if module.name != "__init__.py"
    }
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join([*path, name])
        if name not in done:
            for following in sorted(graph.get(name, ())):
                visit(following, (*path, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())
    assert done >= set(graph)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_importing_does_no_work(module: Path) -> None:
    allowed = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        changes_a_constant = isinstance(node, ast.AugAssign)
        assert docstring or changes_a_constant or isinstance(node, (*allowed, ast.If)), (
            f"{name_of(module)}, line {node.lineno}: runs at import"
        )


def test_no_module_is_a_drawer_for_everything() -> None:
    assert not {"utils", "helpers", "common", "misc"} & {module.stem for module in MODULES}


# What may be called where: only the report room writes, and charts neither save nor show.
# The caches of corpus and index write too, in modules that do nothing else.
CACHES = {
    "dateline.articles.kept_files",
    "dateline.themes.index_files",
    "dateline.themes.kept_index",
}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "to_csv", "to_parquet"}
SHOWING = {"savefig", "show", "display"}


def called(module: Path) -> set[str]:
    calls = [
        n.func for n in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(n, ast.Call)
    ]
    return {f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in calls}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_only_study_and_report_write_and_only_report_shows(module: Path) -> None:
    if room_of(module) not in ("study", "report", "explore", "cli", "__main__"):
        assert name_of(module) in CACHES or not called(module) & WRITING, name_of(module)
        assert not called(module) & SHOWING, name_of(module)
    if room_of(module) in ("stats", "charts"):
        assert not called(module) & {"open", "read_text", "read_bytes", "read_csv"}
