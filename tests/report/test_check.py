import pytest

from dateline.articles import Timeframe, build_corpus
from dateline.articles.dates.calendar import load_calendar
from dateline.report.check import check_study
from dateline.study import open_study
from dateline.themes import load_codebook

CODEBOOK = '[themes.trade]\nterms = ["trade", "tariff*", "duties", "trade"]\n'


@pytest.fixture
def findings(make_study):
    def find(files):
        corpus = build_corpus(open_study(make_study(files)))
        return check_study(corpus, load_codebook(corpus.study.codebook))

    return find


def test_refused_files_are_errors_and_undated_articles_are_named(findings):
    found = findings({"a.txt": " date 2022-01-01 Trade.", "b.txt": "Trade.", "c.pdf": "%PDF"})
    assert found.errors == 1
    assert "b.txt  undated; dates.csv can decide" in found.lines
    assert any(line.startswith("c.pdf  refused: ") for line in found.lines)


def test_terms_that_match_nothing_stand_in_one_line_for_each_theme(findings):
    lines = findings({"a.txt": "Trade.", "codebook.toml": CODEBOOK}).lines
    assert "codebook.toml, line 2: in trade these match nothing here: `tariff*`, `duties`" in lines
    assert any("`trade` in trade is in this theme twice" in line for line in lines)


def test_many_terms_that_match_nothing_are_counted_and_the_place_of_the_list_is_told(findings):
    words = ", ".join(f'"word{n}"' for n in range(20))
    codebook = f'[themes.a]\nterms = [{words}]\n[themes.b]\nterms = ["trade"]\n'
    lines = findings({"a.txt": "Trade.", "codebook.toml": codebook}).lines
    assert lines[-2:] == [
        "codebook.toml: 20 of 21 terms match nothing here, such as `word0`, `word1`, `word2`, "
        "`word3`, `word4`; the report 08-codebook lists them all",
        "codebook.toml: no term matches at all in a",
    ]


def test_of_one_kind_of_warning_only_the_first_are_told(findings):
    codebook = "[themes.a]\nterms = [" + '"trade", ' * 14 + "]\n"
    lines = findings({"a.txt": "Trade.", "codebook.toml": codebook}).lines
    assert sum("is in this theme twice" in line for line in lines) == 10
    assert lines[-1] == "... 3 more like the last are in the report 08-codebook"


def test_a_near_miss_has_file_line_and_number(findings):
    codebook = '[themes.a]\nterms = ["sanctons", "trade"]\n'
    lines = findings({"a.txt": "Trade sanctions. " * 5, "codebook.toml": codebook}).lines
    near = "`sanctons` in a is one letter from `sanctions`, 5 in the articles"
    assert f"codebook.toml, line 2: {near}" in lines


def test_of_the_starter_codebook_only_the_number_of_unused_terms_is_told(findings):
    lines = findings({"a.txt": "Nothing of note."}).lines
    assert sum("match nothing here" in line for line in lines) == 1


def test_the_ledger_comes_with_its_numbers(findings):
    assert "      1  files found" in findings({"a.txt": "Trade."}).lines


DATED = "Published: {}\n\nTrade.\n"


def test_the_ledger_and_its_heading_are_those_of_the_timeframe(make_study):
    days = ("5 March 2022", "6 March 2022", "7 May 2022")
    files = {f"{n}.txt": DATED.format(day) for n, day in enumerate(days)}
    corpus = build_corpus(open_study(make_study(files)))
    asked = Timeframe("month", "2022-03-01", "2022-03-31", "AB")
    found = check_study(corpus, load_codebook(corpus.study.codebook), timeframe=asked)
    heading = "A report counts by month from 2022-03-01 to 2022-03-31, dates of class A and B only:"
    assert heading in found.lines
    assert "      1    outside the range of days" in found.lines
    assert "      0    dated too widely for a month" in found.lines


def test_without_a_timeframe_the_period_is_the_one_that_a_report_chooses(findings):
    assert "A report counts by year:" in findings({"a.txt": DATED.format("5 March 2022")}).lines


def test_a_source_that_is_only_the_name_of_a_folder_is_marked(findings):
    files = {"wire/a.txt": "Trade.", "wire/b.txt": "War.", "c.txt": "Arms."}
    files["d.csv"] = "title,source,text\nOne,The Post,Talks.\n"
    assert (
        "sources, with their articles: wire 2 (name of the folder), not known 1, The Post 1"
    ) in findings(files).lines


def test_an_own_calendar_entry_that_replaces_a_shipped_one_is_a_note_and_no_error(findings):
    shipped = load_calendar(None).events[0].id
    entry = f'[[events]]\nid = "{shipped}"\nstart = 2022-11-14\npatterns = ["met in Bali"]\n'
    found = findings({"a.txt": "Trade.", "calendar.toml": entry})
    note = f"calendar.toml, line 2: `{shipped}` replaces the entry of this id that Dateline ships"
    assert [line for line in found.lines if line.startswith(note)] and not found.errors
    found = findings({"a.txt": "Trade.", "calendar.toml": entry.replace(shipped, "own")})
    assert not [line for line in found.lines if line.startswith("calendar.toml")]


TABLE = "title,date,text\nOne,03/12/2022,Talks.\nTwo,04/05/2023,War.\n"
DECIDED = "article,earliest,latest,note\n"


def test_a_date_in_figures_that_is_in_doubt_has_a_way_out(findings):
    lines = findings({"t.csv": TABLE}).lines
    assert "t.csv, article 1, “One”  dates conflict: 2022-12-03, column:date “03/12/2022”" in lines
    assert (
        "t.csv, article 1, “One”  dates conflict: 2022-03-12, column:date “03/12/2022”; "
        "write such dates as 2022-12-03, or dates.csv can decide"
    ) in lines


def test_a_day_above_twelve_leaves_no_date_of_its_column_in_doubt(findings):
    lines = findings({"t.csv": TABLE + "Three,17/11/2022,Arms.\n"}).lines
    assert not [line for line in lines if "dates conflict" in line]


def test_a_decided_article_is_no_conflict(findings):
    text = "Published: 21 March 2022\n\nTalks.\n\nPublished: 29 March 2022\n"
    decided = {"b.txt": text, "dates.csv": DECIDED + "b.txt,2022-03-21,,seen\n"}
    lines = [line for line in findings(decided).lines if line.startswith("b.txt")]
    assert lines == [
        "b.txt  decided in dates.csv: 2022-03-21; set aside: 2022-03-29, header line "
        "“29 March 2022”"
    ]


def test_lines_of_dates_csv_without_a_day_are_counted(findings):
    files = {"a.txt": "Trade.", "dates.csv": DECIDED + "a.txt,,,no date found\n"}
    assert "1 line of dates.csv has no day yet" in findings(files).lines
