"""Archives: each member has its line, nothing is unpacked to the disk, and bombs do not go off."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile

import pytest
import zstandard

from dateline.sources import read_articles
from dateline.sources.archives import members
from dateline.sources.expanding import Limits
from dateline.study import open_study

READ = ("read", "")
LEADS_OUT = ("refused", "path that leads out of the archive")
LINK = ("refused", "link or device in an archive; put the file itself in")
PACKERS = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor().compress,
}


def zipped(files, how=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(files, **kinds):
    """A tar of files, and of members of other kinds by name."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content.encode()))
        for name, kind in kinds.items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return buffer.getvalue()


@pytest.fixture
def rows(make_study):
    """What became of each file of a study with these files: path to (status, reason)."""

    def read(files):
        table = read_articles(open_study(make_study(files))).files
        return {row.path: (row.status, row.reason) for row in table.itertuples()}

    return read


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_each_member_is_read_and_has_its_line(make_study, pack):
    files = {"a.csv": "id,text\n1,Talks.\n2,War.\n", "sub/b.txt": "More talks."}
    reading = read_articles(open_study(make_study({"export": pack(files)})))
    assert reading.files[["path", "status", "articles"]].values.tolist() == [
        ["export/a.csv", "read", 2],
        ["export/sub/b.txt", "read", 1],
    ]
    assert reading.articles[2].path == "export/sub/b.txt"


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_file_is_one_file_and_a_packed_tar_a_folder(rows, ending):
    pack = PACKERS[ending]
    files = {
        f"a.csv.{ending}": pack(b"text\nTalks.\n"),
        f"b.tar.{ending}": pack(tarred({"c": "x"})),
    }
    assert rows(files) == {f"a.csv.{ending}": READ, f"b.tar.{ending}/c": READ}


def test_a_packed_text_may_come_in_several_parts(make_study):
    files = {f"a.{end}": pack(b"Talks ") + pack(end.encode()) for end, pack in PACKERS.items()}
    reading = read_articles(open_study(make_study(files)))
    assert [each.text for each in reading.articles] == [f"Talks {end}" for end in sorted(PACKERS)]


def test_archives_in_an_archive_are_opened_to_the_second(rows):
    second = zipped({"b.txt": "b", "third.zip": zipped({"c.txt": "c"})})
    first = zipped({"a.txt": "a", "second.zip": second})
    deep = ("refused", "ZIP archive 2 archives deep; unpack the outer ones")
    assert rows({"first.zip": first}) == {
        "first.zip/a.txt": READ,
        "first.zip/second.zip/b.txt": READ,
        "first.zip/second.zip/third.zip": deep,
    }


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_path_that_leads_out_is_refused_and_the_rest_read(rows, pack):
    bad = ["/etc/a.txt", "../a.txt", "b/../../a.txt", "C:/a.txt", r"..\c.txt"]
    found = rows({"x": pack(dict.fromkeys(bad, "x") | {"good.txt": "Talks."})})
    assert found.pop("x/good.txt") == READ
    assert list(found.values()) == [LEADS_OUT] * 5


def test_links_and_devices_in_a_tar_are_refused(rows):
    kinds = {"soft": tarfile.SYMTYPE, "hard": tarfile.LNKTYPE, "pipe": tarfile.FIFOTYPE,
             "disk": tarfile.BLKTYPE, "tty": tarfile.CHRTYPE}  # fmt: skip
    found = rows({"x.tar": tarred({"a.txt": "Talks."}, **kinds)})
    assert found == {"x.tar/a.txt": READ} | {f"x.tar/{name}": LINK for name in kinds}


def test_a_link_in_a_zip_is_refused(rows):
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    assert rows({"x.zip": zipped({link: "/etc/passwd"})}) == {"x.zip/a.txt": LINK}


def test_what_macos_and_others_hide_in_an_archive_is_set_aside(rows):
    hidden = ["__MACOSX/a.txt", ".DS_Store", "sub/._a.txt", ".git/config"]
    found = rows({"x.zip": zipped(dict.fromkeys(hidden, "x") | {"a.txt": "Talks."})})
    assert found.pop("x.zip/a.txt") == READ
    assert found == {f"x.zip/{name}": ("set aside", "hidden") for name in hidden}


def test_an_encrypted_member_is_refused(rows):
    content = bytearray(zipped({"a.txt": "Talks.", "b.txt": "War."}))
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag in the table of contents
    encrypted = ("refused", "encrypted; unpack it with its password")
    assert rows({"x.zip": bytes(content)}) == {"x.zip/a.txt": encrypted, "x.zip/b.txt": READ}


def test_a_damaged_member_is_refused_and_the_others_read(rows):
    content = zipped({"a.txt": "Talks here.", "b.txt": "War."}, zipfile.ZIP_STORED)
    found = rows({"x.zip": content.replace(b"Talks here.", b"Talks gone.")})
    damaged = ("refused", "damaged in its archive; make that again")
    assert found == {"x.zip/a.txt": damaged, "x.zip/b.txt": READ}


def test_a_truncated_archive_is_refused_behind_what_could_be_read(rows):
    whole = tarred({"a.txt": "Talks.", "b.txt": "x" * 2_000})
    damaged = ("refused", "damaged tar archive; make it again")
    assert rows({"x.tar": whole[:2_048]}) == {"x.tar/a.txt": READ, "x.tar": damaged}


def test_a_truncated_zip_is_refused(rows):
    damaged = ("refused", "damaged ZIP archive; make it again")
    assert rows({"x.zip": zipped({"a.txt": "Talks."})[:-30]}) == {"x.zip": damaged}


@pytest.mark.parametrize("ending", PACKERS)
def test_a_truncated_packed_file_is_refused(rows, ending):
    content = PACKERS[ending](b"".join(struct.pack("<I", n * n % 65_521) for n in range(5_000)))
    ((status, reason),) = rows({f"a.txt.{ending}": content[: len(content) // 2]}).values()
    assert status == "refused" and reason.startswith("damaged") and "archive" in reason


def test_a_broken_header_in_a_tar_does_not_hide_what_follows(rows):
    content = bytearray(tarred({"a.txt": "Talks.", "b.txt": "War."}))
    content[1_024] ^= 0xFF  # the first letter of b.txt, so that the checksum fails
    reason = "tar archive: damaged or cut off; files behind this were not read"
    assert rows({"x.tar": bytes(content)}) == {"x.tar/a.txt": READ, "x.tar": ("refused", reason)}


def test_an_archive_without_a_file_has_its_line(rows):
    empty = ("refused", "ZIP archive without a file")
    assert rows({"x.zip": zipped({}), "y.zip": zipped({"sub/": ""})}) == {
        "x.zip": empty,
        "y.zip": empty,
    }


def test_a_document_that_is_an_archive_is_read_as_one_and_said_so(rows):
    remark = "is an archive, whatever its ending says"
    assert rows({"x.docx": zipped({"a.txt": "Talks."})}) == {"x.docx/a.txt": ("read", remark)}


def test_a_document_without_a_reader_is_not_taken_for_an_archive(rows):
    reason = "document of a kind that is not read here; save it as text"
    book = zipped({"mimetype": "application/epub+zip", "a.xhtml": "<p>Talks."})
    slides = zipped({"[Content_Types].xml": "<Types/>", "ppt/slides/slide1.xml": "<x/>"})
    assert set(rows({"a.epub": book, "b.pptx": slides}).values()) == {("refused", reason)}


def test_the_same_archive_twice_is_read_once_and_its_unpacked_copy_too(rows):
    export = zipped({"a.txt": "Talks."})
    found = rows({"1.zip": export, "2.zip": export, "1/a.txt": "Talks."})
    assert found == {
        "1/a.txt": READ,
        "1.zip/a.txt": ("set aside", "same content as 1/a.txt"),
        "2.zip": ("set aside", "same content as 1.zip"),
    }


def test_names_in_utf8_without_the_flag_are_read_as_such(make_study):
    content = zipped({"Überblick.txt": "Talks."})
    unmarked = content.replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00")
    files = read_articles(open_study(make_study({"x.zip": unmarked}))).files
    assert files["path"].tolist() == ["x.zip/Überblick.txt"]


ZEROS = b"\0" * (20 * 2**20)


def test_a_member_that_is_a_bomb_is_refused_and_the_others_read(rows):
    bomb = ("refused", "unpacks to more than 200 times its size")
    found = rows({"x.zip": zipped({"a.txt": ZEROS, "b.txt": "Talks."})})
    assert found == {"x.zip/a.txt": bomb, "x.zip/b.txt": READ}


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_bomb_is_refused_before_it_is_unpacked(rows, ending):
    found = rows({f"a.txt.{ending}": PACKERS[ending](ZEROS)})
    assert list(found) == [f"a.txt.{ending}"]
    assert found[f"a.txt.{ending}"][1].endswith("archive: unpacks to more than 200 times its size")


def test_a_bomb_in_many_small_parts_is_refused_as_a_whole(rows):
    part = b"\0" * (3 * 2**20)
    found = rows({"x.zip": zipped({f"{number}.bin": part for number in range(9)})})
    assert found["x.zip"] == ("refused", "ZIP archive: unpacks to more than 200 times its size")


def test_a_member_above_the_limit_is_refused_and_the_others_read(rows):
    noise = bytes(n * n % 251 for n in range(2**20 + 1))
    settings = "[reading]\nlargest_mb = 1\n"
    found = rows(
        {"study.toml": settings, "articles/x.zip": zipped({"a": noise, "b.txt": "Talks."})}
    )
    large = ("refused", "larger than 1 MiB when unpacked")
    assert found == {"x.zip/a": large, "x.zip/b.txt": READ}


def test_all_that_comes_out_of_an_archive_is_limited_with_what_is_nested_in_it():
    limits = Limits(largest_mb=1, packed=2**20)
    found = list(members(tarred({str(number): "x" * 2**20 for number in range(5)}), limits))
    assert [member.path for member in found] == ["0", "1", "2", ""]
    assert found[-1].reason == "tar archive: unpacks to more than 4 MiB; unpack it into a folder"
