import pandas as pd
import pytest

from dateline.articles import Timeframe
from dateline.charts import caption_rows, describe_rows, draw_rows, style

LABELS = {"war": "War", "sanctions": "Sanctions"}


@pytest.fixture
def documents():
    """Two documents; the second, of some days in April, has two mentions of war, none of trade."""
    days = pd.to_datetime(["2022-03-01", "2022-04-04"])
    table = pd.DataFrame(
        {
            "doc_id": ["a", "b"], "source": ["Wire", ""], "title": ["Talks of $5", ""],
            "name": ["file-a", "file-b"], "date": days, "date_class": ["A", "C"],
            "earliest": pd.to_datetime(["2022-03-01", "2022-03-25"]),
            "latest": pd.to_datetime(["2022-03-01", "2022-04-14"]), "words": [100, 400],
        }
    )  # fmt: skip
    hits = {"war": [4, 4], "sanctions": [1, 0]}
    tables = [table.assign(theme=name, mentions=hits[name]) for name in hits]
    rows = pd.concat(tables, ignore_index=True)
    return rows.assign(per_10000=10_000 * rows["mentions"] / rows["words"])


@pytest.fixture
def axes(documents):
    return draw_rows(documents, labels=LABELS).axes


def test_each_document_has_a_row_with_its_days(axes, drawn):
    days = axes[0]
    assert [tick.get_text() for tick in days.get_yticklabels()] == ["Wire · Talks of $5", "file-b"]
    assert [bar.get_xdata()[1] - bar.get_xdata()[0] for bar in drawn(days, "bar")] == [0, 20]


def test_a_day_known_within_92_days_is_hollow(axes, drawn):
    faces = [dot.get_markerfacecolor() for dot in drawn(axes[0], "dot")]
    assert faces == [style.MARK, "white"]


def test_the_area_of_a_mark_is_the_rate(axes, drawn):
    # 400, 100 and 100 mentions in 10,000 words.
    sizes = [mark.get_markersize() for mark in drawn(axes[1], "mark")]
    assert sizes[0] ** 2 / sizes[1] ** 2 == pytest.approx(4)
    assert sizes[1] == sizes[2]


def test_mentions_and_sums_are_written_and_none_is_a_small_point(axes, drawn):
    assert [text.get_text() for text in drawn(axes[1], "mentions")] == ["4", "4", "1"]
    assert [text.get_text() for text in drawn(axes[1], "sum")] == ["2/2", "1/2"]
    assert len(drawn(axes[1], "none")) == 1


def test_there_is_no_line(axes, drawn):
    assert drawn(axes[0], "line") == drawn(axes[1], "line") == []


def test_many_themes_stand_in_several_blocks(documents):
    names = [f"t{number}" for number in range(11)]
    war = documents[documents["theme"] == "war"]
    many = pd.concat([war.assign(theme=name) for name in names], ignore_index=True)
    figure = draw_rows(many, labels=dict(zip(names, names, strict=True)))
    assert [len(ax.get_xticks()) for ax in figure.axes[1::2]] == [6, 5]


def test_it_is_described_by_days_and_themes(documents):
    assert describe_rows(documents, LABELS) == (
        "A row for each of 2 documents, 2022-03-01 to 2022-04-14, and a column for each of 2 "
        "themes. In most documents: War, 2 of 2."
    )


def test_the_caption_explains_the_marks_and_what_is_left_out(documents, series, left_out):
    words = caption_rows(documents, series, left_out, labels=LABELS, timeframe=Timeframe("quarter"))
    assert words.startswith("One row for each of 2 documents, by the first day")
    assert "hollow where it is known within 92 days" in words
    assert "2 of 14 stories are undated" in words


def test_no_document_is_said_to_be_none(documents, drawn):
    nothing = documents.head(0)
    assert describe_rows(nothing, LABELS).startswith("Empty chart.")
    assert draw_rows(nothing, labels=LABELS).axes[0].texts[0].get_text().startswith("No article")


def test_a_theme_of_no_document_has_no_column_and_is_named_in_the_caption(
    documents, series, left_out
):
    more = pd.concat([documents, documents[documents["theme"] == "war"].assign(
        theme="tea", mentions=0, per_10000=0.0)])  # fmt: skip
    labels = {**LABELS, "tea": "Tea"}
    named = [tick.get_text() for tick in draw_rows(more, labels=labels).axes[1].get_xticklabels()]
    words = caption_rows(more, series, left_out, labels=labels, timeframe=Timeframe("quarter"))
    assert named == ["War", "Sanctions"] and "Not drawn, mentioned in none: Tea." in words
