import numpy as np

from dateline.charts import draw_volume


def heights(bars):
    return [bar.get_height() for bar in bars]


def words(ax):
    return [text.get_text() for text in ax.texts]


def test_stories_are_dark_and_further_copies_stand_on_top(volume, drawn):
    ax = draw_volume(volume)
    stories, copies = drawn(ax, "stories"), drawn(ax, "copies")
    assert heights(stories) == [4, 0, 2, 5]
    assert heights(copies) == [2, 0, 0, 0]
    assert [bar.get_y() for bar in copies] == [4, 0, 2, 5]


def test_bars_keep_inside_their_period(volume, drawn):
    first, second = drawn(draw_volume(volume), "stories")[:2]
    assert first.get_x() + first.get_width() < second.get_x()


def test_a_period_without_articles_is_a_visible_gap(volume, drawn):
    ax = draw_volume(volume)
    assert len(drawn(ax, "gap")) == 1
    assert "no articles" in words(ax)


def test_both_shades_are_named_on_the_chart(volume):
    named = words(draw_volume(volume))
    assert "distinct stories of each quarter" in named
    assert "further copies" in named


def test_copies_are_not_named_where_there_are_none(volume, drawn):
    ax = draw_volume(volume.assign(articles=volume["stories"]))
    assert drawn(ax, "copies") == []
    assert "further copies" not in words(ax)


def test_the_axis_counts_in_whole_numbers_from_zero(volume):
    ax = draw_volume(volume)
    labels = [tick.get_text() for tick in ax.get_yticklabels()]
    assert ax.get_ylim()[0] == 0
    assert labels == [str(int(tick)) for tick in ax.get_yticks()]
    assert np.all(np.mod(ax.get_yticks(), 1) == 0)


def test_a_bar_of_parts_ends_between_two_whole_numbers(volume, drawn):
    ax = draw_volume(volume.assign(articles=[2.571429, 0, 0, 0], stories=[2.571429, 0, 0, 0]))
    assert heights(drawn(ax, "stories")) == [2.571429, 0, 0, 0]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["0", "1", "2"]


def test_an_empty_volume_says_that_there_is_nothing(volume):
    assert words(draw_volume(volume.head(0))) == ["No article has a date in this range."]
