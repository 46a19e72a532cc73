"""Every page of the default report under axe-core, which checks what can be checked by machine."""

import pytest

pytestmark = pytest.mark.browser
# Opens what is folded, and takes away what would hide the colour behind a text from axe. Of rows
# and passages that repeat each other some are enough: with all, the largest page takes a minute.
PREPARE = """() => {
  const repeated = 'tbody:nth-of-type(n+4), tbody > tr:nth-child(n+9), article:nth-child(n+6)';
  document.querySelectorAll(repeated).forEach(each => each.remove());
  document.querySelectorAll('details').forEach(each => { each.open = true });
  document.querySelectorAll('.scroll').forEach(each => {
    each.style.background = 'none';
    each.style.overflow = 'visible';
  });
}"""


def complaints(page, **options) -> list[tuple[str, str]]:
    """What axe finds wrong, and contrasts that it could not measure."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate(PREPARE)
    options["resultTypes"] = ["violations", "incomplete"]
    found = Axe().run(page, options=options).response
    open_ = [rule for rule in found["incomplete"] if rule["id"] == "color-contrast"]
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"] + open_]


def test_axe_finds_nothing_wrong_in_the_light(browser, default_report):
    page = browser.new_page(viewport={"width": 1600, "height": 900}, color_scheme="light")
    for path in sorted(default_report.glob("*.html")):
        page.goto(path.as_uri())
        assert complaints(page) == [], path.name


def test_axe_finds_no_weak_contrast_in_the_dark(browser, default_report):
    page = browser.new_page(viewport={"width": 1600, "height": 900}, color_scheme="dark")
    for path in sorted(default_report.glob("*.html")):
        page.goto(path.as_uri())
        assert complaints(page, runOnly=["color-contrast"]) == [], path.name


def test_axe_would_find_a_weak_contrast_and_a_missing_text(browser):
    page = browser.new_page()
    page.set_content('<main><p style="color:#ccc;background:#fff">a</p><img src="data:,"></main>')
    assert {"color-contrast", "image-alt"} <= {rule for rule, _ in complaints(page)}
