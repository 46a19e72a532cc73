import pytest

from dateline.charts.interval_words import say_band, say_interval
from dateline.stats.clusters import BY_ARTICLE, BY_SOURCE, FEW_SOURCES, NO_PAIR
from dateline.stats.rates import METHOD, ONE_EACH


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("wilson", "95 % Wilson interval"),
        ("wilson, 50 date draws", "95 % Wilson interval over 50 date draws"),
        (BY_ARTICLE, "95 % Wilson interval with the pooled design effect of stories"),
        (BY_SOURCE, "95 % Wilson interval with sources as clusters"),
        (METHOD, "95 % gamma interval with pooled dispersion"),
        (NO_PAIR, ""),
        (ONE_EACH + ", 50 date draws", ""),
        ("something new", "95 % interval (something new)"),
    ],
)
def test_the_interval_is_named_by_its_method(method, words):
    assert say_interval(method) == words


def test_few_sources_are_said_to_be_taken_as_independent():
    assert "(fewer than 5 sources: articles are taken as independent)" in say_interval(FEW_SOURCES)


def test_no_band_has_its_reason(series):
    unknown = series.assign(method=ONE_EACH, low=float("nan"), high=float("nan"))
    assert say_band(unknown) == ["No band: no period has two stories to learn the spread from."]


def test_no_total_at_all_has_no_band(series):
    assert say_band(series.assign(total=0.0)) == []
