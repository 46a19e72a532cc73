"""Which articles each unit counts."""

import pandas as pd
import pytest

from dateline.articles.counted import ITEMS, counted_rows, of_unit, stories_of
from dateline.errors import SettingError


@pytest.fixture
def articles() -> pd.DataFrame:
    """A wire story; the post prints it twice, first without a known day; a column of the post."""
    columns = ["doc_id", "source", "copy_of", "date_class", "date_earliest"]
    rows = [
        ("wire", "agency", "", "A", "2022-03-01"),
        ("post1", "post", "wire", "C", "2022-02-20"),
        ("post2", "post", "wire", "A", "2022-03-02"),
        ("column", "post", "", "A", "2022-03-05"),
    ]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(date_earliest=pd.to_datetime(table["date_earliest"]))


@pytest.mark.parametrize(
    ("unit", "ids"),
    [
        ("stories", ["wire", "column"]),
        ("articles", ["wire", "post1", "post2", "column"]),
        ("outlets", ["wire", "post2", "column"]),  # the post's better dated copy
        ("sentences", ["wire", "column"]),
        ("words", ["wire", "column"]),
    ],
)
def test_each_unit_counts_its_rows(articles, unit, ids):
    assert articles.loc[counted_rows(articles, unit), "doc_id"].tolist() == ids
    assert of_unit(articles[::-1], articles, unit)["doc_id"].tolist() == ids[::-1]


def test_the_order_of_the_articles_does_not_choose_the_outlets(articles):
    other = articles[::-1]
    assert set(other.loc[counted_rows(other, "outlets"), "doc_id"]) == {"wire", "post2", "column"}


def test_the_rows_keep_their_index(articles):
    articles.index = pd.Index([7, 5, 3, 1])
    for unit in ITEMS:
        assert counted_rows(articles, unit).index.tolist() == [7, 5, 3, 1]


def test_a_copy_belongs_to_the_story_of_its_representative(articles):
    assert stories_of(articles).tolist() == ["wire", "wire", "wire", "column"]


def test_an_unknown_unit_is_refused_with_the_known_ones(articles):
    with pytest.raises(SettingError, match="stories, articles, outlets, sentences, words"):
        counted_rows(articles, "paragraphs")
