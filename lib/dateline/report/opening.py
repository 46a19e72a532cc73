"""The first lines of a report: which study it is about, and what a reader must know of it."""

from __future__ import annotations

from html import escape

from dateline.report.show import PLAIN_TEXT, display_html
from dateline.study import Study


def show_study(study: Study, *more: str) -> None:
    """
    Show the title of a study and its notes, such as that the starter codebook was used.

    `more` are sentences of the notebook's own, which come after them.
    """
    notes = "".join(f"<br>{escape(note)}" for note in (*study.notes, *more))
    html = f'<p class="study {PLAIN_TEXT}"><strong>{escape(study.title)}</strong>{notes}</p>'
    display_html(html, text=" ".join([study.title, *study.notes, *more]))
