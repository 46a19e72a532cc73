"""Coding rules of KH Coder, .cod: a line *name, then a condition over one or more lines."""

from __future__ import annotations

from dateline.themes.formats.conditions import AnyOf, Condition, Entry, entry_of, size
from dateline.themes.formats.draft import Draft
from dateline.themes.formats.kh_expressions import parse_condition
from dateline.themes.formats.remarks import RefusedEntryError

_STARS = "*＊"
# A code may stand for another code many times over; beyond this it is no condition to read.
_LARGEST = 2_000
_LONGEST = 50_000
_SCOPE = (
    "KH Coder asks for which unit a code holds and matches base forms; here `&`, `!` and near() "
    "hold in the article, and words are as written"
)

# Name of the code, line of its name, text of its condition.
Code = tuple[str, int, str]


def read_kh_coder_cod(file: str, text: str) -> Draft:
    """
    A category for each code. `|` makes terms of its own, `&` and `!` a rule in the article.

    `near(a-b)` and `seq(a-b)` are pairs within 10 words or the number given, in one sentence with
    the option b. `a+b` is a phrase; a text in quotes may lie inside words; <*name> stands for the
    condition of an earlier code. What a codebook cannot say is left out by name: how often a word
    is there, parts of speech, headings, variables, lengths.

    Raises CodebookError with the line for a condition above the first code.
    """
    draft = Draft(file)
    known: dict[str, Condition] = {}
    codes = _codes(text, draft)
    if any(mark in condition for _, _, condition in codes for mark in ("&", "!", "and", "near")):
        draft.note(0, "the unit of coding", _SCOPE)
    for name, line, written in codes:
        draft.category((name,), line=line)
        try:
            if len(written) > _LONGEST:
                raise RefusedEntryError("it is longer than any condition")
            condition = parse_condition(written, known)
            if size(condition) > _LARGEST:
                raise RefusedEntryError("with the codes that it names it is too long")
        except RefusedEntryError as problem:
            draft.leave_out(line, f"*{name}: {written}", str(problem))
        else:
            known[name] = condition
            _add(name, condition, written, line, draft)
    return draft


def _codes(text: str, draft: Draft) -> list[Code]:
    codes: list[Code] = []
    for line, written in enumerate(text.split("\n"), start=1):
        stripped = written.replace("\u3000", " ").strip()
        if not stripped or stripped.startswith("#"):
            continue
        if stripped[0] in _STARS and stripped[1:].strip():
            codes.append((stripped[1:].strip(), line, ""))
        elif not codes:
            raise draft.damage(line, "a condition above the first code; write *name before it")
        else:
            name, first, before = codes[-1]
            codes[-1] = (name, first, f"{before} {stripped}".strip())
    return codes


def _add(name: str, condition: Condition, written: str, line: int, draft: Draft) -> None:
    """Add each alternative of the condition, or a remark on that one alone."""
    category = draft.category((name,), line=line)
    for part in condition.parts if isinstance(condition, AnyOf) else (condition,):
        try:
            entries: list[Entry] = entry_of(part)
        except RefusedEntryError as problem:
            draft.leave_out(line, f"*{name}: {written}", str(problem))
        else:
            for entry in entries:
                category.add(entry)
