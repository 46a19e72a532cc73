"""JSON and JSON Lines: one object, one article; what is broken is named, the rest is read."""

import json

import pytest

from dateline.sources.json_tables import read_json, read_json_lines
from dateline.sources.raw import RefusedError


def texts(content, reader=read_json):
    return [article.text for article in reader("t", content.encode()).articles]


def refusal(content, reader=read_json):
    with pytest.raises(RefusedError) as refused:
        reader("t", content.encode())
    return str(refused.value)


def test_json_lines_are_read_one_object_each():
    lines = '{"text": "One."}\n\n{"text": "Two\u2028lines.", "id": 7}\n'
    assert texts(lines, read_json_lines) == ["One.", "Two\u2028lines."]


def test_broken_lines_are_named_and_the_others_read():
    found = read_json_lines("t", b'{"text": "a"}\n{"text": \n{"text": "b"}\n["c"]\n{"text": "d"}\n')
    assert [article.text for article in found.articles] == ["a", "b", "d"]
    broken = "line 2 is broken JSON and was left out"
    no_object = "line 4 is no object with names and values and was left out"
    assert found.remark == f"{broken}; {no_object}; 3 rows read"


def test_json_lines_that_are_cut_off_keep_their_whole_lines():
    found = read_json_lines("t", b'{"text": "a"}\n{"text": "b')
    assert [article.text for article in found.articles] == ["a"]
    assert found.remark == "line 2 is broken JSON and was left out; 1 row read"


@pytest.mark.parametrize(
    "content, reason",
    [
        ('{"text": \n{"text": "a"}\n{"b\n', "line 1: broken JSON (Expecting value: line 2"),
        ('"b"\n', "line 1: not an object with names and values"),
        ('{"a":' * 100_000, "line 1: JSON nested too deep"),
    ],
)
def test_json_lines_of_which_more_than_half_are_broken_are_refused(content, reason):
    assert refusal(content, read_json_lines).startswith(reason)


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "Talks."}]',
        '{"status": "ok", "articles": [{"text": "Talks."}]}',
        '{"response": {"results": [{"text": "Talks."}]}}',
        '{"title": "Talks.", "maintext": "Talks."}',
        '{"text": "Talks."}\n{"text": "Talks."}',
    ],
    ids=["list", "articles of a service", "list inside a reply", "one article", "lines"],
)
def test_json_is_a_list_of_objects_or_holds_one(content):
    assert set(texts(content)) == {"Talks."}


def test_a_list_under_the_name_of_lines_is_read_as_a_list():
    assert texts('[{"text": "a"},\n {"text": "b"}]', read_json_lines) == ["a", "b"]


def test_a_broken_item_is_named_and_the_others_read():
    found = read_json("t", b'[{"text": "a"}, 1, {"text": "b"}]')
    assert [article.text for article in found.articles] == ["a", "b"]
    said = "item 2 is no object with names and values and was left out"
    assert found.remark == f"{said}; 2 rows read"


@pytest.mark.parametrize(
    "content, reason",
    [
        ("[" * 100_000, "JSON nested too deep"),
        ("[1]", "item 1: not an object with names and values"),
        ('{"a": 1}', "JSON without a list of articles; make it a list of objects"),
        ("[]", "table without rows"),
        ('{"articles": []}', "table without rows"),
        ('[{"text": "a"},\n{"text": "b', "broken JSON: Unterminated string starting at: line 2"),
        ("{", "broken JSON: Expecting property name enclosed in double quotes: line 1 column 2"),
    ],
    ids=["nested", "figures", "an object", "nothing", "no article", "cut off", "broken"],
)
def test_other_json_is_refused(content, reason):
    assert refusal(content).startswith(reason)


@pytest.mark.parametrize(
    "content, reason",
    [
        ("Please limit requests\nto one every\x1b 5 seconds.",
         "not JSON; it begins “Please limit requests to one every 5 seconds.”"),
        ("word " * 90, "not JSON; it begins “" + "word " * 16 + "…”"),
        ('{"status": "error", "code": "k", "message": "Your key is invalid."}',
         "a reply without articles: “Your key is invalid.”"),
        ('{"error": {"message": "Too many."}}', "a reply without articles: “Too many.”"),
    ],
    ids=["text", "long text", "NewsAPI", "nested"],
)  # fmt: skip
def test_the_reply_of_a_service_that_refuses_is_shown(content, reason):
    assert refusal(content) == reason


def test_a_backslash_that_json_does_not_know_stays_a_backslash():
    assert texts(r'[{"text": "It\'s \"on\" \\ \u00e9"}]') == ['It\\\'s "on" \\ é']


def test_values_of_json_become_text():
    row = {"text": ["One.", ["Two."], None, 3], "author": [{"name": "A"}, "B"], "source": {"id": 1}}
    (article,) = read_json("t", json.dumps([row]).encode()).articles
    assert (article.text, article.author, article.source) == ("One.\n\nTwo.\n\n3", "A; B", "")


def test_half_a_surrogate_pair_is_replaced_so_that_the_text_can_be_written():
    (text,) = texts(r'[{"text": "a\ud800b \ud83d\ude00"}]')
    assert text == "a\ufffdb 😀"


@pytest.mark.real
def test_the_hundred_and_twenty_real_rows_are_articles_with_their_date(shared):
    content = (shared / "data" / "kremlin_en" / "articles_120.jsonl").read_bytes()
    rows = [json.loads(line) for line in content.decode().splitlines()]
    articles = read_json_lines("a.jsonl", content).articles
    assert [article.metadata for article in articles] == [
        (("column:date", row["date"]),) for row in rows
    ]
    assert all(a.text.endswith(row["text"].strip()) for a, row in zip(articles, rows, strict=True))
    assert len({article.text for article in articles}) == len(articles) == 120
