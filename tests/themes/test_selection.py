import pandas as pd
import pytest

from dateline.articles import Timeframe
from dateline.errors import SettingError
from dateline.themes import find_mentions, find_passages, list_terms, read_codebook
from dateline.themes.selection import pick_passages, pick_themes

TABLES = {
    "themes": {
        "trade": {"terms": ["trade"], "tariffs": {"terms": ["tariff*", "=DUTY"], "unless": ["x"]}},
        "arms": {"terms": ["arms"]},
    },
    "actors": {"us": {"label": "United States", "terms": ["=US"]}},
}


@pytest.fixture
def codebook():
    return read_codebook(TABLES)


@pytest.fixture
def articles():
    """One stated day, one interval over the end of March, one article without a date."""
    days = [("2022-03-10", "2022-03-10"), ("2022-03-28", "2022-04-03"), (None, None)]
    table = pd.DataFrame(days, columns=["date_earliest", "date_latest"]).apply(pd.to_datetime)
    texts = ["Tariffs rise.", "Trade falls.", "Trade and arms."]
    blank = dict.fromkeys(["source", "title", "path", "problem"], "")
    table = table.assign(doc_id=["a", "b", "c"], date_class=["A", "B", "U"], text=texts)
    return table.assign(date=table["date_earliest"], **blank)


@pytest.fixture
def passages(articles, codebook):
    return find_passages(find_mentions(articles, codebook), articles)


def test_no_name_means_all_themes_and_no_actor(codebook):
    assert pick_themes(codebook) == ["trade", "trade.tariffs", "arms"]


def test_named_themes_and_actors_come_in_the_order_given_and_once(codebook):
    assert pick_themes(codebook, "us, arms,us") == ["us", "arms"]


def test_an_unknown_theme_is_met_with_the_nearest_and_all(codebook):
    with pytest.raises(SettingError, match=r"did you mean `arms`. known are trade, trade.tariffs"):
        pick_themes(codebook, "arm")


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2022-03-01", "2022-03-27", {"a"}),
        ("2022-03-01", "2022-03-31", {"a", "b"}),  # b has a part in March and one in April
        ("2022-04-01", "2022-04-30", {"b"}),
        ("2022-04-04", "", set()),
    ],
)
def test_days_take_every_article_that_may_be_of_them(
    passages, articles, codebook, since, until, found
):
    days = Timeframe(since=since, until=until)
    assert set(pick_passages(passages, articles, codebook, timeframe=days)["doc_id"]) == found


def test_classes_take_only_articles_that_are_dated_as_surely(passages, articles, codebook):
    stated = Timeframe(date_classes="A")
    assert set(pick_passages(passages, articles, codebook, timeframe=stated)["doc_id"]) == {"a"}


def test_without_days_and_classes_undated_articles_are_there(passages, articles, codebook):
    assert set(pick_passages(passages, articles, codebook, theme="trade")["doc_id"]) == set("abc")
    assert set(pick_passages(passages, articles, codebook, theme="arms")["doc_id"]) == {"c"}


def test_terms_are_listed_as_written_with_those_of_parts_in_their_own_row(codebook):
    table = list_terms(codebook).set_index("theme")
    assert table.loc["trade", "terms"] == "trade"
    assert table.loc["trade.tariffs", "terms"] == "tariff*; =DUTY"
    assert table.loc["trade.tariffs", "unless"] == "x"
    assert table.loc["us", ["kind", "label"]].tolist() == ["actor", "United States"]
