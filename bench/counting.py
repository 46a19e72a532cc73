"""Dateline's counting beside other tools on the same articles; prints a table in Markdown.

    python bench/counting.py [--megabytes 100] [--rounds 5] [--peer-megabytes 2] [--copies 10]

Articles and codebook are made by seed (`corpora.py`): 40 themes with 600 entries. In each round
every method runs once, one after another on one core, in seconds of the processor, and ratios are
taken within the round, so a busy machine slows both sides. Each round has articles of its own, as
some tools remember the words that they have met. Peers count the first of them and are compared
by MB (10**6 bytes) a second; those that are not installed are named and nothing is quoted for
them. They belong to this script alone: `pip install --target DIR spacy scikit-learn`, then
`--peers DIR`.

Dateline's time from text to counts includes the index with its sentence ends, which no peer looks
for. At the end 5,000 articles, all of them, and all of them ten times over (`--copies`) are each
indexed, counted, opened again and recounted in a process of their own.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import process_time
from typing import Any

import pandas as pd
import pyarrow
from corpora import make_articles, make_codebook
from counters import PEERS

from dateline.themes import Codebook, read_codebook
from dateline.themes.batches import TokenIndex, batch_names, index_articles, readable_batches
from dateline.themes.count import count_mentions
from dateline.themes.index_files import read_batch

BARS = {"quanteda": 12, "spaCy": 15, "NLTK": 20, "scikit-learn": 7, "one re per theme": 30}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer-megabytes", type=float, default=2)
    parser.add_argument("--peers", type=Path, help="the folder that peers are installed in")
    parser.add_argument("--copies", type=int, default=10, help="how often to take all articles")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    pyarrow.set_cpu_count(1)
    if asked.measure:
        print(json.dumps(measure(asked.measure, asked.copies)))
        return
    if asked.peers:
        sys.path.append(str(asked.peers))
    print(f"{os.cpu_count()} cores, {asked.megabytes:g} MB, {asked.rounds} rounds\n")
    articles = make_articles(asked.megabytes)
    book = read_codebook(make_codebook())
    compare_text_to_counts(articles, book, asked)
    compare_recounts(articles, book, asked.rounds)
    compare_sizes(articles, asked.copies)


def compare_text_to_counts(
    articles: pd.DataFrame, book: Codebook, asked: argparse.Namespace
) -> None:
    """Rates of Dateline and of each peer, and their ratio within a round."""
    own: list[float] = []
    theirs: dict[str, list[float]] = {name: [] for name in PEERS}
    count_texts(articles[:10], book)  # so that no module is loaded within the first round
    size = len(articles) // asked.rounds
    for number in range(asked.rounds):
        whole = articles[number * size : (number + 1) * size]
        own.append(_megabytes(whole) / _seconds(lambda part=whole: count_texts(part, book)))
        part = whole[: _first_of(whole, asked.peer_megabytes)]
        for name, make in PEERS.items():
            if count := make(part, make_codebook()):
                theirs[name].append(_megabytes(part) / count())
    print("| from text to counts per article | MB/s | Dateline is | bar |\n|---|---|---|---|")
    print(f"| Dateline | {_middle(own)} | | |")
    for name, rates in theirs.items():
        print(_peer_row(name, rates, own))
    print()


def _peer_row(name: str, rates: list[float], own: list[float]) -> str:
    if not rates:
        return f"| {name} | not installed | | |"
    ratio = _middle([a / b for a, b in zip(own, rates, strict=True)])
    return f"| {name} | {_middle(rates)} | {ratio} x | {BARS[name]} x |"


def compare_recounts(articles: pd.DataFrame, book: Codebook, rounds: int) -> None:
    """Counting again: everything, one edited theme, and from a cold index on disk."""
    with tempfile.TemporaryDirectory() as folder:
        made = index_articles(articles, Path(folder))
        paths = [Path(folder) / name for name in batch_names(articles)]
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        count_mentions(made, book)
        rows: dict[str, list[float]] = {"pass": [], "all": [], "edit": [], "table": [], "cold": []}
        for number in range(rounds):
            for batch in made.batches:
                batch.found.clear()
            rows["all"].append(_seconds(lambda: count_mentions(made, book)))
            edited, alone = edit(number), edit(-1 - number, alone=True)
            rows["edit"].append(_seconds(lambda book=alone: count_mentions(made, book)))
            rows["table"].append(_seconds(lambda book=edited: count_mentions(made, book)))
            rows["pass"].append(_seconds(lambda: [batch.ids.sum() for batch in made.batches]))
            rows["cold"].append(_seconds(lambda: count_mentions(cold(paths), book)))
    passes = [a / p for a, p in zip(rows["all"], rows["pass"], strict=True)]
    print("| counting again | measured | bar |\n|---|---|---|")
    print(f"| all 600 entries | {_milliseconds(rows['all'])} | |")
    print(f"| the same in passes over the ids | {_middle(passes)} | 8 |")
    print(f"| one theme edited | {_milliseconds(rows['edit'])} | 10 ms at 100 MB |")
    print(f"| the same, with the table of all themes | {_milliseconds(rows['table'])} | |")
    print(f"| index opened cold, all 600 entries | {_milliseconds(rows['cold'])} | 300 ms |")
    print(f"| index on disk / text | {size / 1e6 / _megabytes(articles):.2f} | 0.70 |")
    print(f"\n{made.n_tokens:,} tokens in {len(made.batches)} batches.\n")


def compare_sizes(articles: pd.DataFrame, copies: int) -> None:
    """The same for few and for many articles; bars: cost and memory within 20 %."""
    print("| articles | MB | us an article | MiB above them | edit, ms | cold, s | disk / text |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for part, times in ((articles[:5000], 1), (articles, 1), (articles, copies)):
            file = Path(folder) / "articles.pickle"
            part.to_pickle(file)
            command = [sys.executable, __file__, "--measure", str(file), "--copies", str(times)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            cells = json.loads(done.stdout)
            size = f"{len(part) * times:,} | {_megabytes(part) * times:.0f}"
            print(f"| {size} | {' | '.join(f'{cell:.3g}' for cell in cells)} |")


def measure(file: Path, copies: int) -> list[float]:
    """What the columns of `compare_sizes` say of the articles of a file, taken so many times."""
    own, book = pd.read_pickle(file), read_codebook(make_codebook())
    articles = pd.concat([own] * copies, ignore_index=True)
    articles["doc_id"] = [f"d{number}" for number in range(len(articles))]
    size = _megabytes(own) * copies
    with tempfile.TemporaryDirectory() as folder:
        before = _begin_peak()
        count_texts(articles[:500], book)  # loads what is loaded at first use
        seconds = _seconds(lambda: count_texts(articles, book, Path(folder)))
        memory = (_memory("VmHWM") - before) / 1024
        paths = list(Path(folder).iterdir())
        opened = [_seconds(lambda: count_mentions(cold(paths), book)) for _ in range(3)]
        index = cold(paths)
        edits = [edit(number, alone=True) for number in range(6)]
        times = [_seconds(lambda book=book: count_mentions(index, book)) for book in edits]
        disk = sum(path.stat().st_size for path in paths) / 1e6
    # The first edit looks up the words of its theme too.
    edited = 1000 * statistics.median(times[1:])
    per_article = 1e6 * seconds / len(articles)
    return [per_article, memory, edited, statistics.median(opened), disk / size]


def _begin_peak() -> float:
    """The memory in use in KiB; the peak of the process begins anew, where the system can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return _memory("VmRSS")


def _memory(name: str) -> float:
    """A line of the system's account of this process, in KiB; not a number where it has none."""
    try:
        status = Path("/proc/self/status").read_text("utf-8")
    except OSError:
        return math.nan
    return int(status.split(f"{name}:")[1].split()[0])


def count_texts(articles: pd.DataFrame, book: Codebook, folder: Path | None = None) -> None:
    """From texts to counts, batch by batch; nothing kept but in the folder."""
    for batch in readable_batches(articles, folder):
        count_mentions(TokenIndex((batch,)), book)


def edit(number: int, *, alone: bool = False) -> Codebook:
    """The codebook with one term fewer in one theme; or this theme alone."""
    themes = dict(make_codebook()["themes"])
    terms = list(themes["t0"]["terms"])
    del terms[number]
    edited = {"t0": {"terms": terms}}
    return read_codebook({"themes": edited if alone else themes | edited})


def cold(paths: list[Path]) -> TokenIndex:
    return TokenIndex(tuple(batch for path in paths if (batch := read_batch(path))))


def _first_of(articles: pd.DataFrame, megabytes: float) -> int:
    """How many articles from the first make up so many MB."""
    return int((articles["text"].str.len().cumsum() < megabytes * 1e6).sum()) + 1


def _megabytes(articles: pd.DataFrame) -> float:
    return sum(len(text.encode()) for text in articles["text"]) / 1e6


def _seconds(work: Callable[[], Any]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _middle(values: list[float]) -> str:
    """Median and range."""
    return f"{statistics.median(values):.3g} ({min(values):.3g}-{max(values):.3g})"


def _milliseconds(values: list[float]) -> str:
    return f"{_middle([1000 * value for value in values])} ms"


if __name__ == "__main__":
    main()
