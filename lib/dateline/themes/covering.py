"""Whether one term, or one word of a term, matches all that another does."""

from __future__ import annotations

import re
from fnmatch import translate

from dateline.themes.terms import Term
from dateline.themes.tokens import fold


def covers(wide: Term, narrow: Term) -> bool:
    """
    Whether every match of `narrow` is one of `wide` too.

    Says no where it cannot tell, as with "a*" and "?*" against each other.
    """
    if len(wide.words) != len(narrow.words) or (wide.exact and not narrow.exact):
        return False
    words = narrow.words if wide.exact else tuple(map(fold, narrow.words))
    return all(covers_word(*pair) for pair in zip(wide.words, words, strict=True))


def covers_word(wide: str, narrow: str) -> bool:
    """
    As `covers`, for two words in which `*` and `?` are wildcards.

    >>> covers_word("sanction*", "sanctions"), covers_word("sanction?", "sanction*")
    (True, False)
    """
    # A `?` of the wide word must not stand for a `*` of the narrow one, which can be longer.
    return bool(re.match(translate(wide.replace("?", "[!*]")), narrow))
