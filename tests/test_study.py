"""A study folder: what is found, what is made, and what a mistake in it says."""

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.dates.calendar import load_calendar
from dateline.articles.dates.decisions import read_decisions
from dateline.errors import DatelineError, StudyError
from dateline.sources import read_articles
from dateline.study import new_study, open_study, refuse_unreadable_name, slug, starter_codebook
from dateline.themes import load_codebook

STARTER = starter_codebook().parent


def complaint(place):
    with pytest.raises(StudyError) as raised:
        open_study(place)
    return str(raised.value)


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode here")
def test_a_folder_whose_name_is_not_utf_8_is_read_but_makes_no_report(tmp_path):
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xefr"))
    folder.mkdir()
    study = open_study(folder)
    with pytest.raises(StudyError, match=r"d\\udcefr: not UTF-8, .*; rename the folder"):
        refuse_unreadable_name(study)
    refuse_unreadable_name(open_study(tmp_path))


def test_a_bare_folder_is_a_study_with_the_starter_codebook(make_study):
    study = open_study(make_study({"a.txt": "Talks."}))
    assert (study.name, study.title, study.articles) == ("study", "study", study.folder)
    assert study.codebook == starter_codebook()
    assert (study.calendar, study.dates, study.defaults) == (None, None, {})
    assert [note.split(":")[0] for note in study.notes] == [
        "This folder has no study.toml",
        "No codebook was given",
    ]


def test_the_usual_files_are_found_without_settings(make_study):
    study = open_study(make_study({"codebook.toml": "", "calendar.toml": "", "dates.csv": ""}))
    found = (study.codebook, study.calendar, study.dates)
    assert [path.name for path in found] == ["codebook.toml", "calendar.toml", "dates.csv"]
    assert study.notes == ("This folder has no study.toml: default settings were used.",)


def test_the_settings_name_files_from_the_folder_of_the_study(make_study):
    settings = 'title = "T"\narticles = "."\ncodebook = "sub/c.toml"\n[report]\nperiod = "month"\n'
    place = make_study({"study.toml": settings, "sub/c.toml": ""})
    study = open_study(place)
    assert (study.title, study.articles, study.codebook) == ("T", place, place / "sub/c.toml")
    assert (study.defaults, study.notes) == ({"period": "month"}, ())


MISTAKES = {
    "syntax": (
        "title = x",
        "study.toml, line 1, column 9: invalid value; put it in quotation marks",
    ),
    "unknown key": (
        'tittle = "x"',
        "study.toml: unknown key `tittle`; did you mean `title`? known are articles, calendar, "
        "cleaning, codebook, columns, dates, dating, note, reading, report, "
        "share, title",
    ),
    "no table above it": (
        "collected = 2024-11-30",
        "study.toml: `collected` stands above its table; move it below [dating]",
    ),
    "wrong type": ("title = 2022", "study.toml: `title` must be a text; put it in quotes"),
    "report no table": (
        'report = "month"',
        "study.toml: `report` must be a table; write it as [report]",
    ),
    "articles": (
        'articles = "x"',
        "study.toml: articles = 'x' is no folder; mend the path",
    ),
    "codebook": ('codebook = "x"', "study.toml: codebook = 'x' is no file; mend the path"),
    "calendar": ('calendar = "."', "study.toml: calendar = '.' is no file; mend the path"),
    "dates": ('dates = ""', "study.toml: dates = '' is no file; mend the path"),
    "zero character": (
        r'dates = "a\u0000b"',
        r"study.toml: dates = 'a\x00b' is no file; mend the path",
    ),
}


@pytest.mark.parametrize("settings, message", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_in_the_settings_is_one_sentence(make_study, settings, message):
    assert complaint(make_study({"study.toml": settings, "articles/a.txt": ""})) == message


def test_a_study_without_its_articles_folder_says_so(make_study):
    message = "study.toml: articles = 'articles' is no folder; mend the path"
    assert complaint(make_study({"study.toml": ""})) == message


def test_a_missing_folder_a_file_and_a_name_too_long_are_told_apart(make_study):
    place = make_study({"a.txt": "Talks."})
    assert "no such folder; check the path, or make one" in complaint(place / "missing")
    assert "is a file; a study is a folder" in complaint(place / "a.txt")
    assert "cannot be opened (File name too long)" in complaint(place / ("x" * 300))
    assert "no such folder" in complaint("a\0b")


def test_a_relative_path_is_looked_for_upwards(make_study, monkeypatch):
    place = make_study({"a.txt": "Talks.", "deep/er/b.txt": "Talks."})
    monkeypatch.chdir(place / "deep" / "er")
    assert open_study("study").folder == place
    assert open_study(".").folder == place / "deep" / "er"


def test_a_new_study_is_valid_and_empty(tmp_path):
    study = open_study(new_study(tmp_path / "new"))
    calendar = load_calendar(study.calendar, world=False)
    assert not any([calendar.events, calendar.anniversaries, calendar.offices])
    assert (study.defaults, read_decisions(study.dates), study.notes) == ({}, {}, ())
    assert study.title == "new" and list(study.articles.iterdir()) == []
    assert load_codebook(study.codebook).themes


def test_a_new_study_has_all_files_of_the_starter(tmp_path):
    place = new_study(tmp_path / "new")
    names = {"articles", "study.toml", "codebook.toml", "calendar.toml", "dates.csv", "README.md"}
    assert {path.name for path in place.iterdir()} == names


@pytest.mark.parametrize("name", ["study.toml", "calendar.toml"])
def test_the_examples_of_the_starter_are_valid_once_the_mark_is_taken_away(tmp_path, name):
    place = new_study(tmp_path / "new")
    example = re.compile(r"^# (?=\[\[?\w+\]\]?$|\w+ = )", re.M)
    (place / name).write_text(example.sub("", (STARTER / name).read_text("utf-8")), "utf-8")
    study, calendar = open_study(place), load_calendar(place / "calendar.toml", world=False)
    kinds = (calendar.events, calendar.anniversaries, calendar.offices)
    filled = (bool(study.defaults), *(len(kind) for kind in kinds))
    assert filled == ((True, 0, 0, 0) if name == "study.toml" else (False, 1, 1, 1))


def test_a_new_study_keeps_the_files_that_are_there(make_study):
    place = make_study({"codebook.toml": "mine", "articles/a.txt": "Talks."})
    new_study(place)
    assert (place / "codebook.toml").read_text() == "mine"
    assert (place / "articles/a.txt").read_text() == "Talks."


def test_a_new_study_is_not_made_over_another_or_over_a_file(make_study):
    place = make_study({"study.toml": "", "a.txt": ""})
    for where, part in [
        (".", "a study already"),
        ("a.txt", "cannot be made"),
        ("x" * 300, "too long"),
    ]:
        with pytest.raises(StudyError, match=part):
            new_study(place / where)


@pytest.mark.parametrize(
    "name, safe",
    [
        ("../../etc/passwd", "etc-passwd"),
        ("", "study"),
        ("...", "study"),
        ("Ukraine & Co.", "Ukraine-Co"),
        ("ｆｕｌｌ", "full"),
        ("\u202eabc", "abc"),
        ("北京", "北京"),
        ("aux.txt", "study-aux.txt"),
        ("a" * 59 + ". b", "a" * 59),
    ],
)
def test_a_name_becomes_safe_for_files(name, safe):
    assert slug(name) == safe


@given(name=st.text())
@settings(derandomize=True, max_examples=300)
def test_a_safe_name_is_one_short_part_of_a_path(name):
    safe = slug(name)
    assert safe == Path(safe).name and safe[0] not in ".-" and safe[-1] not in ".-"
    assert 0 < len(safe.encode()) <= 255 and slug(safe) == safe


def test_every_error_of_the_project_is_caught_as_one():
    assert issubclass(StudyError, DatelineError)


def test_a_new_study_in_a_folder_with_articles_leaves_them_where_they_are(make_study):
    place = make_study({"a.txt": "Talks.", "more/b.txt": "More talks."})
    new_study(place)
    study = open_study(place)
    assert study.articles == study.folder and not (place / "articles").exists()
    assert [raw.path for raw in read_articles(study).articles] == ["a.txt", "more/b.txt"]


def test_a_note_is_shown_before_other_notes(make_study):
    study = open_study(make_study({"study.toml": 'note = "A trial."\n', "articles/a.txt": "x"}))
    assert study.notes[0] == "A trial." and len(study.notes) == 2
