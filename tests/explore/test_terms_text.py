"""The terms of a theme as text, there and back."""

import tomllib

import pytest

from dateline.errors import CodebookError
from dateline.explore.terms_text import edited_theme, entry_lines, replaced, theme_toml
from dateline.themes import load_codebook, read_codebook


@pytest.fixture(scope="module")
def codebook(root):
    return load_codebook(root / "seeds" / "codebook.toml")


def test_every_theme_of_the_default_study_reads_back_as_it_is(codebook):
    for theme in codebook.themes:
        assert edited_theme(theme, entry_lines(theme.terms), entry_lines(theme.unless)) == theme


def test_the_lines_for_the_file_are_the_theme(codebook):
    for theme in (theme for theme in codebook.themes if theme.terms):
        read = read_codebook(tomllib.loads(theme_toml(theme))).themes[-1]
        assert (read.name, read.label, read.terms) == (theme.name, theme.label, theme.terms)
        assert read.unless == theme.unless


def test_blank_lines_and_a_comma_after_a_rule_do_no_harm(model):
    theme = edited_theme(model.codebook.themes[0], '\n duty \n\n{ any = ["ban"] },\n', "")
    assert entry_lines(theme.terms) == 'duty\n{ any = ["ban"] }'
    assert theme.unless == ()


def test_a_theme_may_lose_all_its_terms(model):
    assert edited_theme(model.codebook.themes[0], " \n", "\n").terms == ()


def test_only_the_edited_theme_is_another(model):
    theme = edited_theme(model.codebook.themes[2], "meeting", "")
    changed = replaced(model.codebook, theme)
    same = [a == b for a, b in zip(changed.themes, model.codebook.themes, strict=True)]
    assert same == [True, True, False, True]


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ("--", "the edited terms: the term '--' of `trade` has no letter"),
        ("{ near = [[", "the edited terms, line 1"),
        ('{ near = [["a"], ["b"]] }', "the edited terms.* has `near` but no `within`"),
        ('{ nearly = ["a"] }', "unknown key `nearly`"),
    ],
)
def test_a_line_that_is_no_term_is_refused_with_the_reason(model, terms, words):
    with pytest.raises(CodebookError, match=words):
        edited_theme(model.codebook.themes[0], terms, "")
