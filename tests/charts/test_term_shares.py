"""Which terms the mentions of each theme come from."""

import pandas as pd
import pytest

from dateline.charts import caption_term_shares, describe_term_shares, draw_term_shares
from dateline.themes.term_report import summarize_terms

LABELS = {"arms": "Arms", "peace": "Peace"}


class OneTheme:
    def __init__(self, name):
        self.name, self.label, self.kind = name, LABELS.get(name, name), "theme"


class Themes:
    themes = (OneTheme("arms"), OneTheme("peace"))


@pytest.fixture
def report():
    hits = [("arms", "tank*", 4), ("arms", "guns", 3), ("arms", "arms", 2), ("arms", "rifle", 1),
            ("arms", "a", 1), ("arms", "b", 1), ("peace", "peace", 0)]  # fmt: skip
    table = pd.DataFrame(hits, columns=["theme", "term", "hits"])
    total = table.groupby("theme")["hits"].transform("sum")
    return table.assign(share=table["hits"] / total.where(total > 0))


def draw(report, labels=LABELS):
    return draw_term_shares(report, summarize_terms(report, Themes()), labels=labels)


def names(ax, drawn):
    return [text.get_text() for text in drawn(ax, "name")]


def test_a_bar_is_divided_by_the_terms_and_the_rest_is_one_part(report, drawn):
    parts = drawn(draw(report), "part")
    assert [part.get_width() for part in parts] == pytest.approx(
        [4 / 12, 3 / 12, 2 / 12, 1 / 12, 2 / 12]
    )
    assert [part.get_x() for part in parts][:2] == pytest.approx([0, 4 / 12])


def test_each_part_has_its_name_if_it_fits(report, drawn):
    assert names(draw(report), drawn) == ["tank*", "guns", "arms", "rifle", "2 more"]
    narrow = report.assign(term="many words " * 9)
    assert all(len(name) < 60 for name in names(draw(narrow), drawn))


def test_the_effective_number_stands_at_the_right(report):
    texts = [text.get_text() for text in draw(report).texts]
    assert "4.5 effective of 6 terms, 12 mentions" in texts  # 144 / (16 + 9 + 4 + 1 + 1 + 1)


def test_a_theme_without_a_mention_has_no_bar_and_is_named_in_the_caption(report, drawn):
    titles = [text.get_text() for text in drawn(draw(report), "title")]
    assert titles == ["Arms"]
    assert caption_term_shares(report, LABELS).endswith("Peace has no mention and no bar.")


def test_without_any_mention_the_chart_says_so(report):
    nothing = report[report["theme"] == "peace"]
    assert [text.get_text() for text in draw(nothing).texts] == ["No term matches anything here."]
    assert describe_term_shares(nothing, LABELS).startswith("Empty chart.")


def test_the_description_has_the_chief_term_with_its_share(report):
    assert describe_term_shares(report, LABELS) == (
        "Divided bars of the mentions of each theme by the terms that bring them (1 theme). "
        "Most of one term: Arms, 33 % from “tank*”."
    )


def test_a_theme_of_one_term_is_told_apart(report):
    one = pd.DataFrame([("peace", "peace", 2, 1.0)], columns=["theme", "term", "hits", "share"])
    words = describe_term_shares(pd.concat([report.head(6), one]), LABELS)
    assert "1 theme of one term alone. Most of one term among the others: Arms" in words
