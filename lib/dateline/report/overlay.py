"""Image maps as drawings over their pictures, which keep their places at every size."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# What leads to a list of `show_behind`, see `points.list_name`.
_TO_LISTS = '[href^="#behind-"]'


def drop_dead_links(soup: BeautifulSoup) -> None:
    """Take away the links to lists that this page does not have; their text stays."""
    known = {str(element["id"]) for element in soup.select("[id]")}
    for link in soup.select(f"a{_TO_LISTS}, area{_TO_LISTS}"):
        if str(link["href"])[1:] not in known:
            if link.name == "area":
                link.decompose()
            else:
                link.unwrap()


def overlay_points(soup: BeautifulSoup) -> None:
    """
    Put a drawing of its areas over each picture that has an image map, instead of the map.

    An image map is right at one size only, and a browser marks none of its areas under the mouse.
    The table of counts has the same links, so the drawing is for the mouse alone.
    """
    maps = {str(each["name"]): each.extract() for each in soup.select("map[name]")}
    for image in soup.select("img[usemap]"):
        found = maps.get(str(image["usemap"]).lstrip("#"))
        del image["usemap"]
        if found is not None and found.find("area"):
            image.wrap(soup.new_tag("span", attrs={"class": "pointed"}))
            image.insert_after(_drawing(soup, image, found))


def _drawing(soup: BeautifulSoup, image: Tag, image_map: Tag) -> Tag:
    box = f"0 0 {image['width']} {image['height']}"
    drawing = soup.new_tag(
        "svg", attrs={"viewBox": box, "preserveAspectRatio": "none", "aria-hidden": "true"}
    )
    for area in image_map.select("area"):
        left, top, right, bottom = map(int, str(area["coords"]).split(","))
        link = soup.new_tag("a", attrs={"href": str(area["href"]), "tabindex": "-1"})
        title = soup.new_tag("title")
        title.string = str(area["alt"])
        sides = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        link.append(title)
        link.append(soup.new_tag("rect", attrs={name: str(n) for name, n in sides.items()}))
        drawing.append(link)
    return drawing
