"""Refuses a workbook that would unpack to more than memory holds, before it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from dateline.sources.expanding import refuse_bomb
from dateline.sources.raw import RefusedError
from dateline.study import ReadSettings

# The parser makes room for each cell up to the furthest: 32 bytes for one, so 640 MB for these.
MOST_CELLS = 20_000_000
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_AT_ONCE = 2**16  # bytes of a member that are looked at together
_DAMAGED = "damaged or cut off; save it again from the spreadsheet program"


def check_workbook(content: bytes, settings: ReadSettings) -> None:
    """
    Raises RefusedError for a workbook (.xlsx, .ods) that is damaged or too large to be parsed.

    Too large are members that `refuse_bomb` refuses, a sheet with more than MOST_CELLS cells in
    its rectangle, one stray cell in the last row among them, and sheets whose cells repeat texts
    of more than `settings.largest_mb` MiB together.
    """
    largest = settings.largest_mb * 2**20
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            refuse_bomb(archive, len(content), largest_mb=settings.largest_mb)
            lengths: list[int] = []
            for member in sorted(archive.infolist(), key=_strings_first):
                if member.filename.lower().endswith(".xml"):
                    _check(_Sheet(lengths, largest), archive, member)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, ValueError):
        raise RefusedError(_DAMAGED) from None
    except (NotImplementedError, RuntimeError):  # zipfile's word for a password
        raise RefusedError("packed in a way that cannot be read; save it without one") from None


def _strings_first(member: zipfile.ZipInfo) -> bool:
    return not member.filename.lower().endswith("sharedstrings.xml")


def _check(sheet: _Sheet, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = sheet.start
    parser.EndElementHandler = sheet.end
    parser.CharacterDataHandler = sheet.characters
    parser.StartDoctypeDeclHandler = sheet.doctype
    for part in _parts(archive, member):
        parser.Parse(part, False)
    parser.Parse(b"", True)


def _parts(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as file:
        while part := file.read(_AT_ONCE):
            yield part


class _Sheet:
    """
    Follows the elements of one member, whatever it is: strings, a sheet of .xlsx, sheets of .ods.

    `lengths` are those of the workbook's shared strings, in order; `left` is how many characters
    its cells may still repeat.
    """

    def __init__(self, lengths: list[int], left: int) -> None:
        self.lengths, self.left = lengths, left
        self.row = self.column = self.rows = self.columns = 0
        self.repeats = self.row_repeats = self.length = 0
        self.shared = self.in_string = False
        self.digits = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self._cell(attributes)
            case "v" | "is":
                self._reach(self.row, self.column)
                self.digits = ""
            case "row":
                self.row, self.column = int(attributes.get("r", self.row + 1)), 0
            case "si":
                self.lengths.append(0)
                self.in_string = True
            case "sheetData" | "table":
                self.row = self.column = self.rows = self.columns = 0
            case "table-row":
                self.row_repeats = int(attributes.get("table:number-rows-repeated", 1))
                self.row, self.column = self.row + self.row_repeats, 0
            case "table-cell":
                self.repeats = int(attributes.get("table:number-columns-repeated", 1))
                self.column, self.length = self.column + self.repeats, 0
                if "office:value-type" in attributes:
                    self._reach(self.row, self.column)

    def end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "v" if self.shared and self.digits.isdecimal():
                at = int(self.digits)
                self._spend(self.lengths[at] if at < len(self.lengths) else 0)
            case "si":
                self.in_string = False
            case "table-cell":
                self._spend(self.length * self.repeats * self.row_repeats)

    def characters(self, text: str) -> None:
        self.length += len(text)
        if self.shared:
            self.digits += text
        elif self.in_string:
            self.lengths[-1] += len(text)

    def doctype(self, *_: object) -> None:
        raise RefusedError("a document type in a workbook, which no program writes; not read")

    def _cell(self, attributes: dict[str, str]) -> None:
        self.shared = attributes.get("t") == "s"
        place = _PLACE.fullmatch(attributes.get("r", ""))
        if place:
            self.row, self.column = int(place[2]), _number(place[1])
        else:
            self.column += 1

    def _reach(self, row: int, column: int) -> None:
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows * self.columns > MOST_CELLS:
            raise RefusedError(
                f"a sheet of {self.rows:,} rows and {self.columns:,} columns; delete those below "
                "and beside the table"
            )

    def _spend(self, length: int) -> None:
        self.left -= length
        if self.left < 0:
            raise RefusedError("cells that repeat more text than may be read; split the workbook")


def _number(letters: str) -> int:
    """The number of a column: A is 1, XFD is 16,384."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
