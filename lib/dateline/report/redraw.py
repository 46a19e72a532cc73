"""`dateline charts`: every chart of a report again, from its tables, without the articles."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from dateline import charts
from dateline.errors import ReportError
from dateline.report.chart_data import unpack_arguments
from dateline.report.made import open_report
from dateline.report.show import CHART, figure_png
from dateline.report.tables import atomic_write, table_bytes

# What the charts of a report were drawn from: for each page a list.
CHARTS = "charts.json"
LISTED = "charts.csv"
# Fixed, so that the ids in an SVG file are the same in every run.
_SALT = "dateline"


def take_charts(notebook: bytes) -> tuple[bytes, list[dict[str, Any]]]:
    """
    An executed notebook without what its figures were drawn from, and that, in their order.

    The data would make the notebook larger and are written once, to charts.json. A figure that no
    function of `dateline.charts` drew is not among them.
    """
    content = json.loads(notebook)
    found = []
    for cell in content["cells"]:
        for output in cell.get("outputs", []):
            metadata = output.get("metadata", {}).get("text/html", {})
            if CHART in metadata:
                found.append(metadata.pop(CHART))
    if not found:
        return notebook, []
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode("utf-8", "replace"), found


def charts_bytes(pages: Mapping[str, list[dict[str, Any]]]) -> bytes:
    """The content of charts.json; `pages` are the charts of each page by its name."""
    text = json.dumps(pages, ensure_ascii=False, indent=None, separators=(",", ":"))
    return f"{text}\n".encode("utf-8", "replace")


def redraw_charts(folder: str | Path, out: Path) -> pd.DataFrame:
    """
    Draw every chart of the report in `folder` anew, from charts.json and articles.csv alone.

    In the folder `out` there are afterwards for the chart number N of each page PAGE-N.svg and
    PAGE-N.png, and charts.csv, which is also returned: file (without its ending), alt, caption.
    The SVG holds them as its title and description. At the share level `none` the rows of the
    timeline have the names that the tables have. Two runs give the same bytes.

    Raises ReportError for a folder that is no report, or that has no charts.json.
    """
    report = open_report(folder)
    pages = _read_charts(report.folder / CHARTS)
    articles = report.table("articles")
    rows = []
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        reason = problem.strerror
        raise ReportError(f"{out}: cannot be made ({reason}); choose another folder") from None
    for page, drawn in pages.items():
        for number, packed in enumerate(drawn, start=1):
            name = f"{page}-{number}"
            for ending, content in _draw(packed, articles, f"{folder}, {name}").items():
                atomic_write(out / f"{name}{ending}", content)
            rows.append((name, packed.get("alt", ""), packed.get("caption", "")))
    table = pd.DataFrame(rows, columns=["file", "alt", "caption"])
    atomic_write(out / LISTED, table_bytes(table, ".csv"))
    return table


def _read_charts(path: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        pages = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise ReportError(
            f"{path}: is not there or cannot be read; make the report again"
        ) from None
    if not isinstance(pages, dict) or any(Path(name).name != name for name in pages):
        raise ReportError(f"{path}: holds no charts; make the report again")
    return pages


def _draw(packed: Mapping[str, Any], articles: pd.DataFrame, where: str) -> dict[str, bytes]:
    """SVG and PNG of one chart."""
    name, words = packed.get("chart", ""), [packed.get("alt", ""), packed.get("caption", "")]
    if name not in charts.__all__ or not name.startswith("draw_"):
        raise ReportError(f"{where}: no chart `{name}` in this version; make the report again")
    try:
        arguments = unpack_arguments(packed["arguments"], articles)
        made = getattr(charts, name)(**arguments)
    except (ValueError, KeyError, TypeError) as problem:
        raise ReportError(f"{where}: cannot be drawn ({problem}); make the report again") from None
    figure = made.get_figure(root=True)
    # The PNG first, as in the page: saving settles the layout, at the resolution of the file.
    png = figure_png(figure)
    return {".png": png, ".svg": _svg(figure, alt=words[0], caption=words[1])}


def _svg(figure: Any, *, alt: str, caption: str) -> bytes:
    import matplotlib as mpl

    buffer = io.BytesIO()
    about = {"Title": alt, "Description": caption, "Date": None, "Creator": None}
    with mpl.rc_context({"svg.hashsalt": _SALT, "svg.fonttype": "path"}):
        figure.savefig(buffer, format="svg", bbox_inches="tight", facecolor="white", metadata=about)
    return buffer.getvalue()
