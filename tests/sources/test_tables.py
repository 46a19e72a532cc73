"""Tables: one row, one article; a line that does not fit is named."""

import csv
import json

import pytest

from dateline.sources.raw import RefusedError
from dateline.sources.tables import read_json, read_json_lines, read_table


def texts(content, reader=read_table):
    return [article.text for article in reader("t", content.encode())]


def refusal(content, reader=read_table):
    with pytest.raises(RefusedError) as refused:
        reader("t", content.encode())
    return str(refused.value)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_the_delimiter_is_found_in_the_header(mark):
    assert texts(f"date{mark}text\n2022-03-24{mark}Talks.\n") == ["Talks."]


def test_the_delimiter_that_excel_names_is_taken():
    assert texts("sep=;\ndate;text, body\n2022-03-24;x\n".replace("text, body", "text")) == ["x"]


def test_quoted_cells_hold_delimiters_quotes_and_lines():
    assert texts('date,text\n2022-03-24,"One, ""two""\n\nthree."\n') == ['One, "two"\n\nthree.']


def test_cells_stay_the_text_that_they_are():
    assert texts("text\n007\nNA\n1e5\nTrue\n") == ["007", "NA", "1e5", "True"]


def test_blank_lines_and_empty_cells_beyond_the_header_are_passed_over():
    assert texts("date,text\n\n2022-03-24,Talks.,,\n,\n") == ["Talks."]


def test_a_long_cell_is_read_and_the_limit_of_the_reader_stays():
    limit = csv.field_size_limit()
    assert len(texts("text\n" + "word " * 50_000 + "\n")[0]) == 249_999
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize(
    "content, reason",
    [
        ("date,text\n1,a\n2,b,c\n", "line 3: 3 cells where the header has 2; mend the line"),
        ("date,text\n1,a\nb\n", "line 3: 1 cells where the header has 2; mend the line"),
        ("sep=,\ndate,text\nb\n", "line 3: 1 cells where the header has 2; mend the line"),
        ('text\n"a" b\n', "line 2: ',' expected after '\"'; mend the quotation marks"),
        ('text\n"a\nb\n', "line 3: unexpected end of data; mend the quotation marks"),
        ("text\n", "table without rows"),
        ("", "empty"),
        ("a\0b", "not text (binary data)"),
    ],
)
def test_a_table_that_cannot_be_trusted_is_refused(content, reason):
    assert refusal(content) == reason


def test_json_lines_are_read_one_object_each():
    lines = '{"text": "One."}\n\n{"text": "Two\u2028lines.", "id": 7}\n'
    assert texts(lines, read_json_lines) == ["One.", "Two\u2028lines."]


@pytest.mark.parametrize(
    "content, reason",
    [
        ('{"text": "a"}\n{"text": \n', "line 2: broken JSON (Expecting value: line 1 column 10"),
        ('{"text": "a"}\n["b"]\n', "line 2: not an object with names and values"),
        ('{"a":' * 100_000, "line 1: JSON nested too deep"),
    ],
)
def test_a_broken_line_of_json_is_named(content, reason):
    assert refusal(content, read_json_lines).startswith(reason)


@pytest.mark.parametrize(
    "content",
    ['[{"text": "Talks."}]', '{"status": "ok", "articles": [{"text": "Talks."}]}',
     '{"text": "Talks."}\n{"text": "Talks."}'],
    ids=["list", "articles of a service", "lines under this name"],
)  # fmt: skip
def test_json_is_a_list_of_objects(content):
    assert set(texts(content, read_json)) == {"Talks."}


@pytest.mark.parametrize(
    "content, reason",
    [
        ("[" * 100_000, "JSON nested too deep"),
        ("[1]", "item 1: not an object with names and values"),
        ('{"a": 1}', "JSON without a list of articles; make it a list of objects"),
        ("[]", "table without rows"),
        ("{", "broken JSON: Expecting property name enclosed in double quotes: line 1 column 2"),
    ],
    ids=["nested", "figures", "an object", "nothing", "broken"],
)
def test_other_json_is_refused(content, reason):
    assert refusal(content, read_json).startswith(reason)


def test_values_of_json_become_text():
    row = {"text": ["One.", ["Two."], None, 3], "author": [{"name": "A"}, "B"], "source": {"id": 1}}
    (article,) = read_json("t", json.dumps([row]).encode())
    assert (article.text, article.author, article.source) == ("One.\n\nTwo.\n\n3", "A; B", "")


def test_a_table_of_a_hundred_thousand_columns_is_read():
    header, cells = ",".join(f"date{at}" for at in range(100_000)), "," * 99_999
    (article,) = read_table("t", f"text,{header}\nTalks.,2022{cells}\n".encode())
    assert article.metadata == (("column:date0", "2022"),)


@pytest.mark.real
def test_the_hundred_and_twenty_real_rows_are_articles_with_their_date(shared):
    content = (shared / "data" / "kremlin_en" / "articles_120.jsonl").read_bytes()
    rows = [json.loads(line) for line in content.decode().splitlines()]
    articles = read_json_lines("a.jsonl", content)
    assert [article.metadata for article in articles] == [
        (("column:date", row["date"]),) for row in rows
    ]
    assert all(a.text.endswith(row["text"].strip()) for a, row in zip(articles, rows, strict=True))
    assert len({article.text for article in articles}) == len(articles) == 120
