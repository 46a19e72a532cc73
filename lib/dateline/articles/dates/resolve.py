"""From evidence to one interval with a class; a conflict lowers the class and both answers stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dateline.articles.dates.evidence import (
    ANCHOR,
    BOUND,
    CHECK,
    CLASS_DAYS,
    DATED,
    DECIDED,
    LIKELY,
    NEARBY,
    RELATED,
    STATED,
    DateResult,
    Evidence,
)
from dateline.articles.dates.intervals import hull, intersect, meet, narrows, width
from dateline.articles.dates.readings import (
    confirm_yearless,
    find_year,
    join_terms,
    only_term,
    settle_readings,
)

# Stated dates this far apart keep class A, with an interval of both: print and web, time zones.
AGREE = timedelta(days=1)
# Pieces that may be wrong without anybody having erred; they give way without a conflict.
_GIVES_WAY = (LIKELY, NEARBY)


def resolve_dates(evidence: Iterable[Evidence], *, today: date | None = None) -> DateResult:
    """
    The interval that all evidence allows, its class and its best day.

    A person's decision outranks all; then stated dates; else bounds are intersected, then
    anchors, what is related, likely windows and nearby articles, of each the narrowest first.
    Where two pieces cannot both be true, the interval holds both answers, and the conflict costs
    one class; a piece that was only likely is set aside instead. Stated dates one day apart are
    marked as a conflict but keep class A. A property of the file that is earlier than a stated
    date is set aside. Evidence after `today`, the day of the run, is recorded
    and not used.
    """
    pieces = settle_readings(_not_after(piece, today) for piece in evidence)
    decided = [piece for piece in pieces if piece.strength == DECIDED]
    if decided:
        return _decided(decided[0], [piece for piece in pieces if piece is not decided[0]])
    stated = [piece for piece in pieces if piece.strength == STATED and not piece.yearless]
    if stated:
        return _stated(stated, [piece for piece in pieces if piece not in stated])
    return _narrowed(_with_years(pieces))


def _not_after(piece: Evidence, today: date | None) -> Evidence:
    """The piece, or a check if it lies in the future of the run by more than a time zone."""
    begins = piece.earliest
    if today is None or begins is None or begins <= today + AGREE:
        return piece
    if piece.strength in (DECIDED, CHECK):
        return piece
    return piece._replace(
        strength=CHECK, note=f"after {today}, the day of the run or of collection"
    )


def _decided(decision: Evidence, others: list[Evidence]) -> DateResult:
    """
    The decision keeps its class; what it contradicts of stated dates and bounds is shown.

    It is no conflict if the decision takes one of several answers, as it was made to do.
    """
    sure = [p for p in others if p.strength in (DECIDED, STATED, BOUND, ANCHOR) and not p.yearless]
    against = [p for p in join_terms(sure) if not meet(decision, p)]
    rules = {piece.rule for piece in against}
    unused = [
        p if p.note
        else p._replace(note="contradicts dates.csv") if p.rule in rules and not meet(decision, p)
        else p._replace(note="outranked by dates.csv")
        for p in others
    ]  # fmt: skip
    result = _result(decision, used=[decision], unused=unused, stated=True)
    takes_one = any(p.strength in (STATED, ANCHOR) and meet(decision, p) for p in sure)
    return result._replace(conflict=bool(against) and not takes_one)


def _stated(stated: list[Evidence], others: list[Evidence]) -> DateResult:
    """The hull of stated dates, and of what the text says must have come before or after."""
    others = [confirm_yearless(p, stated[0]) if p.yearless else p for p in join_terms(others)]
    stated = [*stated, *(p for p in others if p.strength == STATED)]
    others = [p for p in others if p.strength != STATED]
    first = min(piece.earliest for piece in stated if piece.earliest)
    last = max(piece.latest for piece in stated if piece.latest)
    others = [_without_older_file(p, first) for p in others]
    later = [p for p in others if _is_after(p, last)]
    sooner = [p for p in others if _is_before(p, first)]
    window = stated[0]._replace(
        earliest=min([first, *(p.latest for p in sooner if p.latest)]),
        latest=max([last, *(p.earliest for p in later if p.earliest)]),
    )
    rivals = [*later, *sooner]
    rest = [_beside(p, window) for p in others if p not in rivals]
    differ = not all(meet(one, other) for one in stated for other in stated)
    result = _result(
        window,
        used=[*stated, *rivals],
        unused=rest,
        lower=last - first > AGREE or bool(rivals),
        stated=True,
    )
    return result._replace(conflict=differ or bool(rivals))


def _without_older_file(piece: Evidence, first: date) -> Evidence:
    """
    The piece; a check if it is a property of the file, and earlier than the first stated day.

    Word processors keep the dates of the template or of the text that was overwritten.
    """
    if not piece.rule.startswith("file:") or not _is_before(piece, first):
        return piece
    note = "earlier than the stated date; a template or an older file may have left it"
    return piece._replace(strength=CHECK, note=note)


def _beside(piece: Evidence, window: Evidence) -> Evidence:
    if piece.note:
        return piece
    agrees = meet(piece, window)
    return piece._replace(note="not needed" if agrees else "disagrees with the stated date")


def _with_years(pieces: list[Evidence]) -> list[Evidence]:
    """
    Days without a year get the year that all other evidence allows, or are checks.

    Where only what is likely or nearby articles give the year, the day fixes nothing: class C.
    """
    without = [piece for piece in pieces if piece.yearless]
    if not without:
        return pieces
    others = [piece for piece in pieces if not piece.yearless]
    surely = _narrowed([piece for piece in others if piece.strength not in _GIVES_WAY])
    known = _narrowed(others)
    return [*others, *(_with_year(piece, surely, known) for piece in without)]


def _with_year(piece: Evidence, surely: DateResult, known: DateResult) -> Evidence:
    found = find_year(piece, *_window(surely))
    if found.strength != CHECK or known == surely:
        return found
    likely = find_year(piece, *_window(known))
    return likely if likely.strength == CHECK else likely._replace(strength=RELATED)


def _window(known: DateResult) -> tuple[Evidence, str]:
    """What is known of the date, and the rules that tell it."""
    because = " + ".join(dict.fromkeys(piece.rule for piece in known.used))
    return Evidence("", "", "", known.earliest, known.latest), because


def _narrowed(evidence: list[Evidence]) -> DateResult:
    pieces = join_terms(evidence)
    window = Evidence("", "", "")
    used: list[Evidence] = []
    rivals: list[Evidence] = []
    unused = [piece for piece in pieces if piece.strength == CHECK]
    for strength in (BOUND, ANCHOR, RELATED, LIKELY, NEARBY):
        for piece in sorted((p for p in pieces if p.strength == strength), key=_order):
            if not meet(window, piece):
                into = unused if strength in _GIVES_WAY else rivals
                into.append(piece._replace(note="contradicts the narrower evidence"))
            elif narrows(window, piece):
                window = intersect(window, piece)
                used.append(piece)
            else:
                unused.append(piece._replace(note="adds nothing"))
    for piece in only_term(evidence, window):
        if narrows(window, piece):
            window = intersect(window, piece)
            used.append(piece)
    strengths = {piece.strength for piece in used}
    needed = _still_needed(used)
    unused += [piece._replace(note="adds nothing") for piece in used if piece not in needed]
    return _result(
        hull(window, rivals),
        used=[*needed, *rivals],
        unused=unused,
        lower=bool(rivals),
        earned=ANCHOR in strengths and NEARBY not in strengths,
    )


def _result(
    window: Evidence,
    *,
    used: list[Evidence],
    unused: list[Evidence],
    lower: bool = False,
    stated: bool = False,
    earned: bool = True,
) -> DateResult:
    """`earned` says whether something fixes the days, as class B asks; bounds alone do not."""
    date_class = _class(window, stated=stated)
    if lower:
        date_class = {"A": "C", "B": "C", "C": "D"}.get(date_class, date_class)
    if date_class == "B" and not earned:
        date_class = "C"
    best = _best(window, used) if date_class in DATED else None
    return DateResult(
        window.earliest, window.latest, best, date_class, lower, tuple(used), tuple(unused)
    )


def _class(window: Evidence, *, stated: bool) -> str:
    days = width(window)
    if stated and days <= AGREE.days + 1:
        return "A"
    return next((name for name, most in CLASS_DAYS.items() if days <= most), "U")


def _best(window: Evidence, used: list[Evidence]) -> date | None:
    """The day of the first rule that has one inside the interval, else the interval's middle."""
    if not (window.earliest and window.latest):
        return None
    for piece in used:
        if piece.best and window.earliest <= piece.best <= window.latest:
            return piece.best
    return window.earliest + (window.latest - window.earliest) // 2


def _still_needed(used: list[Evidence]) -> list[Evidence]:
    """Without the wide pieces that a narrower one has made superfluous on both sides."""
    earliest = max((piece.earliest for piece in used if piece.earliest), default=None)
    latest = min((piece.latest for piece in used if piece.latest), default=None)
    return [
        piece
        for piece in used
        if (earliest and piece.earliest == earliest) or (latest and piece.latest == latest)
    ]


def _order(piece: Evidence) -> tuple[float, date, date]:
    """The narrowest first; those of one width by their days, so that no order of rules tells."""
    return width(piece), piece.earliest or date.min, piece.latest or date.max


def _is_after(piece: Evidence, last: date) -> bool:
    """Whether a bound from below lies after the stated days, more than a time zone's worth."""
    one_sided = piece.strength == BOUND and piece.earliest and not piece.latest
    return bool(one_sided and piece.earliest and piece.earliest > last + AGREE)


def _is_before(piece: Evidence, first: date) -> bool:
    one_sided = piece.strength == BOUND and piece.latest and not piece.earliest
    return bool(one_sided and piece.latest and piece.latest < first - AGREE)
