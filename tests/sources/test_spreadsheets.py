"""Workbooks: every sheet with a header is read; what cannot be read is refused with a reason."""

import io
import struct
import zipfile

import pytest

from dateline.sources.raw import RefusedError
from dateline.sources.spreadsheets import is_spreadsheet, read_spreadsheet
from dateline.study import ReadSettings

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NO_TABLE = "table without a column for the text; name one `text` (found: a, b)"


def xlsx(**sheets):
    """A workbook; a sheet is rows of cells, and a cell is text or XML of its own."""
    names = [f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(sheets, 1)]
    links = [
        f'<Relationship Id="r{i}" Type="{OFFICE}/worksheet" Target="worksheets/s{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    ]
    formats = '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/>'  # plain, day, day and time
    links.append(f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>')
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        + f"{''.join(names)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{"".join(links)}'
        + "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs>{formats}</cellXfs></styleSheet>',
    }
    for number, rows in enumerate(sheets.values(), 1):
        data = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'
        members[f"xl/worksheets/s{number}.xml"] = sheet
    return packed(members)


def cell(value):
    return value if value.startswith("<c") else f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def ods(rows):
    cells = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    spaces = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{OASIS}:manifest:1.0"/>',
            "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{cells}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        }
    )


def ods_cell(*paragraphs):
    texts = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    return f'<table:table-cell office:value-type="string">{texts}</table:table-cell>'


def packed(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def xls(rows):
    """The bytes of a workbook of Excel 97: records of length, kind and content in one stream."""

    def record(kind, content=b""):
        return struct.pack("<HH", kind, len(content)) + content

    def begin(kind):
        return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 1997, 0, 0))

    labels = [
        record(0x204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1"))
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]
    head = len(begin(5)) + len(record(0x85, bytes(9))) + len(record(10))
    sheet = record(0x85, struct.pack("<IHBB", head, 0, 1, 0) + b"S")
    stream = begin(5) + sheet + record(10) + begin(16) + b"".join(labels) + record(10)
    return compound("Workbook", stream)


def compound(name, stream):
    """The old container of Office documents with one stream of at most 4,096 bytes."""
    end, free, table = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD

    def entry(name, kind, child, start, size):
        text = name.encode("utf-16-le")
        numbers = struct.pack("<HBBIII", len(text) + 2, kind, 1, free, free, child)
        return text.ljust(64, b"\0") + numbers + bytes(36) + struct.pack("<IQ", start, size)

    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    sectors = [table, end, *range(3, 10), end]
    names = entry("Root Entry", 5, 1, end, 0) + entry(name, 2, free, 2, 4096)
    fat = struct.pack("<128I", *sectors, *[free] * (128 - len(sectors)))
    return head + fat + names.ljust(512, b"\0") + stream.ljust(4096, b"\0")


def read(content, **settings):
    return read_spreadsheet("t", content, ReadSettings(**settings))


def refusal(content, **settings):
    with pytest.raises(RefusedError) as refused:
        read(content, **settings)
    return str(refused.value)


ROWS = [["Title", "Text"], ["Talks", "They met."]]
KINDS = {
    "xlsx": xlsx(S=ROWS),
    "xls": xls(ROWS),
    "ods": ods([[ods_cell(text) for text in row] for row in ROWS]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_workbook_is_known_by_its_content_and_read(kind):
    assert is_spreadsheet(KINDS[kind])
    found = read(KINDS[kind])
    assert [article.text for article in found.articles] == ["Talks\n\nThey met."]
    assert found.remark == ""


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", compound("WordDocument", b""), b"a,b"])
def test_other_files_are_no_workbooks(content):
    assert not is_spreadsheet(content)


def test_titles_may_stand_above_the_header_as_in_integrum():
    header = ["Источник", "Дата", "Время", "Заголовок", "Анонс", "Оригинал", "Автор"]
    row = ["Газета", "24.03.2022", "12:00", "Встреча", "Кратко.", "Полный текст.", "А. Б."]
    (article,) = read(xlsx(S=[["Выгрузка"], [], header, row])).articles
    assert article.text == "Встреча\n\nКратко.\n\nПолный текст."
    assert (article.source, article.author) == ("Газета", "А. Б.")
    assert article.metadata == (("column:Дата", "24.03.2022"),)


def test_days_numbers_and_formulas_become_text():
    # Excel counts days from 30 December 1899: 44644 is 24 March 2022.
    days = ['<c s="1"><v>44644</v></c>', '<c s="2"><v>44644.5</v></c>']
    others = ["<c><v>1.0</v></c>", '<c t="str"><f>A1</f><v>kept</v></c>']
    table = [["date", "update_time", "id", "text"], [*days, *others]]
    (article,) = read(xlsx(S=table)).articles
    assert dict(article.metadata) == {
        "column:date": "2022-03-24", "column:update_time": "2022-03-24T12:00:00"
    }  # fmt: skip
    assert (article.place, article.text) == ("1", "kept")


def test_lines_in_a_cell_stay_lines():
    (article,) = read(ods([[ods_cell("text")], [ods_cell("One.", "Two.")]])).articles
    assert article.text == "One.\nTwo."
    (article,) = read(xlsx(S=[["text"], ["One._x000D_\nTwo."]])).articles
    assert article.text == "One.\nTwo."


def test_every_sheet_with_a_header_is_read_and_the_others_are_counted():
    found = read(
        xlsx(May=ROWS, June=[*ROWS, ["More", ""]], Notes=[["a", "b"], ["c", "d"]], Empty=[])
    )
    assert [article.title for article in found.articles] == ["Talks", "Talks", "More"]
    june = "sheet “June” has 2 rows (1 of 2 rows without text)"
    assert found.remark == f"sheet “May” has 1 row; {june}; 1 sheet without a table of articles"


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", "not a workbook that can be read; save it again as .xlsx or .csv"),
        (KINDS["xlsx"][:900], "damaged or cut off; save it again from the spreadsheet program"),
        (KINDS["xls"][:900], "not a workbook that can be read; save it again as .xlsx or .csv"),
        (compound("EncryptedPackage", b""), "protected by a password; save it without one"),
        (xlsx(S=[["a", "b"], ["c", "d"]]), NO_TABLE),
        (xlsx(S=[]), "empty"),
        (xlsx(S=[["text", "date"]]), "table without rows"),
    ],
    ids=["nothing", "cut off", "old, cut off", "locked", "no text", "empty", "no rows"],
)
def test_a_workbook_that_cannot_be_read_is_refused(content, reason):
    assert refusal(content) == reason


def test_a_workbook_on_which_the_parser_ends_its_process_is_refused():
    at = KINDS["xls"].index(struct.pack("<HH", 0x85, 9)) + 4  # where the sheet begins
    damaged = KINDS["xls"][:at] + struct.pack("<I", 2**24) + KINDS["xls"][at + 4 :]
    assert refusal(damaged).startswith("not a workbook that can be read")


def test_a_stray_cell_in_the_last_corner_is_refused_before_the_parser_makes_room_for_it():
    content = xlsx(S=[["text", '<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>']])
    said = "a sheet of 1,048,576 rows and 16,384 columns"
    assert refusal(content) == f"{said}; delete those below and beside the table"


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    assert refusal(KINDS["xlsx"], largest_mb=0) == "unpacks to more than 0 MiB; split it"


def test_a_cell_as_long_as_excel_allows_is_said_to_be_cut():
    found = read(xlsx(S=[["text"], ["x" * 32_767], ["x" * 32_766]]))
    said = "1 of 2 rows cut at 32,767 characters, all that a cell of Excel holds"
    assert found.remark == said
