"""What most commands read first: the corpus of a study and its codebook."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.progress import progress_bar

if TYPE_CHECKING:
    from dateline.articles import Corpus, Timeframe
    from dateline.study import Study
    from dateline.themes import Codebook


def open_chosen(folder: Path, codebook_name: str = "") -> Study:
    """The study, set to another codebook if one is named."""
    from dateline.study import open_study
    from dateline.themes.ready import codebook_setting, with_codebook

    opened = open_study(folder)
    return with_codebook(opened, codebook_setting(opened, codebook_name))


def chosen_timeframe(study: Study, **given: str) -> Timeframe:
    """What the options say, else `[report]` of study.toml, else what the notebooks take."""
    from dateline.articles import Timeframe

    known = {field.name for field in fields(Timeframe)}
    defaults = {name: str(value) for name, value in study.defaults.items() if name in known}
    chosen = {name: value for name, value in given.items() if value}
    return Timeframe(**({"period": "auto"} | defaults | chosen))


def read_corpus(study: Study) -> Corpus:
    """The corpus of the study, with a bar while it is made."""
    from dateline.articles import build_corpus

    with progress_bar() as progress:
        return build_corpus(study, progress=progress)


def read_codebook(corpus: Corpus) -> Codebook:
    """The codebook that the study of the corpus names."""
    from dateline.themes import load_codebook

    return load_codebook(corpus.study.codebook)
