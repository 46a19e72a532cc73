"""What a told event says of the day of writing. Expected days follow from dates_calendar.toml."""

import json
from pathlib import Path

import pytest

from dateline.articles.dates.calendar import Calendar, load_calendar
from dateline.articles.dates.events import from_calendar
from dateline.articles.dates.relations import OPENING
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.sentences import sentence_spans

CASES = Path(__file__).parents[2] / "cases"
CALENDAR = load_calendar(CASES / "dates_calendar.toml", world=False)


def cases(name):
    table = json.loads((CASES / name).read_text("utf-8"))
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def evidence(text, *, printed=False, calendar=CALENDAR):
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    return list(from_calendar(sentences, calendar, printed=printed))


def dated(text, **options):
    """Class, first, last and best day, as texts."""
    result = resolve_dates(evidence(text, **options))
    days = (result.earliest, result.latest, result.best)
    return [result.date_class, *(day and day.isoformat() for day in days)]


@cases("dates_events.json")
def test_a_told_event_gives_this_interval(case):
    assert dated(case["text"], printed=case.get("printed", False)) == case["expect"]


@cases("dates_events_negative.json")
def test_an_event_that_is_background_gives_no_date(case):
    assert dated(case["text"])[0] in ("D", "U")


@pytest.mark.xfail(strict=True, reason="the rules read words, not grammar")
@cases("dates_events_known_failures.json")
def test_what_the_event_rules_cannot_tell_yet(case):
    assert (dated(case["text"])[0] in ("D", "U")) == (case["expect"] == "undated")


def test_without_a_calendar_there_is_no_evidence():
    assert evidence("President Biden and Xi met in Bali on Monday.", calendar=Calendar()) == []


def test_below_the_opening_an_event_has_no_best_day():
    filler = "Trade was slow. " * (OPENING // 16 + 1)
    assert dated(f"{filler}Biden and Xi met in Bali on Monday.")[3] == "2022-11-17"  # the middle


def test_the_quoted_span_reaches_from_the_event_to_its_time_word():
    (piece,) = evidence("In the end Biden and Xi met in Bali on Monday.")
    assert piece.text == "Xi met in Bali on Monday"


def test_a_weekday_that_disagrees_is_recorded_and_not_used():
    (piece,) = evidence("Putin and Xi held a video summit on Friday.")
    assert (piece.strength, piece.note) == ("check", "weekday disagrees: Wednesday 2021-12-15")


def test_of_two_patterns_in_a_sentence_the_one_that_fixes_the_day_counts():
    text = "Xi began the video conference, a video summit, on Wednesday."
    assert dated(text)[0] == "B"


def test_needs_must_stand_somewhere_in_the_article(tmp_path):
    entry = 'id = "a"\nwhat = "a"\nstart = 2022-11-14\npatterns = ["talks"]\nneeds = ["Bali"]\n'
    (tmp_path / "calendar.toml").write_text(f"[[events]]\n{entry}")
    calendar = load_calendar(tmp_path / "calendar.toml", world=False)
    assert evidence("They held talks on Monday.", calendar=calendar) == []
    assert dated("They held talks on Monday. Bali was hot.", calendar=calendar)[0] == "B"


def test_an_anniversary_of_29_february_falls_on_the_28th_in_other_years(tmp_path):
    entry = 'id = "a"\nwhat = "a"\ndate = 2000-02-29\npatterns = ["{n} years of leaps"]\n'
    (tmp_path / "calendar.toml").write_text(f"[[anniversaries]]\n{entry}")
    calendar = load_calendar(tmp_path / "calendar.toml", world=False)
    week = dated("This week the town celebrates 23 years of leaps.", calendar=calendar)
    assert week[1:3] == ["2023-02-26", "2023-03-05"]  # Tuesday 2023-02-28 in its week


RIVALS = """
[[events]]
id = "bali"
start = 2022-11-15
known_from = 2021-11-01
patterns = ["G20 summit"]

[[events]]
id = "delhi"
start = 2023-09-09
known_from = 2022-11-17
patterns = ["G20 summit"]
"""


@pytest.fixture
def rivals(tmp_path):
    (tmp_path / "calendar.toml").write_text(RIVALS)
    return load_calendar(tmp_path / "calendar.toml", world=False)


def test_words_that_name_two_events_give_alternatives(rivals):
    first, second = evidence("They met at the G20 summit.", calendar=rivals)
    assert first.either == second.either != ""
    assert [str(piece.earliest) for piece in (first, second)] == ["2022-11-15", "2023-09-09"]


def test_of_two_events_the_one_whose_weekday_agrees_is_left(rivals):
    pieces = evidence("They met at the G20 summit on Saturday.", calendar=rivals)
    assert [(piece.strength, piece.either) for piece in pieces] == [("check", ""), ("anchor", "")]


@pytest.mark.parametrize(
    "text",
    [
        "A film shows how Biden and Xi met in Bali on Monday.",
        "Biden and Xi met in Bali on Monday, a jury heard.",
        "A new memoir is out. It is thick. Biden and Xi met in Bali on Monday.",
        "Biden and Xi met in Bali on that Monday.",
    ],
)
def test_who_retells_does_not_date(text):
    assert dated(text)[0] == "U"
