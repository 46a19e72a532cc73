"""The shipped calendar of states: the form of its entries, and days that everybody can check."""

import re
import tomllib
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise, takewhile

import pytest

from dateline.articles.dates.calendar import load_calendar

# An office holder is called by one of these words, and never by the name alone.
TITLES = re.compile(
    r"\b(?:president|chancellor|premier|pm|minister|secretary|speaker|king|prince|advis[eo]r|chief"
    r"|leader|chairman|representative|director|diplomat)\b",
    re.I,
)
# Who died in office or was overthrown: a comment at the entry says when, and why no end is given.
OPEN_ENDED = {
    "afghanistan-president-ghani",
    "brazil-president-rousseff",
    "china-defence-li",
    "china-foreign-qin",
    "georgia-president-zourabichvili",
    "iran-foreign-amirabdollahian",
    "iran-president-raisi",
    "korea-president-park",
    "korea-president-yoon",
    "pakistan-pm-khan",
    "syria-president-assad",
    "vietnam-general-secretary-trong",
}
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def states(root):
    path = root / "lib" / "dateline" / "calendars" / "states.toml"
    return tomllib.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def offices(states):
    return states["offices"]


@pytest.fixture(scope="module")
def entries(states):
    return [*states["offices"], *states["events"]]


@pytest.fixture(scope="module")
def starts(entries):
    return {entry["id"]: entry["start"] for entry in entries}


@pytest.fixture(scope="module")
def posts(offices):
    """The terms of each office in their order; `what` reads "<person> is <office>"."""
    terms = defaultdict(list)
    for office in sorted(offices, key=lambda office: office["start"]):
        terms[office["what"].partition(" is ")[2]].append(office)
    return terms


def test_all_entries_are_among_the_shipped_ones(entries):
    shipped = load_calendar(None)
    ids = {entry.id for entry in (*shipped.offices, *shipped.events)}
    assert {entry["id"] for entry in entries} <= ids


def test_each_id_is_used_once(entries):
    counts = Counter(entry["id"] for entry in entries)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("key", ["what", "source", "patterns"])
def test_each_entry_says_what_it_is_and_where_it_is_from(entries, key):
    assert [entry["id"] for entry in entries if not entry.get(key)] == []


def test_nothing_ends_before_it_starts(entries):
    assert [e["id"] for e in entries if e.get("end", date.max) < e["start"]] == []


def test_nothing_is_announced_or_elected_after_it_starts(entries):
    first = {e["id"]: e.get("elected") or e.get("known_from") or date.min for e in entries}
    assert [e["id"] for e in entries if first[e["id"]] > e["start"]] == []


def test_no_term_begins_more_than_a_day_before_the_last_one_ends(posts):
    overlaps = [
        (one["id"], other["id"])
        for terms in posts.values()
        for one, other in pairwise(terms)
        if one.get("end", other["start"]) > other["start"] + DAY
    ]
    assert overlaps == []


def test_a_term_before_the_last_has_an_end_unless_it_is_listed_here(posts):
    earlier = {o["id"] for terms in posts.values() for o in terms[:-1] if "end" not in o}
    assert earlier <= OPEN_ENDED


def test_the_listed_terms_have_no_end(offices):
    assert {o["id"] for o in offices if "end" not in o} >= OPEN_ENDED


def test_ids_of_one_office_begin_alike_and_unlike_those_of_others(posts):
    begins = []
    for terms in posts.values():
        words = zip(*(office["id"].split("-") for office in terms), strict=False)
        alike = takewhile(lambda words: len(set(words)) == 1, words)
        begins.append("-".join(first for first, *_ in alike))
    assert "" not in begins
    assert len(set(begins)) == len(begins)


def test_two_terms_share_a_title_only_if_they_are_of_one_person(offices):
    holders = defaultdict(set)
    for office in offices:
        for phrase in (*office["patterns"], *office.get("elect", [])):
            holders[phrase.lower()].add(office.get("person", office["id"]))
    assert [phrase for phrase, names in holders.items() if len(names) > 1] == []


def test_no_entry_gives_a_phrase_twice(entries):
    lists = [[*e["patterns"], *e.get("elect", [])] for e in entries]
    assert [phrases for phrases in lists if len(set(phrases)) < len(phrases)] == []


def test_terms_of_one_person_have_the_same_titles_and_birthday(offices):
    people = defaultdict(list)
    for office in offices:
        if "person" in office:
            people[office["person"]].append((office["name"], office.get("born")))
    assert all(len(set(facts)) == 1 < len(facts) for facts in people.values())


def test_each_title_holds_a_word_for_the_office(offices):
    phrases = [phrase for office in offices for phrase in office["patterns"]]
    bare = [phrase for phrase in phrases if not TITLES.search(phrase)]
    assert bare == []


def test_each_phrase_of_an_event_holds_more_than_names(states):
    phrases = [phrase for event in states["events"] for phrase in event["patterns"]]
    assert [p for p in phrases if all(word[:1].isupper() for word in p.split())] == []


def test_each_holder_is_of_an_age_for_the_office(offices):
    for office in offices:
        days = [office["start"], office.get("end", office["start"])]
        ages = [(day - office["born"]).days / 365.25 for day in days if "born" in office]
        assert all(30 < age < 95 for age in ages), office["id"]


def test_whoever_is_called_elect_has_a_day_of_election(offices):
    assert [o["id"] for o in offices if ("elect" in o) != ("elected" in o)] == []


# Days that are in every almanac, with their weekday.
KNOWN = {
    "us-inauguration-2013": "Mon 2013-01-21",
    "us-president-trump-1": "Fri 2017-01-20",
    "us-president-biden": "Wed 2021-01-20",
    "us-president-trump-2": "Mon 2025-01-20",
    "us-election-2016": "Tue 2016-11-08",
    "us-election-2020": "Tue 2020-11-03",
    "us-election-2024": "Tue 2024-11-05",
    "us-capitol-2021": "Wed 2021-01-06",
    "pope-election-2013": "Wed 2013-03-13",
    "pope-election-2025": "Thu 2025-05-08",
    "scotland-2014": "Thu 2014-09-18",
    "uk-brexit-referendum-2016": "Thu 2016-06-23",
    "uk-brexit-2020": "Fri 2020-01-31",
    "uk-queen-2022": "Thu 2022-09-08",
    "uk-coronation-2023": "Sat 2023-05-06",
    "germany-chancellor-scholz": "Wed 2021-12-08",
    "germany-chancellor-merz": "Tue 2025-05-06",
    "france-president-macron": "Sun 2017-05-14",
    "russia-election-2018": "Sun 2018-03-18",
    "russia-inauguration-2024": "Tue 2024-05-07",
    "china-congress-19": "Wed 2017-10-18",
    "china-congress-20": "Sun 2022-10-16",
    "china-president-xi": "Thu 2013-03-14",
    "taiwan-election-2024": "Sat 2024-01-13",
    "ukraine-inauguration-2019": "Mon 2019-05-20",
    "korea-martial-law-2024": "Tue 2024-12-03",
}


@pytest.mark.parametrize(("name", "day"), KNOWN.items())
def test_well_known_days_are_right_to_the_weekday(starts, name, day):
    assert f"{starts[name]:%a} {starts[name]}" == day


@pytest.mark.parametrize("year", [2016, 2020, 2024])
def test_us_presidential_elections_are_on_the_tuesday_after_the_first_monday(starts, year):
    day = starts[f"us-election-{year}"]
    assert (day.month, day.weekday()) == (11, 1) and 2 <= day.day <= 8
