"""calendar.toml: what it may hold, its patterns, and one sentence for each mistake."""

import tomllib
from datetime import date

import pytest

from dateline.articles.dates.calendar import Calendar, compile_pattern, list_replaced, load_calendar
from dateline.errors import CalendarError

EVENT = '[[events]]\nid = "a"\nstart = 2022-11-14\npatterns = ["met in Bali"]\n'


OFFICE = '[[offices]]\nid = "b"\nname = "X"\npatterns = ["President X"]\nstart = 2021-01-20\n'


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


def test_a_term_of_office_may_have_a_birthday_a_person_and_needs(load):
    (office,) = load(f'{OFFICE}born = 1952-10-07\nperson = "x"\nneeds = ["Moscow"]\n').offices
    assert (office.born, office.person, office.needs[0].text) == (date(1952, 10, 7), "x", "Moscow")
    assert load(OFFICE).offices[0].person == "b"


def test_the_shipped_calendars_come_first_and_the_study_adds_to_them(tmp_path):
    (tmp_path / "calendar.toml").write_text(EVENT)
    world, both = load_calendar(None), load_calendar(tmp_path / "calendar.toml")
    assert [event.id for event in both.events] == [*(event.id for event in world.events), "a"]


def test_an_entry_of_the_study_replaces_the_shipped_one_of_the_same_id(tmp_path):
    world = load_calendar(None)
    shipped = world.events[0].id
    (tmp_path / "calendar.toml").write_text(EVENT.replace('"a"', f'"{shipped}"'))
    events = load_calendar(tmp_path / "calendar.toml").events
    assert len(events) == len(world.events)
    assert [event.start for event in events if event.id == shipped] == [date(2022, 11, 14)]


def test_an_event_may_be_known_on_the_day_it_starts(load):
    (event,) = load(EVENT + "known_from = 2022-11-14\n").events
    assert event.known_from == event.start


def test_the_shipped_entries_that_a_study_replaces_are_listed_with_their_lines(tmp_path):
    shipped = load_calendar(None).offices[0].id
    path = tmp_path / "calendar.toml"
    path.write_text(EVENT + EVENT.replace('"a"', f'"{shipped}"'))
    assert list_replaced(path) == [(shipped, 6)] and list_replaced(None) == []


def shipped_files(root):
    return sorted((root / "lib" / "dateline" / "calendars").glob("*.toml"))


def test_every_shipped_entry_names_its_source(root):
    for file in shipped_files(root):
        tables = tomllib.loads(file.read_text("utf-8"))
        entries = [entry for kind in tables.values() for entry in kind]
        assert entries and all(entry.get("source", "").strip() for entry in entries), file.name


def test_shipped_ids_are_used_once_in_all_files(root):
    tables = [tomllib.loads(file.read_text("utf-8")) for file in shipped_files(root)]
    ids = [entry["id"] for table in tables for kind in table.values() for entry in kind]
    assert len(ids) == len(set(ids)) > 500


def test_no_event_is_announced_after_it_is_over():
    late = [e.id for e in load_calendar(None).events if e.known_from and e.known_from > e.end]
    assert late == []


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
    "a term that ends before it starts": (
        OFFICE + "end = 2020-01-20\n",
        "line 2: the term ends before it starts",
    ),
    "announced after it began": (
        EVENT + "known_from = 2022-11-15\n",
        "line 2: `known_from` is after `start`",
    ),
    "elected after the term began": (
        OFFICE + "elected = 2021-01-21\n",
        "line 2: the holder is elected after the term starts",
    ),
    "born in quotes": (
        OFFICE + 'born = "1952"\n',
        "line 2: `born` must be a day",
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
