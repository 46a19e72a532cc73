"""A section of a page that has nothing to show is left with the sentence that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

TOGETHER = "What cannot be shown?"


def close_empty_sections(soup: BeautifulSoup) -> None:
    """
    Leave of each section that shows nothing its heading and the sentence of `show_nothing`.

    Such a section has nothing else but empty tables; its explanations would explain nothing.
    Sections on end of which none shows anything stand under one heading, each with its question.
    """
    run: list[tuple[Tag, list[Tag]]] = []
    for heading, parts in [*_sections(soup), (None, [])]:
        if heading is not None and _shows_nothing(parts):
            run.append((heading, parts))
            continue
        _close(soup, run)
        run = []


def _sections(soup: BeautifulSoup) -> list[tuple[Tag | None, list[Tag]]]:
    """Each heading of level 2 and the parts of the page up to the next, from its own on."""
    sections: list[tuple[Tag | None, list[Tag]]] = []
    for part in soup.select("#content > *"):
        heading = part.find("h2") if "prose" in part.get_attribute_list("class") else None
        if heading is not None:
            sections.append((heading, [part]))
        elif sections:
            sections[-1][1].append(part)
    return sections


def _shows_nothing(parts: list[Tag]) -> bool:
    shown = [
        part for part in parts if not {"prose", "code"} & set(part.get_attribute_list("class"))
    ]
    said = [part for part in shown if part.select_one("p.nothing")]
    empty = [part for part in shown if part.select_one("table") and not _has_rows(part)]
    return bool(said) and len(said) + len(empty) == len(shown)


def _has_rows(part: Tag) -> bool:
    return any(not row.select_one("td.missing[colspan]") for row in part.select("tbody tr"))


def _close(soup: BeautifulSoup, run: list[tuple[Tag, list[Tag]]]) -> None:
    """The sections of a run in the place of the first of them."""
    if not run:
        return
    questions: dict[str, list[str]] = {}
    for heading, parts in run:
        sentences = [p.get_text() for part in parts for p in part.select("p.nothing")]
        questions.setdefault(" ".join(dict.fromkeys(sentences)), []).append(heading.get_text())
    place = run[0][1][0]
    alone = len(run) == 1
    prose = soup.new_tag("section", attrs={"class": "prose"})
    prose.append(soup.new_tag("h2"))
    prose.h2.string = run[0][0].get_text() if alone else TOGETHER  # type: ignore[union-attr]
    for why, asked in questions.items():
        line = soup.new_tag("p")
        if not alone:
            named = soup.new_tag("em")
            named.string = " ".join(asked)
            line.extend([named, " "])
        line.append(why)
        prose.append(line)
    place.insert_before(prose)
    for _, parts in run:
        for part in parts:
            if "code" not in part.get_attribute_list("class"):
                part.decompose()
