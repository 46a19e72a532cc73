"""The shipped calendar of summits: its form, its weekdays, and that its phrases name one event."""

import tomllib
from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations

import pytest

from dateline.articles.dates.calendar import load_calendar
from dateline.articles.dates.events import from_calendar
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.sentences import sentence_spans

LONGEST = timedelta(days=20)
# A session of the General Assembly lasts a year, a World Cup a month.
LONG = ("-session", "world-cup-")
# Held at one place twice and named alike: the phrases are shared, the rest of the article chooses.
NAMED_ALIKE = [
    {"g7-2015-elmau", "g7-2022-elmau"},
    {"apec-2016-lima", "apec-2024-lima"},
    {"nato-2017-brussels", "nato-2018-brussels", "nato-2021-brussels", "nato-2022-brussels"},
    {"brics-2018-johannesburg", "brics-2023-johannesburg"},
    {"sco-2013-bishkek", "sco-2019-bishkek"},
    {"sco-2014-dushanbe", "sco-2021-dushanbe"},
    {"sco-2017-astana", "sco-2024-astana"},
    {"focac-2018-beijing", "focac-2024-beijing"},
]
# As the press told it.
WEEKDAYS = {
    "g8-2013-lough-erne": "Monday",
    "obama-xi-sunnylands-2013": "Friday",
    "crimea-2014-03": "Tuesday",
    "mh17-2014-07": "Thursday",
    "jcpoa-2015-07": "Tuesday",
    "china-parade-2015-09": "Thursday",
    "paris-2015-11": "Friday",
    "g20-2016-hangzhou": "Sunday",
    "trump-xi-mar-a-lago-2017": "Thursday",
    "korea-2018-04": "Friday",
    "trump-kim-singapore-2018": "Tuesday",
    "trump-putin-helsinki-2018": "Monday",
    "trump-kim-hanoi-2019": "Wednesday",
    "trump-kim-dmz-2019": "Sunday",
    "who-pandemic-2020-03": "Wednesday",
    "biden-putin-geneva-2021": "Wednesday",
    "kabul-2021-08": "Sunday",
    "olympics-2022-beijing-opening": "Friday",
    "invasion-2022-02": "Thursday",
    "xi-moscow-2023-03": "Monday",
    "hamas-2023-10": "Saturday",
    "biden-xi-woodside-2023-11": "Wednesday",
    "biden-xi-lima-2024-11": "Saturday",
    "assad-2024-12": "Sunday",
    "trump-putin-anchorage-2025": "Friday",
    "trump-xi-busan-2025": "Thursday",
}


@pytest.fixture(scope="module")
def path(root):
    return root / "lib" / "dateline" / "calendars" / "summits.toml"


@pytest.fixture(scope="module")
def entries(path):
    """The tables of the file, of each kind."""
    return tomllib.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def calendar(path):
    return load_calendar(path, world=False)


@pytest.fixture(scope="module")
def told(calendar):
    """A function: class and first and last day of an article with this text."""

    def date_text(text):
        sentences = [text[start:end] for start, end in sentence_spans(text)]
        result = resolve_dates(from_calendar(sentences, calendar))
        return [result.date_class, str(result.earliest), str(result.latest)]

    return date_text


def test_the_file_loads_with_hundreds_of_events(calendar):
    assert len(calendar.events) >= 250
    assert len(calendar.anniversaries) >= 40


def test_every_entry_says_what_it_is_and_where_its_day_can_be_looked_up(entries):
    bare = [
        entry["id"]
        for kind in entries.values()
        for entry in kind
        if not entry.get("source") or not entry.get("what")
    ]
    assert bare == []


def test_ids_are_unique_in_all_shipped_calendars(path):
    files = [tomllib.loads(file.read_text("utf-8")) for file in path.parent.glob("*.toml")]
    ids = [entry["id"] for file in files for kind in file.values() for entry in kind]
    assert len(ids) == len(set(ids))


def test_events_lie_between_2013_and_2026(calendar):
    outside = [e.id for e in calendar.events if not (2013 <= e.start.year <= e.end.year <= 2026)]
    assert outside == []


def test_no_event_lasts_longer_than_such_things_do(calendar):
    long = [e.id for e in calendar.events if e.end - e.start > LONGEST]
    assert [name for name in long if not any(part in name for part in LONG)] == []


def test_an_event_is_known_before_it_starts(calendar):
    late = [e.id for e in calendar.events if e.known_from and e.known_from >= e.start]
    assert late == []


def test_the_events_of_a_section_stand_in_the_order_of_their_days(path):
    sections = path.read_text("utf-8").split("\n# ")
    starts = [[e["start"] for e in tomllib.loads(f"# {s}").get("events", [])] for s in sections]
    assert [days for days in starts if days != sorted(days)] == []


def test_a_phrase_names_one_event_unless_needs_or_the_rest_must_choose(entries):
    named = defaultdict(list)
    for event in entries["events"]:
        for phrase in event["patterns"]:
            named[phrase.lower()].append(event)
    clashes = [
        (one["id"], other["id"])
        for events in named.values()
        for one, other in combinations(events, 2)
        if not any({one["id"], other["id"]} <= alike for alike in NAMED_ALIKE)
        and not told_apart(one, other)
    ]
    assert clashes == []


def told_apart(one, other):
    """Whether each needs a word that the other does not."""
    first, second = set(one.get("needs", ())), set(other.get("needs", ()))
    return bool(first - second and second - first)


def test_events_that_are_named_alike_have_no_day_from_which_they_are_known(calendar):
    alike = set().union(*NAMED_ALIKE)
    known = [event.id for event in calendar.events if event.id in alike and event.known_from]
    assert known == []


@pytest.mark.parametrize("name", WEEKDAYS)
def test_the_first_day_of_an_event_is_the_weekday_of_the_press(calendar, name):
    (event,) = [event for event in calendar.events if event.id == name]
    assert f"{event.start:%A}" == WEEKDAYS[name]


@pytest.mark.parametrize("n", range(68, 81))
def test_the_general_assembly_opens_its_session_on_a_tuesday(calendar, n):
    (session,) = [event for event in calendar.events if event.id == f"unga-{n}-session"]
    assert session.start.strftime("%A %Y-%m") == f"Tuesday {1945 + n}-09"


@pytest.mark.parametrize("year", [year for year in range(2013, 2026) if year != 2021])
def test_the_nobel_peace_prize_is_announced_on_a_friday_of_october(calendar, year):
    (prize,) = [event for event in calendar.events if event.id == f"nobel-peace-{year}"]
    assert prize.start.strftime("%A %Y-%m") == f"Friday {year}-10"


TOLD = {
    # the day and the six after it
    "Obama and Xi met at the G20 summit in Hangzhou on Sunday.": ["B", "2016-09-04", "2016-09-10"],
    "NATO leaders met in Brussels on Monday.": ["B", "2021-06-14", "2021-06-20"],
    "Trump met Kim Jong Un in Hanoi on Wednesday.": ["B", "2019-02-27", "2019-03-05"],
    # three summits of NATO in Brussels began or went on on a Thursday: 2017, 2018, 2022
    "NATO leaders met in Brussels on Thursday.": ["U", "2017-05-25", "2022-03-30"],
    # it can be no other, but nothing says how long after
    "The Security Council adopted resolution 2375.": ["U", "2017-09-11", "None"],
}


@pytest.mark.parametrize("text", TOLD)
def test_an_article_that_tells_of_a_summit_is_dated_by_it(told, text):
    assert told(text) == TOLD[text]


UNTOLD = [
    # no other summit in Brussels of these years was on a Tuesday, and not this one either
    "NATO leaders met in Brussels on Tuesday.",
    "G20 finance ministers met in Buenos Aires on Friday.",
    "G7 finance ministers met in London on Saturday, ahead of the leaders in Cornwall.",
    "After the G7 summit Obama visited Hiroshima on Friday.",
    "COP29 president Mukhtar Babayev on Tuesday urged rich states to pay.",
    "Xi visited the venues of the Beijing Winter Olympics on Tuesday.",
    "The 70th session of the General Assembly elected nobody on Thursday.",
    "South Africa will host the BRICS summit in Durban in August.",
    "Putin and Xi met in Sochi on Friday, the opening day of the Winter Olympics.",
    "Maria Ressa received the Nobel Peace Prize on Friday.",
    "Modi spoke to a joint meeting of Congress on Wednesday. Vice President Biden applauded.",
    "Xi reviewed a military parade in Beijing on Tuesday, the 70th anniversary of the republic.",
    "Turkic leaders held a summit in Samarkand on Friday. Putin and Xi were not there.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_sounds_like_a_summit_and_is_none_gives_no_near_date(told, text):
    assert told(text)[0] in ("D", "U")


def test_anniversaries_count_from_their_day(calendar):
    days = {anniversary.id: anniversary.base for anniversary in calendar.anniversaries}
    assert (days["prc"], days["d-day"]) == (date(1949, 10, 1), date(1944, 6, 6))
    assert (days["berlin-wall"], days["september-11"]) == (date(1989, 11, 9), date(2001, 9, 11))
