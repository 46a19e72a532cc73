"""All dating rules on one article, and on the real ones."""

from datetime import date

import pytest

from dateline.articles import clean_text, date_article, load_calendar
from dateline.articles.dates.calendar import Calendar
from dateline.articles.dates.evidence import STATED, Evidence
from dateline.sources import RawArticle

# The publication days that the README of the source documents gives.
TRUE_DAYS = {
    "001": ("2021-12-16", "2021-12-16"),
    "002": ("2024-10-01", "2024-10-04"),
    "003": ("2024-11-13", "2024-11-16"),
}


def dated(raw, calendar=None, **options):
    article = RawArticle(path="a.txt", text=raw, encoding="utf-8")
    return date_article(article, clean_text(raw), calendar or Calendar(), **options)


@pytest.fixture(scope="module")
def calendar(root):
    return load_calendar(root / "seeds" / "calendar.toml")


@pytest.fixture(scope="module")
def document(shared):
    """A function from the number of a source document to its text."""

    def read(number):
        (path,) = (shared / "source_documents").glob(f"{number}_*.txt")
        return path.read_text("utf-8")

    return read


def test_the_header_is_read_in_the_raw_text():
    result = dated(" date 2022-03-21 Talks open.\n\nThey met in March 2021.")
    assert (result.date_class, result.best) == ("A", date(2022, 3, 21))


def test_evidence_from_outside_the_text_is_weighed_too():
    day = date(2022, 3, 21)
    result = dated("Talks open.", known=[Evidence("file name", "x", "path", day, day, STATED, day)])
    assert result.date_class == "A"


def test_a_link_in_the_body_is_older_than_the_article():
    result = dated("Talks open.\n\nMore: https://paper.example/2019/05/06/talks was wrong.")
    assert (result.date_class, result.earliest) == ("U", date(2019, 5, 6))


def test_a_date_in_a_caption_tells_nothing_of_the_article():
    raw = "Talks open\n\nThey met.\n\n ?? A. LENS ?? The leaders met in June 2019.\n"
    assert dated(raw).earliest is None


def test_a_newspaper_page_comes_out_a_day_after_the_event(calendar):
    page = "Star Herald\n\nTwo leaders meet\n\n- By A. Reporter\n\n"
    text = "President Biden and Xi met in Bali on Monday."
    assert dated(page + text, calendar).best == date(2022, 11, 15)
    assert dated(text, calendar).best == date(2022, 11, 14)


@pytest.mark.real
@pytest.mark.parametrize(
    ("number", "day"), [("000", date(2022, 3, 21)), ("004", date(2021, 12, 15))]
)
def test_the_stated_dates_of_real_articles_are_found(document, calendar, number, day):
    for known in (calendar, Calendar()):
        result = dated(document(number), known)
        assert (result.date_class, result.best, result.conflict) == ("A", day, False)


@pytest.mark.real
@pytest.mark.parametrize("number", TRUE_DAYS)
def test_the_true_dates_of_undated_real_articles_lie_in_their_intervals(document, calendar, number):
    result = dated(document(number), calendar)
    first, last = map(date.fromisoformat, TRUE_DAYS[number])
    assert result.earliest <= first <= last <= result.latest
    assert (result.date_class in "BC", result.conflict) == (True, False)


@pytest.mark.real
@pytest.mark.parametrize("number", ["001", "002"])
def test_real_articles_with_anchored_events_are_known_to_a_week(document, calendar, number):
    assert dated(document(number), calendar).date_class == "B"


@pytest.mark.real
@pytest.mark.parametrize("number", TRUE_DAYS)
def test_without_a_calendar_undated_real_articles_stay_undated(document, number):
    result = dated(document(number))
    assert (result.date_class in "DU", result.best) == (True, None)
