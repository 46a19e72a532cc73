"""Which format a codebook file has, by its ending, and the way from one to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import CodebookError, SettingError
from dateline.sources.decoding import decode
from dateline.sources.raw import RefusedError
from dateline.themes.codebook import Codebook, load_codebook, read_codebook
from dateline.themes.formats.csv_table import read_csv_table, write_csv_table
from dateline.themes.formats.draft import Draft
from dateline.themes.formats.kh_coder import read_kh_coder_cod
from dateline.themes.formats.lexicoder import read_lexicoder_lc3, read_lexicoder_lcd
from dateline.themes.formats.liwc import read_liwc_dic, read_liwc_dicx, write_liwc_dic
from dateline.themes.formats.quanteda_yaml import read_quanteda_yaml, write_quanteda_yaml
from dateline.themes.formats.remarks import Remark
from dateline.themes.formats.toml_file import write_toml
from dateline.themes.formats.wordstat import read_wordstat_cat
from dateline.themes.formats.yoshikoder import read_yoshikoder_ykd
from dateline.themes.source_lines import SourceLines
from dateline.toml import parse_toml, read_text

TOML = ".toml"
_TEXT_READERS: dict[str, Callable[[str, str], Draft]] = {
    ".yaml": read_quanteda_yaml,
    ".yml": read_quanteda_yaml,
    ".dic": read_liwc_dic,
    ".dicx": read_liwc_dicx,
    ".lc3": read_lexicoder_lc3,
    ".cat": read_wordstat_cat,
    ".cod": read_kh_coder_cod,
    ".csv": read_csv_table,
    ".tsv": read_csv_table,
}
# XML says its encoding itself.
_XML_READERS: dict[str, Callable[[str, bytes], Draft]] = {
    ".lcd": read_lexicoder_lcd,
    ".ykd": read_yoshikoder_ykd,
}
_WRITERS: dict[str, Callable[[str, Mapping[str, Any]], tuple[str, list[Remark]]]] = {
    ".yaml": write_quanteda_yaml,
    ".yml": write_quanteda_yaml,
    ".dic": write_liwc_dic,
    ".csv": write_csv_table,
}
READABLE = (TOML, *_TEXT_READERS, *_XML_READERS)
WRITABLE = (TOML, *_WRITERS)
_LARGEST = 64 * 2**20
# Where a line is one entry or one category; a longer one is another kind of file.
_BY_LINES = (".dic", ".lc3", ".cat", ".cod")
_LONGEST_LINE = 10_000


@dataclass(frozen=True)
class CodebookFile:
    """What was read: the tables of the codebook, and what of the file is not in them as it was."""

    file: str
    tables: Mapping[str, Any]
    remarks: tuple[Remark, ...] = ()

    @property
    def codebook(self) -> Codebook:
        """The codebook, checked. Raises CodebookError as `load_codebook` does."""
        return read_codebook(self.tables, SourceLines("", self.file))


@dataclass(frozen=True)
class Conversion:
    """The bytes of the new file, and what is not in it as it was in the old one."""

    content: bytes
    remarks: tuple[Remark, ...] = ()

    @property
    def lossless(self) -> bool:
        """Whether every entry is in the new file."""
        return not any(remark.lost for remark in self.remarks)


def read_codebook_file(path: str | Path) -> CodebookFile:
    """
    Read a codebook of any format in READABLE, by the ending of its name.

    The encoding is found (`decode`). Entries that a codebook cannot say are left out, each with a
    remark that has its line and the reason; no rule is ever turned into a term.

    Raises SettingError for another ending, CodebookError for a file that is missing or damaged.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending == TOML:
        load_codebook(path)
        text = read_text(path, error=CodebookError)
        return CodebookFile(path.name, parse_toml(text, path.name, error=CodebookError))
    if ending not in READABLE:
        raise SettingError(
            f"{path.name}: no codebook by its ending; known are {', '.join(READABLE)}"
        )
    draft = _draft(path, ending)
    tables = draft.tables()
    read = CodebookFile(path.name, tables, tuple(sorted(draft.remarks, key=lambda r: r.line)))
    _ = read.codebook  # what the reader made must be a codebook
    return read


def convert_codebook(source: str | Path, target: str | Path) -> Conversion:
    """
    The file `source` in the format that the name `target` has; nothing is written.

    What `source` has and a codebook cannot say, and what a codebook has and the format of `target`
    cannot, is in the remarks. A TOML file has them as comments too.

    Raises SettingError for an ending that cannot be read or written, or if both are one file, and
    CodebookError as `read_codebook_file` does.
    """
    source, target = Path(source), Path(target)
    ending = target.suffix.lower()
    if ending not in WRITABLE:
        raise SettingError(
            f"{target.name}: cannot be written by its ending; known are {', '.join(WRITABLE)}"
        )
    if source.resolve() == target.resolve():
        raise SettingError(f"{target.name}: is the file to read; give the new one another name")
    read = read_codebook_file(source)
    if ending == TOML:
        text, lost = write_toml(read.file, read.tables, remarks=read.remarks)
    else:
        text, lost = _WRITERS[ending](read.file, read.tables)
    return Conversion(text.encode("utf-8", "replace"), (*read.remarks, *lost))


def _draft(path: Path, ending: str) -> Draft:
    try:
        if path.stat().st_size > _LARGEST:
            raise CodebookError(f"{path.name}: larger than 64 MiB; split the file")
        content = path.read_bytes()
        if ending in _XML_READERS:
            return _XML_READERS[ending](path.name, content)
        return _TEXT_READERS[ending](path.name, _text(content, path.name, ending))
    except RefusedError as problem:
        raise CodebookError(f"{path.name}: {problem}; save it anew as text") from None
    except OSError as problem:
        raise CodebookError(
            f"{path.name}: cannot be read ({problem.strerror}); check the path"
        ) from None


def _text(content: bytes, file: str, ending: str) -> str:
    text, _ = decode(content)
    if ending in _BY_LINES:
        for number, line in enumerate(text.split("\n"), start=1):
            if len(line) > _LONGEST_LINE:
                raise CodebookError(
                    f"{file}, line {number}: longer than {_LONGEST_LINE} characters; "
                    "write an entry on each line"
                )
    return text
