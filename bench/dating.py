"""Dateline beside htmldate and dateparser on the same inputs; prints tables in Markdown.

    python bench/dating.py ../shared/data

The folder holds the collections that METHODS.md describes; one that is missing is skipped and
said so. Every tool gets the same articles: htmldate the saved page, or the plain text in a bare
page; dateparser the first lines of the plain text. dateparser and htmldate know only days, so
their interval is the day that they give, and each answer off by more than a day (print and web,
time zones) is a silent error. Dateline's silent errors are answers of class A or B whose interval
does not hold the true day. Where a collection states several days for one article, an answer that
holds one of them is no silent error; exact and covered go by the first.
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from time import process_time

from dated_articles import COLLECTIONS, ROOT, Article, read_rows, text_article
from daters import (
    TOOLS,
    Answer,
    dateline,
    htmldate_extensive,
    htmldate_fast,
    parse_phrase,
    search_text,
)

from dateline.articles import clean_text, date_article, load_calendar
from dateline.articles.dates.date_phrases import read_phrase
from dateline.sources import RawArticle

WORDS = 500  # of an article whose dating is timed
NARROW = ("A", "B")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of the collections")
    data = parser.parse_args().data
    warnings.simplefilter("ignore")
    for title, make in COLLECTIONS.items():
        with tempfile.TemporaryDirectory() as folder:
            try:
                compare(title, make(data, Path(folder)), Path(folder))
            except FileNotFoundError as missing:
                print(f"\n## {title}\n\nskipped: no {Path(missing.filename).name}")
    if (data / "ungdc").is_dir():
        compare_years(data / "ungdc")
    if (data / "date_phrases").is_dir():
        compare_phrases(data / "date_phrases")
    time_dating()


def compare(title: str, articles: Iterable[Article], folder: Path) -> None:
    """One row per tool: how many answers, how near, how wide, and how many silent errors."""
    found = sorted(articles)
    answers = dateline(folder)
    own = [answers.get(each.path) or answers.get(each.url, Answer()) for each in found]
    print(f"\n## {title}: {len(found)} articles\n")
    print("| tool | answered | exact | within 1 | 7 | 31 days | covered | median days | silent |")
    print("|---|---|---|---|---|---|---|---|---|")
    _print_row("Dateline", found, own)
    for name, tool in TOOLS.items():
        days = [tool(article) for article in found]
        _print_row(name, found, [Answer(day, day, day) for day in days])
    classes = ", ".join(f"{sum(a.date_class == c for a in own)} {c}" for c in "ABCDU")
    flagged = sum(answer.conflict for answer in own)
    print(f"\nDateline's classes: {classes}; {flagged} flagged as conflicts.")
    apart = [a.conflict for e, a in zip(found, own, strict=True) if _disagree(e)]
    if apart:
        print(f"Stated days of the collection disagree on {len(apart)}: {sum(apart)} flagged.")


def _print_row(name: str, articles: list[Article], answers: list[Answer]) -> None:
    pairs = list(zip(articles, answers, strict=True))
    given = [(each.truth, answer) for each, answer in pairs if answer.best]
    off = [abs((answer.best - truth).days) for truth, answer in given if answer.best]
    near = [sum(days <= most for days in off) for most in (0, 1, 7, 31)]
    covered = sum(_holds(answer, truth) for truth, answer in given)
    widths = [(a.latest - a.earliest).days + 1 for _, a in given if a.latest and a.earliest]
    width = f"{statistics.median(widths):g}" if widths else "-"
    silent = sum(_is_silent_error(answer, each) for each, answer in pairs)
    cells = [len(given), *near, covered, width, silent]
    print(f"| {name} | {' | '.join(str(cell) for cell in cells)} |")


def _disagree(article: Article) -> bool:
    """Whether title and address lie further apart than print and web; a page has no address."""
    return bool(article.url) and any(abs((day - article.truth).days) > 1 for day in article.rivals)


def _holds(answer: Answer, truth: date) -> bool:
    return (answer.earliest or date.min) <= truth <= (answer.latest or date.max)


def _is_silent_error(answer: Answer, article: Article) -> bool:
    """Against each day that the collection itself states, where these disagree."""
    if answer.date_class and answer.date_class not in NARROW:
        return False
    days = (article.truth, *article.rivals)
    if answer.date_class:
        return not any(_holds(answer, day) for day in days)
    best = answer.best
    return best is not None and all(abs((best - day).days) > 1 for day in days)


def compare_years(speeches: Path) -> None:
    """Speeches whose file names give the year: a day would be invented."""
    print("\n## ungdc, the year is in the file name\n")
    print("| tool | speeches | a day given | year of the answer right |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        paths = sorted(speeches.glob("*.txt"))
        found = [
            text_article(
                Path(folder) / path.name, path.read_text("utf-8-sig"), f"{path.stem[-4:]}-01-01"
            )
            for path in paths
        ]
        answers = dateline(Path(folder))
    own = [answers[article.path] for article in found]
    right = sum(
        {answer.earliest and answer.earliest.year, answer.latest and answer.latest.year}
        == {article.truth.year}
        for article, answer in zip(found, own, strict=True)
    )
    days = sum(answer.earliest == answer.latest is not None for answer in own)
    print(f"| Dateline | {len(own)} | {days} | {right} |")
    for name, tool in TOOLS.items():
        guesses = [tool(article) for article in found]
        right = sum(day.year == a.truth.year for day, a in zip(guesses, found, strict=True) if day)
        print(f"| {name} | {len(own)} | {sum(day is not None for day in guesses)} | {right} |")
    classes = ", ".join(f"{sum(a.date_class == c for a in own)} {c}" for c in "ABCDU")
    print(f"\nDateline's classes: {classes}.")


def compare_phrases(folder: Path) -> None:
    """The phrases of dateparser's own tests: those that mean one day, and those that do not."""
    phrases = [(row["input"], row["expected_source"]) for row in _phrase_rows(folder)]
    days = [(phrase, day) for phrase, source in phrases if (day := _expected(source))]
    others = [phrase for phrase, source in phrases if not _expected(source)]
    print(f"\n## date_phrases: {len(days)} with an expected day, {len(others)} relative or none\n")
    print("| tool | read | right | wrong | declined | of the others, read as a day |")
    print("|---|---|---|---|---|---|")
    for name, read in (("Dateline", _day_of), ("dateparser", parse_phrase)):
        found = [(read(phrase), day) for phrase, day in days]
        right = sum(answer == day for answer, day in found)
        declined = sum(answer is None for answer, _ in found)
        claimed = sum(read(phrase) is not None for phrase in others)
        wrong = len(found) - right - declined
        print(f"| {name} | {right + wrong} | {right} | {wrong} | {declined} | {claimed} |")


def _day_of(phrase: str) -> date | None:
    found = read_phrase(phrase)
    return found.earliest if found and found.granularity == "day" else None


def _phrase_rows(folder: Path) -> Iterator[dict[str, str]]:
    """Without those whose input is a language, and those that change the day with the zone."""
    for path in sorted(folder.glob("*.csv")):
        for row in read_rows(path):
            changes_zone = re.search("UTC|utc_offsets|in_setting_timezone", row["test"])
            if row["file"] != "test_search.py" and not changes_zone:
                yield row


def _expected(source: str) -> date | None:
    found = re.search(r"(?:^|; |expected=)(?:datetime|date)\((\d+), (\d+), (\d+)", source)
    return date(*map(int, found.groups())) if found else None


def time_dating() -> None:
    """Articles in a second of one core's time, and how the time grows from 100 kB to 1 MB."""
    texts = list(_texts_of(WORDS))
    rates = {
        "Dateline, dating": _rate(_make_dater(texts), texts),
        "Dateline, cleaning and dating": _rate(_clean_and_date(), texts),
        "htmldate fast": _rate(lambda text: htmldate_fast(_bare(text)), texts),
        "htmldate extensive": _rate(lambda text: htmldate_extensive(_bare(text)), texts),
        "dateparser, whole text": _rate(search_text, texts[:5]),
    }
    slowest = rates["dateparser, whole text"]
    print(f"\n## Speed: articles of {WORDS} words, one core\n")
    print("| tool | articles a second | times dateparser |\n|---|---|---|")
    for name, rate in rates.items():
        print(f"| {name} | {rate:.0f} | {rate / slowest:.1f} |")
    blob = " ".join(texts)
    times = [_seconds(_clean_and_date(), (blob * 99)[:size]) for size in (100_000, 1_000_000)]
    dating = [_seconds(_make_dater([t := (blob * 99)[:size]]), t) for size in (100_000, 1_000_000)]
    print(f"\n1 MB over 100 kB: dating {dating[1] / dating[0]:.1f} times as long, ", end="")
    print(f"cleaning and dating {times[1] / times[0]:.1f} times.")


def _texts_of(words: int) -> Iterator[str]:
    """Articles of so many words, cut from the texts of the seeds one after the other."""
    found = sorted((ROOT / "seeds" / "articles").rglob("*.txt"))
    pieces = [piece for path in found for piece in _pieces(path)]
    article: list[str] = []
    for piece in pieces:
        article.append(piece)
        if sum(len(each.split()) for each in article) >= words:
            yield "\n\n".join(article)
            article = []


def _pieces(path: Path) -> list[str]:
    text = clean_text(path.read_bytes().decode("utf-8", "replace")).text
    return [paragraph for paragraph in text.split("\n\n") if paragraph]


def _make_dater(texts: list[str]) -> Callable[[str], object]:
    calendar = load_calendar(ROOT / "seeds" / "calendar.toml")
    cleaned = {text: clean_text(text) for text in texts}
    return lambda text: date_article(RawArticle("a.txt", text, "utf-8"), cleaned[text], calendar)


def _clean_and_date() -> Callable[[str], object]:
    calendar = load_calendar(ROOT / "seeds" / "calendar.toml")
    return lambda text: date_article(RawArticle("a.txt", text, "utf-8"), clean_text(text), calendar)


def _bare(text: str) -> Article:
    return Article("", date.min, f"<html><body><p>{text}</p></body></html>", text)


def _rate(dater: Callable[[str], object], texts: list[str], *, seconds: float = 3.0) -> float:
    """Articles a second in the fastest round of those that the time allows, after a first one."""
    for text in texts:
        dater(text)
    began, best = process_time(), 0.0
    while process_time() - began < seconds:
        start = process_time()
        for text in texts:
            dater(text)
        best = max(best, len(texts) / (process_time() - start))
    return best


def _seconds(dater: Callable[[str], object], text: str) -> float:
    """The fastest of three runs."""
    times = []
    for _ in range(3):
        start = process_time()
        dater(text)
        times.append(process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
