"""Lines at the top that hold a date between other words."""

import pytest

from dateline.articles.dates.header_forms import read_header_form


def test_both_dates_of_a_line_are_found():
    line = "10:15 15.05.2020 (обновлено: 11:20 16.05.2020)"
    assert [line[found.start : found.end] for found in read_header_form(line)] == [
        "15.05.2020", "16.05.2020",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Posted by the army on May 5, 2020, the video shows a tank.",
        "On May 5, 2020 by noon the square was empty",
        "Local elections, 5 May 2022",
        "May 5, 2020",
        "Posted on the wall",
    ],
)
def test_other_lines_are_passed_over(line):
    assert list(read_header_form(line)) == []
