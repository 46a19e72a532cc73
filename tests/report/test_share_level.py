"""What may leave with a report at each share level."""

from dateline.articles.share_level import share_level
from dateline.report.share_level import sharing, what_is_withheld


def test_the_level_holds_for_a_while_and_is_then_as_before():
    with sharing("none"):
        assert share_level() == "none"
        with sharing("snippets"):
            assert share_level() == "snippets"
    assert share_level() == "full"


def test_each_level_below_full_says_what_it_withholds():
    assert what_is_withheld("full") == ""
    assert "No text of the articles" in what_is_withheld("none")
    assert "at most 25 words" in what_is_withheld("snippets")
