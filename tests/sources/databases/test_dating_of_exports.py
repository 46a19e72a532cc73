"""Exports in a study: the day that the database states is the article's, class A."""

import pytest

from dateline.articles.clean import clean_text
from dateline.articles.dates import date_article, load_calendar
from dateline.sources.databases.europresse import read_europresse
from dateline.sources.databases.factiva_html import read_factiva_html
from dateline.sources.databases.factiva_xml import read_factiva_xml
from dateline.sources.databases.lexisnexis_html import read_lexisnexis_html
from dateline.sources.databases.lexisnexis_text import read_lexisnexis_text
from dateline.sources.databases.mediargus import read_mediargus
from dateline.sources.databases.proquest import read_proquest


def dates(found):
    """Class and day of each article, by its own evidence."""
    calendar = load_calendar(None, world=False)
    results = [date_article(each, clean_text(each.text), calendar) for each in found.articles]
    return [(result.date_class, str(result.best)) for result in results]


@pytest.mark.parametrize(
    "read, name, expect",
    [
        (read_lexisnexis_text, "lexisnexis.txt",
         [("A", "2010-01-11"), ("A", "2010-01-12"), ("U", "None")]),
        (read_lexisnexis_html, "lexisnexis.html", [("A", "2018-12-19"), ("A", "2014-05-30")]),
        (read_factiva_html, "factiva.html",
         [("A", "2017-11-13"), ("A", "1993-01-09"), ("A", "2018-05-28"), ("U", "None")]),
        (read_factiva_html, "factiva_index.html", [("A", "2011-12-29"), ("U", "None")]),
        (read_factiva_xml, "factiva.xml", [("A", "2010-03-11"), ("A", "2010-03-12")]),
        (read_proquest, "proquest.txt", [("A", "2018-03-05"), ("A", "2018-03-06")]),
        (read_europresse, "europresse.html", [("A", "2019-03-05"), ("A", "2015-11-13")]),
        (read_mediargus, "mediargus.txt", [("A", "2011-11-30"), ("A", "2011-12-01")]),
    ],
)  # fmt: skip
def test_the_stated_day_is_the_articles(read, name, expect, export):
    assert dates(read(name, export(name))) == expect


def test_a_load_date_alone_is_no_date(export):
    content = export("lexisnexis.txt").replace(b"January 11, 2010 Monday", b"")
    assert dates(read_lexisnexis_text("a.txt", content))[0][1] == "None"
