"""From an executed notebook to a page."""

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from dateline.errors import ReportError
from dateline.report.opening import Facts
from dateline.report.policy import content_policy, style_sheet
from dateline.report.render import Page, render_notebook

PAGE = Page("02-themes", "Talks & war", "0.1.0", {"period": "month", "since": ""})


def prose(*texts: str) -> BeautifulSoup:
    notebook = new_notebook(cells=[new_markdown_cell(text) for text in texts])
    return BeautifulSoup(render_notebook(notebook, PAGE).html, "html.parser")


def output(data: dict, **options) -> BeautifulSoup:
    made = new_output("display_data", data, **options)
    notebook = new_notebook(cells=[new_code_cell("x", outputs=[made])])
    return BeautifulSoup(render_notebook(notebook, PAGE).html, "html.parser")


@pytest.fixture(scope="module")
def hostile(executed) -> str:
    execution = executed("hostile_html")
    assert execution.failure == ""
    return render_notebook(execution.notebook, replace(PAGE, code=True)).html


def test_the_first_heading_is_the_title():
    page = prose("# How *often*?\n\nOften.", "# Another")
    assert page.title.get_text() == "How often?"
    assert page.select_one("main > header h1").em.get_text() == "often"


def test_a_notebook_without_a_heading_is_titled_by_its_name():
    assert prose("text").title.get_text() == "02-themes"


def test_headings_get_ids_and_are_listed():
    page = prose("# Title", "## The dates\n\n### By source\n\n## The dates")
    assert [link["href"] for link in page.select("nav a")] == [
        "#the-dates", "#by-source", "#the-dates-2"
    ]  # fmt: skip
    assert all(page.find(id=link["href"][1:]) for link in page.select("nav a"))


def test_a_page_without_sections_has_no_contents_list():
    assert prose("# Title").nav is None


def test_the_page_names_language_study_and_version():
    page = prose("# Title")
    assert page.html["lang"] == "en"
    assert page.select_one("header a").get_text() == "Talks & war"
    assert page.footer.get_text(" ", strip=True) == (
        "All reports of Talks & war . Made with Dateline 0.1.0."
    )
    assert [link["href"] for link in page.select("header a, footer a")] == ["index.html"] * 2


def test_the_settings_stand_at_the_head_with_what_they_mean():
    notebook = new_notebook(cells=[new_markdown_cell("# T")])
    page = replace(PAGE, meanings={"period": "how <long> a bar is"})
    settings = BeautifulSoup(render_notebook(notebook, page).html, "html.parser").details
    assert settings.summary.get_text(" ", strip=True) == "Settings: period = month"
    assert settings.dd.get_text() == "month how <long> a bar is"


def test_a_setting_that_is_not_set_is_listed_but_not_at_the_head():
    notebook = new_notebook(cells=[new_markdown_cell("# T")])
    page = replace(PAGE, settings={"period": "month", "since": ""})
    settings = BeautifulSoup(render_notebook(notebook, page).html, "html.parser").details
    assert settings.summary.get_text(" ", strip=True) == "Settings: period = month"
    assert [part.get_text() for part in settings.select("dt, dd")] == [
        "period", "month", "since", "not set"
    ]  # fmt: skip


def test_the_numbers_of_the_study_stand_below_the_title():
    notebook = new_notebook(cells=[new_markdown_cell("# T")])
    page = replace(PAGE, facts=Facts(12, 11, 10, "1 March 2022"))
    header = BeautifulSoup(render_notebook(notebook, page).html, "html.parser").header
    assert [part.name for part in header.find_all(recursive=False)] == ["p", "h1", "ul", "details"]
    assert [item.get_text(" ", strip=True) for item in header.select("li")] == [
        "12 articles", "11 distinct stories", "10 dated", "1 March 2022"
    ]  # fmt: skip


def test_a_page_without_facts_and_settings_has_neither_place():
    notebook = new_notebook(cells=[new_markdown_cell("# T")])
    page = render_notebook(notebook, replace(PAGE, settings={}))
    assert BeautifulSoup(page.html, "html.parser").select("header ul, header details") == []


def test_the_policy_forbids_everything_but_the_sheet_and_data_images():
    page = prose("# T")
    policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')["content"]
    assert policy == content_policy(styles=[style_sheet()])
    assert page.style.string == style_sheet()


def test_code_is_hidden_unless_it_is_asked_for():
    notebook = new_notebook(cells=[new_code_cell("secret_name = '<b>'")])
    assert "secret_name" not in render_notebook(notebook, PAGE).html
    shown = BeautifulSoup(render_notebook(notebook, replace(PAGE, code=True)).html, "html.parser")
    assert shown.select_one("details.code:not([open]) code").get_text() == "secret_name = '<b>'"


def test_tables_and_wide_figures_scroll_in_boxes_of_their_own():
    html = (
        '<table></table><figure><img alt="a" width="700" src="data:image/png;base64,AA=="></figure>'
    )
    page = output({"text/html": html})
    assert [box.find().name for box in page.select(".scroll")] == ["table", "img"]


def test_an_inline_style_is_taken_off():
    assert output({"text/html": '<p style="color:red">a</p>'}).select("[style]") == []


def test_an_id_is_there_once():
    page = output({"text/html": '<p id="a">1</p><p id="a">2</p><p id="content">3</p>'})
    assert len(page.select("#a")) == len(page.select("#content")) == 1


def test_an_image_of_the_notebook_needs_alt_text():
    with pytest.raises(ReportError, match="02-themes: an image has no text alternative"):
        output({"image/png": "AAAA"})
    page = output({"image/png": "AAAA"}, metadata={"image/png": {"alt": "A line"}})
    assert page.img["alt"] == "A line"


@pytest.mark.parametrize("image", ["![](https://example.org/a.png)", "![a](map.png)"])
def test_an_image_from_elsewhere_is_refused(image):
    with pytest.raises(ReportError, match="not part of the notebook"):
        prose(image)


def test_html_goes_before_other_forms_and_scripts_before_none():
    page = output({"text/plain": "plain", "text/html": "<p>rich</p>"})
    assert page.select_one(".output").get_text() == "rich"
    page = output({"text/plain": "<plain>", "application/javascript": "alert(1)"})
    assert page.pre.get_text() == "<plain>"


def test_no_article_text_becomes_an_element(hostile):
    page = BeautifulSoup(hostile, "html.parser")
    assert page.select("script, iframe, object, embed, link, base, form, svg") == []
    assert [image["src"][:10] for image in page.select("img")] == ["data:image"]
    handlers = [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert handlers == []


def test_nothing_in_a_page_is_fetched(hostile):
    page = BeautifulSoup(hostile, "html.parser")
    sheet = page.style.get_text()
    assert "url(" not in sheet and "@import" not in sheet
    fetching = ("src", "srcset", "action", "poster", "background", "data")
    found = [tag[name] for tag in page.find_all(True) for name in fetching if tag.get(name)]
    assert [address for address in found if not address.startswith("data:image/png;")] == []


def test_the_hostile_text_itself_is_still_there_to_read(hostile):
    assert hostile.count("&lt;script&gt;alert(1)") >= 8


def test_rendering_twice_gives_the_same_bytes(executed):
    notebook = executed("plain").notebook
    before = json.dumps(notebook)
    assert render_notebook(notebook, PAGE) == render_notebook(notebook, PAGE)
    assert json.dumps(notebook) == before
