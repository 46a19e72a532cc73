"""How fast files are read, format by format, and how reading and cleaning grow; prints Markdown.

    python bench/reading.py

All texts are made from a seed in a temporary folder, so that two machines read the same bytes. Each
row is measured in a process of its own on one core: articles per second by the clock of the
process, and the peak of its memory (resident set), which includes what Python and the libraries
take before the first file. The second table reads and cleans folders of plain text; time per
article should be the same in each row, and the peak below 1,500 MB in the last.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from itertools import product
from pathlib import Path
from time import process_time

SEED, WORDS = 4, 500
SYLLABLES = (
    "ba", "de", "fi", "go", "lu", "men", "nor", "pre", "ris", "sta", "ter", "vos", "win", "tal",
    "kes", "ran",
)  # fmt: skip
VOCABULARY = [first + second + third for first, second, third in product(SYLLABLES, repeat=3)]
Article = tuple[str, str]  # headline and text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=300, help="articles for each format")
    parser.add_argument("--sizes", type=int, nargs="+", default=[5_000, 50_000])
    options = parser.parse_args()
    print(f"## Reading, {options.articles:,} articles of {WORDS} words for each format\n")
    print("| format | articles/s | peak memory, MB |\n|---|---|---|")
    for name, write in FORMATS.items():
        count, seconds, peak = _apart(_read_format, write, options.articles)
        print(f"| {name} | {count / seconds:,.0f} | {peak:,.0f} |", flush=True)
    print(f"\n## Reading and cleaning plain text, articles of {WORDS} words\n")
    print("| articles | s for reading | s for cleaning | ms/article | peak memory, MB |")
    print("|---|---|---|---|---|")
    for size in options.sizes:
        reading, cleaning, peak = _apart(_read_and_clean, size)
        each = 1_000 * (reading + cleaning) / size
        print(
            f"| {size:,} | {reading:.1f} | {cleaning:.1f} | {each:.2f} | {peak:,.0f} |", flush=True
        )


def _apart(job: Callable[..., tuple[float, float]], *given: object) -> tuple[float, float, float]:
    """What a job measures in a process of its own, and the peak of that process in MB."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_measured, (job, *given))


def _measured(
    job: Callable[..., tuple[float, float]], *given: object
) -> tuple[float, float, float]:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    first, second = job(*given)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return first, second, peak * (1 if sys.platform == "darwin" else 1_024) / 1e6


def _read_format(write: Callable[[Path, list[Article]], None], count: int) -> tuple[float, float]:
    """Articles found and seconds; the file or files are written before the clock starts."""
    from dateline.sources import read_articles
    from dateline.study import open_study

    with tempfile.TemporaryDirectory() as folder:
        chance = random.Random(SEED)
        write(Path(folder), [_article(chance) for _ in range(count)])
        study = open_study(folder)
        start = process_time()
        found = read_articles(study)
        seconds = process_time() - start
    refused = found.files[found.files["status"] != "read"]
    assert refused.empty, refused["reason"].tolist()[:1]
    return len(found.articles), seconds


def _read_and_clean(count: int) -> tuple[float, float]:
    """Seconds for reading and for cleaning; both results are held to the end."""
    from dateline.articles.records import make_records
    from dateline.sources import read_articles
    from dateline.study import open_study

    with tempfile.TemporaryDirectory() as folder:
        chance = random.Random(SEED)
        for number in range(count):
            place = Path(folder) / f"{number % 50:02}"
            place.mkdir(exist_ok=True)
            (place / f"{number}.txt").write_text("\n\n".join(_article(chance)), "utf-8")
        study = open_study(folder)
        start = process_time()
        found = read_articles(study)
        read = process_time()
        records = make_records(found.articles)
        cleaned = process_time()
    assert len(records) == count
    return read - start, cleaned - read


def _article(chance: random.Random) -> Article:
    """A headline and paragraphs of sentences; no two articles are the same."""
    sentences = [_sentence(chance) for _ in range(WORDS // 20)]
    parts = [" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
    return _sentence(chance)[:60].rstrip(". ").title(), "\n\n".join(parts)


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(VOCABULARY, k=20)).capitalize() + "."


def _text(folder: Path, articles: list[Article]) -> None:
    for number, article in enumerate(articles):
        (folder / f"{number}.txt").write_text("\n\n".join(article), "utf-8")


def _zip(folder: Path, articles: list[Article]) -> None:
    with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number, article in enumerate(articles):
            archive.writestr(f"{number}.txt", "\n\n".join(article))


def _page(article: Article) -> str:
    title, text = article
    body = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    head = f"<title>{title}</title><meta name='author' content='A. Bee'>"
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><nav>Home</nav>"
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )


def _html(folder: Path, articles: list[Article]) -> None:
    for number, article in enumerate(articles):
        (folder / f"{number}.html").write_text(_page(article), "utf-8")


def _csv(folder: Path, articles: list[Article]) -> None:
    with (folder / "all.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("title", "text"), *articles])


def _jsonl(folder: Path, articles: list[Article]) -> None:
    rows = (json.dumps({"title": title, "text": text}) for title, text in articles)
    (folder / "all.jsonl").write_text("\n".join(rows), "utf-8")


def _packed(folder: Path, articles: list[Article]) -> None:
    rows = (json.dumps({"title": title, "text": text}) for title, text in articles)
    (folder / "all.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))


def _parquet(folder: Path, articles: list[Article]) -> None:
    import pandas as pd

    pd.DataFrame(articles, columns=["title", "text"]).to_parquet(folder / "all.parquet")


def _docx(folder: Path, articles: list[Article]) -> None:
    from docx import Document

    for number, (title, text) in enumerate(articles):
        document = Document()
        document.add_heading(title)
        for part in text.split("\n\n"):
            document.add_paragraph(part)
        document.save(str(folder / f"{number}.docx"))


def _rtf(folder: Path, articles: list[Article]) -> None:
    for number, (title, text) in enumerate(articles):
        body = text.replace("\n\n", "\\par\n")
        (folder / f"{number}.rtf").write_text(f"{{\\rtf1\\ansi {title}\\par\n{body}}}", "ascii")


def _mbox(folder: Path, articles: list[Article]) -> None:
    buffer = io.BytesIO()
    for number, (title, text) in enumerate(articles):
        message = EmailMessage()
        message["From"], message["Subject"] = "A. Bee <a@example.org>", title
        message["Message-ID"] = f"<{number}@example.org>"
        message["Date"] = "Thu, 24 Mar 2022 10:00:00 +0000"
        message.set_content(text)
        buffer.write(b"From a@example.org Thu Mar 24 10:00:00 2022\n" + bytes(message) + b"\n")
    (folder / "all.mbox").write_bytes(buffer.getvalue())


def _rss(folder: Path, articles: list[Article]) -> None:
    items = (
        f"<item><title>{title}</title><guid>{number}</guid><description>{escape(text)}"
        "</description></item>"
        for number, (title, text) in enumerate(articles)
    )
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel>{''.join(items)}</channel></rss>"
    (folder / "all.rss").write_text(feed, "utf-8")


def _warc(folder: Path, articles: list[Article]) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with (folder / "all.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, article in enumerate(articles):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], "HTTP/1.1")
            page = io.BytesIO(_page(article).encode())
            where = f"https://example.org/{number}"
            record = writer.create_warc_record(
                where, "response", payload=page, http_headers=headers
            )
            writer.write_record(record)


FORMATS = {
    "plain text": _text, "plain text in a zip": _zip, "web page": _html, "CSV": _csv,
    "JSON Lines": _jsonl, "JSON Lines in gzip": _packed, "Parquet": _parquet,
    "Word document": _docx, "rich text": _rtf, "mailbox": _mbox, "RSS": _rss,
    "web archive": _warc,
}  # fmt: skip


if __name__ == "__main__":
    main()
