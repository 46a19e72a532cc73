"""A study under exploration: what is chosen, counted and edited. It shows nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from dateline.articles import Corpus, build_corpus, choose_period
from dateline.errors import ReportError, SettingError
from dateline.explore.behind import passages_behind
from dateline.explore.chosen import articles_of, list_sources
from dateline.explore.decide import add_decision
from dateline.explore.found import FoundMentions, part_of, roots
from dateline.explore.moves import moved_counts
from dateline.explore.terms_text import edited_theme, replaced
from dateline.explore.view import HEAD, View, first_view, view_parameters, view_text
from dateline.report.tables import atomic_write
from dateline.stats import count_by_period, left_out
from dateline.study import open_study
from dateline.themes import (
    Codebook,
    count_mentions,
    index_study,
    load_codebook,
    measure_articles,
)
from dateline.themes.selection import pick_themes

MOST_FIRST = 4  # themes in the chart before any choice


class Exploration:
    """
    One study, the view of it that is chosen, and the codebook as edited.

    `codebook` is what counts and `codebook_on_disk` what the file holds. `articles` are those of
    the chosen sources, with copies marked among them; `timeframe` is that of the view, "auto"
    having become the period that the reports would take. Every count is that of
    `count_by_period`, so a view and its report have the same numbers. Nothing is written but by
    `decide_date` and `save_view`.

    Raises CodebookError if the study's codebook cannot be read, and SettingError if a parameter
    of study.toml does not fit.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.codebook_on_disk = load_codebook(corpus.study.codebook)
        self.codebook = self.codebook_on_disk
        self._read(corpus)
        numbers = self.articles_mentioning()
        outer = [name for name in self.codebook.names("theme") if "." not in name]
        common = sorted(outer, key=lambda name: -numbers[name])[:MOST_FIRST]
        first = [name for name in outer if name in common]
        self._choose(first_view(corpus.study.defaults, self.codebook, first))
        self.theme_read = ""  # whose passages were asked for last

    def _read(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.index = index_study(corpus.study, corpus.articles)
        self._sizes = measure_articles(self.index)
        self._found = FoundMentions(corpus.articles, self.index)

    def _choose(self, view: View) -> None:
        """Take a view, with what follows from it and is needed at every turn."""
        self.view = view
        self.articles = articles_of(self.corpus.articles, view.sources)
        self.timeframe = choose_period(self.articles, view.timeframe, unit=view.unit)

    @property
    def is_edited(self) -> bool:
        """Whether some theme has other terms than in the file."""
        return self.codebook != self.codebook_on_disk

    def articles_mentioning(self) -> dict[str, int]:
        """How many articles mention each theme and actor, whatever is chosen."""
        counts = (count_mentions(self.index, self.codebook) > 0).sum(axis=1)
        return dict(zip(self.codebook.names(), counts.tolist(), strict=True))

    def sources(self) -> pd.DataFrame:
        """One row per source of the study, as `list_sources` makes it."""
        return list_sources(self.corpus.articles)

    def select(self, **choices: Any) -> View:
        """
        Change some fields of the view, and return it; the others stay.

        Raises SettingError for an unknown theme, source, period, unit, class or day; the view is
        then the last one.
        """
        known = list(View.__dataclass_fields__)
        for name in choices:
            if name not in known:
                raise SettingError(f"no choice `{name}`; choose among {', '.join(known)}")
        wanted = replace(self.view, **choices)
        if wanted.themes:
            pick_themes(self.codebook, ", ".join(wanted.themes))
        sources = set(self.sources()["source"])
        for source in wanted.sources:
            if source not in sources:
                raise SettingError(f"no source “{source}” in the study; choose one of its list")
        self._choose(wanted)
        return wanted

    def series(self) -> pd.DataFrame:
        """The table of `count_by_period` for the view: the rows of the chosen themes."""
        return self._count(self.codebook, self.view.themes)

    def series_on_disk(self) -> pd.DataFrame:
        """The same with the codebook as its file has it."""
        return self._count(self.codebook_on_disk, self.view.themes)

    def left_out(self) -> pd.DataFrame:
        """What the chart leaves out: the table of that name in `stats`."""
        part = part_of(self.codebook, self.view.themes)
        return left_out(
            self.mentions(), self.articles, part, timeframe=self.timeframe, unit=self.view.unit,
            sizes=self._sizes,
        )  # fmt: skip

    def mentions(self) -> pd.DataFrame:
        """The mentions of the chosen themes and of those nested with them, by the terms edited."""
        return self._found.of(self.codebook, self.view.themes)

    def passages_at(self, theme: str, period: str | pd.Timestamp) -> pd.DataFrame:
        """
        The sentences behind one point of the chart: see `passages_behind`.

        `period` is its first day. Raises SettingError for an unknown theme.
        """
        self.codebook.family(theme)
        self.theme_read = theme
        return passages_behind(
            self._found.of(self.codebook, [theme]),
            self._found.of(self.codebook_on_disk, [theme]),
            self.articles,
            theme=theme,
            period=pd.Timestamp(period),
            view=replace(self.view, period=self.timeframe.period),
        )

    def edit_theme(self, theme: str, terms: str, unless: str = "") -> pd.DataFrame:
        """
        Count a theme by other terms, and return what that moves: the table of `moves`.

        Terms stand one on each line, as `entry_lines` writes them. The codebook's file stays as it
        is. Raises CodebookError if a line cannot be read; SettingError for an unknown theme.
        """
        self.codebook.family(theme)
        old = next(each for each in self.codebook.themes if each.name == theme)
        self.codebook = replaced(self.codebook, edited_theme(old, terms, unless))
        return self.moves()

    def reset_theme(self, theme: str) -> pd.DataFrame:
        """Give a theme back the terms of the file; what is still moved. Raises as `edit_theme`."""
        self.codebook.family(theme)
        old = next(each for each in self.codebook_on_disk.themes if each.name == theme)
        self.codebook = replaced(self.codebook, old)
        return self.moves()

    def moves(self) -> pd.DataFrame:
        """Which counts the edits move, in the view but of all themes: see `moved_counts`."""
        pairs = zip(self.codebook.themes, self.codebook_on_disk.themes, strict=True)
        names = [new.name for new, old in pairs if new != old]
        edited = [name for name in self.codebook.names() if roots([name])[0] in roots(names)]
        before = self._count(self.codebook_on_disk, edited)
        return moved_counts(before, self._count(self.codebook, edited))

    def decide_date(self, doc_id: str, earliest: str, latest: str = "", note: str = "") -> Path:
        """
        Write the date of an article into dates.csv; the path of the file.

        It counts after `reload`. Raises as `add_decision`.
        """
        return add_decision(self.corpus, doc_id, earliest, latest=latest, note=note)

    def reload(self) -> None:
        """
        Read the study's articles, calendar and dates again; view and edited terms stay.

        Raises as `build_corpus`, and then all is as before.
        """
        study = open_study(self.corpus.study.folder)
        # The codebook may be another than the study's own.
        self._read(build_corpus(replace(study, codebook=self.corpus.study.codebook)))
        here = set(self.sources()["source"])
        kept = tuple(source for source in self.view.sources if source in here)
        self._choose(replace(self.view, sources=kept))

    def save_view(self, path: str | Path = "view.toml") -> list[str]:
        """
        Write the view as a parameter file for `dateline report STUDY --parameters FILE`.

        The period is written as chosen, not as "auto". Returns remarks on what the file cannot
        say, which are comments in it too: a choice of sources, and edited terms.
        A view of the same name is replaced. Raises SettingError for a name without .toml;
        ReportError for a file that is something else, or cannot be written.
        """
        target = Path(path)
        if target.suffix != ".toml":
            raise SettingError(f"{target}: the name of a view ends with .toml; add it")
        if target.exists() and not target.read_bytes().startswith(HEAD.encode()):
            raise ReportError(f"{target}: is there and is no view; choose another name")
        view = replace(self.view, period=self.timeframe.period)
        remarks = self._unsaid()
        text = view_text(view_parameters(view, theme=self.theme_read), remarks)
        atomic_write(target, text.encode("utf-8", "replace"))
        return remarks

    def _unsaid(self) -> list[str]:
        remarks = []
        if self.view.sources:
            few = ", ".join(self.view.sources)
            remarks.append(f"The reports count all sources; this view was limited to {few}.")
        if self.is_edited:
            file = self.codebook_on_disk.file
            remarks.append(f"The edited terms count in a report once they are in {file}.")
        return remarks

    def _count(self, codebook: Codebook, names: tuple[str, ...] | list[str]) -> pd.DataFrame:
        """The series of some themes; those nested with them are counted too, and dropped."""
        part = part_of(codebook, names)
        series = count_by_period(
            self._found.of(codebook, names), self.articles, part, timeframe=self.timeframe,
            unit=self.view.unit, sizes=self._sizes,
        )  # fmt: skip
        return series[series["theme"].isin([*names])].reset_index(drop=True)

    def labels(self) -> Mapping[str, str]:
        """The chosen themes with their labels, in the order of the codebook."""
        chosen = set(self.view.themes)
        return {name: label for name, label in self.codebook.labels.items() if name in chosen}
