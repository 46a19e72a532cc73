"""Which stories are in which of two groups."""

import pandas as pd
import pytest

from dateline.articles.timeframe import Timeframe
from dateline.errors import SettingError
from dateline.stats.pairs import choose_pair, flag_pair

MONTH = Timeframe("month")


@pytest.fixture
def articles():
    """Five stories of 2022, six of 2023, one on either side of the year's end, a copy, undated."""
    days = [f"2022-0{n}-05" for n in range(1, 6)] + [f"2023-0{n}-05" for n in range(1, 7)]
    rows = [(f"d{n}", day, day, day, "A") for n, day in enumerate(days)]
    rows.append(("edge", "2022-12-31", "2022-12-28", "2023-01-03", "B"))
    rows.append(("copy", "2022-01-06", "2022-01-06", "2022-01-06", "A"))
    rows.append(("undated", None, None, None, "U"))
    names = ["doc_id", "date", "date_earliest", "date_latest", "date_class"]
    table = pd.DataFrame(rows, columns=names)
    table = table.astype(dict.fromkeys(names[1:4], "datetime64[us]"))
    source = ["Wire" if n % 2 else "Courier" for n in range(len(table))]
    copy_of = ["d0" if name == "copy" else "" for name in table["doc_id"]]
    return table.assign(source=source, copy_of=copy_of, problem="")


def test_a_split_parts_the_stories_and_one_on_both_sides_is_in_neither_group(articles):
    pair = choose_pair(articles, MONTH, split="2023-01-01")
    assert (pair.a, pair.b, pair.sizes) == ("from 2023 on", "before 2023", (6, 5))
    assert "edge" not in set(pair.groups["doc_id"])
    assert pair.aside == 2  # edge and undated; a copy is no story


def test_without_a_split_the_halves_are_as_even_as_the_calendar_allows(articles):
    pair = choose_pair(articles, MONTH)
    # 6 stories (edge by its best day) before January and 6 from it on.
    assert pair.split == pd.Timestamp("2023-01-01")
    assert pair.within == "source"


def test_two_ranges_may_leave_days_out(articles):
    pair = choose_pair(articles, MONTH, periods="..2022-12-31; 2023-02-01..2023-06-30")
    assert (pair.a, pair.b) == ("2023-02-01 to 2023-06-30", "up to 2022-12-31")
    assert pair.sizes == (5, 5) and pair.split is None


def test_two_sources_are_held_against_each_other_within_periods(articles):
    pair = choose_pair(articles, MONTH, sources="Wire; Courier")
    assert (pair.a, pair.b, pair.within) == ("Wire", "Courier", "period")
    assert pair.sizes == (6, 6)
    assert pair.groups["period"].tolist()[:2] == ["2022-01", "2022-02"]


def test_a_group_that_is_too_small_is_a_sentence_and_no_error(articles):
    pair = choose_pair(articles, MONTH, split="2022-02-01")
    assert pair.refusal == (
        "Nothing is compared: of 12 stories there are 1 in the group “before 2022-02-01”, and "
        "fewer than 5 cannot be compared; choose wider groups."
    )


def test_no_dated_story_is_a_sentence_and_no_error(articles):
    pair = choose_pair(articles.tail(1), MONTH)
    assert pair.refusal.startswith("Nothing is compared: no story is dated")
    assert (pair.sizes, pair.split) == ((0, 0), None)


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"split": "2023-01-01", "sources": "Wire; Courier"}, "more than one is set"),
        ({"sources": "Wire"}, "two with a semicolon"),
        ({"sources": "Wire; Wire"}, "given twice"),
        ({"sources": "Wire; Curier"}, "did you mean `Courier`"),
        ({"periods": "2022-01-01; 2023-01-01"}, "without '..'"),
        ({"periods": "2022-01-01..2022-06-30; 2022-06-30.."}, "does not end before"),
        ({"periods": "2022-06-30..2022-01-01; 2023-01-01.."}, "ends before it begins"),
        ({"split": "1/2/2022"}, "write YYYY-MM-DD"),
    ],
)
def test_a_mistake_is_one_sentence_with_the_way_out(articles, texts, message):
    with pytest.raises(SettingError, match=message):
        choose_pair(articles, MONTH, **texts)


def test_flags_are_those_of_the_stories_of_the_pair(articles):
    pair = choose_pair(articles, MONTH, split="2023-01-01")
    mentions = pd.DataFrame({"doc_id": ["d0", "d0", "edge"], "theme": "war"})
    flags = flag_pair(mentions, articles, ["war", "tea"], pair=pair)
    assert flags["doc_id"].tolist() == pair.groups["doc_id"].tolist()
    assert flags["war"].sum() == 1 and flags["tea"].sum() == 0


def test_a_theme_with_the_name_of_a_column_is_refused(articles):
    pair = choose_pair(articles, MONTH, split="2023-01-01")
    with pytest.raises(SettingError, match="rename the theme"):
        flag_pair(pd.DataFrame({"doc_id": [], "theme": []}), articles, ["group"], pair=pair)
