"""Which base period an index has, and what is said where it has none."""

from pathlib import Path

import pandas as pd
import pytest

from dateline.errors import SettingError
from dateline.stats.index_base import IndexBase, choose_base, index_on_base
from dateline.themes.ready import find_codebook

OWN = Path("codebook.toml")
GPR = find_codebook("gpr")


@pytest.fixture
def series() -> pd.DataFrame:
    """Two themes in two years: 10 % and 20 % of the stories, then 30 % and 20 %."""
    rows = [("2021-01-01", "gpr", 0.1), ("2021-01-01", "acts", 0.2),
            ("2022-01-01", "gpr", 0.3), ("2022-01-01", "acts", 0.2)]  # fmt: skip
    table = pd.DataFrame(rows, columns=["period", "theme", "share"])
    table["period"] = pd.to_datetime(table["period"]).astype("datetime64[us]")
    ends = {"low": table["share"], "high": table["share"]}
    return table.assign(unit="stories", count=1.0, total=10.0, method="wilson", **ends)


def test_a_codebook_of_the_package_brings_its_base_and_its_theme():
    assert choose_base(GPR) == IndexBase("1985-01-01", "2019-12-31", "gpr")


def test_another_codebook_has_no_base_unless_one_is_given():
    assert choose_base(OWN) == IndexBase()
    assert choose_base(OWN, "2021-01-01", "2021-12-31").days == ("2021-01-01", "2021-12-31")


def test_a_base_that_is_given_outranks_that_of_the_codebook():
    assert choose_base(GPR, "2021-01-01", "2021-12-31").first == "2021-01-01"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [("2021", "2022-01-01", "not a day"), ("2021-01-01", "", "only one"),
     ("2022-01-01", "2021-01-01", "is after")],
)  # fmt: skip
def test_what_is_no_period_is_refused(first, last, words):
    with pytest.raises(SettingError, match=words):
        choose_base(OWN, first, last)


def test_the_mean_of_the_base_is_100(series):
    index, remark = index_on_base(series, IndexBase("2021-01-01", "2021-12-31"))
    assert index["index"].round(6).tolist() == [100, 100, 300, 100] and remark == ""


def test_with_the_theme_of_a_codebook_the_others_have_no_index(series):
    index, _ = index_on_base(series, IndexBase("2021-01-01", "2021-12-31", "gpr"))
    assert index["index"].notna().tolist() == [True, False, True, False]
    assert index["theme"].tolist() == series["theme"].tolist()


def test_a_base_without_articles_gives_a_sentence_and_no_index(series):
    index, remark = index_on_base(series, choose_base(GPR))
    assert index["index"].isna().all() and len(index) == len(series)
    assert remark.startswith("There is no index: no article is in a period")


def test_without_a_base_there_is_neither_index_nor_sentence(series):
    index, remark = index_on_base(series, IndexBase())
    assert index["index"].isna().all() and remark == ""
