"""PressReader text: newspaper, headline and byline above, two closing lines below."""

import pytest

from dateline.articles.records import make_records
from dateline.sources.databases.pressreader import is_pressreader, read_pressreader

TEXT = """Le Exemple

Ministers agree to meet

- By Jane Roe and John Doe

GENEVA — Both sides met on Sunday.

 ?? JANE ROE/AGENCY ?? Two ministers at a table.
JANE ROE/AGENCY Two ministers at a table.

Newspapers in English

Newspapers from United States
"""


def read(text):
    return read_pressreader("a.txt", text.encode())


def test_what_stands_on_top_becomes_fields_and_the_text_stays_whole():
    (article,) = read(TEXT).articles
    assert (article.source, article.title) == ("Le Exemple", "Ministers agree to meet")
    assert article.author == "Jane Roe and John Doe"
    assert article.text == TEXT


def test_cleaning_takes_the_rest_of_the_layout_out():
    (record,) = make_records(read(TEXT).articles)
    assert record.text.split("\n\n")[-1] == "Both sides met on Sunday."


def test_an_article_without_byline_has_no_author():
    (article,) = read(TEXT.replace("- By Jane Roe and John Doe\n\n", "")).articles
    assert (article.title, article.author) == ("Ministers agree to meet", "")


def test_the_address_is_kept_as_its_path_has_the_day():
    address = "https://www.pressreader.com/usa/le-exemple/20211216/281500"
    (article,) = read(TEXT + "\n" + address + "\n").articles
    assert article.url == address


def test_several_articles_are_divided_at_their_closing_lines():
    found = read(TEXT + "\n\n" + TEXT.replace("to meet", "on all"))
    titles = [article.title for article in found.articles]
    assert titles == ["Ministers agree to meet", "Ministers agree on all"]
    assert found.articles[0].text == TEXT.strip()


@pytest.mark.parametrize(
    "top", ["Both sides met on Sunday in Geneva.\n\n", "Le Exemple\n\n- By Jane Roe\n\n"]
)
def test_a_top_that_does_not_fit_gives_no_fields_and_is_told(top):
    text = top + TEXT.split("\n\n", 3)[3]
    found = read(text)
    assert (found.articles[0].source, found.articles[0].title) == ("", "")
    assert found.remark == "PressReader text: 1 of 1 without newspaper and headline on top"


def test_the_format_is_known_by_both_closing_lines():
    assert is_pressreader(TEXT.encode()) and is_pressreader(TEXT.replace("\n", "\r\n").encode())
    assert not is_pressreader(TEXT.replace("Newspapers in English", "").encode())
    assert not is_pressreader(b"Newspapers in English are sold.\nNewspapers from home are not.\n")


@pytest.mark.real
def test_a_real_text_gives_its_fields(shared):
    path = shared / "source_documents" / "001_ae4ca651d200efd0.txt"
    (article,) = read_pressreader(path.name, path.read_bytes()).articles
    assert is_pressreader(path.read_bytes()) and article.source == "Orlando Sentinel"
    assert article.title.startswith("Putin, Xi show united front")
    assert article.author == "Anton Troianovski and Steven Lee Myers"
