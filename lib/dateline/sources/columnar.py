"""Tables by columns: Parquet, and Arrow files such as Feather; one row, one article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dateline.sources.columns import Row, needed
from dateline.sources.raw import Found, RefusedError
from dateline.sources.rows import LeftOut, Table, articles_of
from dateline.sources.values import value_text
from dateline.study import ReadSettings

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 1024  # rows of a Parquet file in memory at a time
_DAMAGED = "damaged or cut off"


def is_parquet(content: bytes) -> bool:
    """Whether a file of any name begins as a Parquet file does, encrypted ones among them."""
    return content.startswith((b"PAR1", b"PARE"))


def is_arrow(content: bytes) -> bool:
    """Whether a file of any name begins as an Arrow or Feather file does."""
    return content.startswith((b"ARROW1", b"FEA1"))


def read_parquet(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of a Parquet file; only the columns that are needed are read, batch by batch.

    Lists become paragraphs, days and times ISO text. Page checksums are verified where the file
    has them. Raises RefusedError for a file that is damaged, encrypted, or larger than
    `settings.largest_mb` once unpacked.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        schema = parquet.read_schema(pa.BufferReader(content))
        names, wanted = schema.names, needed(schema.names, settings)
        texts = [name for name in wanted if pa.types.is_string(schema.field(name).type)]
        # A text that many rows share stays one until the rows are taken out of their batch.
        file = parquet.ParquetFile(
            pa.BufferReader(content), read_dictionary=texts, page_checksum_verification=True
        )
        _check_size(file.metadata, settings)
        batches = file.iter_batches(_BATCH, columns=wanted, use_threads=False)
        return articles_of(Table(names, _rows(batches), LeftOut("row")), settings, path=path)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as problem:
        raise RefusedError(
            f"Parquet file, {_DAMAGED} ({_first_line(problem)}); make it again"
        ) from None


def read_arrow(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The articles of an Arrow file, which Feather is, or of an Arrow stream.

    As `read_parquet`, but for checksums, which the format has none of.
    """
    import pyarrow as pa

    if content.startswith(b"FEA1"):
        raise RefusedError("Feather of version 1; save it as Parquet")
    try:
        schema, batches = _arrow_batches(content, settings)
        table = Table(schema.names, _rows(batches), LeftOut("row"))
        return articles_of(table, settings, path=path)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as problem:
        raise RefusedError(
            f"Arrow file, {_DAMAGED} ({_first_line(problem)}); make it again"
        ) from None


def _arrow_batches(content: bytes, settings: ReadSettings) -> tuple[pa.Schema, Iterator]:
    """The schema, and the batches with the columns that are needed."""
    import pyarrow as pa

    is_file = content.startswith(b"ARROW1")
    opened = pa.ipc.open_file if is_file else pa.ipc.open_stream
    schema = opened(pa.BufferReader(content)).schema
    wanted = set(needed(schema.names, settings))
    fields = [place for place, name in enumerate(schema.names) if name in wanted]
    options = pa.ipc.IpcReadOptions(included_fields=fields)
    reader = opened(pa.BufferReader(content), options=options)
    if not is_file:
        return schema, iter(reader)
    return schema, (reader.get_batch(at) for at in range(reader.num_record_batches))


def _check_size(metadata: Any, settings: ReadSettings) -> None:
    """
    The size that the file states, so that none is unpacked that is too large.

    Not that of the columns needed alone: pyarrow ends the process where the metadata of a column
    are damaged and are asked for.
    """
    groups = (metadata.row_group(at) for at in range(metadata.num_row_groups))
    if sum(group.total_byte_size for group in groups) > settings.largest_mb * 2**20:
        raise RefusedError(f"unpacks to more than {settings.largest_mb} MiB; split it")


def _rows(batches: Iterator[pa.RecordBatch]) -> Iterator[Row]:
    for batch in batches:
        # Damage may point outside of the memory, which ends the process when it is looked at.
        batch.validate(full=True)
        names = batch.schema.names
        for place in range(batch.num_rows):
            yield {
                name: _cell(column[place])
                for name, column in zip(names, batch.columns, strict=True)
            }


def _cell(value: pa.Scalar) -> str:
    """A cell as text; blank where it is a day that no calendar has."""
    try:
        return value_text(value.as_py())
    except (ValueError, OverflowError):
        return ""


def _first_line(problem: BaseException) -> str:
    return re.split(r"\n|\.\s", str(problem))[0].rstrip(".")[:80]
