"""An old report stays whole until the new one is."""

import pytest

from dateline.errors import ReportError
from dateline.report.output import ASIDE, open_output


@pytest.fixture
def folder(tmp_path):
    """A folder with the report of an earlier run."""
    place = tmp_path / "reports" / "seeds"
    place.mkdir(parents=True)
    for name in ("index.html", "run.json", "old.html", "same.html"):
        (place / name).write_text(f"old {name}")
    return place


def content(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def test_until_it_is_published_nothing_has_changed(folder):
    before = content(folder)
    with open_output(folder) as output:
        output.write("executed/a.ipynb", b"new")
        output.write("index.html", b"new")
        output.remove("old.html")
        seen = {name: text for name, text in content(folder).items() if ASIDE not in name}
        assert seen == before
    assert content(folder) == before


def test_what_is_published_takes_the_place_of_the_old(folder):
    with open_output(folder) as output:
        output.write("executed/a.ipynb", b"new")
        path = output.write("index.html", b"new")
        output.remove("old.html", "never.html")
        output.publish("index.html")
    assert path.read_bytes() == b"new"
    assert set(content(folder)) == {"executed/a.ipynb", "index.html", "run.json", "same.html"}


def test_an_error_leaves_the_old_report_and_nothing_else(folder):
    before = content(folder)
    with pytest.raises(KeyboardInterrupt), open_output(folder) as output:
        output.write("index.html", b"new")
        raise KeyboardInterrupt
    assert content(folder) == before
    assert not (folder / ASIDE).exists()


def test_a_new_folder_of_which_nothing_came_is_taken_away(tmp_path):
    with pytest.raises(KeyboardInterrupt), open_output(tmp_path / "new") as output:
        output.write("index.html", b"new")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_not_published(folder):
    (folder / ASIDE / "new").mkdir(parents=True)
    (folder / ASIDE / "new" / "stale.html").write_text("stale")
    (folder / ASIDE / "lock").write_text("")
    with open_output(folder) as output:
        output.publish()
    assert "stale" not in "".join(content(folder).values())
    assert not (folder / ASIDE).exists()


def test_a_file_with_the_same_bytes_is_left_alone(folder):
    before = (folder / "same.html").stat()
    with open_output(folder) as output:
        output.write("same.html", b"old same.html")
        output.publish()
    after = (folder / "same.html").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_files_of_the_user_stay(folder):
    (folder / "CNAME").write_text("example.org")
    with open_output(folder) as output:
        output.write("index.html", b"new")
        output.publish("index.html")
    assert (folder / "CNAME").read_text() == "example.org"


def test_a_second_run_in_the_same_folder_is_refused(folder):
    with (
        open_output(folder),
        pytest.raises(ReportError, match="is being written by another run"),
        open_output(folder),
    ):
        pytest.fail("two runs in one folder")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(ReportError, match=r"cannot be made .*; choose another folder"),
        open_output(tmp_path / "file"),
    ):
        pytest.fail("a file was taken for a folder")


def test_a_file_for_the_run_alone_is_in_no_report_and_has_another_name_each_time(folder):
    before = content(folder)
    with open_output(folder) as output:
        first, second = output.unpublished("spans.json"), output.unpublished("spans.json")
        first.parent.mkdir(parents=True)
        first.write_text("{}")
        output.publish()
    assert first != second and first.name.endswith("spans.json")
    assert content(folder) == before


def test_what_a_killed_run_kept_for_itself_is_taken_away_by_the_next(folder):
    (folder / ASIDE / "new").mkdir(parents=True)
    (folder / ASIDE / "new" / ".0-spans.json").write_text("{}")
    with open_output(folder) as output:
        output.publish()
    assert not (folder / ASIDE).exists()
