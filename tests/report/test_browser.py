"""The pages in a real browser: they load nothing, run nothing of an article, and fit any window."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dateline.report import policy
from dateline.report.boxes import box_figures
from dateline.report.evidence import evidence_html
from dateline.report.footnotes import method_notes
from dateline.report.policy import content_policy, put_scripts, style_sheet
from dateline.report.render import Page, render_notebook

pytestmark = pytest.mark.browser
# Changes the page if it runs; put where the policy forbids scripts.
PROBE = "<script>document.title = 'ran'</script>"
# What an article would have made if its text had become elements.
RUNNING = (
    "svg:not(.pointed > svg), textarea, [onerror], [onload], [onmouseover], [href^='javascript' i]"
)
# The scripts of the package itself, which a page may hold.
OWN = {path.read_text("utf-8") for path in policy.SCRIPTS.glob("*.js")}
LARGEST = 1_500_000  # bytes of one page of the default study, so that it can be mailed


@dataclass
class Seen:
    """What a browser told while it showed a page."""

    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser):
    """A function that opens a file and gives the page and what was seen meanwhile."""
    contexts = []

    def open_file(path: Path, width: int = 1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page, seen = context.new_page(), Seen()
        page.on("console", lambda message: seen.console.append(message.text))
        page.on("pageerror", lambda error: seen.console.append(str(error)))
        page.on("dialog", lambda box: (seen.dialogs.append(box.message), box.dismiss()))
        page.on("request", lambda request: _note_request(seen, request.url))
        page.goto(path.as_uri())
        return page, seen

    yield open_file
    for context in contexts:
        context.close()


def _note_request(seen: Seen, address: str) -> None:
    if not address.startswith("data:"):
        seen.requests.append(address)


def pages_of(report: Path) -> list[Path]:
    return sorted(report.glob("*.html"))


def write(folder: Path, body: str, scripts: list[str] | None = None) -> Path:
    """A page with the policy and the sheet of every page."""
    rule = content_policy(styles=[style_sheet()], scripts=scripts or [])
    head = f'<meta http-equiv="Content-Security-Policy" content="{rule}">'
    path = folder / "page.html"
    path.write_text(f"<!DOCTYPE html><html><head>{head}<title>as written</title></head>{body}")
    return path


def test_every_page_opens_from_disk_without_error_and_without_request(visit, default_report):
    pages = pages_of(default_report)
    numbered = list((Path(__file__).parents[2] / "notebooks").glob("[0-9]*.ipynb"))
    assert len(pages) == len(numbered) + 1  # and the index
    for path in pages:
        _, seen = visit(path)
        assert seen == Seen(requests=[path.as_uri()]), path.name


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_page_scrolls_sideways(visit, default_report, width):
    page, _ = visit(default_report / "index.html", width)
    for path in pages_of(default_report):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width, path.name


def test_opened_passages_do_not_widen_a_phone_page(visit, default_report):
    page, _ = visit(default_report / "08-codebook.html", 360)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_wide_figure_keeps_readable_labels_on_a_phone(visit, default_report):
    page, _ = visit(default_report / "02-themes.html", 360)
    assert page.locator(".scroll > img").first.bounding_box()["width"] >= 512


def test_every_page_can_be_mailed(default_report):
    sizes = {path.name: path.stat().st_size for path in pages_of(default_report)}
    assert max(sizes.values()) < LARGEST, sizes


def test_figures_keep_a_light_ground_in_the_dark(visit, default_report):
    page, _ = visit(default_report / "02-themes.html", color_scheme="dark")
    ground = "element => getComputedStyle(element).backgroundColor"
    assert page.locator("img").first.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator("html").evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")


def test_on_paper_nothing_is_dark_and_nothing_is_cut_off(visit, default_report):
    page, _ = visit(default_report / "02-themes.html", 700, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("nav").is_hidden()
    ink = "element => getComputedStyle(element).color"
    assert page.locator("body").evaluate(ink) == "rgb(0, 0, 0)"
    sheet = "() => document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(sheet)


def test_the_keyboard_reaches_text_notes_and_settings(visit, default_report):
    page, _ = visit(default_report / "02-themes.html")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.locator(".mark a").first.press("Enter")
    assert page.locator(".notes li:target").count() == 1
    page.locator(".notes li:target a").press("Enter")
    assert page.locator(".mark a:target").count() == 1


def test_every_note_on_method_is_used(default_report):
    pages = "".join(path.read_text("utf-8") for path in pages_of(default_report))
    assert [note.name for note in method_notes() if f'id="note-{note.name}"' not in pages] == []


def test_articles_that_attack_run_and_load_nothing(visit, hostile_report):
    pages = pages_of(hostile_report)
    numbered = list((Path(__file__).parents[2] / "notebooks").glob("[0-9]*.ipynb"))
    assert len(pages) == len(numbered) + 1  # and the index
    for path in pages:
        page, seen = visit(path)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert seen == Seen(requests=[path.as_uri()]), path.name
        assert set(page.locator("script").all_text_contents()) <= OWN
        assert page.locator(RUNNING).count() == 0


def test_articles_that_attack_are_there_to_read(visit, hostile_report, attacks):
    page, _ = visit(hostile_report / "03-passages.html")
    text = page.locator("main").text_content()
    # Cleaning takes the script away; 05-cleaning shows it.
    shown = [attack for attack in attacks if not attack.startswith("<script")]
    assert [attack for attack in shown if attack not in text] == []


def test_a_page_of_hostile_outputs_runs_no_script(visit, executed, tmp_path):
    rendered = render_notebook(executed("hostile_html").notebook, Page("x", "Study", "0.1.0"))
    path = tmp_path / "page.html"
    path.write_text(rendered.html, "utf-8")
    page, seen = visit(path)
    assert "Texts that attack" in page.locator("h1").inner_text()
    assert seen == Seen(requests=[path.as_uri()])


def test_the_policy_stops_what_got_into_a_page(visit, tmp_path):
    image = '<img src="https://example.org/x.png"><p style="color:red">a</p>'
    page, seen = visit(write(tmp_path, f"<body>{PROBE}{image}</body>"))
    assert page.title() == "as written"
    assert len(seen.console) == 3
    assert all("Content Security Policy" in message for message in seen.console)


def test_the_probe_would_be_noticed_without_the_policy(visit, tmp_path):
    (tmp_path / "page.html").write_text(f"<html><body>{PROBE}</body></html>")
    assert visit(tmp_path / "page.html")[0].title() == "ran"


def test_a_script_of_the_package_runs_and_no_other(visit, tmp_path, monkeypatch):
    from bs4 import BeautifulSoup

    monkeypatch.setattr(policy, "SCRIPTS", tmp_path)
    (tmp_path / "own.js").write_text("document.body.dataset.own = 1 < 2 && 'yes';\n")
    soup = BeautifulSoup(f'<body><p class="script-own"></p>{PROBE}</body>', "html.parser")
    texts = put_scripts(soup)
    page, _ = visit(write(tmp_path, str(soup), texts))
    assert page.locator("body").get_attribute("data-own") == "yes"
    assert page.title() == "as written"


@pytest.mark.parametrize(("width", "shown"), [(360, [True, True]), (620, [False, True])])
def test_a_chart_that_scrolls_says_so_and_one_that_fits_does_not(visit, tmp_path, width, shown):
    image = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
    figures = [f'<figure><img src="{image}" alt="a" width="{w}"></figure>' for w in (600, 704)]
    soup = BeautifulSoup(f'<div class="content">{"".join(figures)}</div>', "html.parser")
    box_figures(soup)
    page, _ = visit(write(tmp_path, f"<style>{style_sheet()}</style>{soup}"), width=width)
    hints = page.locator(".sideways").all()
    boxes = page.locator(".scroll").all()
    overflows = [box.evaluate("box => box.scrollWidth > box.clientWidth") for box in boxes]
    assert [hint.is_visible() for hint in hints] == overflows == shown


NO_PASSAGES = pd.DataFrame({"theme": pd.Series(dtype="str")})
LONG = "Averylongnameofathemewithoutblanks" * 4
WIDE = (
    f'<div class="choose"><label>Theme <select><option>{LONG}</option></select></label></div>',
    f'<p class="settings"><span class="setting">themes = {LONG}</span></p>',
    f'<p class="settings"><span class="setting">themes = {"sanctions, " * 30}</span></p>',
)


@pytest.mark.parametrize("html", WIDE, ids=["picker", "long value", "many values"])
def test_a_long_name_widens_no_page(visit, tmp_path, html):
    page, _ = visit(write(tmp_path, f"<style>{style_sheet()}</style>{html}"), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_long_heading_of_a_group_keeps_its_columns_in_sight(visit, tmp_path):
    table = pd.DataFrame({"theme": [LONG], "term": ["embargo*"], "hits": [3]})
    html = evidence_html(table, NO_PASSAGES, by={"theme": "theme"}, columns={
        "theme": "theme", "term": "term", "hits": "hits"})  # fmt: skip
    page, _ = visit(write(tmp_path, f"<style>{style_sheet()}</style>{html}"), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_no_word_of_a_heading_of_a_column_is_broken_on_a_phone(visit, tmp_path):
    html = '<table><thead><tr><th class="number">elsewhere</th></tr></thead>'
    page, _ = visit(write(tmp_path, f"<style>{style_sheet()}</style>{html}</table>"), width=390)
    page.locator("th").evaluate("th => { th.style.maxWidth = '2rem' }")
    assert page.locator("th").bounding_box()["height"] < 40
