from pathlib import Path

import pytest

from dateline.articles.calendar_events import list_events
from dateline.errors import CalendarError

OWN = """
[[events]]
id = "later"
start = 2022-05-01
patterns = ["talks in Lisbon"]

[[events]]
id = "first"
what = "Talks open"
start = 2022-04-01
end = 2022-04-03
patterns = ["talks in Porto"]
"""


@pytest.fixture
def calendar(tmp_path) -> Path:
    path = tmp_path / "calendar.toml"
    path.write_text(OWN)
    return path


def test_a_studys_own_events_come_by_day_with_what_they_are(calendar):
    rows = list_events(calendar)[["label", "start", "end"]].astype("str").to_numpy().tolist()
    assert rows == [
        ["Talks open", "2022-04-01", "2022-04-03"],
        ["later", "2022-05-01", "2022-05-01"],
    ]


def test_without_a_calendar_there_are_no_events():
    assert list_events(None).empty


def test_the_shipped_events_come_only_if_asked_for(calendar):
    world = list_events(calendar, world=True)
    assert len(world) > 100 and {"first", "later"} <= set(world["id"])
    assert world["start"].is_monotonic_increasing


def test_a_mistake_of_the_calendar_is_told_with_its_place(calendar):
    calendar.write_text('[[events]]\nid = "x"\n')
    with pytest.raises(CalendarError, match=r"calendar\.toml"):
        list_events(calendar)
