"""Items, hits and parts."""

import pandas as pd
import pytest

from dateline.articles.placing import calendar_of, weigh_articles
from dateline.articles.timeframe import QUARTERS
from dateline.errors import SettingError
from dateline.stats.tally import count_items, hits_in_parts, part_items, sum_parts

NAMES = ["sanctions", "trade", "arms"]


def test_hits_are_one_for_each_item_and_theme_of_a_share_of_stories(mentions, articles):
    items = count_items(mentions, articles, NAMES, unit="stories")
    assert items.articles["doc_id"].tolist() == ["a1", "a2", "b1", "u1"]
    assert items.hits.item.tolist() == [0, 0, 2, 3]
    assert items.hits.theme.tolist() == [0, 1, 1, 0]
    assert items.hits.value.tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize(("unit", "hits"), [("sentences", [2, 0, 0, 1]), ("words", [3, 0, 0, 1])])
def test_hits_of_text_are_sentences_or_mentions(mentions, articles, sizes, unit, hits):
    items = count_items(mentions, articles, NAMES, unit=unit, sizes=sizes)
    assert items.hits_of(0).tolist() == hits


def test_mentions_of_other_articles_and_themes_are_not_counted(mentions, articles):
    items = count_items(mentions, articles[:1], ["trade"], unit="stories")
    assert (items.hits.item.tolist(), items.hits.theme.tolist()) == ([0], [0])


def test_a_mention_without_an_article_or_theme_is_not_counted(mentions, articles):
    mentions = mentions.astype("str")
    mentions.loc[0, "doc_id"], mentions.loc[3, "theme"] = None, None
    items = count_items(mentions, articles, NAMES, unit="stories")
    assert items.hits.item.tolist() == [0, 2, 3]
    assert items.hits.theme.tolist() == [0, 1, 0]


def test_articles_with_a_problem_are_no_items(mentions, articles):
    articles.loc[0, "problem"] = "no text"
    assert "a1" not in set(
        count_items(mentions, articles, NAMES, unit="articles").articles["doc_id"]
    )


def test_sizes_that_lack_an_article_are_refused(mentions, articles, sizes):
    with pytest.raises(SettingError, match="article b1 has no row"):
        count_items(mentions, articles, NAMES, unit="words", sizes=sizes[:3])


def test_sentences_cannot_be_counted_without_their_numbers(mentions, articles, sizes):
    plain = mentions[["doc_id", "theme"]]
    with pytest.raises(SettingError, match="lack the column `sentence`"):
        count_items(plain, articles, NAMES, unit="sentences", sizes=sizes)


def test_without_sizes_the_texts_are_read(articles):
    texts = articles.assign(text="Trade fell. Prices rose again.")
    found = pd.DataFrame({"doc_id": ["a1"], "theme": ["trade"]})
    assert count_items(found, texts, NAMES, unit="words").size.tolist() == [5, 5, 5, 5]
    assert count_items(found.assign(sentence=0), texts, NAMES, unit="sentences").size.sum() == 8


def test_a_hit_meets_each_part_of_its_item_and_no_other(mentions, articles):
    articles.loc[0, ["date_earliest", "date_latest"]] = pd.to_datetime(["2022-03-31", "2022-04-01"])
    weights = weigh_articles(articles)
    grid = calendar_of(weights, QUARTERS)
    items = count_items(mentions, articles, NAMES, unit="stories")
    parts = part_items(items, weights, grid)
    hit, part = hits_in_parts(items, parts)
    assert (items.hits.item[hit] == parts.item[part]).all()
    # Both themes of a1 in two quarters each, trade of b1 in one; u1 is undated.
    assert len(hit) == 5
    count, total = sum_parts(items, parts, len(grid))
    assert count.tolist() == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 1, 0]]
    assert total.tolist() == [1.5, 0.5, 1]
