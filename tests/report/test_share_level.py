"""What may leave with a report at each share level."""

import pandas as pd
import pytest

from dateline.articles.share_level import share_level, withhold_tables
from dateline.report.share_level import sentences_withheld, sharing, what_is_withheld


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


def test_sources_that_may_be_names_of_folders_are_said_to_stay():
    assert "Names of sources stay, which may be those of folders or archives" in (
        what_is_withheld("none")
    )


@pytest.mark.parametrize(
    ("level", "begin"),
    [("full", ""), ("snippets", "Sentences are cut or"), ("none", "The sentences are withheld;")],
)
def test_a_list_says_that_its_sentences_are_withheld_and_what_remains(level, begin):
    with sharing(level):
        said = sentences_withheld()
    assert said.startswith(begin)
    assert said.endswith("dates, sources and identifiers remain.") == (level != "full")


def test_at_none_the_reason_of_a_repeat_names_the_kept_file_by_its_hash():
    rows = [("a (1).txt", "same content as a.txt"), ("a.txt", ""), ("b.png", "not text")]
    files = pd.DataFrame(rows, columns=["path", "reason"])
    hidden = withhold_tables({"files": files}, "none")["files"]
    assert hidden["reason"].tolist() == [f"same content as {hidden['path'][1]}", "", "not text"]
