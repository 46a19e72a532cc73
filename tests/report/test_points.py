"""Where a figure can be clicked, measured in the picture itself."""

import io

import numpy as np
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from PIL import Image

from dateline.charts import draw_heatmap, draw_rows, draw_share, draw_shares, draw_volume
from dateline.report.points import article_name, figure_map
from dateline.report.show import DPI, figure_html, figure_png

QUARTERS = pd.to_datetime(["2022-01-01", "2022-04-01", "2022-07-01"])
LABELS = {"arms": "Arms", "talks": "Talks"}


def series(**counts):
    rows = [
        {"period": period, "theme": theme, "unit": "stories", "count": float(count), "total": 4.0,
         "share": count / 4, "low": 0.0, "high": 1.0, "method": "wilson"}
        for theme, each in counts.items() for period, count in zip(QUARTERS, each, strict=True)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def areas_of(made):
    html = figure_map(made.get_figure(root=True), dpi=DPI)[0]
    areas = BeautifulSoup(html, "html.parser").select("area")
    return {area["alt"]: [int(side) for side in area["coords"].split(",")] for area in areas}


def pixels(made):
    """The saved picture as numbers, at 96 pixels to the inch."""
    figure = made.get_figure(root=True)
    with Image.open(io.BytesIO(figure_png(figure))) as image:
        size = [round(side * 96 / DPI) for side in image.size]
        return np.asarray(image.convert("RGB").resize(size)).astype(int)


def has_colour(part, colour):
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return bool((abs(part - wanted).sum(axis=2) < 60).any())


def test_each_period_of_a_curve_that_counts_something_has_a_place():
    areas = areas_of(draw_shares(series(arms=(1, 0, 2), talks=(0, 0, 3)), labels=LABELS))
    assert list(areas) == [
        "Arms, 2022 Q1: 1 of 4 stories",
        "Arms, 2022 Q3: 2 of 4 stories",
        "Talks, 2022 Q3: 3 of 4 stories",
    ]


@pytest.mark.parametrize("draw", [draw_share, draw_shares])
def test_a_place_lies_on_the_point_that_it_opens(draw):
    options = {"labels": LABELS} if draw is draw_shares else {"label": "Arms"}
    colours = {"arms": "#ff0000"}
    made = draw(series(arms=(2, 2, 2)), layers={"colours": colours}, **options)
    image, areas = pixels(made), areas_of(made)
    assert len(areas) == 3
    for left, top, right, bottom in areas.values():
        middle, centre = (left + right) // 2, (top + bottom) // 2
        half = image[centre - 12 : centre + 12, middle - 4 : middle + 5]
        assert has_colour(half, "#ff0000")


def test_the_places_of_one_curve_stand_side_by_side():
    areas = list(areas_of(draw_share(series(arms=(1, 2, 3)))).values())
    assert [areas[0][2], areas[1][2]] == [areas[1][0], areas[2][0]]
    assert len({(top, bottom) for _, top, _, bottom in areas}) == 1


def test_a_curve_with_bars_under_it_has_places_at_the_curve_alone():
    volume = pd.DataFrame({"period": QUARTERS, "articles": 4.0, "stories": 4.0})
    table = series(arms=(1, 2, 3), talks=(1, 2, 3))
    areas = areas_of(draw_shares(table, labels=LABELS, layers={"volume": volume}))
    assert len(areas) == 6


def test_the_cells_of_a_heatmap_do_not_overlap():
    areas = list(areas_of(draw_heatmap(series(arms=(1, 2, 3), talks=(1, 0, 1)), labels=LABELS)))
    assert len(areas) == 5 and areas[0] == "Arms, 2022 Q1: 1 of 4 stories"


def documents():
    days = pd.to_datetime(["2022-01-05", "2022-02-05"])
    rows = [
        {"doc_id": doc, "name": f"{doc}.txt", "title": "", "source": "", "earliest": day,
         "latest": day, "date": day, "date_class": "A", "theme": theme, "mentions": mentions,
         "words": 100, "per_10000": mentions * 100.0}
        for theme, hits in (("arms", (2, 0)), ("talks", (0, 3)))
        for doc, day, mentions in zip(("a", "b"), days, hits, strict=True)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_the_mark_of_a_document_opens_its_sentences():
    made = draw_rows(documents(), labels=LABELS)
    html = figure_map(made, dpi=DPI)[0]
    links = [area["href"] for area in BeautifulSoup(html, "html.parser").select("area")]
    assert links == [f"#{article_name('arms', 'a')}", f"#{article_name('talks', 'b')}"]
    (first, second) = areas_of(made).values()
    assert first[0] < second[0] and first[1] < second[1]


def test_a_theme_without_a_mention_has_no_column_and_moves_no_mark():
    table = documents()
    table.loc[table["theme"] == "arms", "mentions"] = 0
    with_it = areas_of(draw_rows(table, labels=LABELS))
    without = table[table["theme"] != "arms"]
    assert with_it == areas_of(draw_rows(without, labels={"talks": LABELS["talks"]}))


def test_one_block_of_columns_is_enough_if_few_of_many_themes_are_mentioned():
    silent = [documents().assign(theme=f"silent{n}", mentions=0) for n in range(12)]
    table = pd.concat([*silent, documents()], ignore_index=True)
    made = draw_rows(table, labels={name: name for name in table["theme"].unique()})
    assert len(areas_of(made)) == len(areas_of(draw_rows(documents(), labels=LABELS)))


def test_two_figures_of_one_page_have_maps_of_different_names():
    names = {
        figure_map(draw_shares(series(arms=counts), labels=LABELS), dpi=DPI)[1]
        for counts in ((1, 2, 3), (1, 0, 3))
    }
    assert len(names) == 2


def test_a_figure_of_another_kind_has_no_places():
    volume = pd.DataFrame({"period": QUARTERS, "articles": 4.0, "stories": 4.0})
    assert "<map" not in figure_html(draw_volume(volume), alt="Bars", points=True)


def test_words_of_a_place_are_escaped(attack):
    made = draw_share(series(arms=(1, 2, 3)), label=attack)
    html = figure_html(made, alt="Curve", points=True)
    assert not BeautifulSoup(html, "html.parser").select("script, [onload], [onerror]")
