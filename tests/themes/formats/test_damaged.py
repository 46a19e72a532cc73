"""A damaged file is one sentence with its line and a reason."""

import pytest

from dateline.errors import CodebookError


def test_a_damaged_file_is_refused_with_its_line(case, read):
    with pytest.raises(CodebookError) as raised:
        read(case["file"], case["content"])
    assert str(raised.value) == case["message"]
