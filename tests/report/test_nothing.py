"""A section that has nothing to show is left with the sentence that says why."""

from bs4 import BeautifulSoup

from dateline.report.nothing import TOGETHER, close_empty_sections

EMPTY = '<table><tbody><tr><td class="missing" colspan="2">none</td></tr></tbody></table>'
TABLE = "<table><tbody><tr><td>1</td></tr></tbody></table>"


def asked(question: str, *shown: str) -> str:
    outputs = "".join(f'<div class="output">{each}</div>' for each in shown)
    return f'<section class="prose"><h2>{question}</h2><p>Long words.</p></section>{outputs}'


def nothing(why: str) -> str:
    return f'<p class="note nothing">{why}</p>'


def closed(*sections: str) -> BeautifulSoup:
    soup = BeautifulSoup(f'<div id="content">{"".join(sections)}</div>', "html.parser")
    close_empty_sections(soup)
    return soup


def test_it_keeps_its_heading_and_loses_its_explanations():
    page = closed(asked("Who?", nothing("No one.")))
    assert [each.get_text() for each in page.select("h2, p")] == ["Who?", "No one."]


def test_an_empty_table_beside_the_sentence_goes_too():
    assert closed(asked("Who?", nothing("No one."), EMPTY)).table is None


def test_a_section_that_shows_something_stays_as_it_is():
    page = closed(asked("Who?", nothing("No one."), TABLE))
    assert page.table and "Long words." in page.get_text()


def test_an_empty_table_alone_is_an_answer_and_stays():
    assert "Long words." in closed(asked("Who?", EMPTY)).get_text()


def test_several_on_end_become_one_and_each_reason_is_said_once():
    page = closed(
        asked("A?", nothing("x.")), asked("B?", nothing("y.")), asked("C?", nothing("x."))
    )
    assert [each.get_text() for each in page.select("h2")] == [TOGETHER]
    assert [each.get_text() for each in page.select("p")] == ["A? C? x.", "B? y."]


def test_what_stands_between_them_keeps_them_apart():
    page = closed(asked("A?", nothing("x.")), asked("B?", TABLE), asked("C?", nothing("x.")))
    assert [each.get_text() for each in page.select("h2")] == ["A?", "B?", "C?"]


def test_a_reason_is_text_and_no_html():
    page = closed(asked("Who?", nothing("&lt;b&gt;No&lt;/b&gt;")))
    assert page.b is None and "<b>No</b>" in page.get_text()
