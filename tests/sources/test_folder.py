"""Every file of a study is read, refused with a reason, or set aside; none is lost."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import StudyError
from dateline.sources import FILES_COLUMNS, folder, read_articles
from dateline.study import open_study

READ = ("read", "")


def rows(place):
    """What became of each file: path to (status, reason)."""
    files = read_articles(open_study(place)).files
    return {row.path: (row.status, row.reason) for row in files.itertuples()}


def test_the_table_of_files_has_its_columns_and_a_checksum(make_study):
    article = b"Talks \x93resume\x94."
    files = read_articles(open_study(make_study({"a.txt": article}))).files
    checksum = hashlib.sha256(article).hexdigest()
    assert tuple(files.columns) == FILES_COLUMNS
    assert files.values.tolist() == [["a.txt", "read", "", "cp1252", 1, checksum]]


def test_files_come_in_the_order_of_their_paths(make_study):
    names = ["b.txt", "a/z.txt", "a/b/c.txt", "B.txt", "é.txt", "a.txt"]
    reading = read_articles(open_study(make_study(dict.fromkeys(names, "Talks."))))
    expected = ["B.txt", "a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "é.txt"]
    assert list(reading.files["path"]) == expected
    assert [article.path for article in reading.articles] == expected


def test_progress_is_told_of_each_file(make_study):
    seen = []
    study = open_study(make_study({"b.txt": "Talks.", "a.pdf": "%PDF"}))
    read_articles(study, progress=seen.append)
    assert seen == ["a.pdf", "b.txt"]


def test_bad_files_are_refused_each_with_its_reason(make_study):
    found = rows(
        make_study(
            {
                "good.txt": "Talks.",
                "GOOD.TXT": "Talks.",
                "no ending": "Talks.",
                "empty.txt": "",
                "blank.txt": " \n",
                "image.txt": b"\x89PNG\r\n\x1a\n\0",
                "page.docx": "Talks.",
                "page.html": "<p>Talks.",
                "script.html": "<script>x</script>",
                "table.csv": "id,name\n1,x\n",
                "zeros.txt": b"a\0b",
            }
        )
    )
    kinds = ".txt, .text, .html, .htm, .xhtml, .csv, .tsv, .json, .jsonl, .ndjson"
    docx = f"no reader for .docx files; those that can be read are {kinds}"
    script = "page without text; open it in a browser and save what it shows"
    table = "table without a column for the text; name one `text` (found: id, name)"
    assert found.pop("empty.txt") == found.pop("blank.txt") == ("refused", "empty")
    assert found.pop("image.txt") == ("refused", "not text (PNG image)")
    assert found.pop("zeros.txt") == ("refused", "not text (binary data)")
    assert found.pop("page.docx") == ("refused", docx)
    assert found.pop("script.html") == ("refused", script)
    assert found.pop("table.csv") == ("refused", table)
    assert found == dict.fromkeys(["good.txt", "GOOD.TXT", "no ending", "page.html"], READ)


def test_a_folder_without_files_is_one_sentence(make_study, tmp_path):
    (tmp_path / "study" / "sub").mkdir(parents=True)
    with pytest.raises(StudyError, match=r"^study: the folder is empty; put articles in$"):
        rows(tmp_path / "study")


def test_links_are_not_followed_out_of_the_folder_or_round_in_it(make_study, tmp_path):
    place = make_study({"a.txt": "Talks."})
    (tmp_path / "secret.txt").write_text("Secret.")
    (place / "file.txt").symlink_to(tmp_path / "secret.txt")
    (place / "loop").symlink_to(place)
    (place / "self.txt").symlink_to(place / "self.txt")
    (place / "nowhere.txt").symlink_to(place / "missing")
    refused = ("refused", "symbolic link; copy the file itself into the folder")
    links = dict.fromkeys(["file.txt", "loop", "self.txt", "nowhere.txt"], refused)
    assert rows(place) == {"a.txt": READ} | links


def test_a_pipe_is_refused_and_does_not_block(make_study):
    place = make_study({"a.txt": "Talks."})
    os.mkfifo(place / "pipe.txt")
    assert rows(place) == {"a.txt": READ, "pipe.txt": ("refused", "not a regular file")}


def test_a_file_that_may_not_be_read_is_refused(make_study, monkeypatch):
    place = make_study({"a.txt": "Talks.", "b.txt": "Talks."})
    read = Path.read_bytes

    def read_bytes(path):
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert rows(place) == {
        "a.txt": READ,
        "b.txt": ("refused", "cannot be read (Permission denied)"),
    }


def test_a_folder_that_may_not_be_listed_is_refused(make_study, monkeypatch):
    place = make_study({"a.txt": "Talks.", "sub/b.txt": "Talks."})
    listed = Path.iterdir

    def iterdir(path):
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert rows(place) == {"a.txt": READ, "sub": ("refused", "folder that cannot be opened")}


def test_a_folder_that_may_be_listed_but_not_entered_has_a_row_for_each_file(
    make_study, monkeypatch
):
    place = make_study({"a.txt": "Talks.", "sub/b.txt": "Talks."})
    look = Path.lstat

    def lstat(path):
        if path.parent.name == "sub":
            raise PermissionError(13, "Permission denied")
        return look(path)

    monkeypatch.setattr(Path, "lstat", lstat)
    refused = ("refused", "cannot be read (Permission denied)")
    assert rows(place) == {"a.txt": READ, "sub/b.txt": refused}


def test_a_huge_file_is_refused_unread(make_study, monkeypatch):
    monkeypatch.setattr(folder, "LARGEST_FILE", 2**20)
    found = rows(make_study({"a.txt": "x" * 2**20, "b.txt": "x" * (2**20 + 1)}))
    assert found["a.txt"] == READ
    assert found["b.txt"] == ("refused", "larger than 1 MiB; split it into articles")


def test_hidden_files_and_folders_are_set_aside_in_one_row_each(make_study):
    hidden = ("set aside", "hidden")
    place = make_study({"a.txt": "Talks.", ".notes.txt": "x", ".git/config": "x", "sub/.x": "x"})
    assert rows(place) == {
        ".git": hidden,
        ".notes.txt": hidden,
        "a.txt": READ,
        "sub/.x": hidden,
    }


def test_the_files_of_the_study_itself_are_set_aside(make_study):
    own = ["README.md", "codebook.toml", "calendar.toml", "dates.csv"]
    place = make_study(dict.fromkeys(own, "") | {"a.txt": "Talks.", "sub/README.md": "x"})
    found = rows(place)
    assert found.pop("sub/README.md")[0] == "refused"
    assert found == dict.fromkeys(own, ("set aside", "part of the study")) | {"a.txt": READ}


def test_files_that_the_settings_name_are_set_aside_under_any_name(make_study):
    settings = 'articles = "."\ncodebook = "terms/themes.toml"\n'
    place = make_study({"study.toml": settings, "terms/themes.toml": "", "a.txt": "Talks."})
    own = ("set aside", "part of the study")
    assert rows(place) == {"a.txt": READ, "study.toml": own, "terms/themes.toml": own}


def test_a_report_made_earlier_is_no_part_of_the_study(make_study):
    page = {"reports/x/run.json": "{}", "reports/x/index.html": "", "reports/x/a.csv": ""}
    reading = read_articles(open_study(make_study({"a.txt": "Text.", **page})))
    assert reading.files["path"].tolist() == ["a.txt"]


def test_a_name_that_is_not_utf8_is_shown_so_that_it_can_be_printed(make_study):
    place = make_study({"a.txt": "Talks."})
    for name in (b"caf\xe9.txt", b"x.\xe9\xe9", b"two\nlines\x1b.txt"):
        Path(os.fsdecode(os.path.join(os.fsencode(place), name))).write_text("Talks.")  # noqa: PTH118
    found = rows(place)
    assert found.pop(r"x.\xe9\xe9")[1].startswith(r"no reader for .\xe9\xe9 files;")
    assert found == {
        "a.txt": READ,
        r"caf\xe9.txt": READ,
        r"two\x0alines\x1b.txt": READ,
    }


def test_a_web_page_is_one_under_any_name(make_study):
    page = "<!DOCTYPE html><html><title>Talks</title><p>Both sides met.</p></html>"
    reading = read_articles(open_study(make_study(dict.fromkeys(["a.txt", "b.aspx"], page))))
    assert [article.text for article in reading.articles] == ["Talks\n\nBoth sides met."] * 2


def test_a_table_counts_its_rows_and_says_what_they_lack(make_study):
    texts = "title,text\nTalks,Both sides met.\nMore talks,\n"
    found = {"heads.csv": "title,date\nTalks,2022-03-24\nMore,2022-03-25\n", "texts.csv": texts}
    files = read_articles(open_study(make_study(found))).files
    assert files[["path", "status", "reason", "articles"]].values.tolist() == [
        ["heads.csv", "read", "headlines only", 2],
        ["texts.csv", "read", "1 of 2 rows without text", 2],
    ]


def test_reading_plain_text_loads_none_of_the_libraries_for_pages():
    script = "import sys, dateline.sources; print({'trafilatura', 'lxml'} & {*sys.modules})"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
