import itertools

import matplotlib.dates as mdates
import pandas as pd
import pytest

from dateline.charts import draw_heatmap, draw_share, draw_shares, say_layers
from dateline.charts.events import group_numbers, number_text
from dateline.charts.share_axis import INDEX


@pytest.fixture
def events():
    days = pd.to_datetime(["2022-02-04", "2022-02-06", "2022-11-14", "2030-01-01"])
    last = pd.to_datetime(["2022-02-04", "2022-02-06", "2022-11-16", "2030-01-01"])
    return pd.DataFrame({"id": list("abcd"), "label": list("ABCD"), "start": days, "end": last})


def test_each_event_of_these_days_is_a_line_at_its_first_day(sanctions, events, drawn):
    lines = drawn(draw_share(sanctions, layers={"events": events}), "event")
    assert [line.get_xdata()[0] for line in lines] == mdates.date2num(events["start"][:3]).tolist()


def test_an_event_of_several_days_is_a_span(sanctions, events, drawn):
    (span,) = drawn(draw_share(sanctions, layers={"events": events}), "event days")
    assert span.get_width() == 3


def test_numbers_that_would_touch_are_written_together(sanctions, events, drawn):
    numbers = drawn(draw_share(sanctions, layers={"events": events}), "event number")
    assert [number.get_text() for number in numbers] == ["1, 2", "3"]


def test_no_two_numbers_touch(sanctions, drawn):
    days = pd.date_range("2022-01-05", periods=40, freq="9D")
    many = pd.DataFrame({"id": "x", "label": "x", "start": days, "end": days})
    ax = draw_share(sanctions, layers={"events": many})
    ax.figure.draw_without_rendering()
    boxes = [number.get_window_extent() for number in drawn(ax, "event number")]
    boxes.sort(key=lambda box: box.x0)
    assert all(a.x1 < b.x0 for a, b in itertools.pairwise(boxes))


def test_a_group_that_grows_takes_in_its_neighbours():
    assert group_numbers([10, 12, 23], size=8) == [(0, 2)]
    assert number_text(0, 2) == "1–3"


def test_a_heat_map_marks_events_over_its_columns_at_their_day(series, labels, events, drawn):
    ax = draw_heatmap(series, labels=labels, layers={"events": events})
    places = [mark.xy[0] for mark in drawn(ax, "event")]
    # 34 and 36 of the 90 days of the first column; 44 of the 92 days of the fourth.
    assert places == pytest.approx([34 / 90, 36 / 90, 3 + 44 / 92])
    assert [number.get_text() for number in drawn(ax, "event number")] == ["1, 2", "3"]


def test_numbers_of_events_over_a_heat_map_do_not_touch_the_colour_bar(series, labels, events):
    ax = draw_heatmap(series, labels=labels, layers={"events": events})
    ax.figure.draw_without_rendering()
    numbers = [note for note in ax.texts if note.get_gid() == "event number"]
    scale = ax.figure.axes[1].get_tightbbox()
    assert all(note.get_window_extent().y1 <= scale.y0 for note in numbers)


def test_an_index_has_the_events_and_no_smooth_line(series, labels, events, drawn):
    indexed = series.assign(unit=INDEX)
    smooth = series[["period", "theme"]].assign(smooth=0.2, edf=2.0, interpolated=False)
    layers = {"events": events, "smooth": smooth}
    ax = draw_shares(indexed, labels=labels, layers=layers).axes[0]
    assert len(drawn(ax, "event")) == 3 and not drawn(ax, "smooth")
    assert "mooth" not in say_layers(indexed, layers)
