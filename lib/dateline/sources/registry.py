"""The registry of formats: which reader takes a file, by its content first and then by its name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from dateline.sources.file_names import shown
from dateline.sources.raw import Reader, RefusedError
from dateline.sources.text import looks_like_text

_ROOM = "dateline.sources."
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = ("", ".txt", ".text")
# Endings of archives, which `archives` opens; no reader takes them.
_ARCHIVES = (
    ".zip", ".tar", ".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz", ".zst", ".tzst",
)  # fmt: skip


_UNPACK = "unpack it into the folder, or make a .zip of it"
# Kinds that people have and no reader takes, by first bytes or ending, and the way out.
_OTHER_BYTES = (
    (b"7z\xbc\xaf\x27\x1c", f"7-Zip archive; {_UNPACK}"),
    (b"Rar!\x1a\x07", f"RAR archive; {_UNPACK}"),
    (b"MSCF\0\0\0\0", f"cabinet archive; {_UNPACK}"),
    (b"bplist00", "page as Safari saves it; save it as .html, or print it as a PDF"),
)
_OTHER_ENDINGS = {
    **dict.fromkeys((".7z", ".rar", ".cab", ".lzh", ".arj", ".z", ".lz", ".lz4", ".br", ".iso"),
                    f"archive of a kind that is not opened here; {_UNPACK}"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic"),
                    "picture; run it through text recognition and put in the text"),
    **dict.fromkeys((".mp3", ".mp4", ".m4a", ".wav", ".mov", ".avi", ".mkv", ".webm"),
                    "sound or film; put in a transcript as text"),
    **dict.fromkeys((".url", ".webloc", ".lnk"), "link to a page; save the page itself as .html"),
    ".webarchive": "page as Safari saves it; save it as .html, or print it as a PDF",
    **dict.fromkeys((".msg", ".pst", ".ost"), "mail as Outlook keeps it; save it as .eml or .txt"),
    **dict.fromkeys((".pages", ".wps", ".wpd", ".epub", ".mobi", ".pptx", ".ppt", ".one"),
                    "document of a kind that is not read here; save it as .docx or text"),
    **dict.fromkeys((".ris", ".bib", ".enw", ".nbib"),
                    "list of references without texts; export the articles themselves"),
    **dict.fromkeys((".sav", ".dta", ".rds", ".rdata", ".sqlite", ".db", ".pkl"),
                    "table of a kind that is not read here; export it as .csv or .parquet"),
}  # fmt: skip


class Format(NamedTuple):
    """
    A format of files: its name in a sentence, the endings that claim it, and its functions.

    `sniff` tells it by content, (bytes) -> bool, and `read` is its reader; both are written
    "module:function" below the sources room, so that a module is loaded when its format turns up.
    A blank `sniff` marks a format that its ending alone tells. `instead` names the format of a
    plain text that lies under its ending.
    """

    name: str
    endings: tuple[str, ...]
    sniff: str
    read: str
    instead: str = ""


# The order is that of asking: a format that is a special case of another comes before it. A new
# format is a new line.
FORMATS = (
    Format("a Nexis Uni document", (".docx",), "databases.nexis_docx:is_nexis_docx",
           "databases.nexis_docx:read_nexis_docx"),
    Format("a LexisNexis text", _TEXTS, "databases.lexisnexis_text:is_lexisnexis_text",
           "databases.lexisnexis_text:read_lexisnexis_text"),
    Format("a LexisNexis page", _PAGES, "databases.lexisnexis_html:is_lexisnexis_html",
           "databases.lexisnexis_html:read_lexisnexis_html"),
    Format("a Factiva page", _PAGES, "databases.factiva_html:is_factiva_html",
           "databases.factiva_html:read_factiva_html"),
    Format("a Factiva XML file", (".xml",), "databases.factiva_xml:is_factiva_xml",
           "databases.factiva_xml:read_factiva_xml"),
    Format("a ProQuest text", _TEXTS, "databases.proquest:is_proquest",
           "databases.proquest:read_proquest"),
    Format("a Europresse page", _PAGES, "databases.europresse:is_europresse",
           "databases.europresse:read_europresse"),
    Format("a Mediargus text", _TEXTS, "databases.mediargus:is_mediargus",
           "databases.mediargus:read_mediargus"),
    Format("a PressReader text", _TEXTS, "databases.pressreader:is_pressreader",
           "databases.pressreader:read_pressreader"),
    Format("an Alceste text", _TEXTS, "databases.alceste:is_alceste",
           "databases.alceste:read_alceste"),
    Format("a Word document", (".docx", ".doc"), "documents.word:is_docx",
           "documents.word:read_docx", instead="a plain text"),
    Format("an OpenDocument text", (".odt",), "documents.odt:is_odt",
           "documents.odt:read_odt", instead="a plain text"),
    Format("a rich text", (".rtf",), "documents.rtf:is_rtf",
           "documents.rtf:read_rtf", instead="a plain text"),
    Format("a PDF", (".pdf",), "documents.pdf:is_pdf",
           "documents.pdf:read_pdf", instead="a plain text"),
    Format("a spreadsheet", (".xlsx", ".xlsm", ".xls", ".ods"), "spreadsheets:is_spreadsheet",
           "spreadsheets:read_spreadsheet", instead="a CSV table"),
    Format("a Parquet file", (".parquet", ".pq"), "columnar:is_parquet", "columnar:read_parquet"),
    Format("an Arrow file", (".feather", ".arrow"), "columnar:is_arrow", "columnar:read_arrow"),
    Format("a mailbox", (".mbox",), "mail:is_mbox", "mail:read_mbox"),
    Format("a saved page (MHTML)", (".mhtml", ".mht"), "mhtml:is_mhtml", "mhtml:read_mhtml"),
    Format("a mail message", (".eml",), "mail:is_mail", "mail:read_mail"),
    Format("a feed", (".xml", ".rss", ".atom", ".rdf"), "feeds:is_feed", "feeds:read_feed"),
    Format("a JSON Feed", (".json",), "json_feed:is_json_feed", "json_feed:read_json_feed"),
    Format("a web archive", (".warc", ".gz"), "web_archives:is_warc", "web_archives:read_warc"),
    Format("a table in a web page", (".xls", *_PAGES), "html_tables:is_table_page",
           "html_tables:read_table_page"),
    Format("a web page", _PAGES, "html:is_page", "html:read_html", instead="a web page"),
    Format("a CSV table", (".csv", ".tsv"), "", "tables:read_table"),
    Format("a JSON file", (".json",), "", "json_tables:read_json"),
    Format("a JSON Lines file", (".jsonl", ".ndjson"), "", "json_tables:read_json_lines"),
    Format("a plain text", _TEXTS, "", "text:read_text"),
)  # fmt: skip


def sniff_format(content: bytes) -> Format | None:
    """The first format whose sniffer knows the content; None if none does."""
    sniffed = (each for each in FORMATS if each.sniff)
    return next((each for each in sniffed if _function(each.sniff)(content)), None)


def format_by_ending(ending: str, content: bytes) -> Format:
    """
    The format of a file that no sniffer knows, which is the one that its ending claims.

    A plain text under the ending of another kind of document is what it is; any other content is
    left to the reader of the claimed format, which says why it does not take it. `ending` is in
    small letters and begins with the full stop. Raises RefusedError where no format claims it.
    """
    if reason := next((why for mark, why in _OTHER_BYTES if content.startswith(mark)), ""):
        raise RefusedError(reason)
    if ending in _ARCHIVES:
        raise RefusedError("not an archive, whatever its ending says, or damaged")
    claimed = [each for each in FORMATS if ending in each.endings]
    if not claimed and ending in _OTHER_ENDINGS:
        raise RefusedError(_OTHER_ENDINGS[ending])
    if not claimed:
        raise RefusedError(f"no reader for {shown(ending)} files; those that are read: {_known()}")
    if by_name := next((each for each in claimed if not each.sniff), None):
        return by_name
    instead = claimed[-1].instead if looks_like_text(content) else ""
    return next((each for each in FORMATS if each.name == instead), claimed[-1])


def reader_of(taken: Format) -> Reader:
    """The reader of a format; its module is loaded now."""
    reader: Reader = _function(taken.read)
    return reader


def is_of_database(taken: Format) -> bool:
    """Whether a format is that of a database's exports."""
    return taken.read.startswith("databases.")


def contradiction(kind: str, ending: str) -> str:
    """
    The remark on a file of one kind under the ending of another; blank where there is none.

    >>> contradiction("a web page", ".csv"), contradiction("a web page", ".aspx")
    ('is a web page, whatever its ending says', '')
    """
    claims = [each.name for each in FORMATS if ending and ending in each.endings]
    claims += ["an archive"] if ending in _ARCHIVES else []
    return "" if kind in claims or not claims else f"is {kind}, whatever its ending says"


def _known() -> str:
    endings = [end for each in FORMATS for end in each.endings if end]
    return ", ".join(dict.fromkeys([*endings, *_ARCHIVES]))


@cache
def _function(named: str) -> Any:
    module, name = named.split(":")
    return getattr(import_module(_ROOM + module), name)
