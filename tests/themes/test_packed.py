"""What is packed comes back, whichever way it was packed."""

import pytest

from dateline.themes.packed import pack, unpack


@pytest.mark.parametrize("seldom", [False, True])
@pytest.mark.parametrize("content", [b"", b"a", b"war\n" * 5_000, bytes(range(256))])
def test_bytes_come_back(content, seldom):
    assert unpack(pack(content, seldom=seldom)) == content


def test_what_is_asked_for_seldom_is_shorter():
    words = "\n".join(f"word{number}" for number in range(5_000)).encode()
    quick, short = pack(words), pack(words, seldom=True)
    assert len(short) < len(quick) < len(words)
