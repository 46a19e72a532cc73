"""What is chosen, counted, edited and written, without a browser."""

import tomllib
from dataclasses import replace

import pandas as pd
import pytest

from dateline.articles import choose_period
from dateline.errors import CodebookError, ReportError, SettingError
from dateline.explore.model import Exploration
from dateline.report.parameter_file import merge_parameters
from dateline.report.plan import plan_jobs
from dateline.stats import UNITS, count_by_period
from dateline.themes import find_mentions


def counts(series: pd.DataFrame, theme: str) -> list[float]:
    return series.loc[series["theme"] == theme, "count"].tolist()


def test_the_first_view_has_the_common_outer_themes_and_the_study_s_period(model):
    assert model.view.themes == ("trade", "talks")
    assert model.timeframe.period == "month"
    assert model.articles_mentioning() == {"trade": 4, "trade.steel": 1, "talks": 1, "us": 2}


@pytest.mark.parametrize("unit", UNITS)
def test_every_number_is_that_of_the_reports(model, unit):
    model.select(unit=unit, themes=("trade.steel", "us"), until="2022-03-31")
    timeframe = choose_period(model.corpus.articles, model.view.timeframe)
    mentions = find_mentions(model.corpus.articles, model.codebook)
    whole = count_by_period(
        mentions, model.corpus.articles, model.codebook, timeframe=timeframe, unit=unit
    )
    wanted = whole[whole["theme"].isin(["trade.steel", "us"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(model.series(), wanted)


def test_a_choice_changes_only_what_it_names(model):
    before = model.view
    model.select(unit="articles")
    assert model.view.unit == "articles" and model.view.themes == before.themes
    assert counts(model.series(), "trade") == [2, 1, 1]


@pytest.mark.parametrize(
    "choice", [{"themes": ("trode",)}, {"sources": ("Herald",)}, {"unit": "lines"}, {"colour": 1}]
)
def test_a_choice_that_is_not_possible_changes_nothing(model, choice):
    before = model.view
    with pytest.raises(SettingError):
        model.select(**choice)
    assert model.view == before


def test_of_some_sources_a_story_counts_though_its_original_is_of_another(model):
    model.select(sources=("gazette",))
    assert counts(model.series(), "trade") == [1, 0, 1]
    assert model.passages_at("trade", "2022-01-01")["path"].tolist() == ["gazette/five.txt"]


def test_no_theme_chosen_gives_no_row(model):
    model.select(themes=())
    assert model.series().empty and model.left_out().empty


def test_an_edit_moves_the_counts_of_the_theme_and_is_not_written(model, folder):
    before = (folder / "codebook.toml").read_bytes()
    assert model.edit_theme("trade", "tariff*\ncoal").empty  # counted for its steel already
    moves = model.edit_theme("talks", "summit*\nmill")
    assert moves.values.tolist() == [["talks", pd.Timestamp("2022-02-01"), 0, 1, 1]]
    assert counts(model.series(), "talks") == [1, 1, 0]
    assert counts(model.series_on_disk(), "talks") == [1, 0, 0]
    assert (folder / "codebook.toml").read_bytes() == before


def test_an_edit_of_a_part_moves_the_whole_too(model):
    moves = model.edit_theme("trade.steel", "iron")
    assert moves[["theme", "change"]].values.tolist() == [["trade", -1], ["trade.steel", -1]]


def test_a_theme_gets_its_terms_of_the_file_back(model):
    model.edit_theme("talks", "mill")
    assert model.is_edited
    assert model.reset_theme("talks").empty and not model.is_edited


def test_an_edit_that_cannot_be_read_changes_nothing(model):
    with pytest.raises(CodebookError):
        model.edit_theme("talks", "{ any")
    assert not model.is_edited


def test_a_decided_date_counts_after_the_study_is_read_again(model, doc_id):
    model.select(themes=("talks",), sources=("gazette",))
    model.decide_date(doc_id("gazette/six.txt"), "2022-02-15", note="N.N.")
    assert model.series()["total"].tolist() == [1, 0, 1]
    model.reload()
    assert model.series()["total"].tolist() == [1, 1, 1]
    assert model.view.sources == ("gazette",)


def test_a_saved_view_is_what_a_report_takes(model, tmp_path):
    model.select(themes=("talks",), period="auto", since="2022-01-01")
    assert model.save_view(tmp_path / "view.toml") == []
    given = merge_parameters(tmp_path / "view.toml")
    jobs = {job.name: job.passed for job in plan_jobs(model.corpus.study, parameters=given)}
    assert jobs["02-themes"]["themes"] == jobs["03-passages"]["theme"] == "talks"
    assert jobs["02-themes"]["since"] == "2022-01-01"
    assert jobs["02-themes"]["period"] == model.timeframe.period != "auto"


def test_what_a_file_cannot_say_is_said(model, tmp_path):
    model.select(sources=("gazette",))
    model.edit_theme("talks", "mill")
    remarks = model.save_view(tmp_path / "view.toml")
    assert "limited to gazette" in remarks[0] and "codebook.toml" in remarks[1]
    assert all(f"# {remark}" in (tmp_path / "view.toml").read_text() for remark in remarks)


def test_only_a_view_is_written_over(model, tmp_path):
    model.save_view(tmp_path / "view.toml")
    model.select(unit="articles")
    model.save_view(tmp_path / "view.toml")
    assert tomllib.loads((tmp_path / "view.toml").read_text())["unit"] == "articles"
    (tmp_path / "mine.toml").write_text("x = 1\n")
    with pytest.raises(ReportError, match="is no view"):
        model.save_view(tmp_path / "mine.toml")
    with pytest.raises(SettingError, match=r"ends with \.toml"):
        model.save_view(tmp_path / "view.txt")


def test_a_study_without_a_counted_article_can_be_explored(make_study):
    from dateline.articles import build_corpus
    from dateline.study import open_study

    empty = Exploration(build_corpus(open_study(make_study({"a.txt": "Undated words."}))))
    assert empty.series().empty


@pytest.mark.parametrize(("unit", "period"), [("articles", "month"), ("stories", "year")])
def test_the_period_is_decided_by_what_is_counted(model, unit, period):
    """Three articles of a month are enough for months, and one story with two copies is not."""
    few = model.corpus.articles.iloc[[0, 0, 0]].assign(doc_id=["a", "b", "c"])
    first, last = pd.to_datetime(["2022-03-01", "2022-03-15"])
    few = few.assign(copy_of=["", "a", "a"], date_class="B", date_earliest=first, date_latest=last)
    model.corpus = replace(model.corpus, articles=few.reset_index(drop=True))
    model.select(period="auto", unit=unit)
    assert model.timeframe.period == period
