"""What a page opens with: which study it is about, its numbers, and what a reader must know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from dateline.articles.dates.evidence import DATED
from dateline.report.results import Results
from dateline.report.show import PLAIN_TEXT, display_html
from dateline.study import Study

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Facts:
    """
    The numbers of a study that open its pages, and the days that its articles span.

    `articles` were read, `stories` are the distinct ones among them, `dated` the articles with a
    date of class A, B or C. `period` is in words, blank where no article is dated. `counted` are
    the stories that the run counts, by its ledger; None where that is not known.
    """

    articles: int
    stories: int
    dated: int
    period: str = ""
    counted: int | None = None

    def numbers(self) -> list[tuple[str, str]]:
        """Each number and what it counts, as texts."""
        stories = "distinct story" if self.stories == 1 else "distinct stories"
        # Undated stories are among the first number and in no chart.
        if self.counted is not None and self.counted != self.stories:
            stories += f", {self.counted:,} of them counted"
        return [
            (f"{self.articles:,}", "article" if self.articles == 1 else "articles"),
            (f"{self.stories:,}", stories),
            (f"{self.dated:,}", "dated"),
        ]


def study_facts(results: Results) -> Facts:
    """
    The facts of the study whose tables these are.

    The period is that of the articles dated well enough to be counted, the whole folder's, also
    where a page shows a part of it.
    """
    return Facts(
        results.articles, results.stories, results.dated, _period(results), _counted(results)
    )


def _counted(results: Results) -> int | None:
    ledger = results.tables.get("ledger")
    if ledger is None:
        return None
    found = ledger.loc[ledger["line"] == "distinct stories", "number"]
    return int(found.iloc[0]) if len(found) else None


def _period(results: Results) -> str:
    articles = results.tables.get("articles")
    if articles is None or not {"date", "date_class"} <= set(articles.columns):
        return ""
    days = articles.loc[articles["date_class"].isin(DATED), "date"].dropna()
    if not len(days):
        return ""
    first, last = _day(days.min()), _day(days.max())
    return first if first == last else f"{first} to {last}"


def _day(day: date) -> str:
    """ "1 March 2022", in English whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def show_study(study: Study, *more: str) -> None:
    """
    Show the title of a study and its notes, such as that the starter codebook was used.

    `more` are sentences of the notebook's own, which come after them.
    """
    notes = "".join(f"<br>{escape(note)}" for note in (*study.notes, *more))
    html = f'<p class="study {PLAIN_TEXT}"><strong>{escape(study.title)}</strong>{notes}</p>'
    display_html(html, text=" ".join([study.title, *study.notes, *more]))


def drop_study_title(soup: BeautifulSoup, title: str) -> None:
    """Leave of what `show_study` showed only the notes: the head of the page has the title."""
    for shown in soup.select("p.study"):
        strong = shown.find("strong")
        if strong is None or strong.get_text() != title:
            continue
        strong.decompose()
        for line_break in shown.find_all("br", limit=1):
            line_break.decompose()
        if not shown.get_text(strip=True):
            shown.decompose()
