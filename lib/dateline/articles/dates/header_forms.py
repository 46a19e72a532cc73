"""Lines at the top that hold a date between other words: blogs, press releases, agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.articles.date_labels import ISSUED, LATER_THAN
from dateline.articles.days import MARK, mask_days
from dateline.articles.landmarks import ALONE, BYLINE, HEADER, LATER, SHORT, LineDate

EMBARGO = "embargo"  # "Embargoed until 00:01 Friday 6 May 2022"

# Patterns see a line in which each date is a row of marks.
_DAY = rf"(?P<day>{MARK}++)"
_CLOCK = r"\d{1,2}(?:[:.h]\d{2})?(?:\s?[ap]\.?m\.?|\s?h|\s(?:uhr|hrs))?(?:\s(?-i:[A-Z]{2,5})\b)?"
_HOUR = rf"(?:[\s,|@–—-]{{1,4}}(?:(?:at|à|um|a las)\s)?{_CLOCK})?"
_WORDS = rf"[^.:|{MARK}]{{1,40}}?"
_BAR = r"\s?[|•·/–—-]\s?"
_COMMENTS = r"(?:leave a (?:comment|reply)|(?:\d+|no) comments?|comments?(?: \(\d+\))?)"
_FORMS = tuple(
    (kind, re.compile(form, re.I))
    for kind, form in (
        # Posted by Jane Roe on March 3rd, 2019 at 4:15 pm
        (HEADER, rf"^\W*(?:posted|published|written)(?: in {_WORDS})?(?: by {_WORDS})? on {_DAY}"
                 rf"{_HOUR}(?:\s(?:by|in) {_WORDS})?\W*$"),
        # by admin | May 5, 2020 | News | 0 comments
        (BYLINE, rf"^\W*(?:by|par|von|por|door):?\s{_WORDS}{_BAR}(?:(?:le|am|el)\s)?{_DAY}{_HOUR}"
                 rf"(?:{_BAR}[^.{MARK}]{{0,60}})?\W*$"),
        # May 5, 2020 by Jane Roe Leave a Comment; 3 March 2019 | Comments (12)
        (BYLINE, rf"^\W*{_DAY}{_HOUR}(?:{_BAR}|\s)"
                 rf"(?:by {_WORDS}(?:\s{_COMMENTS})?|{_COMMENTS})\W*$"),
        # Filed under: News — Jane Roe @ 4:15 pm August 8, 2022
        (HEADER, rf"^\W*filed under\b[^.{MARK}]{{0,80}}{_DAY}\W*$"),
        (HEADER, rf"^\W*(?:(?:{ISSUED})(?: on)?|(?:press|news|media) release)"
                 rf"\s?[:–—-]?\s*{_DAY}{_HOUR}\W*$"),
        (HEADER, rf"^\W*(?:pressemitteilung|medienmitteilung|communiqué(?: de presse)?"
                 rf"|nota de prensa|пресс-релиз)(?: n[ro°º.]*\s?[\d/]+)?,?"
                 rf"\s(?:vom|du|del|от)?\s?{_DAY}\W*$"),
        (EMBARGO, rf"^\W*(?:strictly )?embargo(?:ed)?(?:\s(?:until|till|to))?\W{{1,3}}"
                  rf"(?:{_CLOCK}[\s,]{{1,3}}(?:on )?)?{_DAY}{_HOUR}\W*$"),
        # (Reuters) - 15/12/2021
        (ALONE, rf"^\W*\((?:reuters|ap|afp|dpa|efe|ansa|tass|xinhua)\)\s?[–—-]"
                rf"\s?{_DAY}{_HOUR}\W*$"),
        # Madrid - 05 may 2020 - 10:15 CEST
        (ALONE, rf"^\W*(?-i:[A-ZÀ-Þ]){_WORDS}{_BAR}{_DAY}{_BAR}"
                rf"\d{{1,2}}[:.h]\d\d(?:\s[A-Z]{{2,5}})?\W*$"),
        (ALONE, rf"^\W*\d{{1,2}}:\d\d\s{_DAY}\s?\((?:{LATER_THAN})\W{{1,3}}(?:\d{{1,2}}:\d\d\s)?"
                rf"(?P<then>{MARK}+)\)\W*$"),
        # Updated 1411 GMT (2211 HKT) May 5, 2020
        (LATER, rf"^\W*(?:last )?updated\b[^.{MARK}]{{1,40}}{_DAY}{_HOUR}\W*$"),
        (HEADER, rf"^\W*{_DAY}(?:\(.\))?\s?\d{{1,2}}[:時]\d\d分?\s?(?:配信|公開|掲載)\W*$"),
        # Politics | 3 March 2019
        (ALONE, rf"^\W*(?:(?:world|local|uk|us|foreign|home|business|latest)\s)?"
                rf"(?:news|politics|world|business|sports?|opinion|economy|national|international"
                rf"|europe|culture|analysis)"
                rf"\s?[|•·/,]\s?{_DAY}{_HOUR}\W*$"),
        # The field of Factiva's exports
        (HEADER, rf"^\s*(?-i:PD)\s+{_DAY}\W*$"),
    )
)  # fmt: skip


def read_header_form(line: str) -> Iterator[LineDate]:
    """
    The dates of a line that `read_date_line` does not know; nothing for a line of text.

    >>> [found.kind for found in read_header_form("Posted in News on May 5, 2020")]
    ['header line']
    """
    if len(line) > SHORT or MARK not in (masked := mask_days(line, short_years=True)):
        return
    for kind, form in _FORMS:
        if found := form.match(masked):
            yield LineDate(kind, *found.span("day"))
            if "then" in form.groupindex:
                yield LineDate(LATER, *found.span("then"))
            return
