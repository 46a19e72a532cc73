"""Whatever stands in a file, it is read, or it is a CodebookError; and TOML holds all of it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import CodebookError
from dateline.themes.formats import convert_codebook, read_codebook_file
from dateline.themes.formats.registry import READABLE

PIECES = [
    "\n", "\n\t", "\t", " ", "%\n", "1", "02", "*", "+GLAD\n", "-", "joy*", "NO", "a: ", "- ", "[",
    "]", "(1)", "@R [A NEAR B /S 3]", "#A", "near(a-b)[b5]", "&!", "|", "(", ")", "'x y'", "<*a>",
    '"', ",", ";", "theme,term\n", "X", "?", "é", "先", "\u0301", "\x85", "\x00", "\ufeff", "=",
    "<d>", '<cnode name="a">', '<pnode name=" joy"/>', "</cnode>", "</d>", "[themes.a]\n",
    "terms = ", ".",
]  # fmt: skip


@pytest.mark.parametrize("ending", READABLE)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_text_is_a_codebook_or_one_sentence(ending, pieces, tmp_path):
    path = tmp_path / f"any{ending}"
    path.write_text("".join(pieces), "utf-8", newline="")
    try:
        read = read_codebook_file(path)
    except CodebookError as problem:
        assert "\n" not in str(problem)
        return
    made = tmp_path / "made.toml"
    made.write_bytes(convert_codebook(path, made.with_name("other.toml")).content)
    assert read_codebook_file(made).codebook.themes == read.codebook.themes
