"""A study is a folder: its articles, and the files that say how to read them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from dateline.errors import StudyError
from dateline.markup import facts_html
from dateline.settings import (
    CleanSettings,
    Dating,
    ReadSettings,
    cleaning_settings,
    dating_settings,
    read_settings,
    table_of,
)
from dateline.toml import read_toml, refuse_unknown_keys

STUDY_FILE = "study.toml"
# Names that are not articles when they lie in the study's own folder.
OWN_FILES = (STUDY_FILE, "codebook.toml", "calendar.toml", "dates.csv", "README.md", "README.txt")
STARTER_NOTE = (
    "No codebook was given: the themes are those of the starter codebook, which knows nothing of "
    "the questions asked here. The command “dateline new” writes a copy to edit."
)
# 60 letters are at most 240 bytes, and file systems allow 255.
_LONGEST_NAME = 60
# Windows keeps these names for devices, whatever ending follows.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)
# How much of the articles a report may show, the most first.
SHARE_LEVELS = ("full", "snippets", "none")
_TEXTS = ("title", "note", "articles", "codebook", "calendar", "dates", "share")
_TABLES = ("reading", "columns", "cleaning", "dating", "report")


@dataclass(frozen=True)
class Study:
    """
    What `open_study` found. Paths are absolute; `calendar` and `dates` may be None.

    `defaults` are the parameters of `[report]`; `notes` are sentences that a report must show,
    such as that the starter codebook was used. `share` says how much of the articles the reports
    may show, one of SHARE_LEVELS.
    """

    folder: Path
    name: str
    title: str
    articles: Path
    codebook: Path
    calendar: Path | None = None
    dates: Path | None = None
    reading: ReadSettings = field(default_factory=ReadSettings)
    cleaning: CleanSettings = field(default_factory=CleanSettings)
    dating: Dating = field(default_factory=Dating)
    defaults: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    share: str = SHARE_LEVELS[0]

    def _repr_html_(self) -> str:
        """The files of the study and its notes, for a notebook."""
        files = {
            "articles": self.articles,
            "codebook": self.codebook,
            "calendar": self.calendar,
            "dates decided": self.dates,
        }
        named = [(name, _below(path, self.folder)) for name, path in files.items()]
        return facts_html(self.title, [("folder", self.folder.name), *named], self.notes)


def open_study(folder: str | Path) -> Study:
    """
    Read and check a study folder; a folder without `study.toml` is a study with defaults.

    A relative path is looked for in the working folder and then in the folders above it, so that
    a notebook finds the same study whether it is run from the project's root or from `notebooks/`.

    Raises StudyError if the folder or a file that it names is missing, or a key is unknown.
    """
    place = _find_folder(Path(folder))
    if (place / STUDY_FILE).is_file():
        return _study_from_file(place)
    return _bare_study(place)


def new_study(folder: str | Path) -> Path:
    """
    Make a study folder with commented files; the path of the folder.

    A new folder gets an empty `articles/`; one with files in it keeps them where they are, and
    `study.toml` says that they are the articles. Raises StudyError if it holds a study already.
    """
    place = Path(folder)
    try:
        if (place / STUDY_FILE).exists():
            raise StudyError(f"{place}: is a study already; choose another or edit {STUDY_FILE}")
        filled = place.is_dir() and any(place.iterdir()) and not (place / "articles").is_dir()
        (place if filled else place / "articles").mkdir(parents=True, exist_ok=True)
        for starter in _starter().iterdir():
            target = place / starter.name
            if not target.exists():
                target.write_bytes(starter.read_bytes())
        if filled:
            settings = (place / STUDY_FILE).read_text("utf-8")
            (place / STUDY_FILE).write_text('articles = "."\n\n' + settings, "utf-8")
    except OSError as problem:
        raise StudyError(f"{place}: cannot be made ({problem.strerror}); choose another") from None
    return place


def starter_codebook() -> Path:
    """The codebook that the package ships, for folders without one."""
    return Path(str(_starter().joinpath("codebook.toml")))


def refuse_unreadable_name(study: Study) -> None:
    """Raise StudyError if the path of the study is not UTF-8, which no notebook can hold."""
    try:
        str(study.folder).encode("utf-8")
    except UnicodeEncodeError:
        name = ascii(str(study.folder)).strip("'")
        raise StudyError(f"{name}: not UTF-8, as notebooks need it; rename the folder") from None


def _below(path: Path | None, folder: Path) -> str:
    """The path as seen from the folder, or its name alone where it lies elsewhere."""
    if path is None:
        return "none"
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


def slug(name: str) -> str:
    """
    A name that is safe as a file name on every system: at most 60 letters, figures, `.-_`.

    >>> slug("../../Ukraine & Co"), slug(".."), slug("CON")
    ('Ukraine-Co', 'study', 'study-CON')
    """
    plain = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFKC", name))
    short = plain.strip(".-_")[:_LONGEST_NAME].strip(".-_")
    return f"study-{short}" if _RESERVED.match(short) else short or "study"


def _find_folder(folder: Path) -> Path:
    places = [folder] if folder.is_absolute() else [Path.cwd(), *Path.cwd().parents]
    try:
        found = next((place / folder for place in places if (place / folder).is_dir()), None)
        is_file = folder.exists()
    except OSError as problem:  # a name too long, or a folder that may not be entered
        reason = problem.strerror
        raise StudyError(f"{folder}: cannot be opened ({reason}); check the path") from None
    if found:
        return found.resolve()
    if is_file:
        raise StudyError(f"{folder}: is a file; a study is a folder, so name the folder it lies in")
    raise StudyError(f"{folder}: no such folder; check the path, or make one with `dateline new`")


def _study_from_file(folder: Path) -> Study:
    settings, _ = read_toml(folder / STUDY_FILE, error=StudyError)
    _check_kinds(settings)
    codebook = _named_file(folder, settings, "codebook")
    return Study(
        folder=folder,
        name=slug(folder.name),
        title=settings.get("title") or folder.name,
        articles=_articles_folder(folder, settings.get("articles", "articles")),
        codebook=codebook or starter_codebook(),
        calendar=_named_file(folder, settings, "calendar"),
        dates=_named_file(folder, settings, "dates"),
        reading=read_settings(
            settings.get("reading", {}), settings.get("columns", {}), file=STUDY_FILE
        ),
        cleaning=cleaning_settings(settings.get("cleaning", {}), file=STUDY_FILE),
        dating=dating_settings(settings.get("dating", {}), file=STUDY_FILE),
        defaults={name: _as_text(value) for name, value in settings.get("report", {}).items()},
        notes=tuple(filter(None, [settings.get("note", ""), "" if codebook else STARTER_NOTE])),
        share=settings.get("share", SHARE_LEVELS[0]),
    )


def _check_kinds(settings: Mapping[str, Any]) -> None:
    """Raise StudyError for a key that is not known, or that is a text for a table or vice versa."""
    known = _TEXTS + _TABLES
    for key in settings:
        if key not in known and (table := table_of(key)):
            raise StudyError(
                f"{STUDY_FILE}: `{key}` stands above its table; move it below [{table}]"
            )
    refuse_unknown_keys(settings, known, where=STUDY_FILE, error=StudyError)
    for key in _TEXTS:
        if not isinstance(settings.get(key, ""), str):
            raise StudyError(f"{STUDY_FILE}: `{key}` must be a text; put it in quotes")
    if settings.get("share", SHARE_LEVELS[0]) not in SHARE_LEVELS:
        raise StudyError(
            f"{STUDY_FILE}: share is {settings['share']!r}; choose one of {', '.join(SHARE_LEVELS)}"
        )
    for key in _TABLES:
        if not isinstance(settings.get(key, {}), dict):
            raise StudyError(f"{STUDY_FILE}: `{key}` must be a table; write it as [{key}]")


def _bare_study(folder: Path) -> Study:
    codebook = _file_if_there(folder, "codebook.toml")
    notes = [f"This folder has no {STUDY_FILE}: default settings were used."]
    if codebook is None:
        notes.append(STARTER_NOTE)
    return Study(
        folder=folder,
        name=slug(folder.name),
        title=folder.name,
        articles=folder,
        codebook=codebook or starter_codebook(),
        calendar=_file_if_there(folder, "calendar.toml"),
        dates=_file_if_there(folder, "dates.csv"),
        notes=tuple(notes),
    )


def _as_text(value: Any) -> Any:
    """A day is a text for the parameters, with or without quotes in the file."""
    return value.isoformat() if isinstance(value, date) else value


def _articles_folder(folder: Path, named: str) -> Path:
    place = folder / named
    if not place.is_dir():
        raise StudyError(f"{STUDY_FILE}: articles = {named!r} is no folder; mend the path")
    return place.resolve()


def _named_file(folder: Path, settings: Mapping[str, Any], key: str) -> Path | None:
    """The file that a setting names, which must be there; or the usual one, if it is there."""
    if key not in settings:
        return _file_if_there(folder, "dates.csv" if key == "dates" else f"{key}.toml")
    path = folder / settings[key]
    if not path.is_file():
        raise StudyError(f"{STUDY_FILE}: {key} = {settings[key]!r} is no file; mend the path")
    return path.resolve()


def _file_if_there(folder: Path, name: str) -> Path | None:
    path = folder / name
    return path if path.is_file() else None


def _starter() -> Any:
    return resources.files("dateline").joinpath("starter")
