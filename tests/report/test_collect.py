"""The tables of a run say what its parameters ask for."""

import pytest

from dateline.errors import SettingError
from dateline.report.collect import collect_results
from dateline.study import open_study

FILES = {
    "a.txt": " date 2022-03-21 Talks about sanctions open in Geneva.",
    "b.txt": "Sanctions were lifted, an official told reporters in the harbour.",
    "dates.csv": "article,earliest,latest,note\nb.txt,2022-03-29,2022-04-04,by hand\n",
}


@pytest.fixture
def study(make_study):
    return open_study(make_study(FILES))


def totals(results):
    series = results.tables["series"].drop_duplicates("period")
    return dict(zip(series["period"].dt.strftime("%Y-%m"), series["total"], strict=True))


def test_the_series_is_of_the_periods_days_and_classes_asked_for(study):
    assert totals(collect_results(study, {"period": "month"})) == {
        "2022-03": 1.428571,  # one day and three of seven
        "2022-04": 0.571429,
    }
    assert totals(collect_results(study, {"period": "month", "date_classes": "A"})) == {
        "2022-03": 1
    }
    until = collect_results(study, {"period": "month", "until": "2022-03-31"})
    assert totals(until) == {"2022-03": 1}


def test_the_ledger_is_of_the_same_articles_as_the_series(study):
    results = collect_results(study, {"period": "month", "date_classes": "A"})
    lines = results.tables["ledger"].set_index("line")["number"]
    assert (lines["dated less surely than asked"], lines["counted"]) == (1, 1)


@pytest.mark.parametrize(
    "mistake", [{"date_classes": "B"}, {"since": "soon"}, {"period": "M"}, {"theme": "sanctons"}]
)
def test_a_mistake_costs_no_wait(study, mistake):
    steps = []
    with pytest.raises(SettingError):
        collect_results(study, mistake, progress=lambda *step: steps.append(step))
    assert steps == []
