"""The tables of study.toml: what they give, and what a mistake in them says."""

import pytest

from dateline.errors import StudyError
from dateline.settings import CleanSettings, ReadSettings
from dateline.study import open_study


def opened(make_study, settings):
    return open_study(make_study({"study.toml": settings, "articles/a.txt": ""}))


def test_settings_that_are_not_given_have_their_defaults(make_study):
    study = opened(make_study, "[reading]\n[columns]\n[cleaning]\n")
    assert study.reading == ReadSettings() == ReadSettings("", {}, 256)
    assert study.cleaning == CleanSettings((), True, (), True)


def test_the_table_reading_and_the_columns_are_one_setting(make_study):
    settings = '[reading]\nencoding = "koi8-r"\nlargest_mb = 2\n[columns]\ntext = "Volltext"\n'
    assert opened(make_study, settings).reading == ReadSettings("koi8-r", {"text": "Volltext"}, 2)


def test_the_table_cleaning_gives_its_lists_as_tuples(make_study):
    settings = '[cleaning]\noff = ["credit"]\ntitles = false\nlanguages = ["en", "de"]\n'
    cleaning = opened(make_study, settings + "other_languages = false\n").cleaning
    assert cleaning == CleanSettings(("credit",), False, ("en", "de"), False)


MISTAKES = [
    ("reading = 1", "study.toml: `reading` must be a table; write it as [reading]"),
    ("columns = []", "study.toml: `columns` must be a table; write it as [columns]"),
    ('[reading]\nencodings = "x"', "study.toml, [reading]: unknown key `encodings`; did you mean "
     "`encoding`? known are encoding, largest_mb"),
    ("[reading]\nencoding = 8", "study.toml: `encoding` must be a text; put it in quotes"),
    ('[reading]\nencoding = "klingon"', "study.toml: encoding 'klingon' is not known; write one "
     'such as "utf-8", "cp1252" or "gbk"'),
    ('[reading]\nencoding = "rot13"', "study.toml: encoding 'rot13' is not known; write one such "
     'as "utf-8", "cp1252" or "gbk"'),
    ("[reading]\nlargest_mb = 0",
     "study.toml: `largest_mb` must be a whole number of MiB, at least 1"),
    ("[reading]\nlargest_mb = true",
     "study.toml: `largest_mb` must be a whole number of MiB, at least 1"),
    ('[columns]\ntexts = "x"', "study.toml, [columns]: unknown key `texts`; did you mean `text`? "
     "known are author, date, language, source, text, title, url"),
    ("[columns]\ntext = 3",
     "study.toml, [columns]: `text` must be the name of a column; put it in quotes"),
    ('[columns]\ntext = " "',
     "study.toml, [columns]: `text` must be the name of a column; put it in quotes"),
    ("[cleaning]\ntitle = true", "study.toml, [cleaning]: unknown key `title`; did you mean "
     "`titles`? known are languages, off, other_languages, titles"),
    ('[cleaning]\ntitles = "no"', "study.toml: `titles` must be true or false, without quotes"),
    ('[cleaning]\noff = "credit"',
     'study.toml: `off` must be a list of names, such as ["credit"]'),
    ("[cleaning]\nlanguages = [1]",
     'study.toml: `languages` must be a list of names, such as ["en"]'),
    ('[cleaning]\nlanguages = ["English"]',
     "study.toml: language 'English' is no code of two small letters, such as \"en\""),
]  # fmt: skip


@pytest.mark.parametrize("settings, message", MISTAKES)
def test_a_mistake_in_a_table_is_one_sentence(make_study, settings, message):
    with pytest.raises(StudyError) as raised:
        opened(make_study, settings)
    assert str(raised.value) == message
