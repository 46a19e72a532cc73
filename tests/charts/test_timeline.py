import matplotlib.dates as mdates
import pandas as pd
import pytest

from dateline.charts import (
    caption_timeline,
    describe_timeline,
    draw_timeline,
    timeline_parts,
)
from dateline.errors import SettingError

# Row by row: d (from 2021), a, b, c, and u without any day.
D, A, B, C, U = range(5)


def day(text):
    return mdates.date2num(pd.Timestamp(text))


def in_row(parts, y):
    return [part for part in parts if part.get_ydata()[0] == y]


def test_rows_are_sorted_by_the_earliest_day_with_open_ones_last(articles):
    labels = [tick.get_text() for tick in draw_timeline(articles).get_yticklabels()]
    assert labels == [
        "Paper · A wide date",
        "Example Wire · Talks end",
        "Prices of $5 and $6",
        "Paper · file-c",
        "Paper · file-u",
    ]


def test_a_stated_day_is_a_filled_dot_without_bar(articles, drawn):
    ax = draw_timeline(articles)
    (dot,) = in_row(drawn(ax, "dot"), A)
    assert dot.get_xdata()[0] == day("2022-03-01")
    assert in_row(drawn(ax, "bar"), A) == []


def test_a_date_within_eight_days_is_a_filled_dot_on_a_bar(articles, drawn):
    ax = draw_timeline(articles)
    (dot,), (bar,) = in_row(drawn(ax, "dot"), B), in_row(drawn(ax, "bar"), B)
    assert dot.get_xdata()[0] == day("2022-04-04")
    assert list(bar.get_xdata()) == [day("2022-04-01"), day("2022-04-08")]


def test_a_date_within_92_days_is_a_hollow_dot_on_a_bar(articles, drawn):
    ax = draw_timeline(articles)
    (dot,) = drawn(ax, "hollow dot")
    assert (dot.get_xdata()[0], dot.get_ydata()[0]) == (day("2022-06-15"), C)
    assert dot.get_markerfacecolor() == "white"
    assert len(in_row(drawn(ax, "bar"), C)) == 1


@pytest.mark.parametrize("row", [D, U])
def test_wide_and_undated_articles_have_a_bar_and_no_dot(articles, drawn, row):
    ax = draw_timeline(articles)
    assert in_row(drawn(ax, "dot") + drawn(ax, "hollow dot"), row) == []
    assert len(in_row(drawn(ax, "bar"), row)) == 1


@pytest.mark.parametrize("row", [D, U])
def test_a_bar_that_goes_on_is_cut_at_the_edge_with_an_arrow(articles, drawn, row):
    ax = draw_timeline(articles)
    arrows = in_row(drawn(ax, "arrow"), row)
    assert [(arrow.get_xdata()[0], arrow.get_marker()) for arrow in arrows] == [
        (ax.get_xlim()[0], "<"),
        (ax.get_xlim()[1], ">"),
    ]
    assert tuple(in_row(drawn(ax, "bar"), row)[0].get_xdata()) == ax.get_xlim()


def test_wide_dates_do_not_stretch_the_days_that_are_drawn(articles):
    left, right = draw_timeline(articles).get_xlim()
    assert day("2022-02-15") < left < day("2022-03-01")
    assert day("2022-06-30") < right < day("2022-07-15")


def test_the_key_names_only_the_classes_that_are_there(articles):
    dated = articles[articles["date_class"].isin(["A", "C"])]
    key = [text.get_text() for text in draw_timeline(dated).get_legend().get_texts()]
    assert key == ["stated day", "within 92 days"]


def test_up_to_so_many_articles_have_a_row_and_more_are_drawn_in_blocks(articles):
    assert len(draw_timeline(articles, most=5).get_yticks()) == 5
    labels = [tick.get_text() for tick in draw_timeline(articles, most=4).get_yticklabels()]
    assert labels[0] == "stated day\n1"


def test_evidence_that_disagrees_is_marked_at_both_ends_and_in_the_key(articles, drawn):
    ax = draw_timeline(articles.assign(date_conflict=articles["doc_id"] == "c"))
    (crosses,) = drawn(ax, "conflict")
    assert list(crosses.get_xdata()) == [day("2022-06-01"), day("2022-06-30")]
    assert set(crosses.get_ydata()) == {C}
    assert ax.get_legend().get_texts()[-1].get_text() == "evidence disagrees"


def test_an_open_end_has_no_cross(articles, drawn):
    ax = draw_timeline(articles.assign(date_conflict=articles["doc_id"] == "u"))
    assert [len(part.get_xdata()) for part in drawn(ax, "conflict")] == [0]


def test_a_timeline_of_no_rows_is_refused(articles):
    with pytest.raises(SettingError, match="1 or more"):
        draw_timeline(articles, most=0)


def test_no_articles_give_a_chart_that_says_so(articles):
    (text,) = draw_timeline(articles.head(0)).texts
    assert text.get_text() == "There is no article to draw."


def test_undated_articles_alone_are_drawn_without_a_calendar(articles, drawn):
    ax = draw_timeline(articles[articles["doc_id"] == "u"])
    assert len(drawn(ax, "arrow")) == 2
    assert len(ax.get_xticks()) == 0


def many(number):
    """So many articles of class A, a day apart."""
    days = pd.Series(pd.date_range("2022-01-01", periods=number)).astype("datetime64[us]")
    return pd.DataFrame(
        {
            "doc_id": [f"d{n:03}" for n in range(number)],
            "date_class": "A",
            "date": days,
            "date_earliest": days,
            "date_latest": days,
            "problem": "",
            "source": "",
            "title": [f"Title {n}" for n in range(number)],
            "path": "",
            "date_conflict": False,
        }
    )


def test_a_timeline_that_fits_a_sheet_is_one_figure():
    assert timeline_parts(many(40)) == [None] == timeline_parts(many(81))  # 81: in blocks


def test_a_longer_one_is_divided_evenly_and_no_article_is_lost():
    parts = [draw_timeline(many(41), part=part) for part in timeline_parts(many(41))]
    names = [[tick.get_text() for tick in ax.get_yticklabels()] for ax in parts]
    assert [len(rows) for rows in names] == [20, 21]
    assert names[0] + names[1] == [f"Title {n}" for n in range(41)]


def test_the_parts_have_the_days_of_all_articles():
    first, last = (draw_timeline(many(41), part=part).get_xlim() for part in (1, 2))
    assert first == last


def test_a_part_that_is_not_there_is_refused():
    with pytest.raises(SettingError, match="part is 3; this timeline has 2"):
        draw_timeline(many(41), part=3)


def test_words_of_a_part_say_which_and_the_marks_stand_below_the_last():
    first, last = (caption_timeline(many(41), part=part) for part in (1, 2))
    assert first.startswith("Articles 1 to 20 of 41; ") and "Dot" not in first
    assert last.startswith("Articles 21 to 41 of 41. One row") and "Dot: best day." in last
    assert "each of 21 articles (articles 21 to 41 of 41)" in describe_timeline(many(41), part=2)
