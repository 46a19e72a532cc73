"""What differs between two reports, from small studies of which the numbers can be counted."""

from pathlib import Path

import pytest

from dateline.errors import ReportError
from dateline.report.collect import collect_results
from dateline.report.difference import compare_reports
from dateline.report.difference_text import NOTHING, difference_markdown, difference_text
from dateline.report.record import make_record, record_bytes
from dateline.report.tables import table_bytes
from dateline.study import open_study

CODEBOOK = '[themes.sanctions]\nterms = ["sanction*"]\n[themes.talks]\nterms = ["talks"]\n'
STUDY = {
    "study.toml": 'title = "Trial"\n',
    "codebook.toml": CODEBOOK,
    "articles/a.txt": " date 2022-01-10 An embargo was announced by the ministers in the harbour.",
    "articles/b.txt": " date 2022-02-10 The embargo on timber is felt by nobody in the mountains.",
    "articles/c.txt": " date 2022-03-10 Sanctions are old news to fishermen of the northern bay.",
    "articles/d.txt": " date 2022-05-10 Talks ended late, and the delegates left without a word.",
}
NEW_TERM = {"codebook.toml": CODEBOOK.replace('"sanction*"', '"sanction*", "embargo*"')}


@pytest.fixture
def report(tmp_path):
    """A function: the tables and the record of a report, for the study with some files changed."""

    def make(name: str, changed=(), gone=(), **settings: str) -> Path:
        folder, out = tmp_path / name / "study", tmp_path / name / "report"
        for path, content in {**STUDY, **dict(changed)}.items():
            if path not in gone:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(content)
        study, given = open_study(folder), {"period": "quarter", **settings}
        results = collect_results(study, given)
        out.mkdir()
        for table in ("articles", "passages", "series"):
            (out / f"{table}.csv").write_bytes(table_bytes(results.tables[table], ".csv"))
        (out / "record.json").write_bytes(
            record_bytes(make_record(study, given, results.files), {})
        )
        return out

    return make


def points(difference):
    shown = difference.points
    counts = zip(shown["theme"], shown["period"].dt.strftime("%Y-%m"), shown["count_old"],
                 shown["count_new"], shown["total_new"], strict=True)  # fmt: skip
    return [tuple(row) for row in counts]


def lines(difference, heading):
    text = difference_text(difference)
    block = next(block for block in text.split("\n\n") if block.startswith(heading))
    return [line.strip() for line in block.splitlines()[1:]]


def test_a_new_term_is_named_with_the_articles_through_which_it_moves_a_point(report):
    difference = compare_reports(report("old"), report("new", NEW_TERM))
    assert points(difference) == [("sanctions", "2022-01", 1, 3, 3)]
    assert lines(difference, "Points") == [
        "sanctions 2022 Q1: 1 -> 3 of 3 stories (33 % -> 100 %); through new term `embargo*` in "
        "a.txt, b.txt"
    ]
    assert lines(difference, "Codebook") == [
        "sanctions: new term `embargo*`, brings 2 mentions in 2 articles"
    ]


def test_a_term_that_is_removed_is_named_too(report):
    difference = compare_reports(report("old", NEW_TERM), report("new"))
    assert "through term removed `embargo*` in a.txt, b.txt" in lines(difference, "Points")[0]
    assert "had brought 2 mentions in 2 articles" in lines(difference, "Codebook")[0]


def test_many_new_terms_of_a_theme_are_one_line_of_which_the_first_bring_most(report):
    terms = ", ".join(f'"word{number}"' for number in range(8))
    many = {"codebook.toml": CODEBOOK.replace('"talks"', f'"talks", {terms}, "embargo*"')}
    difference = compare_reports(report("old"), report("new", many))
    assert lines(difference, "Codebook") == [
        "talks: 9 new terms, which bring 2 mentions: `embargo*` (2 in 2 articles), `word0`, "
        "`word1`, `word2`, `word3` and 4 more"
    ]
    (back,) = lines(compare_reports(report("a", many), report("b")), "Codebook")
    assert back.startswith("talks: 9 terms removed, which had brought 2 mentions: `embargo*` (2 ")


def test_a_theme_that_is_gone_is_one_line_and_its_points_have_no_second_end(report):
    gone = {"codebook.toml": CODEBOOK.partition("[themes.talks]")[0]}
    difference = compare_reports(report("old"), report("new", gone))
    assert lines(difference, "Codebook") == [
        "talks: theme removed, 1 term, which had brought 1 mention: `talks` (1 in 1 article)"
    ]
    assert "talks 2022 Q2: 1 of 1 story (100 %); theme removed" in lines(difference, "Points")


def test_of_many_themes_the_first_are_told_and_where_the_rest_is(report):
    more = "".join(f'[themes.new{n}]\nterms = ["x{n}", "y{n}"]\n' for n in range(15))
    found = compare_reports(report("a"), report("b", {"codebook.toml": CODEBOOK + more}))
    told = lines(found, "Codebook")
    assert len(told) == 13 and told[0] == "new0: new theme, 2 terms, which bring nothing"
    assert told[-1] == "... 3 more; codebook.csv of each report has all terms"


def test_what_is_new_under_unless_is_the_reason_where_a_term_no_longer_counts(report):
    mask = {"codebook.toml": CODEBOOK.replace('"sanction*"]', '"sanction*"]\nunless = ["old news"]')
            .replace("old news", "sanctions are old")}  # fmt: skip
    difference = compare_reports(report("old"), report("new", mask))
    (line,) = lines(difference, "Points")
    assert "masked by what is new under unless, before `sanction*` in c.txt" in line
    assert lines(difference, "Codebook") == ["sanctions: new under unless, `sanctions are old`"]


def test_an_article_that_came_moves_count_and_total(report):
    came = {"articles/e.txt": " date 2022-06-01 More talks, says a note in the harbour office."}
    difference = compare_reports(report("old"), report("new", came))
    assert points(difference) == [("talks", "2022-04", 1, 2, 2)]
    assert "1 of 1 -> 2 of 2 stories" in lines(difference, "Points")[0]
    assert lines(difference, "Points")[0].endswith("through new article e.txt")
    assert lines(difference, "Files") == ["added: e.txt"]


def test_an_article_that_only_adds_to_the_total_is_named_as_such(report):
    came = {"articles/e.txt": " date 2022-06-01 Rain, says a note in the harbour office today."}
    (line,) = lines(compare_reports(report("old"), report("new", came)), "Points")
    assert (
        line
        == "talks 2022 Q2: 1 of 1 -> 1 of 2 stories (100 % -> 50 %); total +1: new article e.txt"
    )


def test_an_article_that_is_gone_leaves_a_gap(report):
    difference = compare_reports(report("old"), report("new", gone=["articles/d.txt"]))
    assert points(difference) == [("talks", "2022-04", 1, 0, 0)]
    assert "(100 % -> no share); through article gone, d.txt" in lines(difference, "Points")[0]


def test_a_date_that_a_person_set_is_told_as_before_and_now(report):
    dates = {"dates.csv": "article,earliest,latest,note\nd.txt,2022-03-01,2022-03-01,by hand\n"}
    difference = compare_reports(report("old"), report("new", dates))
    assert points(difference)[0][:2] in (("talks", "2022-01"), ("talks", "2022-04"))
    assert any(
        "dated 2022-03-01, before 2022-05-10, d.txt" in x for x in lines(difference, "Points")
    )
    assert any("content of dates" in x for x in lines(difference, "Settings"))


def test_a_text_that_changed_is_the_same_article(report):
    other = {"articles/d.txt": " date 2022-05-10 Silence, and the delegates left without a word."}
    difference = compare_reports(report("old"), report("new", other))
    assert points(difference) == [("talks", "2022-04", 1, 0, 1)]
    assert "through article whose text changed d.txt" in lines(difference, "Points")[0]
    assert lines(difference, "Files") == ["changed: d.txt"]


def test_a_copy_is_left_out_with_its_reason(report):
    text = STUDY["articles/d.txt"].replace("2022-05-10", "2022-05-11")
    difference = compare_reports(report("old"), report("new", {"articles/e.txt": text}))
    assert points(difference) == []  # a second copy of a story moves no share of stories


def test_of_other_parameters_the_values_are_told(report):
    difference = compare_reports(report("old"), report("new", since="2022-04-01"))
    assert "parameter since" not in difference_text(difference)  # only one of them has it
    both = compare_reports(report("a", since="2022-01-01"), report("b", since="2022-04-01"))
    assert "parameter since: 2022-01-01 -> 2022-04-01" in lines(both, "Settings")


def test_points_of_other_periods_or_units_are_not_compared(report):
    difference = compare_reports(report("old"), report("new", period="year"))
    assert difference.points.empty and difference.period == "year"
    assert "make both with the same period" in lines(difference, "Points")[0]
    other = compare_reports(report("a"), report("b", unit="articles"))
    assert "make both with the same unit" in difference_text(other)


def test_the_furthest_moves_come_first_and_the_rest_is_counted(report):
    came = {f"articles/e{n}.txt": f" date 2022-0{n}-15 Talks {'x' * n} by the river {n}."
            for n in (1, 4, 7)}  # fmt: skip
    difference = compare_reports(report("old"), report("new", came), most=1)
    moved = difference.points["moved"].abs()
    assert moved.is_monotonic_decreasing and len(difference.causes) == 1
    assert lines(difference, "Points")[-1] == (
        f"... {len(moved) - 1} more moved, none of them further"
    )


def test_two_equal_reports_have_no_difference(report):
    difference = compare_reports(report("old"), report("new"))
    assert difference.is_empty
    assert difference_text(difference) == f"{NOTHING}\n"
    assert NOTHING in difference_markdown(difference)


def test_a_name_becomes_neither_markup_nor_an_order_to_the_terminal(report):
    came = {"articles/<b>|`x\x1b[2J@you.txt": " date 2022-06-01 More talks, says a note."}
    difference = compare_reports(report("old"), report("new", came))
    markdown = difference_markdown(difference)
    assert "<b>" not in markdown and "@" not in markdown and "&#60;b&#62;&#124;" in markdown
    assert "\x1b" not in difference_text(difference) + markdown
    assert "<b>|`x\\x1b[2J@you.txt" in difference_text(difference)


def test_a_record_of_before_can_be_compared_as_far_as_it_goes(report):
    old, new = report("old"), report("new", NEW_TERM)
    record = '{"parameters": {"period": "quarter"}, "files": {}, "definitions": {"codebook": "x"}}'
    (old / "record.json").unlink()
    (old / "run.json").write_text(record)
    text = difference_text(compare_reports(old, new))
    assert "one report is too old to say in which terms" in text
    assert "sanctions 2022 Q1: 1 -> 3 of 3 stories" in text


@pytest.mark.parametrize("name", ["articles.csv", "series.csv", "passages.csv"])
def test_a_table_that_is_not_there_is_named(report, name):
    folder = report("old")
    (folder / name).unlink()
    with pytest.raises(ReportError, match=f"{name}: is not there; make the report again"):
        compare_reports(folder, folder)
