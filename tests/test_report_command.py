"""The main job end to end: `dateline report` on a folder gives pages that can be mailed."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import nbformat
import pandas as pd
import pytest

ROOT = Path(__file__).parents[1]
PAGES = [path.stem for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))]
# The scripts of the package itself, which a page may hold.
OWN = [
    path.read_text("utf-8")
    for path in (ROOT / "lib/dateline/report/templates/scripts").glob("*.js")
]


def report(study: Path, out: Path, *options: str, folder: Path | None = None):
    command = [sys.executable, "-m", "dateline", "report", str(study), "-o", str(out), *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def twice(
    root: Path, default_report: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """The default study reported from the checkout, and a copy of it from another place."""
    folder = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(root / "seeds", folder / "seeds")
    second = report(folder / "seeds", folder / "two", folder=folder)
    assert second.returncode == 0, second.stderr
    return default_report, folder / "two"


def without_own_scripts(page: str) -> str:
    for text in OWN:
        page = page.replace(f"<script>{text}</script>", "")
    return page


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Links(HTMLParser):
    """Collects the targets of links and the sources of images of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.targets += [value or "" for name, value in attrs if name in ("href", "src")]


def test_two_runs_in_different_places_write_the_same_bytes(twice) -> None:
    one, two = (files(folder) for folder in twice)
    assert list(one) == list(two)
    assert [name for name in one if one[name] != two[name]] == []


def test_no_file_names_the_machine(twice, root: Path) -> None:
    for folder in twice:
        for name, content in files(folder).items():
            for place in (str(root), str(folder.parent), str(Path.home())):
                assert len(place) < 2 or place.encode() not in content, (name, place)


def test_the_index_links_to_everything_that_was_made(twice) -> None:
    folder = twice[0]
    targets = Links((folder / "index.html").read_text()).targets
    made = {name for name in files(folder) if name.endswith((".html", ".csv", ".json"))}
    assert made - {"index.html"} <= set(targets)
    assert all((folder / target).is_file() for target in targets if not target.startswith("#"))


def test_pages_load_nothing_and_run_nothing(twice) -> None:
    for name in ["index", *PAGES]:
        page = Links(without_own_scripts((twice[0] / f"{name}.html").read_text()))
        assert not page.tags & {"script", "iframe", "object", "embed", "form"}, name
        outside = [t for t in page.targets if re.match(r"(?!data:image/|#)\w+:|//", t)]
        assert outside == [], name


def test_every_picture_has_a_text_and_every_page_is_small(twice) -> None:
    for name in ["index", *PAGES]:
        html = (twice[0] / f"{name}.html").read_text()
        assert len(html.encode()) < 1_500_000, name
        assert all(len(alt) > 60 for alt in re.findall(r'<img[^>]*alt="([^"]*)"', html)), name


def test_the_ledger_of_the_report_adds_up_to_the_files_found(twice, root: Path) -> None:
    ledger = pd.read_csv(twice[0] / "ledger.csv", keep_default_na=False).set_index("line")
    found = sum(path.is_file() for path in (root / "seeds" / "articles").rglob("*"))
    assert ledger["number"]["files found"] == found
    for whole, parts in ledger.groupby("part_of")["number"]:
        assert whole == "" or parts.sum() == ledger["number"][whole], whole


def test_the_pages_and_the_tables_have_the_same_ledger(twice) -> None:
    """Pages are made in processes of their own, which must not see another day or another study."""
    ledger = pd.read_csv(twice[0] / "ledger.csv", keep_default_na=False)
    (shown,) = (
        table
        for table in pd.read_html(StringIO((twice[0] / "01-corpus.html").read_text()))
        if "files found" in set(table.iloc[:, 0].str.strip())
    )
    assert shown["number"].tolist() == ledger["number"].tolist()


def test_the_run_record_has_hashes_versions_and_parameters(twice) -> None:
    record = json.loads((twice[0] / "record.json").read_text())
    assert record["parameters"]["period"] == "quarter"
    assert {"dateline", "pandas", "matplotlib", "papermill"} <= set(record["versions"])
    assert {"codebook", "calendar"} <= set(record["definitions"])
    assert len(record["files"]) == len(pd.read_csv(twice[0] / "files.csv"))
    assert "index.html" in record["written"]


def test_every_chart_is_drawn_again_from_the_tables_as_it_was(twice, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dateline", "charts", str(twice[0]), "-o", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    shown = []
    for page in sorted(twice[0].glob("[0-9]*.html")):
        found = re.findall(r'src="data:image/png;base64,([^"]+)"', page.read_text())
        shown += [(f"{page.stem}-{n}.png", picture) for n, picture in enumerate(found, start=1)]
    again = {path.name: path.read_bytes() for path in tmp_path.glob("*.png")}
    assert again == {name: base64.b64decode(picture) for name, picture in shown}


def test_markup_in_an_article_is_shown_as_text(hostile_report: Path) -> None:
    assert "&lt;img src=x onerror=alert(2)&gt;" in (hostile_report / "03-passages.html").read_text()
    # Cleaning takes the script away, and its page shows what was taken.
    removed = (hostile_report / "05-cleaning.html").read_text()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in removed
    for name in ["index", *PAGES]:
        page = without_own_scripts((hostile_report / f"{name}.html").read_text())
        assert "script" not in Links(page).tags


def test_a_bare_folder_gets_the_starter_codebook_and_every_page_says_so(
    hostile_report: Path,
) -> None:
    for name in ["index", *PAGES]:
        page = (hostile_report / f"{name}.html").read_text()
        assert "This folder has no study.toml" in page and "starter codebook" in page, name


@pytest.mark.browser
def test_no_script_of_an_article_runs_in_a_browser(
    hostile_report: Path, chromium: str, tmp_path
) -> None:
    dumped = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--no-first-run", "--dump-dom",
         f"--user-data-dir={tmp_path}", (hostile_report / "03-passages.html").as_uri()],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    page = without_own_scripts(dumped.stdout)
    assert "alert(2)" in page and re.search(r"<mark[^>]*>Sanctions</mark>", page)
    assert "<script" not in page and "onerror=" not in re.sub(r">[^<]*<", "><", page)


def test_a_study_without_a_single_date_still_gets_its_reports(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("Sanctions are rules that forbid trade with somebody.")
    done = report(tmp_path / "news", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out" / "02-themes.html").read_text()
    assert "1 of 1 story is undated" in page
    assert pd.read_csv(tmp_path / "out" / "series.csv").empty


def test_a_notebook_that_fails_leaves_its_copy_and_the_others_run(
    root: Path, tmp_path: Path
) -> None:
    broken = nbformat.read(root / "notebooks" / "03-passages.ipynb", as_version=4)
    broken.cells[-1] = nbformat.v4.new_code_cell("raise RuntimeError('the printer is on fire')")
    nbformat.write(broken, tmp_path / "broken.ipynb")
    done = report(
        root / "seeds", tmp_path / "out", "-n", str(tmp_path / "broken.ipynb"), "-n", "03-passages"
    )
    assert done.returncode == 1
    assert "notebook broken failed" in done.stderr and "the printer is on fire" in done.stderr
    assert (tmp_path / "out" / "failed" / "broken.ipynb").is_file()
    assert (tmp_path / "out" / "03-passages.html").is_file()
    assert "the printer is on fire" in (tmp_path / "out" / "index.html").read_text()


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [("perriod=month", "did you mean"), ("most=many", "most"), ("study=x", "study")],
)
def test_a_wrong_parameter_is_refused_before_anything_runs(
    root, tmp_path, setting, sentence
) -> None:
    done = report(root / "seeds", tmp_path / "out", "-p", setting)
    assert done.returncode == 2 and sentence in done.stderr
    assert not (tmp_path / "out").exists()


def test_code_is_shown_only_when_asked_for(twice, root: Path, tmp_path: Path) -> None:
    assert "build_corpus" not in (twice[0] / "01-corpus.html").read_text()
    done = report(root / "seeds", tmp_path / "out", "-n", "01-corpus", "--code")
    assert done.returncode == 0, done.stderr
    assert "build_corpus" in (tmp_path / "out" / "01-corpus.html").read_text()


@pytest.mark.parametrize("setting", ["theme=sanctons", "themes=sanctions,taiwn"])
def test_a_misspelt_theme_costs_no_wait(root: Path, tmp_path: Path, setting: str) -> None:
    done = report(root / "seeds", tmp_path / "out", "-p", setting)
    assert done.returncode == 2 and "did you mean" in done.stderr
    assert list(tmp_path.rglob("*.html")) == []
