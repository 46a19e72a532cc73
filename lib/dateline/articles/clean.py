"""Cleans one article, and records each span that it takes away."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from dateline.articles.fixers import FIXERS, SOFT_HYPHEN
from dateline.articles.hyphens import find_cuts, is_cut, known_words
from dateline.articles.landmarks import SHORT
from dateline.articles.lines import Line, Removal, split_lines
from dateline.articles.removing import HYPHENATION, REPEATED, RULES, WRAPS
from dateline.articles.sentences import sentence_spans
from dateline.articles.wraps import join_paragraphs

_ENDS_SENTENCE = (".", "!", "?", "”", '"', ":", ";", ",", "…")


class Cleaned(NamedTuple):
    """
    A clean article: its text, what was removed, which fixers changed something, and its fields.

    `text` has its paragraphs separated by one blank line. `fields` may hold source, author,
    dateline, url and title, taken from what was removed or, the title, from the first paragraph.
    """

    text: str
    removals: tuple[Removal, ...]
    fixes: tuple[str, ...]
    fields: dict[str, str]


def clean_text(
    raw: str, *, off: Set[str] = frozenset(), repeated: Set[str] = frozenset()
) -> Cleaned:
    """
    Repair and clean the raw text of one article.

    The fixers run on every line, then the removing rules in their order, then lines are joined
    to paragraphs. Each removal satisfies `raw[start:end] == text`, so that it can be undone.
    `off` are names of fixers and rules that are not to run; `repeated` are the sentences that the
    article's source repeats, as `find_repeated` gives them.

    >>> clean_text(" date 2022-03-21 Talks open.").text
    'Talks open.'
    """
    lines = split_lines(raw)
    fixes = repair_lines(lines, off=off)
    removals, fields = _remove(lines, raw, off)
    paragraphs = join_paragraphs(lines, wraps=WRAPS not in off)
    fixes += _repair_paragraphs(paragraphs, off)
    if title := _title([paragraph.text for paragraph in paragraphs]):
        fields["title"] = title
    if repeated and REPEATED not in off:
        below = paragraphs[1:] if title else paragraphs
        removals = _remove_repeated(below, raw, repeated, removals)
    texts = [text for paragraph in paragraphs if (text := paragraph.trimmed().text)]
    removals.sort(key=lambda removal: removal.start)
    return Cleaned("\n\n".join(texts), tuple(removals), tuple(fixes), fields)


def repair_lines(lines: list[Line], *, off: Set[str] = frozenset()) -> list[str]:
    """Run the fixers on each line, in place; the names of those that changed one."""
    fixers = [fixer for fixer in FIXERS if fixer.__name__.removeprefix("fix_") not in off]
    acted = {fixer.__name__: [line.fix(fixer) for line in lines] for fixer in fixers}
    return [name for name, changes in acted.items() if any(changes)]


def repair_text(text: str) -> str:
    """A short text, such as a title, with the fixers run on it and single blanks."""
    for fixer in FIXERS:
        text = fixer(text)
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def folded(sentence: str) -> str:
    """A sentence as it is compared with others: small letters and single blanks."""
    return " ".join(sentence.split()).casefold()


def _remove(lines: list[Line], raw: str, off: Set[str]) -> tuple[list[Removal], dict[str, str]]:
    removals: list[Removal] = []
    fields: dict[str, str] = {}
    for rule, find in RULES.items():
        if rule in off:
            continue
        for found in list(find(lines)):
            removals.append(lines[found.line].cut(rule, found.start, found.end, raw))
            if found.field:
                fields.setdefault(found.field, found.value)
    return removals, fields


def _repair_paragraphs(paragraphs: list[Line], off: Set[str]) -> list[str]:
    """Close the words that line ends cut, and make line ends blanks; the names of what acted."""
    wrapped = any("\n" in paragraph.text for paragraph in paragraphs)
    acted = [f"fix_{WRAPS}"] if wrapped else []
    cut = [paragraph for paragraph in paragraphs if is_cut(paragraph.text)]
    if cut and HYPHENATION not in off:
        known = known_words(paragraph.text for paragraph in paragraphs)
        rejoined = [_rejoin(paragraph, known) for paragraph in cut]
        acted += [f"fix_{HYPHENATION}"] if any(rejoined) else []
    for paragraph in paragraphs:
        if "\n" in paragraph.text:
            paragraph.text = paragraph.text.replace("\n", " ")
        if SOFT_HYPHEN in paragraph.text:
            paragraph.fix(_without_soft_hyphens)
    return acted


def _rejoin(paragraph: Line, known: Set[str]) -> bool:
    cuts = find_cuts(paragraph.text, known)
    for start, end in reversed(cuts):
        paragraph.drop(start, end)
    return bool(cuts)


def _without_soft_hyphens(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "")


def _remove_repeated(
    paragraphs: list[Line], raw: str, repeated: Set[str], removals: list[Removal]
) -> list[Removal]:
    """Cut the sentences; what was cut inside of one before is a part of its removal now."""
    for paragraph in paragraphs:
        for start, end in reversed(sentence_spans(paragraph.text)):
            if folded(paragraph.text[start:end]) in repeated:
                taken = paragraph.cut(REPEATED, start, end, raw)
                removals = [each for each in removals if not _is_within(each, taken)]
                removals.append(taken)
    return removals


def _is_within(one: Removal, other: Removal) -> bool:
    return other.start <= one.start and one.end <= other.end


def _title(paragraphs: list[str]) -> str:
    """The first paragraph, if it is short, has no full stop and more follows."""
    if len(paragraphs) < 2 or len(paragraphs[0]) > SHORT:
        return ""
    return "" if paragraphs[0].endswith(_ENDS_SENTENCE) else paragraphs[0]
