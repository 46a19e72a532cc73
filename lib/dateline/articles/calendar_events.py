"""The events of a calendar as a table, to mark them in charts."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pandas as pd

from dateline.articles.dates.calendar import load_calendar
from dateline.errors import CalendarError
from dateline.toml import parse_toml, read_toml

EVENT_COLUMNS = {
    "id": "str",
    "label": "str",  # what happened; the id where the calendar does not say
    "start": "datetime64[us]",  # first and last day
    "end": "datetime64[us]",
}


def list_events(calendar: Path | None, *, world: bool = False) -> pd.DataFrame:
    """
    The events of a study's own calendar.toml, EVENT_COLUMNS, by first day.

    `calendar` is the path that `Study.calendar` holds; without one there are no events. With
    `world`, those that the package ships are there too, unless the study replaces them: they are
    hundreds, of all subjects. Raises CalendarError as `load_calendar`.
    """
    events = load_calendar(calendar, world=world).events
    names = _labels(calendar, world=world)
    rows = [(event.id, names.get(event.id, event.id), event.start, event.end) for event in events]
    table = pd.DataFrame(rows, columns=list(EVENT_COLUMNS)).astype(EVENT_COLUMNS)
    return table.sort_values(["start", "id"], ignore_index=True)


def _labels(calendar: Path | None, *, world: bool) -> dict[str, str]:
    """What each event is called; the study's own words come before those that are shipped."""
    tables = []
    if world:
        folder = resources.files("dateline").joinpath("calendars")
        files = sorted(folder.iterdir(), key=lambda file: file.name)
        tables += [
            parse_toml(file.read_text("utf-8"), file.name, error=CalendarError)
            for file in files
            if file.name.endswith(".toml")
        ]
    if calendar is not None:
        tables.append(read_toml(calendar, error=CalendarError)[0])
    entries = [entry for table in tables for entry in table.get("events", [])]
    return {entry["id"]: entry["what"] for entry in entries if entry.get("what")}
