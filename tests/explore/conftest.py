"""A small study: six invented articles of three months and two sources, one a copy, one undated."""

from pathlib import Path

import pytest

from dateline.articles import build_corpus
from dateline.explore.model import Exploration
from dateline.study import open_study

ATTACK = (
    "<img src=x onerror=\"document.body.dataset.ran='yes'\"></textarea><script>alert(1)</script>"
)
CODEBOOK = """
[themes.trade]
label = "Trade & <i>tariffs</i>"
terms = ["tariff*", { near = [["export"], ["ban*"]], within = 3 }]
unless = ["tariff free"]

[themes.trade.steel]
terms = ["steel"]

[themes.talks]
terms = ["summit*"]

[actors.us]
label = "United States"
terms = ["=US", "Washington"]
"""
TEXTS = {
    "courier/one.txt": "Published: 4 January 2022\n\nWashington raises the tariffs on cars again. "
    "The ministers had met on a bridge.\n",
    "courier/two.txt": "Published: 20 January 2022\n\nThe summit on the lake ended late. Nobody "
    "spoke about a new duty on paper.\n",
    "courier/three.txt": "Published: 8 February 2022\n\nA steel mill in the north opens its gates. "
    "Its owners fear a duty on coal.\n",
    "gazette/four.txt": f"Published: 9 March 2022\n\nThe tariff {ATTACK} was printed by mistake.\n",
    "gazette/five.txt": "Published: 5 January 2022\n\nWashington raises the tariffs on cars again. "
    "The ministers had met on a bridge.\n",
    "gazette/six.txt": "An old mill of the valley turns once more, and children feed the ducks.\n",
}


@pytest.fixture(scope="session")
def write_study():
    """A function that writes the study's files into a new folder, and gives the folder."""

    def write(place: Path) -> Path:
        settings = 'title = "Mills"\n[report]\nperiod = "month"\n'
        files = {"study.toml": settings, "codebook.toml": CODEBOOK}
        files |= {f"articles/{name}": text for name, text in TEXTS.items()}
        for name, text in files.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(text, "utf-8")
        return place

    return write


@pytest.fixture
def folder(tmp_path: Path, write_study) -> Path:
    """The study's folder."""
    return write_study(tmp_path / "work" / "mills")


@pytest.fixture
def model(folder: Path) -> Exploration:
    return Exploration(build_corpus(open_study(folder)))


@pytest.fixture
def doc_id(model: Exploration):
    """A function that gives the doc_id of the article with this path."""
    articles = model.corpus.articles
    return dict(zip(articles["path"], articles["doc_id"], strict=True)).__getitem__
