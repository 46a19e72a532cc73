"""The little HTML that an object shows of itself in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def facts_html(title: str, facts: Iterable[tuple[str, object]], notes: Iterable[str] = ()) -> str:
    """
    A title, a table of facts with a row for each (name, value), and notes below; all is escaped.

    >>> facts_html("A & B", []).split("<table>")[0].split("<p>")[1]
    '<strong>A &amp; B</strong></p>'
    """
    rows = "".join(
        f'<tr><th style="text-align:left">{escape(name)}</th>'
        f'<td style="text-align:left">{escape(str(value))}</td></tr>'
        for name, value in facts
    )
    below = "".join(f"<p>{escape(note)}</p>" for note in notes)
    # JupyterLab must not typeset the dollar signs of a text as mathematics.
    return (
        f'<div class="tex2jax_ignore mathjax_ignore"><p><strong>{escape(title)}</strong></p>'
        f"<table><tbody>{rows}</tbody></table>{below}</div>"
    )
