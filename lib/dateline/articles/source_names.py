"""Where an article's source is the name of its folder, and who the sources of a corpus are."""

from __future__ import annotations

from pathlib import PurePosixPath

import pandas as pd

from dateline.sources.file_names import without_packing

# What a table calls a source that is blank.
NOT_KNOWN = "source not known"

# One row per source, the most articles first; `source` is blank where it is not known.
SOURCE_COLUMNS = {"source": "str", "articles": "int64", "of_folder": "bool"}


def folder_source(path: str) -> str:
    """
    The source of an article that states none: the folder or archive it lies in, or blank.

    A folder that is named by figures alone is a year or a month, and no source.

    >>> folder_source("guardian.zip/a.txt"), folder_source("2022/a.txt"), folder_source("a.txt")
    ('guardian', '', '')
    """
    folder = without_packing(PurePosixPath(path).parent.name)
    return "" if folder.isdigit() else folder


def list_sources(articles: pd.DataFrame) -> pd.DataFrame:
    """
    The sources, columns SOURCE_COLUMNS; `articles` needs source and path.

    `of_folder` says that each article of the source lies in a folder of that name, so that nobody
    else need have said it. Wrong where the articles state the name that their folder has too.
    """
    folders = articles["path"].map(folder_source)
    same = (articles["source"] == folders) & (articles["source"] != "")
    groups = same.groupby(articles["source"])
    table = pd.DataFrame({"articles": groups.size(), "of_folder": groups.all()})
    table = table.rename_axis("source").reset_index().astype(SOURCE_COLUMNS)
    return table.sort_values(["articles", "source"], ascending=[False, True], ignore_index=True)
