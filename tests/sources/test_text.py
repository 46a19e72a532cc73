"""Plain text files: one file, one article, or a reason."""

import pytest

from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.sources.text import read_text
from dateline.study import ReadSettings


def refusal(content):
    with pytest.raises(RefusedError) as refused:
        read_text("a.txt", content)
    return str(refused.value)


def test_a_text_file_is_one_article():
    article = RawArticle(path="x/a.txt", text="Talks “resume”.\n", encoding="utf-8")
    assert read_text("x/a.txt", "Talks “resume”.\r\n".encode()) == Found([article])


@pytest.mark.parametrize(
    "start, kind",
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG image"),
        (b"\xff\xd8\xff\xe0", "JPEG image"),
        (b"%PDF-1.7\n", "PDF document"),
        (b"PK\x03\x04", "ZIP archive or Office document"),
        (b"{\\rtf1 Talks}", "RTF document"),
        (b"\x1f\x8b\x08", "gzip archive"),
        (b"SQLite format 3\0", "SQLite database"),
        (b"Talks\0resume", "binary data"),
    ],
)
def test_another_kind_of_file_is_refused_by_its_bytes(start, kind):
    assert refusal(start) == f"not text ({kind})"


@pytest.mark.parametrize(
    "content",
    [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\u3000\u2003".encode(), b"\x0c\x0b"],
    ids=["nothing", "blanks", "mark of UTF-8", "mark of UTF-16", "wide blanks", "page feed"],
)
def test_a_file_without_letters_is_empty(content):
    assert refusal(content) == "empty"


def test_a_text_in_the_encoding_that_the_study_names_is_read_whatever_it_looks_like():
    content = "\ufeffМир".encode("utf-16-le")
    found = read_text("a.txt", content, ReadSettings(encoding="utf-16-le"))
    assert found.articles == [RawArticle(path="a.txt", text="Мир", encoding="utf-16-le")]


@pytest.mark.parametrize(
    "encoding, content, reason",
    [
        ("utf-8", b"\xff", "not in utf-8, which [reading] names; save the file in it"),
        ("utf-16", b"abc", "not in utf-16, which [reading] names; save the file in it"),
        ("cp1252", b"Talks\0", "not text (binary data)"),
        ("latin-1", b"%PDF-1.7", "not text (PDF document)"),
        ("utf-8", b" \n", "empty"),
    ],
)
def test_a_file_not_in_the_encoding_that_the_study_names_is_refused(encoding, content, reason):
    with pytest.raises(RefusedError) as refused:
        read_text("a.txt", content, ReadSettings(encoding=encoding))
    assert str(refused.value) == reason


def test_a_file_longer_than_any_article_is_refused():
    assert refusal(b"x" * (32 * 2**20 + 1)) == "larger than 32 MiB for one article; split it"
