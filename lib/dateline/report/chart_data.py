"""What a chart was drawn from, as plain JSON and back, with nothing of an article's text in it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from dateline.charts.drawing import Drawing

# Columns that hold running text; no chart draws it, and it must not leave with a report.
TEXT_COLUMNS = ("text", "pre", "post", "keyword", "date_evidence")
# What tells the table of articles, of which only the identifiers are kept: articles.csv has it.
OF_ARTICLES = {"doc_id", "path", "date_class"}
Packed = dict[str, Any]


def pack_drawing(drawing: Drawing) -> Packed | None:
    """
    The drawing as values that JSON holds; None if one of its arguments is no such value.

    Tables, days, mappings, lists and single values are kept with their types. Of a table of
    articles the doc_ids are kept, and of any other the columns but for running text.
    """
    try:
        arguments = {name: _packed(value) for name, value in drawing.arguments.items()}
    except TypeError:
        return None
    return {"chart": drawing.chart, "arguments": arguments}


def unpack_arguments(arguments: Mapping[str, Any], articles: pd.DataFrame) -> dict[str, Any]:
    """
    The arguments that `pack_drawing` packed; `articles` is the table of the report.

    Raises ValueError, KeyError or TypeError for what it did not make.
    """
    return {name: _unpacked(value, articles) for name, value in arguments.items()}


def _packed(value: Any) -> Any:
    if isinstance(value, pd.DataFrame):
        return _packed_table(value)
    if isinstance(value, pd.Timestamp):
        return {"day": value.isoformat()}
    if isinstance(value, Mapping):
        return {"mapping": [[_packed(key), _packed(item)] for key, item in value.items()]}
    if isinstance(value, tuple | list):
        kind = "tuple" if isinstance(value, tuple) else "list"
        return {kind: [_packed(item) for item in value]}
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return {"number": str(value)}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no place in a table")


def _packed_table(table: pd.DataFrame) -> Packed:
    if set(table.columns) >= OF_ARTICLES:
        return {"articles": table["doc_id"].tolist()}
    if not pd.api.types.is_integer_dtype(table.index.dtype):
        raise TypeError("the index of the table means something")
    columns = [str(name) for name in table.columns if name not in TEXT_COLUMNS]
    return {
        "table": {
            name: {"type": str(table[name].dtype), "values": _packed_column(table[name])}
            for name in columns
        }
    }


def _packed_column(column: pd.Series) -> list[Any]:
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        days = column.astype(object).where(column.notna(), None)
        return [None if day is None else day.isoformat() for day in days]
    plain = column.astype(object).where(column.notna(), None).tolist()
    return [None if value is None else _packed(value) for value in plain]


def _unpacked(value: Any, articles: pd.DataFrame) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, content),) = value.items()
    if kind == "articles":
        return articles.set_index("doc_id", drop=False).loc[content].reset_index(drop=True)
    if kind == "table":
        return pd.DataFrame({name: _column(each, articles) for name, each in content.items()})
    if kind == "day":
        return pd.Timestamp(content)
    if kind == "mapping":
        return {_unpacked(key, articles): _unpacked(item, articles) for key, item in content}
    if kind == "number":
        return float(content)
    items = [_unpacked(item, articles) for item in content]
    return {"tuple": tuple(items), "list": items}[kind]


def _column(column: Mapping[str, Any], articles: pd.DataFrame) -> pd.Series:
    values = [_unpacked(value, articles) for value in column["values"]]
    if column["type"].startswith("datetime64"):
        return pd.to_datetime(pd.Series(values, dtype="object")).astype(column["type"])
    return pd.Series(values, dtype=column["type"])
