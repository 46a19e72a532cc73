"""The names of months and weekdays against those of the Unicode locale data, through Babel."""

import pytest
from babel import Locale

from dateline.articles.month_names import MONTH_NAMES, WEEKDAY_NAMES, numbers_by_name

LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "tr"]
# In other languages these are words that stand before dates.
LEFT_OUT = {"per"}
TABLES = {"months": (MONTH_NAMES, 1), "weekdays": (WEEKDAY_NAMES, 0)}


def standard(kind, language):
    """Each name of the locale and its number, in small letters and without full stop."""
    contexts = getattr(Locale(language), "days" if kind == "weekdays" else kind)
    return {
        name.lower().rstrip("."): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in contexts[context][width].items()
        if name.lower() not in LEFT_OUT
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TABLES)
def test_every_standard_name_has_its_number(kind, language):
    names, first = TABLES[kind]
    ours = numbers_by_name(names[language], first=first)
    theirs = standard(kind, language)
    assert {name: ours.get(name) for name in theirs} == theirs


@pytest.mark.parametrize("kind", TABLES)
def test_no_name_has_two_numbers_in_two_languages(kind):
    names, first = TABLES[kind]
    pairs = {
        pair for lines in names.values() for pair in numbers_by_name(lines, first=first).items()
    }
    assert len(pairs) == len({name for name, _ in pairs})


def test_the_languages_are_those_that_the_locale_data_are_compared_with():
    assert list(MONTH_NAMES) == list(WEEKDAY_NAMES) == LANGUAGES
