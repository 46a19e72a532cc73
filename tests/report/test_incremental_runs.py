"""A run that takes up what an earlier one kept writes the bytes of a run that reads all anew."""

from functools import partial
from pathlib import Path

import nbformat
import pytest

from dateline.articles.kept_files import CACHE
from dateline.report import kept_pages
from dateline.report.collect import collect_results
from dateline.report.execute import Execution, read_notebook
from dateline.report.results import ReportOptions
from dateline.report.run import run_report
from dateline.study import open_study

NOTEBOOK = Path(__file__).parent / "notebooks" / "shows_study.ipynb"
SETTINGS = 'title = "Ten days"\narticles = "articles"\n{share}[report]\nunit = "articles"\n'
PLACES = ("harbour", "bridge", "market", "station", "museum", "library", "airport", "theatre")
FILES = {
    "study.toml": SETTINGS.format(share=""),
    "codebook.toml": '[themes.trade]\nlabel = "Trade"\nterms = ["trade", "deal*"]\n',
    "calendar.toml": "",
    "dates.csv": "article,earliest,latest,note\n",
    "articles/undated.txt": "The flood festival opens today, and a deal is signed at its gate.\n",
} | {
    f"articles/{place}.txt": f"Published: {number} March 2022\n\nThe {place} has a deal with its "
    f"{number} neighbours. Nobody at the {place} spoke of trade before.\n"
    for number, place in enumerate(PLACES, start=1)
}
EVENT = """[[events]]
id = "festival"
what = "The flood festival"
start = 2022-03-05
patterns = ["flood festival"]
source = "Invented for this test"
"""
DECIDED = "article,earliest,latest,note\nbridge.txt,2022-06-01,2022-06-01,seen\n"
OTHER_TERM = FILES["codebook.toml"].replace('"trade"', '"fair"')
# Each change is made to the study as the one before has left it.
CHANGES = {
    "an article changed": ("articles/market.txt", "Published: 9 April 2022\n\nA trade fair.\n"),
    "an article added": ("articles/quay.txt", "Published: 2 May 2022\n\nA deal, and a deal.\n"),
    "the title of the study": ("study.toml", SETTINGS.format(share="").replace("Ten", "Some")),
    "a term of the codebook": ("codebook.toml", OTHER_TERM),
    "an event of the calendar": ("calendar.toml", EVENT),
    "a date decided by hand": ("dates.csv", DECIDED),
    "snippets alone": ("study.toml", SETTINGS.format(share='share = "snippets"\n')),
    "no text at all": ("study.toml", SETTINGS.format(share='share = "none"\n')),
}


def write(folder, files):
    for name, content in files.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def execute(path, passed, *, folder, **_options):
    """Run the cells here and not in a kernel, which would cost seconds at each of the runs."""
    notebook, names = read_notebook(path), {}
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for number, cell in enumerate(cells, start=1):
            cell.execution_count = number
            patch.setattr("IPython.display.display", partial(_show, cell))
            exec(cell.source, names)
            names.update(passed)
    return Execution(notebook)


def _show(cell, data, *, metadata, **_options):
    cell.outputs.append(nbformat.v4.new_output("display_data", data, metadata=metadata))


def report(folder, *, fresh=False):
    """The bytes of all files of a report on the study in `folder`, with the cache beside it."""
    out = folder / "out"
    study, options = open_study(folder / "seeds"), ReportOptions(out=out, fresh=fresh)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE, str(folder / "cache"))
        # Others may edit the package while this runs, which turns keeping off.
        patch.setattr(kept_pages, "package_fingerprint", lambda: "one version")
        patch.setattr("dateline.report.pages.execute_notebook", execute)
        made = run_report(
            study, partial(collect_results, study), notebooks=[NOTEBOOK], options=options
        )
    assert made.failures == ()
    files = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """For each change the report of a run with what was kept, and of one that starts fresh."""
    kept, fresh = tmp_path_factory.mktemp("kept"), tmp_path_factory.mktemp("fresh")
    write(kept, FILES)
    write(fresh, FILES)
    made = {"": (report(kept), {})}
    for change, (name, text) in CHANGES.items():
        write(kept, {name: text})
        write(fresh, {name: text})
        made[change] = report(kept), report(fresh, fresh=True)
    return made


def test_a_run_of_the_same_takes_up_what_was_kept(tmp_path, monkeypatch):
    write(tmp_path, FILES)
    before = report(tmp_path)
    monkeypatch.setitem(globals(), "execute", None)  # which nothing may call now
    assert report(tmp_path) == before


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_a_run_writes_what_a_run_from_scratch_writes(reports, change):
    kept, fresh = reports[change]
    assert kept.keys() == fresh.keys() and "shows_study.html" in kept
    assert [name for name in kept if kept[name] != fresh[name]] == []


@pytest.mark.parametrize("place", range(len(CHANGES)))
def test_each_change_shows_on_the_page(reports, place):
    pages = [report["shows_study.html"] for report, _ in reports.values()]
    assert pages[place] != pages[place + 1]
