"""Dating of a whole study: what the run, the folder and the neighbours add to each article."""

from datetime import date

import pytest

from dateline.articles import build_corpus
from dateline.articles.run_day import TODAY, run_day
from dateline.errors import DatesError, SettingError, StudyError
from dateline.study import open_study

ALONE = "[dating]\nworld_calendar = false\n"


@pytest.fixture
def dated(make_study):
    """A function: texts by file name, and settings, to the rows of the articles by path."""

    def build(texts, settings=ALONE, **options):
        files = {f"articles/{name}": text for name, text in texts.items()}
        study = open_study(make_study({"study.toml": settings} | files))
        return build_corpus(study, **options).articles.set_index("path")

    return build


def test_the_day_of_the_run_can_be_given(monkeypatch):
    monkeypatch.setenv(TODAY, "2022-03-21")
    assert run_day() == date(2022, 3, 21)


def test_a_day_of_the_run_that_is_none_is_one_sentence(monkeypatch):
    monkeypatch.setenv(TODAY, "soon")
    with pytest.raises(SettingError, match="DATELINE_TODAY is 'soon'; write a day such as"):
        run_day()


def test_a_date_in_the_future_of_the_run_is_not_believed(dated, monkeypatch):
    texts = {"a.txt": "Published: 21 March 2022\n\nTalks open.\n"}
    monkeypatch.setenv(TODAY, "2022-03-20")  # a day ahead may be a time zone
    assert dated(texts).loc["a.txt", "date_class"] == "A"
    monkeypatch.setenv(TODAY, "2022-03-19")
    assert dated(texts).loc["a.txt", "date_class"] == "U"


def test_nothing_was_written_after_it_was_collected(dated):
    settings = ALONE + "collected = 2022-03-31\n"
    row = dated({"a.txt": "They had met in March 2022.\n"}, settings).loc["a.txt"]
    assert (str(row["date_earliest"])[:10], str(row["date_latest"])[:10]) == (
        "2022-03-01",
        "2022-03-31",
    )
    assert (row["date_class"], row["date_basis"]) == ("C", "collected + month mentioned")


@pytest.mark.parametrize("day", ['"2022-03-31"', "2022", "2022-03-31T10:00:00"])
def test_a_day_of_collection_that_is_none_is_one_sentence(dated, day):
    with pytest.raises(StudyError, match="`collected` must be a day such as 2024-11-30, no quotes"):
        dated({"a.txt": "x"}, f"[dating]\ncollected = {day}\n")


def test_the_order_of_day_and_month_comes_from_the_source(dated):
    days = ["13/02/2022", "14/02/2022", "15/02/2022", "16/02/2022", "17/02/2022", "03/04/2022"]
    texts = {
        f"{n}.txt": f"Star Herald\n\nPublished: {day}\n\nTalks.\n" for n, day in enumerate(days)
    }
    assert str(dated(texts).loc["5.txt", "date"])[:10] == "2022-04-03"


def test_an_order_that_nobody_tells_leaves_two_days_and_a_conflict(dated):
    row = dated({"a.txt": "Published: 03/04/2022\n\nTalks.\n"}).loc["a.txt"]
    assert (row["date_class"], row["date_conflict"]) == ("D", True)
    assert [str(row[name])[:10] for name in ("date_earliest", "date_latest")] == [
        "2022-03-04",
        "2022-04-03",
    ]


TOLD = "Ilse Marquardt of Varden Steel sells 1,234 wagons to Port Lorne."
# Stories of other years, so that agreement on one month tells something.
OTHERS = {f"{year}.txt": f" date {year}-06-01 Rain fell in {year}.\n" for year in range(2014, 2020)}
REPORTS = {
    "a.txt": f" date 2021-03-02 {TOLD}\n",
    "b.txt": f" date 2021-03-05 Steel workers cheer.\n\n{TOLD} They are heavy.\n",
    "c.txt": f"A town holds its breath\n\n{TOLD} Nobody knows the price.\n",
}


def test_dated_articles_bound_an_undated_one_that_tells_of_the_same(dated):
    row = dated(OTHERS | REPORTS).loc["c.txt"]
    assert (row["date_class"], row["date_basis"]) == ("C", "nearby")
    assert [str(row[name])[:10] for name in ("date_earliest", "date_latest")] == [
        "2021-01-30",  # 31 days before the first report
        "2021-04-05",  # and 31 after the second
    ]
    assert "documents: a.txt (2021-03-02), b.txt (2021-03-05)" in row["date_evidence"]


def test_evidence_of_the_corpus_can_be_switched_off(dated):
    settings = ALONE + "corpus_evidence = false\n"
    assert dated(OTHERS | REPORTS, settings).loc["c.txt", "date_class"] == "U"


def test_a_decision_for_the_future_is_one_sentence(make_study, monkeypatch):
    monkeypatch.setenv(TODAY, "2022-03-21")
    dates = "article,earliest,latest,note\na.txt,2042-03-05,,a slip\n"
    study = open_study(make_study({"study.toml": "", "articles/a.txt": "x", "dates.csv": dates}))
    with pytest.raises(DatesError, match=r"`a\.txt` is decided for 2042-03-05, which is after"):
        build_corpus(study)


def test_a_decision_may_name_the_file_that_was_set_aside_as_a_repeat(make_study):
    files = {
        "study.toml": "",
        "dates.csv": "article,earliest,latest,note\na (1).txt,2022-03-21,,\n",
    }
    texts = dict.fromkeys(["articles/a.txt", "articles/a (1).txt"], "Both sides met.")
    (article,) = build_corpus(open_study(make_study(files | texts))).articles.itertuples()
    assert (str(article.date.date()), article.date_class) == ("2022-03-21", "A")
