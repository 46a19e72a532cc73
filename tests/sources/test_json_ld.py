"""Structured data without end must not end the run; the ordinary cases are those of page_dates."""

import pytest
from lxml.html import document_fromstring

from dateline.sources.json_ld import json_ld_dates


def page(script, kind="application/ld+json"):
    return document_fromstring(
        f'<html><script type="{kind}">{script}</script><h1>Talks</h1></html>'
    )


@pytest.mark.parametrize("script", ["[" * 100_000, '{"@graph":' * 100_000, "9" * 10_000, "null"])
def test_a_bomb_is_passed_over(script):
    assert json_ld_dates(page(script)) == []


def test_a_date_in_figures_is_kept_as_it_stands():
    found = json_ld_dates(page('{"@type": "Article", "datePublished": 1648116000}'))
    assert found == [("json-ld:datePublished", "1648116000")]


@pytest.mark.parametrize("value", ["null", "[]", "{}", '""', '"' + "x" * 101 + '"'])
def test_what_cannot_be_a_date_is_left(value):
    assert json_ld_dates(page(f'{{"@type": "Article", "datePublished": {value}}}')) == []


def test_another_kind_of_script_is_not_read():
    script = '{"@type": "Article", "datePublished": "2022-03-24"}'
    assert json_ld_dates(page(script, "application/json")) == []
