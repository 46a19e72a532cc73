"""Every number opens its sentences: the lists, and the script that picks one."""

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dateline.errors import SettingError
from dateline.report.boxes import box_tables, name_headings
from dateline.report.overlay import drop_dead_links, overlay_points
from dateline.report.picker import behind_html
from dateline.report.points import cell_name
from dateline.report.policy import content_policy, put_scripts, style_sheet
from dateline.report.safe import safe_html
from dateline.report.share_level import sharing

LABELS = {"arms": "Arms", "talks": "Talks"}
QUARTERS = pd.to_datetime(["2022-01-01", "2022-04-01"])


def series():
    counts = {"arms": (2.0, 0.0), "talks": (0.0, 1.0)}
    rows = [
        {"period": period, "theme": theme, "unit": "stories", "count": count, "total": 4.0}
        for theme in LABELS
        for period, count in zip(QUARTERS, counts[theme], strict=True)
    ]
    return pd.DataFrame(rows)


def behind(*places, post=" moved."):
    rows = [
        {"passage_id": f"{theme}{doc_id}{at}", "doc_id": doc_id, "from": at, "pre": f"{doc_id} ",
         "keyword": theme, "post": post, "theme": theme, "period": QUARTERS[number],
         "date": QUARTERS[number], "date_class": "A", "date_evidence": "1 January 2022",
         "source": "Daily", "title": "T", "path": "a.txt", "reason": ""}
        for theme, number, doc_id, at in places
    ]  # fmt: skip
    return pd.DataFrame(rows)


def undated(*places):
    return behind(*places).assign(period=pd.NaT, date=pd.NaT, date_class="U", reason="undated")


THREE = behind(("arms", 0, "a", 1), ("arms", 0, "b", 1), ("talks", 1, "c", 1))


def page(table=THREE, **options):
    return BeautifulSoup(behind_html(series(), table, labels=LABELS, **options), "html.parser")


def test_each_number_above_zero_leads_to_its_list():
    shown = page()
    links = [(link.get_text(), link["href"]) for link in shown.select("td a")]
    assert links == [
        ("2", "#behind-arms-2022-01-01"), ("2", "#behind-arms"),
        ("1", "#behind-talks-2022-04-01"), ("1", "#behind-talks"),
    ]  # fmt: skip
    assert all(shown.find(id=href[1:]) for _, href in links)


def test_a_list_says_what_was_counted_and_how_each_date_is_known():
    cell = page().select_one("details.cell")
    assert cell.summary.get_text() == "2022 Q1: 2 of 4 stories; 2 passages"
    assert "2022-01-01 (date stated: “1 January 2022”)" in cell.get_text()
    assert [mark["id"] for mark in cell.select("mark")] == ["passage-armsa1", "passage-armsb1"]


def test_of_many_passages_some_are_shown_and_the_rule_is_said():
    shown = page(behind(*(("arms", 0, f"d{n}", 1) for n in range(9))), most=3)
    assert "3 of 9 passages shown" in shown.summary.find_next("details").summary.get_text()
    marks = [mark["id"] for mark in shown.select("mark")]
    assert marks == ["passage-armsd01", "passage-armsd41", "passage-armsd81"]
    assert "spread evenly from the earliest to the latest" in shown.get_text()


def test_every_text_is_escaped(attack):
    assert page(behind(("arms", 0, attack, 1), post=attack)).select("script, img") == []


def test_what_is_in_no_period_has_a_list_and_a_number_of_its_own():
    shown = page(pd.concat([THREE, undated(("arms", 0, "u", 1), ("arms", 0, "u", 5))]))
    assert shown.select_one('a[href="#behind-arms-left-out"]').get_text() == "1"
    cell = shown.find(id="behind-arms-left-out").parent
    assert cell.summary.get_text() == "Left out: 1 text, 1 undated; 2 passages"
    theme = shown.find(id="behind-arms").summary.get_text()
    assert theme == "Arms: 1 period, and 1 text left out"


def test_without_anything_left_out_there_is_no_column_for_it():
    assert [head.get_text() for head in page().select("thead th")][-1] == "all"


def test_an_article_has_its_id_once_in_the_lists_of_a_theme():
    shown = page(behind(("arms", 0, "a", 1), ("arms", 1, "a", 1)))
    assert [each.get("id") for each in shown.select("article")] == ["behind-arms-in-a", None]


def test_a_limit_that_shows_nothing_is_refused():
    with pytest.raises(SettingError, match="most=0"):
        page(most=0)


def test_the_name_of_a_list_is_safe_in_an_address():
    assert cell_name('a"<b c', QUARTERS[0]) == "behind-a__b_c-2022-01-01"


# A picture of 200 by 100 pixels whose left half leads to a list, and the right to none.
PICTURE = (
    '<img alt="" width="200" height="100" usemap="#points-1"><map name="points-1">'
    '<area shape="rect" coords="0,0,100,100" tabindex="-1" alt="Arms, 2022 Q1: 2" '
    'href="#behind-arms-2022-01-01"><area shape="rect" coords="100,0,200,100" tabindex="-1" '
    'alt="none" href="#behind-arms-2020-01-01"></map>'
)


@pytest.fixture
def opened(browser, tmp_path):
    """A function that opens the lists as a report shows them, with or without scripts."""
    contexts = []

    def open_page(**options):
        lists = safe_html(behind_html(series(), THREE, labels=LABELS))
        html = f'<body><div class="content">{PICTURE}{lists}'
        soup = BeautifulSoup(html, "html.parser")
        drop_dead_links(soup)
        overlay_points(soup)
        name_headings(soup)
        box_tables(soup)
        rule = content_policy(styles=[style_sheet()], scripts=put_scripts(soup))
        head = f'<meta http-equiv="Content-Security-Policy" content="{rule}">'
        head += f"<style>{style_sheet()}</style>"
        (tmp_path / "page.html").write_text(f"<!DOCTYPE html><head>{head}</head>{soup}", "utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        shown = context.new_page()
        shown.goto((tmp_path / "page.html").as_uri())
        return shown

    yield open_page
    for context in contexts:
        context.close()


def visible_marks(shown):
    return [mark.inner_text() for mark in shown.locator("mark").all() if mark.is_visible()]


@pytest.mark.browser
def test_a_number_that_is_clicked_shows_its_sentences_and_closes_the_others(opened):
    shown = opened()
    shown.get_by_role("link", name="Arms, 2022 Q1: 2").click()
    assert visible_marks(shown) == ["arms", "arms"]
    shown.get_by_role("link", name="Talks, 2022 Q2: 1").click()
    assert visible_marks(shown) == ["talks"]
    assert shown.locator("summary:focus").inner_text().startswith("2022 Q2: 1 of 4 stories")


@pytest.mark.browser
def test_the_keyboard_alone_opens_a_number_and_goes_back(opened):
    shown = opened()
    for _ in range(4):  # the table's box, two numbers of arms, one of talks
        shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    assert visible_marks(shown) == ["talks"]
    shown.keyboard.press("Escape")
    assert shown.locator("a:focus").get_attribute("aria-label") == "Talks, 2022 Q2: 1"


@pytest.mark.browser
def test_theme_and_period_can_be_chosen_from_lists(opened):
    shown = opened()
    shown.locator("select").first.select_option("Talks")
    assert visible_marks(shown) == ["talks"]
    assert shown.locator("select").last.input_value() == "2022 Q2"
    shown.get_by_role("button", name="All lists").click()
    assert shown.locator("details.theme:visible").count() == 2


@pytest.mark.browser
def test_without_scripts_the_lists_unfold(opened):
    shown = opened(java_script_enabled=False)
    assert visible_marks(shown) == []
    shown.locator("details.theme > summary").first.click()
    shown.locator("details.cell > summary").first.click()
    assert visible_marks(shown) == ["arms", "arms"]


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_a_point_of_a_picture_opens_its_sentences_with_and_without_scripts(opened, scripts):
    shown = opened(java_script_enabled=scripts)
    shown.locator(".pointed rect").click()
    shown.locator("mark").first.wait_for(state="visible")
    assert visible_marks(shown) == ["arms", "arms"]


@pytest.mark.browser
def test_the_places_of_a_picture_follow_its_size(opened):
    shown = opened(viewport={"width": 140, "height": 600})
    picture = shown.locator(".pointed img").bounding_box()
    place = shown.locator(".pointed rect").bounding_box()
    assert picture["width"] < 200
    assert place["width"] == pytest.approx(picture["width"] / 2, abs=2)
    assert place["height"] == pytest.approx(picture["height"], abs=2)


@pytest.mark.browser
def test_the_total_of_a_theme_opens_the_list_of_its_periods(opened):
    shown = opened()
    shown.get_by_role("link", name="Talks, all: 1").click()
    assert shown.locator("details.theme:visible").count() == 1
    assert shown.locator("summary:focus").inner_text() == "Talks: 1 period"


@pytest.mark.parametrize(
    ("unit", "heading", "first"),
    [
        ("stories", "Distinct stories that mention each theme.", "2 of 4 stories"),
        ("articles", "Articles that mention each theme.", "2 of 4 articles"),
        ("outlets", "Uptakes (a source that runs a story) that mention each theme.",
         "2 of 4 uptakes"),
        ("sentences", "Sentences that mention each theme.", "2 of 4 sentences"),
        ("words", "Mentions of each theme.", "2 mentions in 4 words"),
    ],
)  # fmt: skip
def test_the_words_are_right_for_each_unit(unit, heading, first):
    shown = BeautifulSoup(
        behind_html(series().assign(unit=unit), THREE, labels=LABELS), "html.parser"
    )
    assert shown.caption.get_text().startswith(f"{heading} Choose a number")
    assert shown.select_one("details.cell > summary").get_text().startswith(f"2022 Q1: {first};")


def test_one_is_singular():
    table = series().assign(unit="words", count=1.0, total=1.0)
    shown = BeautifulSoup(behind_html(table, THREE, labels=LABELS), "html.parser")
    assert "1 mention in 1 word;" in shown.select_one("details.cell > summary").get_text()


@pytest.mark.parametrize(("level", "said"), [("full", False), ("none", True)])
def test_the_note_says_whether_the_sentences_are_withheld(level, said):
    with sharing(level):
        note = page().select_one(".picker > .note").get_text()
    assert ("The sentences are withheld" in note) == said
