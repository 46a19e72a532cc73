"""What a dating rule finds, and what comes of it: records without behaviour."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

# How much a piece of evidence weighs, from most to least.
DECIDED = "decided"  # a person wrote it into dates.csv
STATED = "stated"  # the article says when it was published
BOUND = "bound"  # the article cannot be earlier, or later, than this
ANCHOR = "anchor"  # it tells of a dated event in words that fix the distance in days
RELATED = "related"  # it tells of a dated event as coming or as past; tenses can mislead
LIKELY = "likely"  # it opens with a dated event; when it was written relative to it is not said
NEARBY = "nearby"  # dated articles of the corpus tell of the same; never better than class C
CHECK = "check"  # recorded, not used: it disagrees or is too weak

# Days that the interval of each class may span, both ends counted; class A is stated, U is wider.
CLASS_DAYS = {"B": 8, "C": 92, "D": 3 * 366}
# Classes that charts by period may show.
DATED = ("A", "B", "C")
HOW_KNOWN = {
    "A": "stated",
    "B": f"known within {CLASS_DAYS['B']} days",
    "C": f"known within {CLASS_DAYS['C']} days",
    "D": f"known within {CLASS_DAYS['D'] // 366} years",
    "U": "unknown",
}


class Evidence(NamedTuple):
    """
    One sign of the publication day: it lies in `earliest`..`latest` (None: open on that side).

    `text` is the quoted span and `where` the place it was found: raw, text, path, metadata,
    corpus or dates.csv. `best` is the likeliest day where the rule has one. `note` says why a
    check was not used, or how a day was read.

    Pieces of one article with the same `either` are readings of which one holds, such as
    3 April and 4 March for "03/04/2022", or the two terms of one president. `yearless` is a day
    without a year, "03-18", or with its weekday, "Fri 03-18": the interval is then open, and the
    other evidence must give the year.
    """

    rule: str
    text: str
    where: str
    earliest: date | None = None
    latest: date | None = None
    strength: str = BOUND
    best: date | None = None
    note: str = ""
    either: str = ""
    yearless: str = ""


class DateResult(NamedTuple):
    """
    When an article was published, and how that is known.

    `date_class`: A stated, B within 8 days, C within 92, D within 3 years, U undated. `best` is
    None for D and U. `used` are the pieces that made the interval, `unused` the others.
    """

    earliest: date | None
    latest: date | None
    best: date | None
    date_class: str
    conflict: bool
    used: tuple[Evidence, ...]
    unused: tuple[Evidence, ...]
