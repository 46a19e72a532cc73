"""What the tests of the formats share: files written and read, and cases from tests/cases."""

import json
from pathlib import Path

import pytest

from dateline.themes.formats import read_codebook_file

CASES = Path(__file__).parents[2] / "cases" / "codebook_files"


def pytest_generate_tests(metafunc):
    """`case` runs over the file of cases that has the name of the test module."""
    if "case" in metafunc.fixturenames:
        name = metafunc.module.__name__.rpartition("test_")[2]
        cases = json.loads((CASES / f"{name}.json").read_text("utf-8"))
        metafunc.parametrize("case", cases, ids=[case["label"] for case in cases])


@pytest.fixture
def written(tmp_path):
    """A function: a name and its content to the path of a new file."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def read(written):
    """A function: a name and its content to what was read."""
    return lambda name, content: read_codebook_file(written(name, content))


@pytest.fixture
def assert_reads(read):
    """A function that holds what is read from the file of a case against its tables and remarks."""

    def check(case):
        found = read(case["file"], case["content"])
        assert found.tables == case["tables"]
        assert sorted(map(str, found.remarks)) == sorted(case["remarks"])

    return check
