"""Collections of articles whose dates are known. Each copies its files into a study's folder."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FIRST_LINES = 400  # characters, for dateparser: title, byline and the first sentence
# 002 and 003 are known to four days only: the middle stands for them.
SOURCE_DOCUMENTS = {
    "000_d13457c5b10658c7.txt": "2022-03-21",
    "001_ae4ca651d200efd0.txt": "2021-12-16",
    "002_869f1232419da740.txt": "2024-10-02",
    "003_931681c5bd45d979.txt": "2024-11-14",
    "004_45b16b857479f6c5.txt": "2021-12-15",
}


class Article(NamedTuple):
    """One article of a collection: its file below the folder, and its true day."""

    path: str
    truth: date
    page: str  # as htmldate gets it
    text: str  # as dateparser gets it
    url: str = ""
    rivals: tuple[date, ...] = ()  # other days that the collection states for it


def kremlin_pages(data: Path, folder: Path) -> Iterator[Article]:
    """40 saved pages of en.kremlin.ru with their true dates; a second <time> is a decoy."""
    for row in read_rows(data / "kremlin_en" / "truth.csv"):
        page = shutil.copy(data / "kremlin_en" / row["file"], folder)
        yield _page_article(Path(page), row["true_date"])


def kremlin_texts(data: Path, folder: Path) -> Iterator[Article]:
    """120 articles of en.kremlin.ru as plain text, without the field that holds the date."""
    path = data / "kremlin_en" / "articles_120.jsonl"
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = "\n\n".join(filter(None, (row["title"], row["lead"], row["text"])))
        yield text_article(folder / f"{row['id']}.txt", text, row["date"])


def whitehouse_pages(data: Path, folder: Path) -> Iterator[Article]:
    """40 saved press briefings: title and text, no address; the day is in most titles."""
    for row in read_rows(data / "whitehouse" / "truth.csv"):
        page = shutil.copy(data / "whitehouse" / "raw" / row["file"], folder)
        yield _page_article(Path(page), row["index_date"])._replace(rivals=_days(row, "title_date"))


def whitehouse_table(data: Path, folder: Path) -> Iterator[Article]:
    """The same briefings as a table of titles, addresses and texts; half of them disagree."""
    briefings = []
    for row in read_rows(data / "whitehouse" / "truth.csv"):
        page = _page_article(data / "whitehouse" / "raw" / row["file"], row["index_date"])
        url = "https://www.whitehouse.gov/" + row["url"].removeprefix("../")
        briefings.append({"id": row["file"], "title": row["title"], "url": url, "text": page.text})
        rivals = _days(row, "title_date", "url_date")
        yield page._replace(path=row["file"], url=url, rivals=rivals)
    lines = "\n".join(json.dumps(briefing) for briefing in briefings)
    (folder / "briefings.jsonl").write_text(lines, "utf-8")


def source_documents(data: Path, folder: Path) -> Iterator[Article]:
    """The five articles that the workbook was made for."""
    for name, day in SOURCE_DOCUMENTS.items():
        raw = (data.parent / "source_documents" / name).read_bytes()
        yield text_article(folder / name, raw.decode("utf-8", "replace"), day)


def seeds(data: Path, folder: Path) -> Iterator[Article]:
    """The default study, with its own calendar."""
    shutil.copytree(ROOT / "seeds", folder, dirs_exist_ok=True)
    for row in read_rows(ROOT / "tests" / "cases" / "seeds_truth.csv"):
        if row["true_date"]:
            raw = (folder / "articles" / row["path"]).read_bytes().decode("utf-8", "replace")
            page = f"<html><body><p>{raw}</p></body></html>"
            truth = date.fromisoformat(row["true_date"])
            yield Article(row["path"], truth, page, raw[:FIRST_LINES])


COLLECTIONS = {
    "kremlin_en, saved pages": kremlin_pages,
    "kremlin_en, plain text without dates": kremlin_texts,
    "whitehouse, saved pages": whitehouse_pages,
    "whitehouse, table with titles and addresses": whitehouse_table,
    "source documents, without a calendar of their own": source_documents,
    "seeds": seeds,
}


def _days(row: dict[str, str], *columns: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(row[column]) for column in columns if row[column])


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by its column names."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def text_article(path: Path, text: str, day: str) -> Article:
    """Write a plain text into the study; for htmldate it stands in a bare page."""
    path.write_text(text, "utf-8")
    page = f"<html><body><p>{text}</p></body></html>"
    return Article(path.name, date.fromisoformat(day), page, text[:FIRST_LINES])


def _page_article(path: Path, day: str) -> Article:
    page = path.read_bytes().decode("utf-8", "replace")
    plain = re.sub(r"\s+", " ", re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", page, flags=re.S))
    return Article(path.name, date.fromisoformat(day), page, plain.strip()[:FIRST_LINES])
