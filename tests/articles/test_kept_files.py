"""Where the cache lies, and that only what was written there whole is read back."""

import os
from pathlib import Path

import pytest

from dateline.articles.kept_files import (
    cache_folder,
    forget_older,
    forget_study,
    kept_path,
    read_kept,
    study_cache,
    write_kept,
)
from dateline.errors import SettingError
from dateline.study import open_study


@pytest.fixture
def study(make_study):
    return open_study(make_study({"study.toml": "", "articles/a.txt": "Text."}))


def test_the_variable_names_the_folder_or_turns_it_off(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.setenv("DATELINE_CACHE", "OFF")
    assert cache_folder() is None


@pytest.mark.skipif(os.name != "posix", reason="other systems have other places")
def test_without_the_variable_it_lies_where_the_system_keeps_caches(monkeypatch, tmp_path):
    monkeypatch.delenv("DATELINE_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "dateline"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == Path.home() / ".cache" / "dateline"


def test_two_studies_of_one_name_have_two_folders(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    for place in ("x", "y"):
        (tmp_path / place / "seeds").mkdir(parents=True)
    one, other = (study_cache(open_study(tmp_path / place / "seeds")) for place in ("x", "y"))
    assert one != other and one.parent == other.parent == tmp_path / "cache"


def test_a_cache_among_the_articles_is_refused(monkeypatch, study):
    monkeypatch.setenv("DATELINE_CACHE", str(study.articles / "cache"))
    with pytest.raises(SettingError, match="lies among the articles; name another folder"):
        study_cache(study)


def test_what_is_written_is_read(tmp_path):
    path = kept_path(tmp_path / "cache" / "seeds", "page", "1")
    assert write_kept(path, b"body") and read_kept(path) == b"body"
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"
    assert [file.name for file in path.parent.iterdir()] == ["page-1.kept"]


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
def test_only_the_owner_may_read_it(tmp_path):
    path = kept_path(tmp_path / "cache" / "seeds", "page", "1")
    write_kept(path, b"body")
    assert [place.stat().st_mode & 0o077 for place in (path, path.parent)] == [0, 0]


@pytest.mark.parametrize("harm", [lambda kept: kept[:-1], lambda kept: kept + b"x", lambda _: b""])
def test_a_damaged_file_is_as_none(tmp_path, harm):
    path = tmp_path / "page-1.kept"
    write_kept(path, b"body")
    path.write_bytes(harm(path.read_bytes()))
    assert read_kept(path) is None


def test_a_file_under_another_name_is_as_none(tmp_path):
    write_kept(tmp_path / "page-1.kept", b"body")
    (tmp_path / "page-1.kept").rename(tmp_path / "page-2.kept")
    assert read_kept(tmp_path / "page-2.kept") is None


def test_the_newest_files_of_a_kind_stay(tmp_path):
    for number in range(4):
        write_kept(tmp_path / f"page-{number}.kept", b"")
        os.utime(tmp_path / f"page-{number}.kept", (number, number))
    write_kept(tmp_path / "other-0.kept", b"")
    forget_older(tmp_path, "page", keep=2)
    left = sorted(path.name for path in tmp_path.iterdir() if path.suffix)
    assert left == ["other-0.kept", "page-2.kept", "page-3.kept"]


def test_what_a_killed_process_left_is_taken_away_after_an_hour(tmp_path):
    write_kept(tmp_path / "page-1.kept", b"")
    now = (tmp_path / "page-1.kept").stat().st_mtime
    for name, age in (("old.part", 7200), ("new.part", 60)):
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (now - age, now - age))
    forget_older(tmp_path, "page", keep=2)
    assert {path.name for path in tmp_path.glob("*.part")} == {"new.part"}


def test_a_study_can_be_forgotten(monkeypatch, tmp_path, study):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    write_kept(study_cache(study) / "page-1.kept", b"")
    forget_study(study)
    assert not study_cache(study).exists()
