import pandas as pd
import pytest

from dateline.charts import say_layers, say_size, say_thin


@pytest.fixture
def smooth(series):
    rows = series[["period", "theme"]].assign(smooth=0.2, interpolated=False, reason="")
    return rows.assign(edf=rows["theme"].map({"sanctions": 2.0, "war": 3.25}))


def test_nothing_beside_the_shares_needs_no_words(series):
    assert say_layers(series, {}) == say_layers(series.head(0), {}) == ""


def test_bars_are_said_to_be_stories(series, volume):
    assert say_layers(series, {"volume": volume}) == (
        "Grey bars: stories of each period, 5 at the most."
    )


def test_a_smooth_line_gives_its_degrees_of_freedom(series, smooth):
    words = say_layers(series, {"smooth": smooth})
    assert words.startswith("Thin line: Whittaker smoother, 2.0 to 3.2 effective degrees of")
    one = say_layers(series[series["theme"] == "sanctions"], {"smooth": smooth})
    assert "smoother, 2.0 effective" in one and "Dashed" not in one


def test_a_smooth_line_below_its_gate_is_said_to_be_missing(series, smooth):
    below = smooth.assign(edf=float("nan"), smooth=float("nan"))
    assert say_layers(series, {"smooth": below}) == (
        "No smooth line: too few stories or periods for one."
    )


def test_events_are_named_by_their_numbers_and_others_are_not(series):
    days = pd.to_datetime(["2022-05-01", "2021-05-01"])
    events = pd.DataFrame({"id": ["a", "b"], "label": ["Talks", "War"], "start": days})
    assert say_layers(series, {"events": events.assign(end=days)}) == (
        "Events: 1 Talks (2022-05-01)."
    )


def test_events_that_are_named_elsewhere_are_only_said_to_be_marked(series):
    day = pd.to_datetime(["2022-05-01"])
    events = pd.DataFrame({"id": ["a"], "label": ["Talks"], "start": day, "end": day})
    words = say_layers(series, {"events": events}, named=False)
    assert words == "Numbers over the curves: the events named above."
    later = events.assign(start=events["start"] + pd.Timedelta(days=900), end=pd.NaT)
    assert say_layers(series, {"events": later}, named=False) == ""


def test_thin_periods_of_words_are_those_of_few_stories(series, volume):
    words = series.assign(unit="words", total=series["total"] * 200)
    assert say_thin(words, {"volume": volume}, mark="Frame") == "Frame: fewer than 3 stories."
    assert say_thin(words, {}) == say_thin(series, {"volume": volume}) == ""


def test_a_handful_of_stories_is_said_to_be_too_few_for_a_curve(volume):
    assert "11 stories: too few for a curve" in say_size(volume, period="quarter")


def test_more_stories_are_said_to_show_only_large_differences(volume):
    # Wilson of 2 in 4: 0.1500 to 0.8500.
    many = volume.assign(stories=[4.0, 4.0, 4.0, 4.0])
    assert say_size(many, period="quarter").startswith(
        "16 stories, 4 in the median quarter: a share of a half there could as well be 15 % or 85 %"
    )


def test_no_story_is_said_to_leave_nothing(volume):
    assert "nothing to draw" in say_size(volume.assign(stories=0.0), period="year")


def test_what_so_many_can_show_is_said_of_articles_where_these_are_counted():
    days = pd.to_datetime(["2022-01-01", "2022-04-01"])
    volume = pd.DataFrame({"period": days, "stories": [20.0, 20.0], "articles": [30.0, 40.0]})
    said = say_size(volume, period="quarter", unit="articles")
    assert said.startswith("70 articles, 35 in the median quarter") and "stor" not in said
