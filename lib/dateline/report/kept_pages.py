"""Pages that were made before, by all that they were made from."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from dateline.articles.corpus_key import corpus_key
from dateline.articles.fingerprint import package_fingerprint
from dateline.articles.kept_files import (
    forget_older,
    kept_path,
    read_kept,
    study_cache,
    write_kept,
)
from dateline.report.plan import Job
from dateline.study import Study
from dateline.themes.snippets import SPANS

KIND = "page"  # the kind of file
# Files of one study: its notebooks, in a few states and with other parameters.
MOST = 64


@dataclass(frozen=True)
class MadePage:
    """A page as a run delivers it: its title, its HTML, and the executed notebook (UTF-8)."""

    title: str
    html: bytes
    notebook: bytes


class KeptPages:
    """
    The pages of one study, found by their inputs.

    Inputs are the study's files and settings, the codebook, the notebook and its parameters, how
    the page is shown, which spans of the articles it may show, and the version of the code and of
    its libraries. To be made when these spans are written. Wrong for a notebook that
    reads anything else, as a file of its own: `--fresh` makes it anew.
    """

    def __init__(self, study: Study) -> None:
        self._folder = study_cache(study) if package_fingerprint() else None
        self._study = _study_sum(study) if self._folder else ""

    def find(self, job: Job, shown: object) -> MadePage | None:
        """The page of a notebook; None if it was not made from these inputs. `shown` is how."""
        path = self._path(job, shown)
        body = read_kept(path) if path else None
        if body is None:
            return None
        kept = json.loads(body)
        return MadePage(kept["title"], kept["html"].encode(), kept["notebook"].encode())

    def keep(self, job: Job, shown: object, page: MadePage) -> None:
        """Keep a page that was made from these inputs."""
        path = self._path(job, shown)
        if path and self._folder:
            kept = {
                "title": page.title,
                "html": page.html.decode(),
                "notebook": page.notebook.decode(),
            }
            write_kept(path, json.dumps(kept).encode())
            forget_older(self._folder, KIND, keep=MOST)

    def _path(self, job: Job, shown: object) -> Path | None:
        if not self._folder or not self._study:
            return None
        passed = sorted(job.passed.items())
        digest = hashlib.blake2b(self._study.encode(), digest_size=16)
        digest.update(repr((job.name, passed, shown)).encode("utf-8", "replace"))
        digest.update(job.path.read_bytes())
        return kept_path(self._folder, KIND, digest.hexdigest())


def _study_sum(study: Study) -> str:
    """A digest of all that a notebook sees of the study; blank if a file cannot be read."""
    facts = (package_fingerprint(), study.folder.name, study.title, study.notes)
    digest = hashlib.blake2b(repr(facts).encode("utf-8", "replace"), digest_size=16)
    try:
        digest.update(corpus_key(study).encode())
        digest.update(study.codebook.read_bytes())
        if spans := os.environ.get(SPANS):
            digest.update(Path(spans).read_bytes())
    except OSError:
        return ""
    return digest.hexdigest()
