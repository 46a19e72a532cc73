"""What a reader chose to see, and how it is written down for `dateline report`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.articles.timeframe import AUTO, DATE_CLASSES, Timeframe
from dateline.stats.measures import find_measure
from dateline.themes import Codebook
from dateline.themes.formats.rule_text import quoted
from dateline.themes.selection import pick_themes

# How a saved view begins; a file that begins otherwise is somebody's own.
HEAD = "# A view of dateline's explore.ipynb."


@dataclass(frozen=True)
class View:
    """
    What is shown: themes by name, the timeframe, the unit, and the sources by name.

    No source chosen means all of them; no theme chosen is an empty chart. Raises SettingError for
    what `Timeframe` refuses and for an unknown unit.
    """

    themes: tuple[str, ...] = ()
    period: str = AUTO
    unit: str = "stories"
    since: str = ""
    until: str = ""
    date_classes: str = DATE_CLASSES[0]
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check everything, so that a wrong choice leaves the last view as it was."""
        find_measure(self.unit)
        self.timeframe  # noqa: B018 - it checks

    @property
    def timeframe(self) -> Timeframe:
        """The periods, days and classes of dates; the period may still be "auto"."""
        return Timeframe(self.period, self.since, self.until, self.date_classes)


def first_view(defaults: Mapping[str, Any], codebook: Codebook, common: Collection[str]) -> View:
    """
    The view of a study before any choice: as its reports show it, with the `common` themes.

    `defaults` are the parameters of study.toml; those that are no part of a view are passed over.
    Raises SettingError for a theme there that the codebook does not have.
    """
    names = ("period", "unit", "since", "until", "date_classes")
    known: Any = {name: str(defaults[name]) for name in names if name in defaults}
    given = str(defaults.get("themes", ""))
    themes = pick_themes(codebook, given) if given.strip() else common
    return View(tuple(themes), **known)


def view_parameters(view: View, *, theme: str = "") -> dict[str, str]:
    """
    The view as parameters of notebooks; `theme` is the one whose passages were read last.

    Of one theme chosen alone the passages are meant, too. The sources are not there: no notebook
    leaves some of them out.
    """
    alone = view.themes[0] if len(view.themes) == 1 else ""
    parameters = {
        "themes": ", ".join(view.themes),
        "period": view.period,
        "unit": view.unit,
        "since": view.since,
        "until": view.until,
        "date_classes": view.date_classes,
    }
    return parameters | {"theme": theme or alone} if theme or alone else parameters


def view_text(parameters: Mapping[str, str], remarks: Collection[str] = ()) -> str:
    """
    The TOML text of a parameter file; `remarks`, on what is not in it, are comments.

    >>> print(view_text({"period": "month"}), end="")
    # A view of dateline's explore.ipynb. Use: dateline report STUDY --parameters FILE
    period = "month"
    """
    lines = [f"{HEAD} Use: dateline report STUDY --parameters FILE"]
    lines += [f"# {' '.join(remark.split())}" for remark in remarks]
    lines += [f"{name} = {quoted(value)}" for name, value in parameters.items()]
    return "\n".join(lines) + "\n"
