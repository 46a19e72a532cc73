"""Which terms match all that another does."""

import pytest

from dateline.themes.covering import covers
from dateline.themes.terms import make_term


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        ("sanction*", "sanction", True),
        ("sanction*", "sanction?", True),
        ("sanction", "sanction*", False),
        ("sanction?", "sanction*", False),
        ("a* b*", "ab b", True),
        ("a*", "ab b", False),
        ("US", "=US", True),
        ("=US", "US", False),
        ("=U*", "=US", True),
        ("=u*", "=US", False),
    ],
)
def test_one_term_covers_another_if_it_matches_whatever_the_other_does(wide, narrow, expected):
    assert covers(make_term(wide), make_term(narrow)) is expected
