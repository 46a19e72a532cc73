"""Values of `[report]` in study.toml that a report would refuse."""

import pytest

from dateline.report.defaults import default_problems
from dateline.study import open_study


def problems(make_study, *lines):
    text = "\n".join(["[report]", *lines])
    return default_problems(open_study(make_study({"study.toml": text, "articles/a.txt": "A."})))


def test_every_mistake_is_told_with_its_line(make_study):
    found = problems(make_study, 'unit = "story"', 'perod = "month"', 'since = "01.11.2021"')
    assert [line.split(", [report]")[0] for line in found] == [
        "study.toml, line 2", "study.toml, line 3", "study.toml, line 4",
    ]  # fmt: skip
    assert "unit is 'story'" in found[0]
    assert "unknown; did you mean `period`?" in found[1]
    assert "not a day" in found[2]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (['split = "2022"'], "not a day"),
        (['sources = "A; A"'], "given twice"),
        (['periods = "2021"'], "give two with a semicolon"),
        (['since = "2022-02-01"', 'until = "2022-01-01"'], "is after until"),
        (['split = "2022-02-01"', 'sources = "A; B"'], "more than one is set"),
        (['base_first = "2022-02-01"'], "only one of them is set"),
        (['themes = "no_such"'], "no_such"),
    ],
)
def test_what_needs_no_article_is_noticed(make_study, lines, words):
    (problem,) = problems(make_study, *lines)
    assert words in problem


def test_good_values_have_no_problem(make_study):
    lines = ['period = "month"', 'base_first = "2022-01-01"', 'base_last = "2022-02-01"']
    assert problems(make_study, *lines) == []
