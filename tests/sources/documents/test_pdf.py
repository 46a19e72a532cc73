"""PDF: the text layer in lines and paragraphs, and a reason for each that is refused."""

import pytest

from dateline.sources.documents.pdf import is_pdf, read_pdf
from dateline.sources.raw import RefusedError

HEIGHT, STEP = 800, 14  # points: the first line of a page, and from one line to the next


def document(*pages, info="", trailer=""):
    """A PDF with a font and, for each page, its lines; a blank one leaves a gap."""
    numbers = range(10, 10 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 595 842]"
        "/Resources<</Font<</F 3 0 R>>>>>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: f"<<{info}>>",
    }
    for number, lines in zip(numbers, pages, strict=True):
        drawn = drawing(lines)
        objects[number] = f"<</Type/Page/Parent 2 0 R/Contents {number + 1} 0 R>>"
        objects[number + 1] = f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream"
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in objects.items())
    end = f"trailer\n<</Root 1 0 R/Info 4 0 R{trailer}>>\nstartxref\n0\n%%EOF"
    return f"%PDF-1.4\n{body}{end}".encode("cp1252")


def drawing(lines):
    rows = [
        f"1 0 0 1 50 {HEIGHT - STEP * row} Tm ({line}) Tj" for row, line in enumerate(lines) if line
    ]
    return f"BT /F 12 Tf {' '.join(rows)} ET"


def read(*pages, **stated):
    (article,) = read_pdf("a.pdf", document(*pages, **stated)).articles
    return article


def refusal(content):
    with pytest.raises(RefusedError) as refused:
        read_pdf("a.pdf", content)
    return str(refused.value)


def test_a_gap_between_lines_sets_paragraphs_apart():
    page = [
        "Talks resume",
        "",
        "Both sides met and",
        "spoke of peace.",
        "",
        "They will meet",
        "soon.",
    ]
    assert read(page).text == (
        "Talks resume\n\nBoth sides met and\nspoke of peace.\n\nThey will meet\nsoon."
    )


def test_hyphens_at_the_ends_of_lines_stay():
    assert read(["The min-", "ister spoke of “peace”", "and left."]).text == (
        "The min-\nister spoke of “peace”\nand left."
    )


@pytest.mark.parametrize(
    "last, between",
    [("They met.", "\n\n"), ("“They met.”", "\n\n"), ("They met in", "\n"), ("Talks", "\n")],
)
def test_a_page_s_end_ends_a_paragraph_only_with_a_sentence(last, between):
    assert read([last], ["the spring"]).text == f"{last}{between}the spring"


@pytest.mark.parametrize(
    "stated, title, text",
    [
        ("Talks resume", "Talks resume", "Talks resume\n\nThe Daily Post\n\nThey met."),
        ("Talks", "", "The Daily Post\nTalks resume\nThey met."),
        ("Microsoft Word - doc1", "", "The Daily Post\nTalks resume\nThey met."),
    ],
    ids=["on its own line", "within a line", "not in the text"],
)
def test_the_stated_title_is_the_headline_only_if_it_stands_there(stated, title, text):
    article = read(["The Daily Post", "Talks resume", "They met."], info=f"/Title({stated})")
    assert (article.title, article.text) == (title, text)


def test_the_title_of_a_later_page_is_no_headline():
    assert read(["They met."], ["Talks resume"], info="/Title(Talks resume)").title == ""


def test_a_title_on_two_lines_is_one_line():
    article = read(
        ["Talks resume", "in Bonn", "", "They met."], info="/Title(Talks resume in Bonn)"
    )
    assert article.text == "Talks resume in Bonn\n\nThey met."


def test_the_document_s_own_dates_are_given_and_its_typist_is_not():
    info = "/CreationDate(D:20140530100000Z)/ModDate(D:20140601)/Author(Jane Roe)"
    article = read(["They met."], info=info)
    assert article.metadata == (
        ("file:created", "D:20140530100000Z"),
        ("file:modified", "D:20140601"),
    )
    assert (article.author, article.place) == ("", "")


def test_a_page_without_text_is_passed_over():
    assert read(["They met."], [], ["They left."]).text == "They met.\n\nThey left."


def test_a_page_that_is_lost_is_named():
    content = document(["They met."], ["Lost."]).replace(b"12 0 obj", b"92 0 obj")
    found = read_pdf("a.pdf", content)
    assert found.articles[0].text == "They met."
    assert found.remark == "pages that cannot be read: 2"


LOCK = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'00' * 32}>>>/ID[<00><00>]"
NO_TEXT = "PDF without a text layer; run it through text recognition first"


@pytest.mark.parametrize(
    "content, reason",
    [
        (document([]), NO_TEXT),
        (document(["— * —"]), NO_TEXT),
        (document(["They met."], trailer=LOCK), "encrypted; save it without a password"),
        (b"%PDF-1.7 and then nothing", "damaged PDF; open it and save it again"),
        (document(["They met."])[:150], "damaged PDF; open it and save it again"),
        (b"They met.", "not a PDF, though its name ends in .pdf"),
        (b"", "not a PDF, though its name ends in .pdf"),
    ],
    ids=["scan", "no letter", "password", "hollow", "cut", "text", "empty"],
)
def test_a_document_that_cannot_be_read_is_refused_with_its_reason(content, reason):
    assert refusal(content) == reason


@pytest.mark.parametrize(
    "content, expected",
    [(document([]), True), (b"\n%PDF-1.4", True), (b"% PDF", False), (b"", False)],
    ids=["document", "blank before", "text", "empty"],
)
def test_a_pdf_is_known_by_its_first_bytes(content, expected):
    assert is_pdf(content) is expected
