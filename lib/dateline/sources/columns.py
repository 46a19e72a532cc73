"""Which column of a table holds what: by the usual names, or as study.toml says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline.sources.raw import RefusedError
from dateline.study import ReadSettings

# A row as read: names of columns, as they stand, to text.
Row = Mapping[str, str]

# The name under which the column that study.toml names for the date is passed on: dating takes
# it for the day of publication (articles/dates/metadata_names.py).
NAMED_DATE = "column:publish_date"

# Usual names, best first, as `_plain` makes them: small letters and figures alone. From Text
# Interchange Formats, Media Cloud, GDELT, Constellate, LexisNexisTools, NewsAPI, news-please,
# ProQuest and Integrum.
_NAMES = {
    "text": ("text", "fulltext", "articletext", "bodytext", "maintext", "plaintext", "body",
             "content", "article", "storytext", "story", "transcript", "volltext", "texto", "texte",
             "tekst", "testo", "текст", "полныйтекст", "текстстатьи", "оригинал"),
    "title": ("title", "headline", "head", "heading", "articletitle", "titel", "título", "titulo",
              "titre", "titolo", "заголовок", "название"),
    "lead": ("lead", "standfirst", "teaser", "dek", "анонс", "подзаголовок"),
    "author": ("author", "authors", "byline", "creator", "autor", "auteur", "автор", "авторы"),
    "source": ("source", "sourcename", "publication", "publicationtitle", "publicationname",
               "pubtitle", "newspaper", "medianame", "outlet", "journal", "ispartof", "publisher",
               "site", "sitename", "domain", "sourcedomain", "mediaurl", "quelle", "zeitung",
               "источник", "издание", "сми"),
    "url": ("url", "link", "articleurl", "weburl", "permalink", "documenturl", "ссылка"),
    "language": ("language", "lang", "sprache", "язык"),
    "id": ("docid", "id", "guid", "uuid", "articleid", "storyid", "storiesid", "documentid",
           "accessionno", "accessionnumber", "doi"),
}  # fmt: skip
# Words in the name of a column with dates. "update" and "candidate" end in one and are none.
_DATE = re.compile(
    r"(?<!candi)(?<!man)(?<!vali)date|datum|fecha|дата|^data(?:_|$)|time(?!zone|line)|year|jahr"
    r"|published|publi\w*at$|(?:created|updated|modified|indexed|issued|crawled|retrieved)|^day$"
    r"|posted|^pd$|_at$|parution|ersch(?:ein|ien)|veröffentlich|опублик|日期|时间|日付|掲載|公開|发布",
    re.I,
)
# What a column of texts does not hold: an address or a number.
_NO_TEXT = re.compile(r"\s*(?:\w+://\S+|www\.\S+|[\d.,\s]+)\s*")
_SHOWN, _SHOWN_LETTERS = 20, 40  # columns named in a refusal, and letters of each


class Columns(NamedTuple):
    """Role to column, and the columns with dates: the name for `metadata`, and the column."""

    roles: Mapping[str, str]
    dates: Sequence[tuple[str, str]]


def columns_of(
    names: Sequence[str], settings: ReadSettings, *, sample: Iterable[Row] = ()
) -> Columns:
    """
    Which column holds what: as `settings.columns` says, and for the rest by the usual names.

    Of several usual names for the text the best is taken whose cells in `sample`, some of the
    rows, are not all addresses or numbers; a headline is better than such cells. A date column
    that study.toml names is the only one that is looked at, and is taken for that of publication.
    Wrong for a table whose column of a usual name holds something else.

    Raises RefusedError, with the columns found, if a named column is missing or there is neither
    text nor headline.
    """
    usual = _usual(names)
    texts = [column for column in usual["text"] if _may_be_text(column, sample)]
    found = {**usual, "text": texts if texts or usual["title"] else usual["text"]}
    named = {role: _named(names, role, name) for role, name in settings.columns.items()}
    roles = {role: columns[0] for role, columns in found.items() if columns} | named
    if "text" not in roles and "title" not in roles:
        raise RefusedError(
            f"table without a column for the text; name one `text` (found: {_listed(names)})"
        )
    if "date" in named:
        return Columns(roles, [(NAMED_DATE, named["date"])])
    return Columns(roles, [(f"column:{name}", name) for name in names if _is_date(name)])


def needed(names: Sequence[str], settings: ReadSettings) -> list[str]:
    """The columns that `columns_of` may choose, in order: the others need not be read."""
    wanted = {column for columns in _usual(names).values() for column in columns}
    wanted.update(_named(names, role, name) for role, name in settings.columns.items())
    return [name for name in names if name in wanted or _is_date(name)]


def header_score(cells: Sequence[str], settings: ReadSettings) -> int:
    """
    How many names of columns a row holds; 0 if none of them is that of the text or headline.

    >>> [header_score(cells, ReadSettings()) for cells in (["Date", "Headline", "x"], ["Date"])]
    [2, 0]
    """
    usual = _usual(cells)
    mapped = {_plain(name) for name in settings.columns.values()}
    known = [cell for cell in cells if _plain(cell) in mapped]
    if not (usual["text"] or usual["title"] or known):
        return 0
    return len({*known, *(name for found in usual.values() for name in found)}) + sum(
        map(_is_date, cells)
    )


def header_names(cells: Iterable[str]) -> list[str]:
    """
    The names of the columns; a second one of the same name is told apart by its place.

    >>> header_names(["text", "", " text "])
    ['text', 'column 2', 'text (3)']
    """
    names: list[str] = []
    seen: set[str] = set()
    for place, cell in enumerate(cells, start=1):
        name = cell.strip() or f"column {place}"
        names.append(f"{name} ({place})" if name in seen else name)
        seen.add(name)
    return names


def best_header(rows: Sequence[Sequence[str]], settings: ReadSettings) -> int | None:
    """
    The place of the row, of the first of a table, that names the most columns; None if none does.

    Titles and search terms may stand above it. A single name is a header only where nothing
    stands above.

    >>> best_header([["Export of May"], ["Date", "Text"], ["2022", "Talks."]], ReadSettings())
    1
    """
    best, place = 0, None
    filled = False
    for number, cells in enumerate(rows):
        texts = [cell for cell in cells if cell.strip()]
        score = header_score(cells, settings) if len(texts) > 1 or not filled else 0
        if score > best:
            best, place = score, number
        filled = filled or bool(texts)
    return place


def _usual(names: Iterable[str]) -> dict[str, list[str]]:
    """Role to the columns of its usual names, the best first; of one name the first column."""
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(_plain(name), name)
    return {
        role: [plain[name] for name in known if name in plain] for role, known in _NAMES.items()
    }


def _may_be_text(column: str, sample: Iterable[Row]) -> bool:
    cells = [cell for row in sample if (cell := row.get(column, "").strip())]
    return not cells or not all(map(_NO_TEXT.fullmatch, cells))


def _named(names: Sequence[str], role: str, name: str) -> str:
    """The column that study.toml names, as the table writes it."""
    same = [each for each in names if each == name or _plain(each) == _plain(name) != ""]
    if not same:
        raise RefusedError(
            f"no column `{name}`, which study.toml names for the {role}; found: {_listed(names)}"
        )
    return name if name in same else same[0]


def _is_date(name: str) -> bool:
    return bool(_DATE.search(_split(name)))


def _listed(columns: Sequence[str]) -> str:
    names = [" ".join(name.split())[:_SHOWN_LETTERS] or "(no name)" for name in columns[:_SHOWN]]
    more = len(columns) - len(names)
    return ", ".join(names) + (f" and {more:,} more" if more else "")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def _split(name: str) -> str:
    """A name with its words set apart: "publishedAt" is "published_at", "Load-Date" "load_date"."""
    return re.sub(r"\W+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip())).lower()
