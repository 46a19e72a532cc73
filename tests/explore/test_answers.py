"""Messages of the front end, and what they make it show."""

import shlex

import pytest

from dateline.explore.answers import answer, first_answer
from dateline.explore.widget import PARTS


def test_at_first_every_part_is_filled(model):
    assert set(first_answer(model)) == set(PARTS)


def test_a_choice_makes_a_new_chart_and_closes_the_sentences(model):
    shown = answer(model, {"do": "select", "choices": {"themes": ["us"], "sources": []}})
    assert [curve["label"] for curve in shown["chart"]["curves"]] == ["United States"]
    assert shown["passages"] == {} and shown["notice"] == {}


def test_a_point_opens_its_sentences(model):
    shown = answer(model, {"do": "passages", "theme": "talks", "period": "2022-01-01"})
    assert shown["passages"]["found"] == 1


def test_an_edit_shows_what_moves_and_the_open_sentences_anew(model):
    message = {"do": "edit", "theme": "talks", "terms": "mill", "unless": "",
               "open": {"theme": "talks", "period": "2022-02-01"}}  # fmt: skip
    shown = answer(model, message)
    assert [row["change"] for row in shown["moves"]["rows"]] == [-1, 1]
    assert shown["passages"]["articles"][0]["passages"][0]["change"] == "new"
    assert answer(model, {"do": "reset", "theme": "talks"})["moves"]["rows"] == []


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"do": "select", "choices": {"since": "soon"}}, "not a day"),
        ({"do": "edit", "theme": "talks", "terms": "{", "unless": ""}, "the edited terms"),
        ({"do": "terms", "theme": "x"}, "no theme `x`"),
        ({"do": "decide", "doc_id": "x", "earliest": "2022-01-01", "note": "me"}, "no article"),
        ({"do": "save", "name": "view"}, "ends with .toml"),
    ],
)
def test_a_mistake_becomes_a_notice(model, message, words):
    notice = answer(model, message)["notice"]
    assert notice["kind"] == "mistake" and words in notice["text"]


def test_an_unknown_message_is_passed_over(model):
    assert answer(model, {"do": "explode"}) == {} == answer(model, {})


def test_a_decided_date_is_told_and_then_read(model, doc_id):
    message = {"do": "decide", "doc_id": doc_id("gazette/six.txt"), "earliest": "2022-02-01",
               "latest": "", "note": "me"}  # fmt: skip
    assert answer(model, message)["notice"]["kind"] == "decided"
    shown = answer(model, {"do": "reload"})
    assert shown["chart"]["columns"][1]["total"] == 2
    assert "terms" not in shown  # what is being written stays


def test_a_saved_view_comes_with_its_command(model, folder, tmp_path):
    target = tmp_path / "a view.toml"
    notice = answer(model, {"do": "save", "name": str(target)})["notice"]
    command = ["dateline", "report", str(folder), "--parameters", str(target)]
    assert shlex.split(notice["command"]) == command and target.exists()
