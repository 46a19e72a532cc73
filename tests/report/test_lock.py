"""Two runs never write into one folder, and a killed one bars nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import ReportError
from dateline.report.lock import locked

LIB = Path(__file__).parents[2] / "lib"
HOLD = """
import sys, time
from pathlib import Path
from dateline.report.lock import locked
with locked(Path(sys.argv[1]), named=Path("seeds")):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_second_run_is_told_what_to_do(tmp_path):
    path = tmp_path / "run" / "lock"
    with (
        locked(path, named=Path("reports/seeds")),
        pytest.raises(
            ReportError, match="reports/seeds: is being written by another run; wait, or"
        ),
        locked(path, named=Path("reports/seeds")),
    ):
        pytest.fail("locked twice")


def test_afterwards_nothing_is_left_and_it_can_be_taken_again(tmp_path):
    for _ in range(2):
        with locked(tmp_path / "run" / "lock", named=tmp_path):
            assert (tmp_path / "run" / "lock").exists()
        assert list(tmp_path.iterdir()) == []


def test_it_is_free_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "run" / "lock", named=tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_the_lock_of_a_killed_process_is_free(tmp_path):
    path = tmp_path / "run" / "lock"
    environment = os.environ | {"PYTHONPATH": str(LIB)}
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ReportError), locked(path, named=tmp_path):
            pytest.fail("held by two processes")
        holder.kill()
    with locked(path, named=tmp_path):
        assert path.exists()
