"""Paragraphs with the names of their styles, and the headline among them."""

from __future__ import annotations

from typing import NamedTuple

from dateline.sources.raw import RefusedError

TITLE, HEADING = "title", "heading 1"
# A first heading below this many paragraphs heads a section, not the article.
_HEAD = 8


class Paragraph(NamedTuple):
    """A paragraph and the name of its style in small letters, or blank."""

    text: str
    style: str = ""


class Article(NamedTuple):
    """The headline, or blank; the text with the headline first; a remark for the ledger."""

    title: str
    text: str
    remark: str


def article_of(paragraphs: list[Paragraph]) -> Article:
    """
    The paragraphs as one text, the headline on top, those without letters left out.

    The headline is the first paragraph in the style Title, else the first Heading 1 if it stands
    near the top. Wrong for a document with several articles, which it takes for one; several
    titles are said in the remark.

    >>> article_of([Paragraph("3 May"), Paragraph("Talks resume", "title"), Paragraph("Both met.")])
    Article(title='Talks resume', text='Talks resume\\n\\n3 May\\n\\nBoth met.', remark='')

    Raises RefusedError if there is no text.
    """
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if not paragraphs:
        raise RefusedError("document without text")
    titles = [paragraph for paragraph in paragraphs if paragraph.style == TITLE]
    headings = [paragraph for paragraph in paragraphs[:_HEAD] if paragraph.style == HEADING]
    first = next(iter(titles or headings), None)
    rest = [paragraph.text.strip() for paragraph in paragraphs if paragraph is not first]
    title = " ".join(first.text.split()) if first else ""
    several = f"{len(titles)} paragraphs in the style Title; read as one article"
    return Article(
        title=title,
        text="\n\n".join([title, *rest] if title else rest),
        remark=several if len(titles) > 1 else "",
    )
