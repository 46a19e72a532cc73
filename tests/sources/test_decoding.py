"""From bytes to text: the ladder of encodings, damage, and what is refused."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.sources.decoding import decode
from dateline.sources.raw import RefusedError

ENGLISH = "“Peace” talks – in Moscow – resume on Friday."
RUSSIAN = "Президенты обсудили в четверг санкции и торговлю. Стороны договорились о встрече."
LONGER_RUSSIAN = RUSSIAN + " Она пройдёт в ноябре на полях саммита."
CHINESE = "两国元首星期四讨论了贸易和制裁问题，并同意再次会晤。"
JAPANESE = "両国の首脳は木曜日に制裁と貿易について話し合い、再び会うことで合意した。"


@pytest.mark.parametrize(
    "text, written_as, read_as",
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8-sig"),
        (ENGLISH, "utf-16", "utf-16"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32", "utf-32"),
        (ENGLISH, "cp1252", "cp1252"),
        (LONGER_RUSSIAN, "koi8-r", "koi8_r"),
        (LONGER_RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "utf-16", "utf-16"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "utf-8", "utf-8"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "iso2022_jp", "iso2022_jp_2"),
    ],
)
def test_a_text_is_read_and_its_encoding_named(text, written_as, read_as):
    assert decode(text.encode(written_as)) == (text, read_as)


def test_big_endian_with_its_mark_is_read():
    assert decode(codecs.BOM_UTF16_BE + "Talks".encode("utf-16-be")) == ("Talks", "utf-16")


def test_utf8_with_a_few_bytes_of_windows_is_read_as_both():
    content = "“Peace” talks".encode() + b" \x93resume\x94"
    assert decode(content) == ("“Peace” talks “resume”", "utf-8 with cp1252")


def test_an_undefined_byte_of_windows_shows_as_a_replacement_character():
    assert decode("“Peace”".encode() + b" \x81")[0] == "“Peace” \ufffd"


@pytest.mark.parametrize(
    "content, reason",
    [
        ("peace talks".encode("utf-16")[:-1], "marked as UTF-16 but damaged"),
        (codecs.BOM_UTF8 + b"peace \xe9", "marked as UTF-8 but damaged"),
        (codecs.BOM_UTF32_LE + b"peace", "marked as UTF-32 but damaged"),
        (b"peace\0talks", "not text (binary data)"),
        ("peace talks".encode("utf-32-le"), "not text (binary data)"),
        (bytes(range(256)), "not text (binary data)"),
        (bytes(range(128, 256)) * 9, "unknown encoding"),
    ],
)
def test_what_cannot_be_text_is_refused(content, reason):
    with pytest.raises(RefusedError) as refused:
        decode(content)
    assert str(refused.value).startswith(reason)


def test_line_ends_of_all_systems_become_newlines():
    assert decode(b"a\r\nb\rc\nd")[0] == "a\nb\nc\nd"


def test_no_bytes_are_no_text():
    assert decode(b"") == ("", "utf-8")


@given(content=st.binary() | st.text().map(lambda text: text.encode("utf-16")))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_decoding_gives_text_that_can_be_written_or_refuses(content):
    try:
        text, encoding = decode(content)
    except RefusedError as refused:
        assert str(refused)
    else:
        assert encoding and "\r" not in text and text.encode("utf-8") is not None


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
@settings(derandomize=True)
def test_whatever_is_written_as_utf8_comes_back(text):
    content = text.encode()
    assert decode(content)[0] == text or content.startswith(codecs.BOM_UTF8) or b"\x1b$" in content


@pytest.mark.xfail(strict=True, reason="the bytes fit another encoding too; save the file as UTF-8")
@pytest.mark.parametrize(
    "text, encoding",
    [
        ("Prezydent ogłosił sankcje wobec Rosji.", "cp1250"),
        ("“Peace” talks in Paris.", "mac_roman"),
        (RUSSIAN, "koi8-r"),
    ],
    ids=["looks like Windows-1252", "looks so too", "too short to tell"],
)
def test_a_look_alike_is_known_to_be_misread(text, encoding):
    assert decode(text.encode(encoding))[0] == text
