"""Lines that are dates, and lines that only hold one."""

import pytest

from dateline.sources.databases.date_lines import date_in, date_value, is_date_line

LINES = [
    "May 30, 2014 Friday", "May 30, 2014", "December 19, 2018 Wednesday 7:11 PM GMT",
    "January 11, 2010 Monday Late Edition - Final", "30. Mai 2014 Freitag", "Freitag 30. Mai 2014",
    "29 décembre 2011", "1er août 2019", "woensdag 30 november 2011", "2018 年 5 月 28 日",
    "5/30/2014", "30.05.2014", "2014-05-30", "9 Januar 1993", "13 ноября 2017",
    "5 de marzo de 2018", "June 2011", "3 lokakuu 2019",
]  # fmt: skip
NO_LINES = [
    "", "May", "2014", "Talks on May 30, 2014", "On May 30, 2014 they met.", "808 words",
    "NEWS; Pg. 3", "May 30, 2014 was the day on which both sides gave in at last", "13 Reasons",
    "Copyright 2014", "May 30 in 2014", "Example 30, 2014",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_date_is_a_date_line(line):
    assert is_date_line(line)


@pytest.mark.parametrize("line", NO_LINES)
def test_other_lines_are_none(line):
    assert not is_date_line(line)


def test_a_date_is_found_between_other_words():
    assert date_in("Votre ville, jeudi 6 février 2014, p. 93") == "jeudi 6 février 2014"
    assert date_in("p. 93") == ""


def test_no_break_spaces_are_blanks():
    assert date_value("30.\xa0Mai\xa02014") == "30. Mai 2014"


def test_a_long_edition_is_dropped():
    assert date_value("May 30, 2014 Friday " + "Edition " * 9) == "May 30, 2014"
