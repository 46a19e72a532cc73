"""The values of cells as text."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from dateline.sources.values import has_markup, value_text, without_markup


@pytest.mark.parametrize(
    "value, text",
    [
        (None, ""), (float("nan"), ""), (1.0, "1"), (-0.5, "-0.5"), (1e300, "1e+300"), (7, "7"),
        (True, "True"), (Decimal("1.50"), "1.50"), (b"a\xff", "a\\xff"), (float("inf"), "inf"),
        (date(2022, 3, 4), "2022-03-04"), (datetime(2022, 3, 4), "2022-03-04"),
        (datetime(2022, 3, 4, 5), "2022-03-04T05:00:00"), (time(5), "05:00:00"),
        (datetime(2022, 3, 4, tzinfo=UTC), "2022-03-04T00:00:00+00:00"),
        (timedelta(hours=1), "1:00:00"), ("a\r\nb\rc", "a\nb\nc"), ("a\ud800", "a\ufffd"),
        (["a", [], ["b", None]], "a\n\nb"), ({"name": "N"}, "N"), ({"x": 1}, ""),
        ([{"rendered": "r"}, {"text": "t"}], "r\n\nt"),
    ],
)  # fmt: skip
def test_a_value_becomes_text(value, text):
    assert value_text(value) == text


@pytest.mark.parametrize(
    "cell, expected",
    [
        ("<p>a</p>", True), ("a<br/>b<BR>c", True), ('<div class="x">a</div>', True),
        ("a<br>b", False), ("a <b>b</b> <i>c</i>", False), ("1 < 2 > 0", False),
        ("<pre>x</pre>", False),
    ],
)  # fmt: skip
def test_html_is_told_by_its_paragraphs(cell, expected):
    assert has_markup(cell) is expected


@pytest.mark.parametrize(
    "cell, text",
    [
        ("<p>a <b>b</b></p>\n<p>c</p>", "a b\n\nc"),
        ("a<br>b<br/>c", "a\n\nb\n\nc"),
        ("<p>a<script>alert(1)</script><iframe src='javascript:x'></iframe></p>", "a"),
        ("<p>unclosed &eacute; <p>next", "unclosed é\n\nnext"),
        ("<p></p>", ""),
    ],
)
def test_a_cell_of_html_becomes_its_text(cell, text):
    assert without_markup(cell) == text


def test_a_cell_that_the_parser_cannot_take_whole_stays_as_it_is():
    deep = "<div>" * 5000 + "a" + "</div>" * 5000
    assert without_markup(deep) == deep
