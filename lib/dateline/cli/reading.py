"""What most commands read first: the corpus of a study and its codebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.progress import progress_bar

if TYPE_CHECKING:
    from dateline.articles import Corpus
    from dateline.themes import Codebook


def read_corpus(study: Path, codebook_name: str = "") -> Corpus:
    """The corpus of the study, set to another codebook if one is named."""
    from dateline.articles import build_corpus
    from dateline.study import open_study
    from dateline.themes.ready import codebook_setting, with_codebook

    opened = open_study(study)
    opened = with_codebook(opened, codebook_setting(opened, codebook_name))
    with progress_bar() as progress:
        return build_corpus(opened, progress=progress)


def read_codebook(corpus: Corpus) -> Codebook:
    """The codebook that the study of the corpus names."""
    from dateline.themes import load_codebook

    return load_codebook(corpus.study.codebook)
