"""All the text that a page shows."""

from lxml.html import document_fromstring

from dateline.sources.visible import visible_text


def test_what_is_not_shown_is_left_out_and_the_text_behind_it_is_not():
    page = "<html><head><title>T</title></head><body>One <script>x</script>two<style>y</style>."
    assert visible_text(document_fromstring(page)) == "One\n\ntwo\n\n."


def test_blocks_and_line_breaks_part_paragraphs_and_inline_elements_do_not():
    page = "<div>Talks <b>re</b>sume<br>in\n Bonn</div><ul><li>One<li>Two</ul>"
    assert visible_text(document_fromstring(page)).split("\n\n") == [
        "Talks resume", "in Bonn", "One", "Two",
    ]  # fmt: skip
