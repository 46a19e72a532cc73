"""Tables as files, and files written whole or not at all."""

import errno
import json
import os
import stat
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from dateline.errors import ReportError, SettingError
from dateline.report.tables import atomic_write, iso_days, table_bytes, write_table

TABLE = pd.DataFrame(
    {
        "date": pd.to_datetime(["2022-03-01", None]),
        "title": ['中国, "quoted"', None],
        "count": [1, 2],
        "share": [0.1, float("nan")],
        "late": [True, False],
    }
)


def test_csv_has_iso_days_and_empty_cells_for_missing():
    lines = table_bytes(TABLE, ".csv").decode().split("\n")
    assert lines[1] == '2022-03-01,"中国, ""quoted""",1,0.1,True'
    assert lines[2] == ",,2,,False"


def test_json_lines_have_iso_days_and_null_for_missing():
    first, second = table_bytes(TABLE, ".jsonl").decode().splitlines()
    assert json.loads(first) == {
        "date": "2022-03-01", "title": '中国, "quoted"', "count": 1, "share": 0.1, "late": True
    }  # fmt: skip
    assert json.loads(second)["date"] is None
    assert json.loads(second)["share"] is None


def test_parquet_keeps_the_types_and_has_page_checksums(tmp_path):
    write_table(TABLE, tmp_path / "t.parquet")
    read = pd.read_parquet(tmp_path / "t.parquet")
    assert read["date"].tolist()[0] == pd.Timestamp("2022-03-01")
    assert read["count"].dtype == "int64"
    pq.read_table(tmp_path / "t.parquet", page_checksum_verification=True)


def test_a_damaged_parquet_file_is_noticed(tmp_path):
    numbers = pd.DataFrame({"n": range(1000)})
    content = bytearray(table_bytes(numbers, ".parquet"))
    content[200] ^= 1
    (tmp_path / "t.parquet").write_bytes(content)
    with pytest.raises(OSError, match="CRC"):
        pq.read_table(tmp_path / "t.parquet", page_checksum_verification=True)


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "-", " =1",
     "\xa0@a", "\n=1", "\u200b=1", "\ufeff=1", "\tx", " -1+1", "- He said so.", "+٣", "﹦1"],
)  # fmt: skip
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(cell, tmp_path):
    write_table(pd.DataFrame({"text": [cell]}), tmp_path / "t.csv")
    read = pd.read_csv(tmp_path / "t.csv", keep_default_na=False)
    assert read.loc[0, "text"] == "'" + cell.replace("\r", "\n")


@pytest.mark.parametrize("cell", ["-5", "+4.5", "-1e-3", "a=b", "'quoted'", "–", " a", "— x"])
def test_a_plain_number_and_other_text_stay_as_they_are(cell, tmp_path):
    write_table(pd.DataFrame({"text": [cell]}), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text() == f"text\n{cell}\n"


def test_a_heading_and_a_category_are_made_harmless_too():
    table = pd.DataFrame({"=x": pd.Categorical(["@y"])})
    assert table_bytes(table, ".csv") == b"'=x\n'@y\n"


def test_a_carriage_return_does_not_cut_a_row():
    content = table_bytes(pd.DataFrame({"a": ["x\ry"], "b": ["z"]}), ".csv")
    assert content == b'a,b\n"x\ny",z\n'


def test_negative_numbers_of_a_number_column_stay_numbers():
    assert table_bytes(pd.DataFrame({"n": [-1.5]}), ".csv") == b"n\n-1.5\n"
    mixed = pd.DataFrame({"n": pd.Series([-1, "-1+1"], dtype=object)})
    assert table_bytes(mixed, ".csv") == b"n\n-1\n'-1+1\n"


@pytest.mark.parametrize("ending", [".jsonl", ".parquet"])
def test_a_text_is_changed_in_csv_alone(ending, tmp_path):
    path = tmp_path / f"t{ending}"
    write_table(pd.DataFrame({"text": ["=1+1"]}), path)
    read = pd.read_parquet(path) if ending == ".parquet" else pd.read_json(path, lines=True)
    assert read.loc[0, "text"] == "=1+1"


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_an_empty_table_and_a_table_twice_give_the_same_bytes(ending):
    assert table_bytes(TABLE, ending) == table_bytes(TABLE.copy(), ending)
    assert table_bytes(TABLE.head(0), ending) == table_bytes(TABLE.head(0), ending)


def test_another_ending_is_refused_with_the_known_ones(tmp_path):
    with pytest.raises(SettingError, match=r"'.xlsx'.*\.csv, \.jsonl, \.parquet"):
        write_table(TABLE, tmp_path / "t.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_days_with_a_time_zone_are_the_days_of_that_zone():
    late = pd.Series(pd.to_datetime(["2022-03-01 23:30"])).dt.tz_localize("Asia/Shanghai")
    assert iso_days(late).tolist() == ["2022-03-01"]


def test_a_written_file_may_be_read_by_others(tmp_path):
    old = os.umask(0o022)
    try:
        atomic_write(tmp_path / "page.html", b"new")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o644


@pytest.mark.parametrize("step", ["replace", "fsync"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_refusing_disk_leaves_the_old_file_and_no_other(step, code, tmp_path, monkeypatch):
    path = tmp_path / "page.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, _refuse(OSError(code, os.strerror(code))))
    with pytest.raises(ReportError, match=r"page\.html: cannot be written"):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_ctrl_c_in_the_middle_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "page.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", _refuse(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_a_sentence():
    with pytest.raises(ReportError, match="choose another folder"):
        atomic_write(Path("no-such-folder") / "x.csv", b"")


def _refuse(error: BaseException):
    def refuse(*_args, **_kwargs):
        raise error

    return refuse
