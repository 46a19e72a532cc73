"""Parquet and Arrow: the columns that are needed; a damaged file is refused in one sentence."""

import datetime
import io

import pyarrow as pa
import pytest
from pyarrow import feather, parquet

from dateline.sources.columnar import is_arrow, is_parquet, read_arrow, read_parquet
from dateline.sources.raw import RefusedError
from dateline.study import ReadSettings

DAY = datetime.date(2022, 3, 24)
NOON = datetime.datetime(2022, 3, 24, 12)
TABLE = pa.table(
    {
        "id": [1, 2],
        "text": [["One.", "Two."], None],
        "title": pa.array(["A", "B"]).dictionary_encode(),
        "published_at": pa.array([NOON, None], pa.timestamp("ns")),
        "date": [DAY, DAY],
        "year": [2022.0, float("nan")],
        "source": [{"name": "Daily", "rank": 1}, None],
        "author": pa.array(["A. B.", "C."], pa.large_string()),
        "vector": [[0.1] * 5] * 2,
    }
)


def as_parquet(table=TABLE):
    file = io.BytesIO()
    parquet.write_table(table, file, write_page_checksum=True)
    return file.getvalue()


def as_arrow(table=TABLE, writer=pa.ipc.new_file):
    file = io.BytesIO()
    with writer(file, table.schema) as opened:
        opened.write_table(table)
    return file.getvalue()


def as_feather(table=TABLE):
    file = io.BytesIO()
    feather.write_feather(table, file)
    return file.getvalue()


KINDS = {
    "parquet": (read_parquet, as_parquet()),
    "arrow": (read_arrow, as_arrow()),
    "stream": (read_arrow, as_arrow(writer=pa.ipc.new_stream)),
    "feather": (read_arrow, as_feather()),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_gives_the_same_articles(kind):
    reader, content = KINDS[kind]
    found = reader("t", content)
    first, second = found.articles
    assert (first.text, first.place, first.source) == ("A\n\nOne.\n\nTwo.", "1", "Daily")
    assert first.metadata == (
        ("column:published_at", "2022-03-24T12:00:00"), ("column:date", "2022-03-24"),
        ("column:year", "2022"),
    )  # fmt: skip
    assert (second.text, second.author, second.metadata) == ("", "C.", (first.metadata[1],))
    assert found.remark == "1 of 2 rows without text"


def test_the_kinds_are_known_by_their_content():
    assert is_parquet(as_parquet()) and not is_parquet(as_feather())
    assert is_arrow(as_feather()) and is_arrow(as_arrow()) and not is_arrow(b"")


def test_a_file_of_many_batches_is_read_to_its_end():
    many = pa.table({"text": [str(number) for number in range(3000)]})
    articles = read_parquet("t", as_parquet(many)).articles
    assert [article.text for article in articles] == list(many["text"].to_pylist())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("length", [0, 4, 300, -30])
def test_a_file_that_is_cut_off_is_refused_in_one_sentence(kind, length):
    reader, content = KINDS[kind]
    if kind == "stream" and length == -30:  # the mark of its end, which may be missing
        length = -400
    with pytest.raises(
        RefusedError, match=r"^(Parquet|Arrow) file, damaged or cut off \(.*\); make it again$"
    ):
        reader("t", content[:length])


@pytest.mark.parametrize("place", range(10, 600, 45))
def test_a_flipped_bit_is_noticed_or_changes_nothing(place):
    content = bytearray(as_parquet())
    content[place] ^= 1
    try:
        articles = read_parquet("t", bytes(content)).articles
    except RefusedError as refused:
        assert "damaged" in str(refused)
    else:
        assert articles == read_parquet("t", as_parquet()).articles


def test_a_text_that_is_not_utf_8_refuses_the_file():
    bad = pa.array([b"\xff"]).view(pa.string())
    with pytest.raises(RefusedError, match="Invalid UTF8"):
        read_arrow("t", as_arrow(pa.table({"text": bad})))


def test_a_day_that_no_calendar_has_is_blank():
    days = pa.array([10**15], pa.timestamp("s"))
    (article,) = read_arrow("t", as_arrow(pa.table({"text": ["a"], "date": days}))).articles
    assert article.metadata == ()


def test_a_small_file_with_one_long_text_in_many_rows_is_refused():
    rows = pa.DictionaryArray.from_arrays(pa.array([0] * 20), pa.array(["word " * 20_000]))
    content = as_parquet(pa.table({"text": rows}))
    assert len(content) < 10_000
    with pytest.raises(RefusedError, match="more than 1 MiB of text; split the table"):
        read_parquet("t", content, ReadSettings(largest_mb=1))


def test_a_file_that_unpacks_to_too_much_is_refused():
    with pytest.raises(RefusedError, match="unpacks to more than 0 MiB; split it"):
        read_parquet("t", as_parquet(), ReadSettings(largest_mb=0))


def test_the_first_version_of_feather_is_refused():
    with pytest.raises(RefusedError, match="Feather of version 1; save it as Parquet"):
        read_arrow("t", b"FEA1")


def test_the_reason_is_the_first_sentence_of_the_library_s():
    with pytest.raises(RefusedError, match=r"cut off \(Parquet magic bytes not found in footer\);"):
        read_parquet("t", as_parquet()[:-30])
