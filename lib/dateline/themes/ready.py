"""The codebooks that the package ships, and what a name or a path on a command line means."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from dateline.errors import SettingError, did_you_mean
from dateline.study import starter_codebook

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
