"""The words of two groups, read back from the Axes."""

import pandas as pd
import pytest

from dateline.charts import caption_word_shift, count_kept, describe_word_shift, draw_word_shift
from dateline.stats.keyness import KEYNESS_COLUMNS

GROUPS = {"a": "late", "b": "early"}


@pytest.fixture
def words():
    """ "truce" and "lockdown" are told from chance, "ship" is not, "the" is alike."""
    rows = [
        ("truce", 8, 1, 3.0, 1.0, 20.0, 0.00001, 0.0001, 4.0, True, True),
        ("ship", 4, 1, 2.0, 0.0, 5.0, 0.02, 0.2, 2.0, True, False),
        ("the", 10, 10, 0.0, 0.0, 0.0, 1.0, 1.0, 0.5, True, False),
        ("rare", 1, 0, 1.0, None, None, None, None, 1.0, False, False),
        ("lockdown", 1, 9, -3.2, -1.5, 22.0, 0.00001, 0.0001, -5.0, True, True),
    ]
    columns = ["word", "docs_a", "docs_b", "log_ratio", "lrc", "g2", "p", "q", "z", "tested"]
    numbers = dict.fromkeys(("lrc", "g2", "p", "q"), float)
    return pd.DataFrame(rows, columns=[*columns, "kept"]).astype(numbers)


@pytest.fixture
def ax(words):
    return draw_word_shift(words, a="late", b="early", sizes=(10, 12))


def widths(ax, drawn, name):
    return [bar.get_width() for bar in drawn(ax, name)]


def test_a_bar_is_the_log_ratio_to_the_side_of_its_group(ax, drawn):
    assert widths(ax, drawn, "measured") == [3.0, 2.0, -3.2]


def test_its_dark_part_is_what_chance_leaves(ax, drawn):
    assert widths(ax, drawn, "sure") == [1.0, 0.0, -1.5]


def test_each_word_stands_with_its_stories_on_the_empty_side_bold_if_told_from_chance(ax, drawn):
    notes = drawn(ax, "word")
    assert [n.get_text() for n in notes] == ["truce  8 : 1", "ship  4 : 1", "lockdown  9 : 1"]
    assert [n.get_ha() for n in notes] == ["right", "right", "left"]
    assert [n.get_fontweight() for n in notes] == ["bold", "normal", "bold"]


def test_the_scale_is_the_same_to_both_sides_and_tells_times(ax):
    labels = [text.get_text() for text in ax.get_xticklabels()]
    assert labels == ["16×", "8×", "4×", "2×", "alike", "2×", "4×", "8×", "16×"]


def test_the_sides_are_named_with_their_numbers_of_stories(ax, drawn):
    texts = [note.get_text() for note in drawn(ax, "side")]
    assert texts == ["← early\n12 stories", "late →\n10 stories"]


def test_the_words_in_words(words):
    assert describe_word_shift(words, **GROUPS) == (
        "Bars to two sides for 3 words, by how much commoner each is in one group of stories. 4 "
        "words were compared; 2 are told from chance (q below .05, LRC not 0). First of each side, "
        "“late”: truce and ship; “early”: lockdown."
    )
    assert "A word without a dark part may be chance." in caption_word_shift(words)


def test_words_that_are_alike_are_no_picture_but_a_sentence(words):
    alike = words[words["word"] == "the"]
    ax = draw_word_shift(alike, a="late", b="early", sizes=(10, 12))
    assert ax.texts[0].get_text().startswith("No word differs beyond")
    assert (
        count_kept(alike)
        == "1 word was compared; none are told from chance (q below .05, LRC not 0)."
    )


def test_a_refused_comparison_says_that_nothing_is_compared():
    empty = pd.DataFrame(columns=KEYNESS_COLUMNS)
    ax = draw_word_shift(empty, a="late", b="early", sizes=(1, 2))
    assert ax.texts[0].get_text() == "No word is compared."
    assert describe_word_shift(empty, **GROUPS) == "Empty chart. No word is compared."
    assert caption_word_shift(empty) == ""


def test_a_small_dark_part_can_be_seen_and_one_of_nothing_is_not_drawn(words, drawn):
    small = words.assign(lrc=words["lrc"].where(words["word"] != "truce", 0.001))
    ax = draw_word_shift(small, a="late", b="early", sizes=(10, 12))
    truce, ship, _ = widths(ax, drawn, "sure")
    # A fiftieth of a side that ends at four doublings, with its margin.
    assert truce == pytest.approx(0.02 * 4.05) and ship == 0
