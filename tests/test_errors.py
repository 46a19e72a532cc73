"""What is said of a name that is not known."""

import pytest

from dateline.errors import did_you_mean


@pytest.mark.parametrize(
    "name, known, words",
    [
        ("sinec", ["until", "since"], "did you mean `since`? known are until, since"),
        ("x", ["until", "since"], "known are until, since"),
        ("x", [], "known are none"),
    ],
    ids=["near", "far", "nothing known"],
)
def test_an_unknown_name_is_answered_with_the_nearest_and_the_list(name, known, words):
    assert did_you_mean(name, known) == words
