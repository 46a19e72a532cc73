"""calendar.toml: what it may hold, its patterns, and one sentence for each mistake."""

from datetime import date

import pytest

from dateline.articles.dates.calendar import Calendar, compile_pattern, load_calendar
from dateline.errors import CalendarError

EVENT = '[[events]]\nid = "a"\nstart = 2022-11-14\npatterns = ["met in Bali"]\n'


@pytest.fixture
def load(tmp_path):
    def load_text(text):
        path = tmp_path / "calendar.toml"
        path.write_text(text, "utf-8")
        return load_calendar(path, world=False)

    return load_text


def test_no_file_is_an_empty_calendar():
    assert load_calendar(None, world=False) == Calendar()


def test_an_event_of_one_day_needs_no_end(load):
    (event,) = load(EVENT).events
    assert (event.start, event.end, event.known_from) == (date(2022, 11, 14),) * 2 + (None,)


def test_all_three_kinds_are_read(load):
    anniversary = '[[anniversaries]]\nid = "b"\ndate = 1949-10-01\npatterns = ["{n} years"]\n'
    office = '[[offices]]\nid = "c"\nname = "X"\npatterns = ["President X"]\nstart = 2021-01-20\n'
    calendar = load(EVENT + anniversary + office)
    kinds = (calendar.events, calendar.anniversaries, calendar.offices)
    assert [len(kind) for kind in kinds] == [1, 1, 1]


def test_the_default_study_has_a_calendar_that_loads(root):
    calendar = load_calendar(root / "seeds" / "calendar.toml")
    assert len(calendar.events) >= 15
    assert calendar.anniversaries and calendar.offices


MISTAKES = {
    "no id": (EVENT.replace('id = "a"\n', ""), "calendar.toml, events 1: `id` is missing"),
    "no start": (
        EVENT.replace("start = 2022-11-14\n", ""),
        "calendar.toml, line 2: `start` must be",
    ),
    "start in quotes": (
        EVENT.replace("2022-11-14", '"2022-11-14"'),
        "line 2: `start` must be a day",
    ),
    "start with an hour": (
        EVENT.replace("2022-11-14", "2022-11-14T10:00:00"),
        "`start` must be a day",
    ),
    "no patterns": (EVENT.replace('["met in Bali"]', "[]"), "line 2: `patterns` is missing"),
    "a pattern that is a number": (
        EVENT.replace('["met in Bali"]', "[7]"),
        "must be a list of texts",
    ),
    "ends before it starts": (
        EVENT + "end = 2022-11-13\n",
        "line 2: the event ends before it starts",
    ),
    "unknown key": (EVENT + "stop = 2022-11-13\n", "line 2: unknown key `stop`"),
    "unknown table": (
        EVENT.replace("events", "event"),
        "unknown key `event`; did you mean `events`",
    ),
    "one table, not a list": (EVENT.replace("[[events]]", "[events]"), "write it as [[events]]"),
    "an id used twice": (EVENT + EVENT, "the id `a` is used twice; give the second another"),
    "an anniversary without {n}": (
        '[[anniversaries]]\nid = "b"\ndate = 1949-10-01\npatterns = ["years"]\n',
        "each pattern of an anniversary needs {n}",
    ),
    "no TOML": ("[[events]\n", "calendar.toml, line 1"),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_names_place_and_way_out(load, text, message):
    with pytest.raises(CalendarError) as raised:
        load(text)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("summit ... Peru", "the APEC summit in Lima, Peru", True),
        ("summit ... Peru", "the summit Peru", True),
        ("summit ... Peru", "the summit a b c d e f g h i j Peru", True),
        ("summit ... Peru", "the summit a b c d e f g h i j k Peru", False),  # eleven words
        ("summit ... Peru", "the summit in Peruvia", False),
        ("met in Bali", "They MET  in\nBali.", True),
        ("People's Republic", "the People’s Republic", True),
        ("anniversar*", "two anniversaries", True),
        ("{n}th anniversary", "the 75th anniversary", True),
        ("{n}th anniversary", "the fifth anniversary", False),
        ("U.S. (aid)", "the U.S. (aid) plan", True),
        ("U.S. aid", "the UXS. aid", False),
    ],
)
def test_a_pattern_is_a_phrase_and_not_a_regular_expression(pattern, text, found):
    assert bool(compile_pattern(pattern).search(text)) == found
