"""All rules for stated dates on one article."""

import pytest
from growth import MOST, growth

from dateline.articles.clean import clean_text
from dateline.articles.dates.headlines import Form
from dateline.articles.dates.order import learn_day_orders
from dateline.articles.dates.resolve import resolve_dates
from dateline.articles.dates.statements import from_statements, headline_of, texts_with_figures
from dateline.sources import RawArticle


def article(text, **fields):
    return RawArticle("a.txt", text, "utf-8", **fields)


def states(raw, **options):
    return list(from_statements(raw, clean_text(raw.text), **options))


def test_every_place_of_a_date_is_read():
    raw = article(
        "Statement, March 24, 2022\nPublished: 24 March 2022\nText.\nPage 4 | 24 March 2022",
        url="https://paper.example/2022/03/24/talks",
        metadata=(("column:date", "2022-03-24"),),
    )
    rules = ["column:date", "address", "header line", "page stamp", "headline"]
    assert [piece.rule for piece in states(raw)] == rules
    assert resolve_dates(states(raw)).date_class == "A"


def test_the_title_of_the_format_is_the_headline():
    raw = article("Text of the talks.", title="Statement, March 24, 2022")
    assert [str(piece.earliest) for piece in states(raw)] == ["2022-03-24"]


def test_the_forms_of_the_source_reach_the_headline():
    raw = article("Text of the talks.", title="Talks open - 24 March 2022")
    (known,) = states(raw, forms=frozenset([Form("end", "words", "-")]))
    (unknown,) = states(raw)
    assert (known.strength, unknown.strength) == ("stated", "check")


def test_a_first_line_that_is_a_date_line_or_a_sentence_is_no_headline():
    for text in ("24 March 2022\nText.", "Talks opened on March 24, 2022."):
        assert headline_of(article(text), clean_text(text)) == ""


def test_the_line_that_a_browser_prints_is_no_headline():
    text = "3/21/22, 10:15 AM   Talks open\nText.\nhttps://paper.example/talks 1/3"
    assert [piece.rule for piece in states(article(text))] == ["browser print"]


def test_the_order_learned_from_headlines_reads_the_others():
    titles = ("Briefing, 3/24/16", "Briefing, 3/25/16", "Briefing, 3/11/16")
    raws = [article("Text goes here.", title=title) for title in titles]
    orders = learn_day_orders(("paper", texts_with_figures(raw, clean_text(""))) for raw in raws)
    (piece,) = states(raws[2], day_order=orders["paper"])
    assert str(piece.earliest) == "2016-03-11"


def test_a_body_does_not_tell_the_order():
    text = "\n".join(["Line."] * 9 + ["On 24/03/2022 and 25/03/2022."] + ["Line."] * 9)
    assert not any("24/03" in part for part in texts_with_figures(article(text), clean_text("")))


NEAR_MISSES = (
    "Page 4 | ", "March 24, ", "2022/03/", "https://a.example/2022/0", "3/21/2", "\n", "By A ",
    "A, ", "© ", "More from ", "1 comment on ", "Updated\n", "Posted by A on ", "Date of ",
    "A (", "By A | ", "Embargo until ", "Source: ", "Published: ", "24 March 2022 ", "/2022-03",
)  # fmt: skip


@pytest.mark.parametrize("near_miss", NEAR_MISSES)
def test_no_near_miss_makes_the_rules_slow(near_miss):
    def state(text):
        raw = article(text, title=text, url=text, metadata=(("date", text),))
        list(from_statements(raw, clean_text("")))

    short, long = (near_miss * (size // len(near_miss)) for size in (100_000, 1_000_000))
    assert growth(state, short, long) <= MOST
