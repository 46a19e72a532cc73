"""Lines to paragraphs: what is joined, and what stays a line of its own."""

import pytest

from dateline.articles.lines import split_lines
from dateline.articles.wraps import join_paragraphs

WRAPPED = "\n".join(
    ["The two presidents spoke for two hours on", "Thursday. Officials of both sides said that",
     "Moscow and Beijing would go on with the", "talks. They did not say when that would be,",
     "and they gave no place for it. In Washington", "nobody would say a word about it, and in",
     "Brussels there was only a short note. It had", "three sentences. The first one said that the",
     "alliance took note of the talks, the others", "said the same in other words."]
)  # fmt: skip


def paragraphs(raw, **options):
    return [line.text for line in join_paragraphs(split_lines(raw), **options)]


def test_a_wrapped_article_is_one_paragraph_also_where_lines_begin_with_names():
    assert paragraphs(WRAPPED) == [WRAPPED]


def test_without_wraps_every_line_is_a_paragraph():
    assert paragraphs(WRAPPED, wraps=False) == WRAPPED.split("\n")


def test_a_blank_line_inside_a_sentence_parts_no_paragraph():
    raw = WRAPPED.replace("with the\ntalks", "with the\n\ntalks")
    assert paragraphs(raw) == [WRAPPED]


def test_a_blank_line_behind_a_heading_parts_paragraphs():
    assert paragraphs(f"Talks\n\nand nothing else\n\n{WRAPPED}")[:2] == [
        "Talks",
        "and nothing else",
    ]


def test_a_short_line_in_a_wrapped_article_ends_its_paragraph():
    assert paragraphs(f"{WRAPPED}\nThe talks:\nBonn") == [WRAPPED, "The talks:", "Bonn"]


@pytest.mark.parametrize(
    "raw", ["They met.\nThey left soon.", "Rome\nBonn\nThe long list of cities"]
)
def test_lines_of_their_own_stay(raw):
    assert paragraphs(raw) == raw.split("\n")


def test_the_characters_of_a_joined_line_know_their_place():
    raw = "The talks of \n  the two"
    (line,) = join_paragraphs(split_lines(raw))
    assert line.text == "The talks of\nthe two"
    assert [raw[a:b] for a, b in zip(line.begins, line.ends, strict=True)][11:15] == [
        "f",
        " \n  ",
        "t",
        "h",
    ]
