"""From a study to its tables: what is in them, and what does not change them."""

import pandas as pd
import pytest

from dateline.articles import ARTICLE_COLUMNS, build_corpus
from dateline.articles.corpus import EVIDENCE_COLUMNS, REMOVAL_COLUMNS
from dateline.errors import CalendarError, DatesError, StudyError
from dateline.study import open_study

ONE = " date 2022-03-21 Talks on trade open.\n\nThey go on for days.\n"
TWO = "Star Herald\n\nA quiet day\n\n- By A. Reporter\n\nPARIS — Nothing happened in March 2022.\n"
STUDY = {"study.toml": "", "articles/one.txt": ONE, "articles/two.txt": TWO}


@pytest.fixture
def corpus(make_study):
    """A function: files by name, added to two articles, to the corpus of the study."""

    def build(more=None, **options):
        return build_corpus(open_study(make_study(STUDY | (more or {}))), **options)

    return build


def ids(corpus):
    return dict(zip(corpus.articles["path"], corpus.articles["doc_id"], strict=True))


def row(corpus, path):
    return corpus.articles.set_index("path").loc[path]


def test_every_table_has_its_columns(corpus):
    built = corpus()
    assert list(built.articles.columns) == list(ARTICLE_COLUMNS)
    assert list(built.removals.columns) == list(REMOVAL_COLUMNS)
    assert list(built.evidence.columns) == list(EVIDENCE_COLUMNS)


def test_a_row_tells_what_the_article_says_of_itself(corpus):
    two = row(corpus(), "two.txt")
    assert (two["source"], two["title"], two["author"]) == (
        "Star Herald",
        "A quiet day",
        "A. Reporter",
    )
    assert (two["text"], two["n_words"]) == ("A quiet day\n\nNothing happened in March 2022.", 8)


def test_a_date_has_its_rule_and_its_span(corpus):
    one = row(corpus(), "one.txt")
    assert (one["date"], one["date_class"]) == (pd.Timestamp("2022-03-21"), "A")
    assert (one["date_basis"], one["date_evidence"]) == ("header line", "2022-03-21")


def test_days_are_days_also_where_none_is_known(make_study):
    articles = build_corpus(
        open_study(make_study({"study.toml": "", "articles/a": "Hm."}))
    ).articles
    assert articles["date"].dtype == articles["date_latest"].dtype == "datetime64[us]"


def test_removals_and_evidence_quote_the_raw_text(corpus):
    built = corpus()
    raw = {"one.txt": ONE, "two.txt": TWO}
    for removal in built.removals.itertuples():
        assert raw[removal.path][removal.start : removal.end] == removal.text
    assert set(built.evidence["text"]) == {"2022-03-21", "in March 2022"}


def test_the_same_study_gives_the_same_tables_twice(root):
    study = open_study(root / "seeds")
    one, other = build_corpus(study), build_corpus(study)
    for table in ("articles", "files", "removals", "evidence", "pairs"):
        pd.testing.assert_frame_equal(getattr(one, table), getattr(other, table))


def test_an_added_article_leaves_the_ids_of_the_others(corpus):
    before, after = ids(corpus()), ids(corpus({"articles/more.txt": "A third."}))
    assert after.items() > before.items()


def test_ids_do_not_depend_on_the_order_in_which_files_came(tmp_path):
    for study, names in (("x", ["b", "a"]), ("y", ["a", "b"])):
        (tmp_path / study).mkdir()
        for name in names:
            (tmp_path / study / f"{name}.txt").write_text(f"Text {name}.")
    one, other = (build_corpus(open_study(tmp_path / study)) for study in ("x", "y"))
    pd.testing.assert_frame_equal(one.articles, other.articles)


def test_the_same_text_in_two_places_has_two_ids(corpus):
    built = corpus({"articles/other/one.txt": ONE})
    assert built.articles["doc_id"].is_unique
    assert row(built, "other/one.txt")["copy_of"] == row(built, "one.txt")["doc_id"]


def test_ids_are_no_numbers(seeds):
    assert seeds.articles["doc_id"].str.fullmatch("d[0-9a-f]{12}").all()


def test_a_date_without_an_article_is_a_problem_and_stays_in_the_table(corpus):
    empty = row(corpus({"articles/empty.txt": " date 2022-03-21\n"}), "empty.txt")
    assert (empty["problem"], empty["n_words"]) == ("no text left after cleaning", 0)


def test_the_folder_is_the_source_where_nothing_else_tells(corpus):
    built = corpus({"articles/gazette/a.txt": "Text.", "articles/2022/b.txt": "Text too."})
    assert row(built, "gazette/a.txt")["source"] == "gazette"
    assert row(built, "2022/b.txt")["source"] == ""


@pytest.mark.parametrize("by", ["path", "doc_id"])
def test_a_decision_outranks_what_the_article_states(corpus, by):
    key = {"path": "one.txt", "doc_id": ids(corpus())["one.txt"]}[by]
    built = corpus(
        {"dates.csv": f"article,earliest,latest,note\n{key},2022-04-01,,seen in print\n"}
    )
    one = row(built, "one.txt")
    assert (one["date"], one["date_class"]) == (pd.Timestamp("2022-04-01"), "A")
    assert (one["date_basis"], one["date_evidence"]) == ("dates.csv", "seen in print")
    assert one["date_conflict"]  # with the header, which stays in the table of evidence


def test_the_outranked_date_stays_in_the_evidence(corpus):
    built = corpus({"dates.csv": "article,earliest,latest,note\none.txt,2022-04-01,,\n"})
    header = built.evidence.set_index("rule").loc["header line"]
    assert (bool(header["used"]), header["note"]) == (False, "contradicts dates.csv")


def test_a_decision_for_an_unknown_article_is_refused(corpus):
    with pytest.raises(DatesError, match=r"no article `tow.txt`"):
        corpus({"dates.csv": "article,earliest,latest,note\ntow.txt,2022-04-01,,\n"})


def test_a_decision_that_is_no_day_is_refused(corpus):
    with pytest.raises(DatesError, match=r"dates.csv, line 2: '1.4.2022' is no day"):
        corpus({"dates.csv": "article,earliest,latest,note\none.txt,1.4.2022,,\n"})


def test_a_mistake_in_the_calendar_is_refused(corpus):
    with pytest.raises(CalendarError, match=r"calendar.toml, events 1"):
        corpus({"calendar.toml": "[[events]]\n"})


def test_file_names_of_a_folder_date_its_articles(corpus):
    days = ("2022-03-01", "2022-03-02", "2022-03-03")
    built = corpus({f"articles/g/g_{day}.txt": f"Text of {day[-1]} words." for day in days})
    assert [str(row(built, f"g/g_{day}.txt")["date"].date()) for day in days] == list(days)


def test_progress_is_told_step_by_step(corpus):
    steps = []
    corpus(progress=lambda step, done, total: steps.append(step))
    assert list(dict.fromkeys(steps)) == ["reading", "cleaning", "dating", "copies"]


GERMAN = (
    "Die beiden Präsidenten sprachen am Donnerstag zwei Stunden lang, und sie wollen sich bald "
    "wieder treffen."
)


@pytest.mark.parametrize("counted, problem", [("true", ""), ("false", "another language")])
def test_an_article_in_another_language_counts_if_the_study_says_so(corpus, counted, problem):
    settings = f'[cleaning]\nlanguages = ["en"]\nother_languages = {counted}\n'
    built = corpus({"study.toml": settings, "articles/three.txt": GERMAN})
    three = row(built, "three.txt")
    assert (three["language"], three["problem"]) == ("de", problem)
    assert row(built, "one.txt")["problem"] == ""  # too short to tell


def test_titles_that_do_not_count_stay_in_their_column(corpus):
    two = row(corpus({"study.toml": "[cleaning]\ntitles = false\n"}), "two.txt")
    assert (two["title"], two["text"], two["n_words"]) == (
        "A quiet day",
        "Nothing happened in March 2022.",
        5,
    )


def test_a_rule_that_is_off_takes_nothing(corpus):
    built = corpus({"study.toml": '[cleaning]\noff = ["byline"]\n'})
    assert "- By A. Reporter" in row(built, "two.txt")["text"]
    assert "byline" not in set(built.removals["rule"])


def test_a_rule_that_does_not_exist_is_refused(corpus):
    with pytest.raises(StudyError, match=r"`off` names 'byeline'; did you mean `byline`"):
        corpus({"study.toml": '[cleaning]\noff = ["byeline"]\n'})
