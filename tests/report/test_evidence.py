"""A table whose rows open their passages."""

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dateline.errors import SettingError
from dateline.report.evidence import evidence_html, pick_examples
from dateline.report.safe import safe_html

COLUMNS = {"label": "theme", "term": "term", "hits": "hits"}
BY = {"theme": "theme", "term": "pattern"}


def passages(*places, pattern="tank*"):
    """Passages at (article, token); the articles are in the order of their dates."""
    rows = [
        {"passage_id": f"{doc_id}:{at}", "doc_id": doc_id, "from": at,
         "pre": "The ", "keyword": "tanks", "post": f" of {doc_id}.",
         "theme": "arms", "pattern": pattern, "date": pd.Timestamp(2022, 1, ord(doc_id) - 96),
         "date_class": "A", "source": "Daily", "title": "T", "path": "a.txt"}
        for doc_id, at in places
    ]  # fmt: skip
    return pd.DataFrame(rows)


def table(*terms, label="Arms"):
    rows = [("arms", label, term, number) for number, term in enumerate(terms)]
    return pd.DataFrame(rows, columns=["theme", "label", "term", "hits"])


def page(*arguments, **options):
    html = evidence_html(*arguments, by=BY, columns=COLUMNS, **options)
    return BeautifulSoup(html, "html.parser")


def test_a_row_opens_its_own_passages_and_says_how_many():
    html = page(table("tank*", "guns"), passages(("a", 1), ("b", 1)))
    (details,) = html.select("details")
    assert details.summary.get_text() == "2 passages"
    assert [mark.get_text() for mark in details.select("mark")] == ["tanks", "tanks"]
    assert details.find_parent("tr").find_previous_sibling("tr").td.get_text() == "tank*"


def test_of_more_passages_only_so_many_are_shown_and_the_number_is_said():
    html = page(table("tank*"), passages(*((name, 1) for name in "abcdefg")), most=3)
    assert html.summary.get_text() == "3 of 7 passages"
    assert len(html.select("mark")) == 3


def test_rows_of_one_group_stand_under_its_heading():
    both = pd.concat([table("tank*"), table("peace", label="Peace"), table("guns")])
    html = page(both, passages(("a", 1)))
    groups = [[row.get_text() for row in body.select("tr:not(.behind) :is(th, td):first-child")]
              for body in html.select("tbody")]  # fmt: skip
    assert groups == [["Arms", "tank*", "guns"], ["Peace", "peace"]]


def test_an_empty_table_says_none():
    html = page(table(), passages(("a", 1)))
    assert html.tbody.get_text() == "none" and not html.select("details")


def test_what_attacks_is_shown_as_text(attack):
    found = passages(("a", 1), pattern=attack).assign(pre=attack)
    html = evidence_html(table(attack, label=attack), found, by=BY, columns=COLUMNS)
    assert BeautifulSoup(html, "html.parser").select("script, img") == []


def test_a_report_keeps_all_of_it():
    html = evidence_html(table("tank*"), passages(("a", 1)), by=BY, columns=COLUMNS)
    kept = BeautifulSoup(safe_html(html), "html.parser")
    assert kept.select_one("tr.behind > td[colspan='2'] > details > summary")


def test_a_rule_of_a_thousand_letters_is_cut():
    html = page(table("tank " * 200), passages(("a", 1)))
    assert len(html.select_one("tr:not(.group) > td").get_text()) < 120


def test_an_unknown_column_is_named():
    with pytest.raises(SettingError, match="no column `hits`"):
        page(table("x").drop(columns="hits"), passages(("a", 1)))


@pytest.mark.parametrize(
    ("places", "most", "picked"),
    [
        ([("c", 5), ("a", 9), ("a", 2)], 2, [("a", 2), ("c", 5)]),
        ([("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1)], 3, [("a", 1), ("c", 1), ("e", 1)]),
        ([("a", 1), ("a", 2), ("b", 1), ("b", 2)], 3, [("a", 1), ("b", 1), ("a", 2)]),
        ([("b", 1), ("a", 1)], 1, [("a", 1)]),
        ([("b", 1), ("a", 1)], 9, [("a", 1), ("b", 1)]),
    ],
    ids=["one an article", "evenly", "then further ones", "one", "all"],
)
def test_examples_are_of_different_articles_and_evenly_spread(places, most, picked):
    examples = pick_examples(passages(*places), most)
    assert list(zip(examples["doc_id"], examples["from"], strict=True)) == picked
