"""The codebooks that the package ships, and what a name or a path on a command line means."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

from dateline.errors import SettingError, did_you_mean
from dateline.study import STARTER_NOTE, Study, starter_codebook

_TOML = ".toml"


@dataclass(frozen=True)
class ReadyCodebook:
    """
    A codebook of the package: where it is, what it is, and how its index is made.

    `theme` is the one whose share is the index, counted in `unit`; `base` are the first and last
    day of the period whose mean share is 100. All three are blank for a codebook without an index.
    """

    name: str
    path: Path
    title: str
    source: str
    theme: str = ""
    unit: str = ""
    base: tuple[str, str] = ("", "")


def ready_codebooks() -> dict[str, ReadyCodebook]:
    """The codebooks of the package, by name."""
    folder = Path(str(resources.files("dateline").joinpath("codebooks")))
    codebooks = (
        ReadyCodebook("starter", starter_codebook(), "General themes of world news", "Dateline"),
        ReadyCodebook(
            "gpr",
            folder / "gpr.toml",
            "Geopolitical risk",
            "Caldara and Iacoviello (2022), American Economic Review 112(4), table 1",
            theme="gpr",
            unit="articles",
            base=("1985-01-01", "2019-12-31"),
        ),
        ReadyCodebook(
            "epu",
            folder / "epu.toml",
            "Economic policy uncertainty",
            "Baker, Bloom and Davis (2016), Quarterly Journal of Economics 131(4)",
            theme="epu",
            unit="articles",
            base=("1985-01-01", "2009-12-31"),
        ),
    )
    return {codebook.name: codebook for codebook in codebooks}


def find_codebook(name: str) -> Path:
    """
    The file that `name` means: a codebook of the package by its name, else a path.

    A codebook of another program is refused with the way to convert it, so that what is lost on
    the way is seen once and not passed over in each report.

    Raises SettingError if there is no such name or file.
    """
    ready = ready_codebooks()
    if name in ready:
        return ready[name].path
    path = Path(name)
    if not path.is_file():
        raise SettingError(
            f"codebook {name}: no such file; {did_you_mean(name, ready)}, or give a path"
        )
    if path.suffix.lower() != _TOML:
        raise SettingError(
            f"codebook {name}: not in TOML; run `dateline codebook convert {name} codebook.toml`"
        )
    return path.resolve()


def ready_codebook_of(path: Path) -> ReadyCodebook | None:
    """The codebook of the package that lies at `path`; None for any other file."""
    resolved = path.resolve()
    return next(
        (each for each in ready_codebooks().values() if each.path.resolve() == resolved), None
    )


def with_codebook(study: Study, name: str) -> Study:
    """
    The study with another codebook, which its notes name; the study itself if `name` is blank.

    `name` is that of a codebook of the package, or a file beside the study's folder or in it: the
    value of the parameter `codebook`, which must mean the same wherever the notebook runs.

    Raises SettingError as `find_codebook`.
    """
    if not name:
        return study
    path = _beside(study, name)
    ready = ready_codebook_of(path)
    words = (
        f"{ready.title} ({ready.source})" if ready and name == ready.name else f"the file {name}"
    )
    notes = [note for note in study.notes if note != STARTER_NOTE]
    note = f"Counted with another codebook than the study’s own: {words}."
    return replace(study, codebook=path, notes=(*(each for each in notes if each != note), note))


def codebook_parameters(study: Study, name: str) -> dict[str, str]:
    """
    The parameters of a run with the codebook that a command line names.

    They are `codebook`, and `unit` where the codebook's index is published in one. Raises
    SettingError as `codebook_setting`.
    """
    ready = ready_codebooks().get(name)
    unit = {"unit": ready.unit} if ready and ready.unit else {}
    return {"codebook": codebook_setting(study, name), **unit} if name else {}


def codebook_setting(study: Study, name: str) -> str:
    """
    The parameter `codebook` for what a command line names: a name, or a path from where it runs.

    A path is given from the folder that the study lies in, so that no place of the machine comes
    into a report. Raises SettingError as `find_codebook`, and if there is no way from there.
    """
    if name in ready_codebooks() or not name:
        return name
    try:
        way = os.path.relpath(find_codebook(name), study.folder.resolve().parent)
    except ValueError:
        raise SettingError(f"codebook {name}: on another drive; copy it into the study") from None
    return Path(way).as_posix()


def _beside(study: Study, name: str) -> Path:
    if name in ready_codebooks():
        return find_codebook(name)
    places = [folder / name for folder in (study.folder.parent, study.folder)]
    found = next((place for place in places if place.is_file()), None)
    return find_codebook(str(found) if found else name)
