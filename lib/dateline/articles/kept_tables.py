"""Tables as bytes and back, with the same types, index and bytes of text."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd

_LENGTH = 8  # bytes of a length


def pack_tables(tables: dict[str, pd.DataFrame]) -> bytes:
    """
    Tables as bytes: each as an Arrow stream, compressed, behind its name and length.

    Columns may be texts, numbers, flags and days. Blank if a table has anything else, which would
    not come back as it was: an index of its own, or a column of mixed objects.
    """
    buffer = io.BytesIO()
    for name, table in tables.items():
        packed = _pack(table)
        if packed is None:
            return b""
        for part in (name.encode(), packed):
            buffer.write(len(part).to_bytes(_LENGTH, "little") + part)
    return buffer.getvalue()


def unpack_tables(body: bytes) -> dict[str, pd.DataFrame]:
    """The tables that `pack_tables` was given."""
    parts, at = [], 0
    while at < len(body):
        length = int.from_bytes(body[at : at + _LENGTH], "little")
        at += _LENGTH + length
        parts.append(memoryview(body)[at - length : at])
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {bytes(name).decode(): _unpack(packed) for name, packed in pairs}


def _pack(table: pd.DataFrame) -> bytes | None:
    import pyarrow as pa

    if not _is_plain(table):
        return None
    arrays = [_array(table[name]) for name in table]
    if any(array is None for array in arrays):
        return None
    fields = [
        pa.field(str(name), array.type, metadata={b"kind": str(table[name].dtype).encode()})
        for name, array in zip(table, arrays, strict=True)
    ]
    made = pa.Table.from_arrays(arrays, schema=pa.schema(fields))
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(sink, made.schema, options=options) as writer:
        writer.write_table(made)
    return bytes(sink.getvalue())


def _is_plain(table: pd.DataFrame) -> bool:
    """Whether its columns have names, and its rows only numbers from 0."""
    index = table.index
    counted = isinstance(index, pd.RangeIndex) and (index.start, index.step) == (0, 1)
    named = all(isinstance(name, str) for name in table.columns)
    return counted and named and len(table.columns) > 0 and table.columns.is_unique


def _array(column: pd.Series) -> Any:
    """The column as Arrow has it; None if it would not come back as it is."""
    import pyarrow as pa

    if column.dtype == object:
        if any(type(value) is not str for value in column):
            return None
        # As bytes: half a surrogate pair is the reason why it is no column of texts.
        return pa.array([_bytes(value) for value in column], pa.large_binary())
    return pa.Table.from_pandas(column.to_frame("made"), preserve_index=False)["made"]


def _unpack(packed: memoryview) -> pd.DataFrame:
    import pyarrow as pa

    table = pa.ipc.open_stream(pa.py_buffer(packed)).read_all()
    columns = {field.name: _column(table[field.name], field) for field in table.schema}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(table)), columns=list(columns))


def _column(values: Any, field: Any) -> pd.Series:
    kind = field.metadata[b"kind"].decode()
    if kind == "object":
        texts = [value.decode("utf-8", "surrogatepass") for value in values.to_pylist()]
        return pd.Series(texts, dtype=object)
    return values.to_pandas().astype(kind)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
