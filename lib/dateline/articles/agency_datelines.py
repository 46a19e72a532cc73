"""Datelines that name a news agency, with or without a year: cleaning and dating read them.

The agency's name says that place and day are a dateline, so that no dash, no capitals and no year
are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.articles.day_forms import DAY, MONTH
from dateline.articles.day_readings import month_in, numbers_in
from dateline.articles.days import MARK, YearlessDay, find_days, find_yearless, mask_days
from dateline.articles.landmarks import HEAD, SHORT
from dateline.articles.plain_datelines import (
    FROM_ARCHIVE,
    NO_PLACE,
    PLACE,
    PlainDateline,
    is_from_archive,
)

SEVERAL = "one of several such lines"

# In brackets or between strokes; names of few letters in capitals only.
_AGENCIES = (
    r"(?:(?i:reuters|thomson reuters|xinhua(?: news agency)?|kyodo(?: news)?|yonhap|interfax"
    r"|itar-tass|ria novosti|sputnik|bloomberg|associated press|united press international"
    r"|europa press|prensa latina|adnkronos|lusa|belga|ritzau|bernama|antara|anadolu|ukrinform"
    r"|unian|tanjug|hina|agerpres|dow jones|agência brasil|tass|тасс|интерфакс|риа новости|dpa|jiji"
    r"|efe|ansa)|AP|AFP|UPI|APA|AGI|ANP|PAP|KCNA|PTI|ANI|IANS|UNI|APP|BSS|UNB|SANA|IRNA|AA|WAM|SPA"
    r"|MENA|QNA|KUNA|BNA|CNA|VNA|APS|MAP|NTB|TT|CTK|MTI|BTA|BELTA)"
)
_AGENCY = rf"{_AGENCIES}(?:[ ./-][\w ./-]{{1,30}})?"
_SIGN = rf"(?:\({_AGENCY}\)|/{_AGENCY}/)"
_SINGLE = rf"(?:{DAY}(?:\.|er|º)?\s(?:de\s)?{MONTH}|{MONTH}\s?{DAY}(?:st|nd|rd|th)?(?!\d))"
_WEEKDAY = r"(?:[^\W\d_]{3,12}(?:day|tag)\.?,?\s)?"
_DAY = rf"(?:{MARK}++|(?i:{_WEEKDAY}{_SINGLE}))"
_DASHES = r"(?:--|[–—]{1,2}-?|-)"
_CHARACTERS = rf"(?:{MARK}++|(?:1[0-2]|0?[1-9])月{DAY}日)"
# A place ends with a comma, or with a full stop, which is taken as a part of its name.
_PLACE = rf"{PLACE}(?:\s\[[\w ]{{2,30}}\])?(?:,|(?<=\.))\s(?:(?:le|den|am|el|a)\s)?"
_BEHIND = rf"\s?[.:,]?\s?{_DASHES}?\s+(?=[“\"‘„«]|[^\W\d_])"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # Beijing, March 15 (Xinhua) -- The; MOSCOW, March 15. /TASS/. The
        rf"^\s*+{_PLACE}{_DAY}[.,]?\s?{_SIGN}{_BEHIND}",
        # Berlin (dpa), 15. März – Der
        rf"^\s*+{PLACE}\s{_SIGN},?\s{_DAY}{_BEHIND}",
        # (ANSA) - ROMA, 15 MAR - Il
        rf"^\s*+{_SIGN}\s?{_DASHES}\s?{_PLACE}{_DAY}{_BEHIND}",
        # МОСКВА, 15 мар - РИА Новости. В; Москва. 15 марта. INTERFAX.RU - В
        rf"^\s*+{_PLACE}{_DAY}\.?(?:\s{_DASHES})?\s(?P<name>{_AGENCIES}(?:\.RU)?)\.?(?:\s{_DASHES})?\s+(?=\S)",
        # 新华社北京3月15日电
        r"^\s*+(?:新华社|新華社|中新社|中新网|中新網|人民网|本报|央视网)[^\W\d_]{0,12}?"
        rf"{_CHARACTERS}[^\W\d_]{{0,2}}[电電](?:\s?[（(][^）)]{{1,30}}[）)])?\s*+(?=\S)",
    )
)
_NAMED = re.compile(rf"[(/\s]{_AGENCIES}[)/.\s-]|^\s*\({_AGENCIES}|[电電]")
# In capitals, of any agency or none: "KYIV, March 12 — ".
_IN_CAPITALS = re.compile(
    rf"^\s*+[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{{2,40}},\s{_DAY}(?:\s\([\w ./-]{{2,40}}\))?\s?{_DASHES}\s"
)
_CAPITALS = re.compile(r"^\s*+[A-ZÀ-Þ][A-ZÀ-Þ.’' -]")
# "Photo taken on March 14 shows": the day is that of the picture.
_PICTURE = re.compile(
    r"\b(?:photo(?:s|graph\w*)?|picture[sd]?|image|screenshot|handout|illustration)\b|图为|资料图",
    re.I,
)
_CAPTION = 60  # characters behind the dateline in which a caption says that it is one


def find_agency_dateline(texts: Sequence[str]) -> PlainDateline | None:
    """
    The dateline with the name of an agency at the head of the first paragraph, or its like.

    `texts` are the lines of an article. Read are "Beijing, March 15 (Xinhua) -- The", "MOSCOW,
    March 15. /TASS/. The", "New Delhi, Mar 15 (PTI) The", "(ANSA) - ROMA, 15 MAR - Il", "МОСКВА,
    15 мар - РИА Новости. В" and "新华社北京3月15日电", each with or without a year. Wrong where a
    newspaper prints such a report days later, and for an agency that is not in the list.

    >>> find_agency_dateline(["Beijing, March 15 (Xinhua) -- Ministers met."])
    PlainDateline(number=0, end=30, doubt='')
    """
    head = [number for number, text in enumerate(texts) if text.strip()][:HEAD]
    for number in head:
        if end := _end_of(texts[number]):
            return PlainDateline(number, end, _doubt(texts, number, end))
    return None


def is_one_of_several(texts: Iterable[str]) -> bool:
    """
    Whether lines open with datelines of different days, as in a roundup or a file of several.

    >>> is_one_of_several(["KYIV, March 12 — They met.", "ROME, March 15 (AP) — They met."])
    True
    """
    days = set()
    for text in texts:
        if end := _end_of(text) or _end_in_capitals(text):
            days.add(_key(text[:end]))
    return len(days - {None}) > 1


def doubt_dateline(texts: Sequence[str], place: str) -> str:
    """
    Why the day of a dateline that cleaning cut is not the article's; blank where it is.

    `texts` are the lines of the article, `place` is the dateline without its dash.
    """
    opens = (number for number, text in enumerate(texts) if text.lstrip().startswith(place))
    number = next(opens, None) if place else None
    if number is None:
        return SEVERAL if place and is_one_of_several(texts) else ""
    return _doubt(texts, number, texts[number].index(place) + len(place))


def read_dateline_day(place: str) -> YearlessDay | None:
    """
    The day without a year in a dateline; short months in any language, for it is no sentence.

    >>> day = read_dateline_day("MADRID, 15 ene (EFE)")
    >>> (day.month, day.day)
    (1, 15)
    """
    if found := next(find_yearless(place), None):
        return found
    for single in re.finditer(rf"\b{_SINGLE}", place, re.I):
        month, numbers = month_in(single.group()), numbers_in(single.group())
        try:
            date(2024, month, numbers[0])  # a leap year has every day
        except ValueError:
            continue
        return YearlessDay(*single.span(), month, numbers[0], None)
    return None


def _end_of(text: str) -> int:
    """Where the dateline ends that opens a line; 0 without one."""
    if not _NAMED.search(text[:SHORT]):
        return 0
    masked = mask_days(text[:SHORT]) + text[SHORT:]
    found = next((found for form in _FORMS if (found := form.match(masked))), None)
    place = found.groupdict().get("place") if found else None
    return found.end() if found and not (place and NO_PLACE.search(place)) else 0


def _end_in_capitals(text: str) -> int:
    found = _IN_CAPITALS.match(mask_days(text[:SHORT])) if _CAPITALS.match(text) else None
    return found.end() if found else 0


def _key(dateline: str) -> tuple[int, int] | None:
    """Month and day of a dateline."""
    full = next(find_days(dateline), None)
    if full and full.readings:
        return full.readings[0].month, full.readings[0].day
    single = read_dateline_day(dateline)
    return (single.month, single.day) if single else None


def _doubt(texts: Sequence[str], number: int, end: int) -> str:
    if any(len(text) > SHORT for text in texts[:number]):
        return "not at the head of the first paragraph"
    if is_from_archive(texts[:number]):
        return FROM_ARCHIVE
    if _PICTURE.search(texts[number][end : end + _CAPTION]):
        return "may be the caption of a picture"
    return SEVERAL if is_one_of_several(texts) else ""
