"""Drawings over pictures, from image maps."""

from bs4 import BeautifulSoup

from dateline.report.overlay import drop_dead_links, overlay_points

MAP = (
    '<img alt="a" width="200" height="100" usemap="#m"><map name="m">'
    '<area alt="A: 2" coords="10,20,30,60" href="#behind-a">'
    '<area alt="B: 1" coords="30,20,50,60" href="#behind-b"></map>'
)


def page(html):
    soup = BeautifulSoup(html, "html.parser")
    drop_dead_links(soup)
    overlay_points(soup)
    return soup


def test_each_area_becomes_a_place_with_its_words_and_link():
    soup = page(f'{MAP}<div id="behind-a"></div><div id="behind-b"></div>')
    sides = [(rect["x"], rect["y"], rect["width"], rect["height"]) for rect in soup.select("rect")]
    assert sides == [("10", "20", "20", "40"), ("30", "20", "20", "40")]
    assert [link["href"] for link in soup.select("svg a")] == ["#behind-a", "#behind-b"]
    assert [title.get_text() for title in soup.select("svg title")] == ["A: 2", "B: 1"]
    assert soup.svg["viewBox"] == "0 0 200 100" and not soup.select("map, img[usemap]")


def test_a_place_without_its_list_is_not_there():
    soup = page(f'{MAP}<div id="behind-a"></div>')
    assert [link["href"] for link in soup.select("svg a")] == ["#behind-a"]


def test_a_picture_of_which_no_place_leads_anywhere_is_a_picture():
    assert not page(MAP).select("svg, map, .pointed, img[usemap]")


def test_a_number_without_its_list_is_plain_text():
    soup = page('<td><a href="#behind-c">3</a></td><a href="#other">there</a>')
    assert str(soup) == '<td>3</td><a href="#other">there</a>'


def test_the_keyboard_and_reading_aloud_pass_over_the_drawing():
    soup = page(f'{MAP}<div id="behind-a"></div>')
    assert soup.svg["aria-hidden"] == "true"
    assert {link["tabindex"] for link in soup.select("svg a")} == {"-1"}


def test_words_of_an_area_stay_text():
    hostile = MAP.replace("A: 2", "&lt;script&gt;alert(1)&lt;/script&gt;")
    read = BeautifulSoup(str(page(f'{hostile}<div id="behind-a"></div>')), "html.parser")
    assert not read.select("script")
    assert read.title.get_text() == "<script>alert(1)</script>"
