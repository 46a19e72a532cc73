"""Every file of a study is read, refused with a reason, or set aside; none is lost."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import StudyError
from dateline.sources import FILES_COLUMNS, read_articles
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


def test_good_files_are_read_under_any_ending_that_says_text(make_study):
    names = ["good.txt", "GOOD.TXT", "no ending", "page.html"]
    place = make_study({name: f"<p>Talks in {name}." for name in names})
    assert rows(place) == dict.fromkeys(names, READ)


@pytest.mark.parametrize(
    "name, content, reason",
    [
        ("a.txt", b"", "empty"),
        ("a.docx", b"", "empty"),
        ("a.txt", b" \n", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0", "not text (PNG image)"),
        ("a.txt", b"a\0b", "not text (binary data)"),
        ("a.txt", b"\0" * 100, "not text (binary data)"),
        ("a.html", b"<script>x</script>",
         "page without text; open it in a browser and save what it shows"),
        ("a.zip", b"Talks.", "not an archive, whatever its ending says, or damaged"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_its_reason_and_the_others_are_read(
    make_study, name, content, reason
):
    assert rows(make_study({name: content, "good.txt": "Talks."})) == {
        name: ("refused", reason),
        "good.txt": READ,
    }


def test_a_file_of_no_known_kind_is_refused_with_the_list_of_kinds(make_study):
    status, reason = rows(make_study({"a.xyz": "Talks."}))["a.xyz"]
    assert status == "refused" and reason.startswith("no reader for .xyz files; those that are")
    assert {".txt", ".html", ".docx", ".csv", ".zip"} <= set(reason.split(": ")[1].split(", "))


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


def test_a_file_above_the_limit_is_refused_unread(make_study, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("loaded into memory"))
    place = make_study({"study.toml": "[reading]\nlargest_mb = 1\n", "articles/a.txt": ""})
    with (place / "articles/a.txt").open("wb") as file:
        file.truncate(2**20 + 1)
    reason = "larger than 1 MiB; split it, or raise `largest_mb` in study.toml"
    assert rows(place) == {"a.txt": ("refused", reason)}


def test_one_article_of_more_than_32_mib_is_refused(make_study):
    place = make_study({"a.txt": b"x" * (32 * 2**20 + 1), "b.txt": "Talks."})
    reason = "larger than 32 MiB for one article; split it"
    assert rows(place) == {"a.txt": ("refused", reason), "b.txt": READ}


def test_a_file_that_is_gone_while_it_is_read_is_refused(make_study):
    study = open_study(make_study({"a.txt": "Talks.", "b.txt": "More talks."}))
    gone = study.articles / "b.txt"
    files = read_articles(study, progress=lambda name: gone.unlink(missing_ok=True)).files
    reason = "cannot be read (No such file or directory)"
    assert files["reason"].tolist() == ["", reason]


def test_a_folder_with_many_files_is_read_whole_and_in_order(make_study):
    names = [f"{number:05}.txt" for number in range(2_000)]
    reading = read_articles(open_study(make_study({name: f"Round {name}." for name in names})))
    assert [article.path for article in reading.articles] == names
    assert set(reading.files["status"]) == {"read"}


def test_names_with_quotes_newlines_and_marks_of_direction_are_shown_on_one_line(make_study):
    names = ['say "no".txt', "it's.txt", "two\nlines.txt", "gpj.\u202etxt", "\u2066a\u2069.txt"]
    found = rows(make_study({name: f"Talks {number}." for number, name in enumerate(names)}))
    shown = ['say "no".txt', "it's.txt", r"two\x0alines.txt", r"\u2066a\u2069.txt"]
    assert {name: found[name] for name in shown} == dict.fromkeys(shown, READ)
    assert r"gpj.\u202etxt" in found


def test_the_same_file_under_a_copy_s_name_is_one_article(make_study):
    names = ["a.txt", "a (1).txt", "a - Copy.txt", "Copy of a.txt"]
    reading = read_articles(open_study(make_study(dict.fromkeys(names, "Talks."))))
    assert len(reading.articles) == 1
    assert reading.files["status"].tolist() == ["read"] + ["set aside"] * 3
    assert set(reading.files["reason"][1:]) == {"same content as Copy of a.txt"}


def test_a_page_that_states_its_address_is_one_article_wherever_it_lies(make_study):
    link = "<link rel='canonical' href='https://example.org/talks'>"
    page = f"<html><head>{link}</head><p>Both sides met.</p></html>"
    found = rows(make_study({"a.html": page, "sub/b.html": page}))
    assert found == {"a.html": READ, "sub/b.html": ("set aside", "same content as a.html")}


def test_a_bare_text_in_the_folders_of_two_sources_is_read_twice(make_study):
    reading = read_articles(open_study(make_study(dict.fromkeys(["ap/1.txt", "dpa/1.txt"], "Hi."))))
    assert reading.files["reason"].tolist() == ["", "same content as ap/1.txt"]
    assert len(reading.articles) == 2


def test_a_file_reached_by_two_names_is_one_article(make_study):
    place = make_study({"a.txt": "Talks."})
    (place / "other.txt").hardlink_to(place / "a.txt")
    assert rows(place) == {"a.txt": READ, "other.txt": ("set aside", "same file as a.txt")}


def test_one_article_under_two_names_is_read_twice_and_said_so(make_study):
    found = rows(make_study({"189.txt": "Talks.", "190.txt": "Talks."}))
    assert found == {"189.txt": READ, "190.txt": ("read", "same content as 189.txt")}


def test_a_table_under_two_names_is_read_once(make_study):
    table = "id,text\n1,Talks.\n2,More talks.\n"
    reading = read_articles(open_study(make_study({"old.csv": table, "new.csv": table})))
    assert reading.files["reason"].tolist() == ["", "same content as new.csv"]
    assert len(reading.articles) == 2


def test_two_bad_files_of_the_same_content_are_each_refused_for_what_they_are(make_study):
    found = rows(make_study({"a/x.txt": b"a\0b", "b/x.txt": b"a\0b"}))
    assert set(found.values()) == {("refused", "not text (binary data)")}


def test_the_encoding_that_the_study_names_is_used_and_recorded(make_study):
    settings = '[reading]\nencoding = "cp1251"\n'
    article = "Мир".encode("cp1251")  # too short to be told from Windows-1252
    reading = read_articles(open_study(make_study({"study.toml": settings, "articles/a": article})))
    assert reading.articles[0].text == "Мир"
    assert reading.files["encoding"].tolist() == ["cp1251"]


@pytest.mark.parametrize("encoding, content", [("utf-8", b"\xff Talks"), ("ascii", b"\xe9")])
def test_a_file_not_in_the_encoding_that_the_study_names_is_refused(make_study, encoding, content):
    settings = f'[reading]\nencoding = "{encoding}"\n'
    found = rows(make_study({"study.toml": settings, "articles/a.txt": content}))
    reason = f"not in {encoding}, which [reading] names; save the file in it"
    assert found == {"a.txt": ("refused", reason)}


def test_hidden_files_and_folders_are_set_aside_in_one_row_each(make_study):
    hidden = ("set aside", "hidden")
    place = make_study({"a.txt": "Talks.", ".notes.txt": "x", ".git/config": "x", "sub/.x": "x"})
    assert rows(place) == {
        ".git": hidden,
        ".notes.txt": hidden,
        "a.txt": READ,
        "sub/.x": hidden,
    }


def test_what_programs_leave_beside_documents_is_set_aside(make_study):
    litter = ["Thumbs.db", "desktop.ini", "sub/~$talks.docx"]
    found = rows(make_study(dict.fromkeys(litter, "Jane Reader") | {"a.txt": "Talks."}))
    assert found == dict.fromkeys(litter, ("set aside", "hidden")) | {"a.txt": READ}


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
        path = Path(os.fsdecode(os.path.join(os.fsencode(place), name)))  # noqa: PTH118
        path.write_text(f"Talks {name!r}.")
    found = rows(place)
    assert found.pop(r"x.\xe9\xe9")[1].startswith(r"no reader for .\xe9\xe9 files;")
    assert found == {
        "a.txt": READ,
        r"caf\xe9.txt": READ,
        r"two\x0alines\x1b.txt": READ,
    }


@pytest.mark.parametrize(
    "name, remark",
    [
        ("a.html", ""),
        ("a.aspx", ""),
        ("a", ""),
        ("a.txt", "is a web page, whatever its ending says"),
        ("a.docx", "is a web page, whatever its ending says"),
        ("a.zip", "is a web page, whatever its ending says"),
    ],
)
def test_a_web_page_is_one_under_any_name(make_study, name, remark):
    page = "<!DOCTYPE html><html><title>Talks</title><p>Both sides met.</p></html>"
    reading = read_articles(open_study(make_study({name: page})))
    assert [article.text for article in reading.articles] == ["Talks\n\nBoth sides met."]
    assert reading.files["reason"].tolist() == [remark]


def test_a_plain_text_under_the_ending_of_a_document_is_read_as_what_it_is(make_study):
    remark = "is a plain text, whatever its ending says"
    assert rows(make_study({"a.docx": "Talks."})) == {"a.docx": ("read", remark)}


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
