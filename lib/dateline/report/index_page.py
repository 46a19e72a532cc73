"""The index page of a study: its numbers, its reports, its tables, its ledger and its record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dateline.articles.share_level import NONE
from dateline.report.boxes import name_headings
from dateline.report.opening import study_facts
from dateline.report.policy import TEMPLATES, content_policy, style_sheet
from dateline.report.redraw import CHARTS
from dateline.report.results import Failure, MadeReport, Results
from dateline.report.safe import safe_html
from dateline.report.share_level import what_is_withheld
from dateline.report.show import ledger_html, table_html
from dateline.study import Study

# A word on each table that a run writes.
TABLE_NOTES = {
    "articles": "one row per article, without its text",
    "series": "one row per period and theme: count, total, share and interval",
    "totals": "the same for the whole range, one row per theme",
    "volume": "one row per period: articles and distinct stories",
    "left_out": "what is in no period, by theme and reason",
    "passages": "one row per match, with the sentence that it stands in",
    "codebook": "the terms that count for each theme and actor",
    "removals": "what cleaning took out of the articles, and by which rule",
    "evidence": "each hint that dates an article, with the words that give it",
    "undecided": "lines for dates.csv: undated articles and conflicts for a person to decide",
    "ledger": "what became of every file and article, in numbers that add up",
    "files": "one row per file found, and why it was not read where it was not",
    "copies": "which article is a copy of which, and how alike they are",
}

# The same of a table that says less at the share level "none".
NONE_NOTES = {
    "undecided": TABLE_NOTES["undecided"] + "; each is named by its doc_id, its words are withheld",
}
CHARTS_NOTE = "what each chart was drawn from, for the command “dateline charts”"


def index_html(
    study: Study,
    results: Results,
    record: Mapping[str, Any],
    *,
    reports: Sequence[MadeReport],
    failures: Sequence[Failure],
) -> str:
    """
    The index page as HTML, in the style of the reports and as self-contained as they are.

    `record` is what `make_record` gives. Paths of failures are shown relative to the page.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    notes = TABLE_NOTES | (NONE_NOTES if study.share == NONE else {})
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    environment.trim_blocks = environment.lstrip_blocks = True
    return environment.get_template("index.html.j2").render(
        study=study,
        policy=content_policy(styles=[style_sheet()]),
        sheet=style_sheet(),
        facts=study_facts(results),
        withheld=what_is_withheld(study.share),
        reports=reports,
        failures=failures,
        tables=[
            *((f"{name}.csv", notes.get(name, "")) for name in results.tables),
            (CHARTS, CHARTS_NOTE),
        ],
        charts=[(report.name, report.tables) for report in reports if report.tables],
        ledger=_plain(ledger_html(results.tables["ledger"])) if "ledger" in results.tables else "",
        record=_plain(table_html(_record_table(record))),
        version=record["versions"]["dateline"],
    )


def _plain(table: str) -> str:
    """The table without the inline styles that JupyterLab needs and the page's policy forbids."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(safe_html(table), "html.parser")
    name_headings(soup)
    return str(soup)


def _record_table(record: Mapping[str, Any]) -> pd.DataFrame:
    rows = [(f"parameter {name}", str(value)) for name, value in record["parameters"].items()]
    rows += [(f"version of {name}", number) for name, number in record["versions"].items()]
    rows += [(f"sha256 of the {name}", digest) for name, digest in record["definitions"].items()]
    rows.append(("files with a sha256 in record.json", str(len(record["files"]))))
    return pd.DataFrame(rows, columns=["what", "value"])
