"""How a source or a table fills its dates."""

from dateline.articles.dates.metadata import from_metadata
from dateline.articles.dates.metadata_habits import NO_HABIT, Habit, judge_habits

SPREAD = [f"2022-{month:02}-{day:02}" for month in (2, 3, 4) for day in (5, 12, 19, 26)]


def rows(values, name="column:date"):
    """A table with one column of dates."""
    return [("a.csv", "", ((name, value),)) for value in values]


def pages(values, name="meta:article:published_time"):
    """Pages of one source."""
    return [(f"{number}.html", "gazette", ((name, value),)) for number, value in enumerate(values)]


def habit(articles):
    """That of the first article's first name."""
    name = articles[0][2][0][0]
    return judge_habits(articles)[0].get(name, NO_HABIT)


def read(articles, which=0):
    """What metadata give for one article, by the habits of all."""
    found = from_metadata(articles[which][2], habits=judge_habits(articles)[which])
    return [(str(piece.earliest), str(piece.latest), piece.strength) for piece in found]


def test_days_of_publication_show_no_habit():
    assert habit(rows(SPREAD)) == NO_HABIT
    assert read(rows(SPREAD)) == [("2022-02-05", "2022-02-05", "stated")]


def test_three_days_of_nine_rows_may_be_those_of_collecting():
    articles = rows(["2023-05-01", "2023-05-02", "2023-05-03"] * 3)
    assert habit(articles) == Habit(few=True, shared=frozenset())
    assert read(articles) == [("None", "None", "check")]


def test_four_rows_show_no_habit():
    assert habit(rows(["2023-05-01"] * 4)) == NO_HABIT


def test_the_rows_of_one_table_do_not_make_those_of_another_doubtful():
    other = [("b.csv", "", (("column:date", day),)) for day in SPREAD]
    assert judge_habits([*other, *rows(["2023-05-01"] * 9)])[0] == {}


def test_files_of_one_row_count_by_folder():
    articles = [(f"a/{n}.json", "", (("column:date", "2023-05-01"),)) for n in range(5)]
    assert habit(articles).few


def test_a_moment_that_five_pages_share_is_that_of_a_move():
    moment = "2018-06-01T10:15:02Z"
    days = [f"{day}T10:00:00Z" for day in SPREAD]
    assert habit(pages([moment] * 5 + days)).shared == {moment}
    assert habit(pages([moment] * 4 + days)).shared == frozenset()


def test_a_day_that_half_of_the_pages_share_is_that_of_a_move():
    articles = pages(["2018-06-01"] * 12 + SPREAD)
    assert read(articles) == [("None", "None", "check")]
    assert read(articles, -1) == [("2022-04-26", "2022-04-26", "stated")]


def test_a_busy_day_is_no_habit():
    assert habit(pages(["2022-02-24"] * 11 + SPREAD)).shared == frozenset()


def test_doubt_on_a_day_spreads_to_what_htmldate_read_there():
    both = (("meta:date", "2018-06-01"), ("htmldate:strict", "2018-06-01"))
    articles = [("1.html", "gazette", both), *pages(["2018-06-01"] * 9, "meta:date")]
    assert read(articles) == [("None", "None", "check")] * 2


def test_many_days_of_january_the_first_stand_for_the_year():
    articles = rows(["2019-01-01", "2020-01-01", "2021-01-01", *SPREAD])
    assert read(articles) == [("2019-01-01", "2019-12-31", "bound")]
    assert habit(rows(["2019-01-01", *SPREAD])) == NO_HABIT


def test_many_first_days_stand_for_the_month():
    firsts = [f"2022-{month:02}-01" for month in range(2, 8)]
    assert read(rows([*firsts, *SPREAD])) == [("2022-02-01", "2022-02-28", "bound")]


def test_a_spreadsheet_that_exchanged_day_and_month_leaves_both():
    swapped = ["2022-03-04", "2022-07-05", "2022-09-11", "25/04/2022", "26/04/2022", "27/04/2022"]
    assert read(rows(swapped)) == [
        ("2022-03-04", "2022-03-04", "stated"),
        ("2022-04-03", "2022-04-03", "stated"),
    ]
    assert read(rows(swapped), 3) == [("2022-04-25", "2022-04-25", "stated")]


def test_days_after_the_twelfth_show_that_nothing_was_exchanged():
    mixed = ["2022-03-04", "2022-07-15", "2022-09-11", "25/04/2022", "26/04/2022", "27/04/2022"]
    assert not habit(rows(mixed)).exchanged


def test_placeholders_are_not_counted():
    assert habit(rows(["1970-01-01"] * 20 + SPREAD)) == NO_HABIT


def test_an_export_of_one_weeks_paper_states_its_days():
    articles = rows(["May 1, 2023 Monday", "May 2, 2023 Tuesday"] * 9, "export:publication date")
    assert read(articles) == [("2023-05-01", "2023-05-01", "stated")]


def test_the_latest_entries_of_a_feed_state_their_days():
    articles = rows([f"2023-05-0{day}T10:{n:02}:00Z" for day in (1, 2) for n in range(9)],
                    "feed:published")  # fmt: skip
    assert read(articles) == [("2023-05-01", "2023-05-01", "stated")]


def test_a_moment_that_entries_of_a_feed_share_is_that_of_its_making():
    articles = rows(["2023-05-01T10:15:00Z"] * 5, "feed:published")
    assert read(articles) == [("None", "None", "check")]


def test_one_day_above_twelve_settles_the_order_of_its_column():
    articles = rows(["03/12/2022", "17/11/2022", "05/05/2022"])
    assert read(articles) == [("2022-12-03", "2022-12-03", "stated")]
    (piece,) = from_metadata(articles[0][2], habits=judge_habits(articles)[0])
    assert piece.note == "day first, as in the rest of its column"


def test_an_order_that_is_contradicted_or_of_another_table_settles_nothing():
    both = [("2022-12-03", "2022-12-03", "stated"), ("2022-03-12", "2022-03-12", "stated")]
    other = [("b.csv", "", (("column:date", "17/11/2022"),))] * 2
    assert read(rows(["03/12/2022", "17/11/2022", "11/17/2022"])) == both
    assert read(rows(["03/12/2022", "05/05/2022"]) + other) == both


def test_figures_of_another_form_tell_nothing_of_a_column():
    assert len(read(rows(["03/12/2022", "17.11.2022"]))) == 2
