"""Some sources as if no other had been collected."""

import pandas as pd

from dateline.explore.chosen import UNKNOWN, articles_of, list_sources


def articles(*rows: tuple[str, str, str, str, str]) -> pd.DataFrame:
    columns = ["doc_id", "source", "copy_of", "date_class", "date_earliest"]
    table = pd.DataFrame(rows, columns=columns).astype({"date_earliest": "datetime64[us]"})
    return table.assign(story=table["copy_of"].mask(table["copy_of"] == "", table["doc_id"]),
                        problem="")  # fmt: skip


FOUR = articles(
    ("a", "North", "", "A", "2022-01-01"),
    ("b", "South", "a", "B", "2022-01-02"),
    ("c", "South", "a", "A", "2022-01-03"),
    ("d", "", "", "A", "2022-01-01"),
)


def test_no_source_chosen_is_all_of_them():
    assert articles_of(FOUR, ()) is FOUR


def test_a_copy_stands_for_the_story_where_the_original_is_of_another_source():
    south = articles_of(FOUR, ["South"])
    assert dict(zip(south["doc_id"], south["copy_of"], strict=True)) == {"b": "c", "c": ""}
    assert south["story"].tolist() == ["c", "c"]


def test_an_original_that_is_there_stays_the_original():
    both = articles_of(FOUR, ["North", "South"])
    assert both["copy_of"].tolist() == ["", "a", "a"]


def test_articles_without_a_source_are_one_source():
    assert articles_of(FOUR, [UNKNOWN])["doc_id"].tolist() == ["d"]
    assert list_sources(FOUR).to_dict("list") == {
        "source": ["South", "North", "source not known"],
        "articles": [2, 1, 1],
    }


def test_a_source_that_is_not_there_gives_no_article():
    assert articles_of(FOUR, ["West"]).empty
