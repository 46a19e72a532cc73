"""Which column of a table holds what: text, headline, dates and the rest, by the usual names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dateline.sources.raw import RawArticle, RefusedError

# A row as read: names of columns, as they stand, to text.
Row = Mapping[str, str]

# Usual names, best first, as `_plain` makes them: small letters and figures alone. From Text
# Interchange Formats, Media Cloud, GDELT, Constellate, LexisNexisTools, NewsAPI and Integrum.
_NAMES = {
    "text": ("text", "fulltext", "articletext", "bodytext", "maintext", "plaintext", "body",
             "content", "article", "storytext", "story", "transcript", "volltext", "texto", "texte",
             "tekst", "testo", "текст"),
    "title": ("title", "headline", "head", "heading", "articletitle", "titel", "título", "titulo",
              "titre", "titolo", "заголовок"),
    "lead": ("lead", "standfirst", "teaser", "dek", "анонс"),
    "author": ("author", "authors", "byline", "creator", "autor", "auteur", "автор"),
    "source": ("source", "sourcename", "publication", "publicationtitle", "publicationname",
               "newspaper", "medianame", "outlet", "publisher", "journal", "ispartof", "site",
               "sitename", "domain", "mediaurl", "quelle", "источник"),
    "url": ("url", "link", "articleurl", "weburl", "permalink", "documenturl"),
    "language": ("language", "lang", "sprache", "язык"),
}  # fmt: skip
# Words in the name of a column with dates. "update" and "candidate" end in one and are none.
_DATE = re.compile(
    r"(?<!candi)(?<!man)(?<!vali)date|datum|fecha|дата|^data(?:_|$)|time(?!zone|line)|year|jahr"
    r"|published|publi\w*at$|(?:created|updated|modified|indexed|issued|crawled|retrieved)|^day$"
    r"|posted|^pd$|_at$|parution|ersch(?:ein|ien)|veröffentlich|опублик|日期|时间|日付|掲載|公開|发布",
    re.I,
)
_LONGEST_DATE = 100  # characters; a longer value is no date
_SHOWN, _SHOWN_LETTERS = 20, 40  # columns named in a refusal, and letters of each


def articles_of(path: str, encoding: str, rows: Iterable[Row]) -> list[RawArticle]:
    """
    One article for each row: the headline, the lead where the text lacks it, and the text.

    Columns whose name is that of a date become `metadata`, ("column:NAME", value). A table of
    headlines alone has them for its text. A row without text is an article with an empty one.
    Wrong for a table whose column of a usual name holds something else.

    Raises RefusedError, with the columns found, if there is neither text nor headline.
    """
    rows = list(rows)
    if not rows:
        raise RefusedError("table without rows")
    columns = list(dict.fromkeys(name for row in rows for name in row))
    roles = _roles(columns)
    if "text" not in roles and "title" not in roles:
        raise RefusedError(
            f"table without a column for the text; name one `text` (found: {_listed(columns)})"
        )
    dates = [name for name in columns if _DATE.search(_split(name))]
    return [_article(path, encoding, row, roles, dates) for row in rows]


def _roles(columns: list[str]) -> dict[str, str]:
    """Role to column: the best of the usual names, and the first column of that name."""
    plain: dict[str, str] = {}
    for column in columns:
        plain.setdefault(_plain(column), column)
    found = {
        role: [plain[name] for name in names if name in plain] for role, names in _NAMES.items()
    }
    return {role: columns[0] for role, columns in found.items() if columns}


def _article(
    path: str, encoding: str, row: Row, roles: dict[str, str], dates: list[str]
) -> RawArticle:
    cell = {role: row.get(column, "").strip() for role, column in roles.items()}
    values = [(f"column:{name}", row.get(name, "").strip()) for name in dates]
    return RawArticle(
        path=path,
        text=_text(cell),
        encoding=encoding,
        title=cell.get("title", ""),
        author=cell.get("author", "").replace("\n\n", "; "),
        source=cell.get("source", "").replace("\n\n", "; "),
        url=cell.get("url", ""),
        language=cell.get("language", "").replace("\n\n", "; "),
        metadata=tuple((name, value) for name, value in values if 0 < len(value) <= _LONGEST_DATE),
    )


def _text(cell: dict[str, str]) -> str:
    """Headline, lead and text as paragraphs, each once; nothing for a row without its text."""
    text = cell.get("text", cell.get("title", ""))
    for role in ("lead", "title") if text else ():
        part = cell.get(role, "")
        if part and (part not in text if role == "lead" else not text.startswith(part)):
            text = f"{part}\n\n{text}"
    return text


def _listed(columns: list[str]) -> str:
    names = [" ".join(name.split())[:_SHOWN_LETTERS] or "(no name)" for name in columns[:_SHOWN]]
    more = len(columns) - len(names)
    return ", ".join(names) + (f" and {more:,} more" if more else "")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def _split(name: str) -> str:
    """A name with its words set apart: "publishedAt" is "published_at", "Load-Date" "load_date"."""
    return re.sub(r"\W+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip())).lower()
