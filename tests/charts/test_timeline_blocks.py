import matplotlib.dates as mdates
import pandas as pd
import pytest

from dateline.charts import draw_timeline
from dateline.charts.timeline_blocks import (
    LEAST_PART,
    arrange_blocks,
    caption_blocks,
    describe_blocks,
)


def day(text):
    return mdates.date2num(pd.Timestamp(text))


@pytest.fixture
def whole(articles):
    """One article of each class; the last has no bound. C disagrees."""
    return articles[articles["problem"] == ""].assign(date_conflict=articles["doc_id"] == "c")


@pytest.fixture
def many(articles):
    """900 stated days, one after the other, and one article within 92 days."""
    days = pd.date_range("2015-01-01", periods=900)
    stated = pd.concat([articles.head(1)] * 900, ignore_index=True)
    stated = stated.assign(doc_id=[f"a{n}" for n in range(900)], date_earliest=days)
    stated = stated.assign(date=days, date_latest=days)
    return pd.concat([stated, articles[articles["doc_id"] == "c"]], ignore_index=True)


def test_each_class_with_articles_has_a_block_that_is_labelled_with_their_number(many):
    labels = [tick.get_text() for tick in draw_timeline(many).get_yticklabels()]
    assert labels == ["stated day\n900", "within 92 days\n1"]


def test_blocks_share_the_height_by_number_but_few_articles_keep_room(many):
    first, last = arrange_blocks(many)
    assert 0 < first.heights[0] < first.heights[-1] < last.heights[0] < 1
    assert 1 - last.heights[0] > LEAST_PART / 4


def test_lines_are_sorted_by_the_first_day_within_a_block(many):
    block = arrange_blocks(many.sample(frac=1, random_state=1))[0]
    assert block.rows["date_earliest"].is_monotonic_increasing


def test_stated_days_are_dots_and_all_others_lines(whole, drawn):
    ax = draw_timeline(whole, most=1)
    assert [list(part.get_xdata()) for part in drawn(ax, "dot")] == [[day("2022-03-01")]]
    (within_8, *_) = drawn(ax, "bar")
    (segment,) = within_8.get_segments()
    # To the end of the last day.
    assert segment[:, 0].tolist() == [day("2022-04-01"), day("2022-04-09")]


def test_lines_that_go_on_end_at_the_edge(whole, drawn):
    ax = draw_timeline(whole, most=1)
    (wide,) = drawn(ax, "bar")[-1].get_segments()
    assert wide[0, 0] == ax.get_xlim()[0]


def test_articles_without_any_bound_are_counted_under_the_axis(whole):
    ax = draw_timeline(whole, most=1)
    assert ax.get_xlabel() == "1 article has no known bound and no line"


def test_evidence_that_disagrees_has_a_cross_and_a_key(whole, drawn):
    ax = draw_timeline(whole, most=1)
    assert [list(part.get_xdata()) for part in drawn(ax, "conflict")] == [[day("2022-06-01")]]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["evidence disagrees"]


def test_undated_articles_alone_are_counted(whole):
    undated = pd.concat([whole[whole["doc_id"] == "u"]] * 3)
    ax = draw_timeline(undated, most=1)
    assert (len(ax.get_yticks()), ax.get_xlabel()[:10]) == (0, "3 articles")


def test_the_caption_explains_only_marks_that_are_there(whole):
    words = caption_blocks(whole)
    assert words.endswith("Dot: stated day. Cross: the evidence disagrees.")
    assert "Cross" not in caption_blocks(whole.assign(date_conflict=False))
    assert "Dot" not in caption_blocks(whole[whole["date_class"] != "A"])


def test_the_description_gives_the_numbers(whole):
    assert describe_blocks(whole) == (
        "Timeline of 5 articles, a thin line for each, in blocks. How the dates are known: "
        "1 stated day, 1 within 8 days, 1 within 92 days, 1 wider or open and 1 without any bound. "
        "Best days reach from 2022-03-01 to 2022-06-15; half of them lie before or on 2022-04-04. "
        "The evidence on 1 article disagrees."
    )


def test_a_description_without_days_gives_none(whole):
    words = describe_blocks(whole[whole["doc_id"] == "u"])
    assert words.endswith("How the dates are known: 1 without any bound.")
