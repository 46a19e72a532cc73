"""Bursts as bars on the calendar."""

import matplotlib.dates as mdates
import pandas as pd
import pytest

from dateline.charts import caption_bursts, describe_bursts, draw_bursts, say_bursts
from dateline.stats.bursts import BURST_COLUMNS, FEW, NO_BURST, NOT_DAILY

LABELS = {"war": "War", "trade": "Trade"}
DAYS = (pd.Timestamp("2022-01-01"), pd.Timestamp("2022-12-31"))


def make(*rows):
    table = pd.DataFrame(rows, columns=["theme", "start", "end", "count", "total", "reason"])
    numbers = {"share": table["count"] / table["total"], "usual": 0.2, "weight": table["count"]}
    return table.assign(**numbers)[list(BURST_COLUMNS)].astype(BURST_COLUMNS)


@pytest.fixture
def bursts():
    return make(
        ("trade", None, None, None, None, NO_BURST),
        ("war", "2022-02-01", "2022-02-10", 6, 8, ""),
        ("war", "2022-09-01", "2022-09-30", 10, 20, ""),
    )


def test_a_bar_reaches_from_the_first_day_to_the_end_of_the_last(bursts, drawn):
    bars = drawn(draw_bursts(bursts, DAYS, labels=LABELS), "burst")
    assert [bar.get_width() for bar in bars] == [10, 30]
    assert bars[0].get_x() == mdates.date2num(pd.Timestamp("2022-02-01"))


def test_only_themes_with_a_burst_have_a_row(bursts):
    ax = draw_bursts(bursts, DAYS, labels=LABELS)
    assert [text.get_text() for text in ax.get_yticklabels()] == ["War"]


def test_each_bar_has_its_stories_beside_it(bursts, drawn):
    ax = draw_bursts(bursts, DAYS, labels=LABELS)
    assert [text.get_text() for text in drawn(ax, "count")] == ["6 of 8", "10 of 20"]


def test_a_bar_at_the_end_has_its_stories_on_the_left(drawn):
    late = make(("war", "2022-12-01", "2022-12-31", 6, 8, ""))
    (note,) = drawn(draw_bursts(late, DAYS, labels=LABELS), "count")
    assert note.get_ha() == "right"


def test_the_words_have_the_strongest_burst(bursts):
    assert describe_bursts(bursts, LABELS) == (
        "Bars on a calendar, a row for each theme: 2 bursts of 1 theme. The strongest is that of "
        "War, 2022-09-01 to 2022-09-30: 10 of 20 stories (50 %), usually 20 %."
    )
    assert "chance makes bursts too" in caption_bursts(bursts, LABELS)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (FEW, "No burst is shown. They need 200 stories dated to the day."),
        (NOT_DAILY, "No burst is shown. The stories are not dated to the day."),
        (NO_BURST, "No theme has a burst."),
    ],
)
def test_without_a_burst_the_chart_says_why(reason, words):
    table = make(("war", None, None, None, None, reason))
    assert say_bursts(table, LABELS) == words
    assert draw_bursts(table, DAYS, labels=LABELS).texts[0].get_text() == words
    assert caption_bursts(table, LABELS) == ""
