"""Rich text (.rtf): one document, one article."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from dateline.sources.raw import Found, RawArticle, RefusedError
from dateline.study import ReadSettings

_BEGIN = b"{\\rtf"
_TOP = 64 * 1024  # characters in which a document says what it is
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
_TITLE = re.compile(r"\{\\title\s([^{}]{1,1000})\}")
_DATES = {"created": re.compile(r"\{\\creatim([^{}]{1,100})\}"),
          "modified": re.compile(r"\{\\revtim([^{}]{1,100})\}")}  # fmt: skip
_PART = re.compile(r"\\(yr|mo|dy|hr|min)(\d{1,4})(?!\d)")
_HIGH = re.compile("[\x80-\xff]")
# Pictures, written as figures: nothing to read, and striprtf would go through them one by one.
_FIGURES = re.compile(r"[0-9A-Fa-f\r\n]{1000,}")
# striprtf ends a line, a paragraph and a row in the same way, and puts a bar between cells.
_CUT_PAIR = re.compile(
    r"(\\'[0-9A-Fa-f]{2})[\r\n]+(?=\\')"
)  # halves of one character, on two lines
_LINE = re.compile(r"(?<!\\)\\line(?![a-zA-Z]) ?")
_LINE_MARK = "\x0b"
_CELL = re.compile(r"(?<!\\)\\(?:nest)?cell(?![a-zA-Z])")
_BREAK = re.compile(r"\s*\n\s*")


def is_rtf(content: bytes) -> bool:
    """
    Whether a file begins as rich text does.

    >>> is_rtf(b"{\\\\rtf1\\\\ansi Talks}"), is_rtf(b"{talks}")
    (True, False)
    """
    return content.startswith(_BEGIN)


def read_rtf(path: str, content: bytes, settings: ReadSettings = ReadSettings()) -> Found:
    """
    The one article of a rich text: its paragraphs and table cells by striprtf, line breaks kept.

    Characters are of the code page of their font, else of the one that the document names, else of
    the study's encoding. Headers, footers, footnotes, comments and the addresses of links are
    not text. The document's title is the headline only if the text begins with it. `metadata` are
    its "file:created" and "file:modified".

    Wrong for a document with several articles, which it takes for one.

    Raises RefusedError for a file that is no rich text, damaged, or without text.
    """
    if not is_rtf(content):
        raise RefusedError("not a document, though its name ends in .rtf")
    markup = content.decode("latin-1")
    encoding = _encoding(markup, settings.encoding or "cp1252")
    paragraphs = [text for text in _paragraphs(markup, encoding) if text]
    if not paragraphs:
        raise RefusedError("document without text")
    article = RawArticle(
        path=path,
        text="\n\n".join(paragraphs),
        encoding=encoding,
        title=_title(markup, encoding, paragraphs[0]),
        metadata=tuple(_dates(markup)),
    )
    return Found([article])


def _encoding(markup: str, otherwise: str) -> str:
    """The code page that the document names, if Python has one of that name."""
    found = _CODE_PAGE.search(markup, 0, _TOP)
    try:
        return codecs.lookup(f"cp{found[1]}").name if found else otherwise
    except LookupError:
        return otherwise


def _paragraphs(markup: str, encoding: str) -> Iterator[str]:
    """The paragraphs, of which some may be blank; a break inside one is a newline."""
    for paragraph in _plain(_LINE.sub(r"\\'0b", markup), encoding).split("\n"):
        yield _BREAK.sub("\n", paragraph.replace(_LINE_MARK, "\n").strip())


def _plain(markup: str, encoding: str) -> str:
    """The text by striprtf, of markup without what it stumbles over."""
    from striprtf.striprtf import rtf_to_text

    markup = _CUT_PAIR.sub(r"\1", _CODE_PAGE.sub("", _FIGURES.sub("", markup)))
    markup = _CELL.sub(r"\\par", markup).replace("\\fldinst", "\\fldtype")
    markup = _HIGH.sub(lambda found: f"\\'{ord(found.group()):02x}", markup)
    try:
        text = rtf_to_text(markup, encoding=encoding, errors="replace")
    except (ArithmeticError, LookupError, TypeError, ValueError):
        raise RefusedError("damaged rich text; open it and save it again") from None
    # Characters beyond the first 65,536 stand in the file as two halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _title(markup: str, encoding: str, first: str) -> str:
    found = _TITLE.search(markup, 0, _TOP)
    title = " ".join(_plain(f"{{\\rtf1 {found[1]}}}", encoding).split()) if found else ""
    return title if title == " ".join(first.split()) else ""


def _dates(markup: str) -> Iterator[tuple[str, str]]:
    for name, pattern in _DATES.items():
        if found := pattern.search(markup, 0, _TOP):
            part = {key: int(value) for key, value in _PART.findall(found[1])}
            if {"yr", "mo", "dy"} <= part.keys():
                clock = f"T{part.get('hr', 0):02}:{part.get('min', 0):02}"
                yield f"file:{name}", f"{part['yr']:04}-{part['mo']:02}-{part['dy']:02}{clock}"
