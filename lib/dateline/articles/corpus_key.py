"""A name for all that the tables of a study's articles are made from."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from dateline.articles.fingerprint import articles_fingerprint
from dateline.articles.run_day import last_day
from dateline.sources.file_names import is_hidden
from dateline.sources.raw import RefusedError
from dateline.sources.walking import files_below, read_content
from dateline.study import Study


def corpus_key(study: Study, *, hide_stated: bool = False) -> str:
    """
    A digest that is another one whenever `build_corpus` might give other tables.

    It stands for every file below the articles folder (name, bytes, and what keeps it from being
    read), the settings, calendar and dates of the study, the last day that an article may have,
    and the version of the code. Every byte is read for it; times of files are not believed.
    """
    digest = hashlib.blake2b(articles_fingerprint().encode(), digest_size=16)
    for part in (_settings(study, hide_stated), *_files(study)):
        digest.update(json.dumps(part, default=str).encode())
        digest.update(b"\n")
    return digest.hexdigest()


def _settings(study: Study, hide_stated: bool) -> list[object]:
    own = (study.folder, study.codebook, study.calendar, study.dates)
    return [
        asdict(study.reading),
        asdict(study.cleaning),
        asdict(study.dating),
        [_sum(path) for path in (study.calendar, study.dates)],
        # Where they lie among the articles, they are no articles.
        [_place(path, study.articles) for path in own],
        last_day(study),
        hide_stated,
    ]


def _sum(path: Path | None) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path else ""


def _place(path: Path | None, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path and path.is_relative_to(folder) else ""


def _files(study: Study) -> Iterator[list[object]]:
    """Each file: its name, and its checksum or what keeps it from being read."""
    reached: dict[tuple[int, int], str] = {}
    for path in files_below(study.articles):
        name = os.fsencode(path.relative_to(study.articles)).hex()
        # A codebook is no article wherever it lies; with it, each of its edits would remake all.
        if is_hidden(path.name) or path == study.codebook:
            yield [name]
            continue
        try:
            content, identity = read_content(path, study.reading.largest_mb)
        except RefusedError as problem:
            yield [name, str(problem)]
        except OSError as problem:
            yield [name, str(problem.strerror)]
        else:
            # The same file under two names is read once.
            first = reached.setdefault(identity, name) if identity[1] else name
            yield [name, hashlib.sha256(content).hexdigest(), first]
