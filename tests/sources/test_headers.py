"""Header lines: a block is one only if every line is, and no address comes out."""

import pytest

from dateline.sources.headers import display_name, header, header_block, parsed


def test_a_block_ends_at_the_first_blank_line_and_the_first_of_a_name_counts():
    block = header_block(b"From: a\r\nSubject: Talks\r\n  resume\r\nFROM: b\r\n\r\nX: y\r\n")
    assert block == {"from": "a", "subject": "Talks"}


@pytest.mark.parametrize(
    "content",
    [b"", b"\nFrom: a", b"From: a\nBoth sides met.\n", b" From: a\n", b"They met: a\n"],
    ids=["empty", "blank first", "text between", "continuation first", "blank in a name"],
)
def test_what_is_no_header(content):
    assert header_block(content) == {}


@pytest.mark.parametrize(
    "stated, name",
    [
        ("Jane Roe <jane@example.org>", "Jane Roe"),
        ('"Roe, Jane" <jane@example.org>', "Roe, Jane"),
        ("=?utf-8?q?J=C3=A4n?= <jane@example.org>", "Jän"),
        ("jane@example.org", ""),
        ("jane@example.org <jane@example.org>", ""),
        ("", ""),
    ],
    ids=["name", "quoted", "encoded", "address", "address for a name", "nothing"],
)
def test_the_name_of_a_sender(stated, name):
    assert display_name(parsed(f"From: {stated}\n\nx".encode()), "From") == name


def test_a_header_longer_than_any_program_writes_is_cut():
    assert len(header(parsed(b"Subject: " + b"x" * 100_000 + b"\n\n"), "Subject")) == 16_000
