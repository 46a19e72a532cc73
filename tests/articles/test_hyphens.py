"""Words that a line end cut: when the hyphen goes, when it stays, and when nothing is known."""

import pytest

from dateline.articles.clean import clean_text
from dateline.articles.hyphens import find_cuts, known_words, rejoin_words

JOINED = {
    "negoti-\nations": "negotiations",
    "Presi-\ndent": "President",
    "high-\nlights": "highlights",
    "neg\u00ad\notiate": "negotiate",
    "govern-\nment": "government",
}
KEPT = {
    "long-\nterm": "long-term",
    "Beijing-\nbased": "Beijing-based",
    "Asia-\nPacific": "Asia-Pacific",
    "twenty-\nfirst": "twenty-first",
    "2013-\n2020": "2013-2020",
    "Secretary-\nGeneral": "Secretary-General",
}
LEFT = [
    "short-\nand long-term",
    "short- and long-term",
    "he left -\nalone",
    "negoti- ations",
    "a\nb",
]


@pytest.mark.parametrize("cut, word", (JOINED | KEPT).items())
def test_a_cut_word_is_put_together(cut, word):
    assert rejoin_words(f"The {cut} went on") == f"The {word} went on"


@pytest.mark.parametrize("text", LEFT)
def test_a_hyphen_that_may_be_meant_is_left(text):
    assert rejoin_words(text) == text
    assert find_cuts(text, set()) == []


@pytest.mark.parametrize(
    "cut, known, word",
    [
        ("co-\noperate", {"co-operate"}, "co-operate"),
        ("long-\nstanding", {"longstanding"}, "longstanding"),
        ("negoti- ations", {"negotiations"}, "negotiations"),
        ("Anti- Fascist", {"anti-fascist"}, "Anti-Fascist"),
        ("capacity-\nbuilding", {"capacity", "building"}, "capacity-building"),
    ],
)
def test_the_article_itself_says_how_the_word_is_written(cut, known, word):
    assert rejoin_words(cut, known=known) == word


@pytest.mark.parametrize(
    "cut, wrong", [("gun-\nwielding", "gunwielding"), ("long-\nitude", "long-itude")]
)
def test_what_the_docstring_says_is_wrong_is_wrong(cut, wrong):
    assert rejoin_words(cut) == wrong


def test_known_words_are_small_with_their_hyphens_and_without_cut_ones():
    assert known_words(["Long-term negoti-\nations in Rome"]) == {"long-term", "in", "rome"}


def test_an_article_with_cut_words_is_whole_again_and_says_so():
    raw = "The negoti-\nations on a long-\nterm plan went on\nfor days in Geneva.\n"
    cleaned = clean_text(raw)
    assert cleaned.text == "The negotiations on a long-term plan went on for days in Geneva."
    assert cleaned.fixes == ("fix_wraps", "fix_hyphenation")


def test_a_soft_hyphen_at_a_line_end_goes_also_where_the_line_is_the_last():
    assert clean_text("The negoti\u00ad\nations went\u00ad").text == "The negotiations went"
