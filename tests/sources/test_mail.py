"""Mail: fields, the text among the parts, broken messages, and no address of anybody."""

from email.message import EmailMessage

import pytest

from dateline.sources.mail import is_mail, is_mbox, read_mail, read_mbox
from dateline.sources.raw import RefusedError

HEAD = (
    "From: Jane Roe <jane@example.org>\nTo: John Doe <john@example.org>\nCc: cc@example.org\n"
    "Subject: Talks resume\nDate: Fri, 30 May 2014 10:00:00 +0200\nMessage-ID: <1@example.org>\n"
)
BEGIN = "From jane@example.org Fri May 30 10:00:00 2014\n"
PAGE = "<html><body><h1>Talks</h1><p>Both sides met in Bonn.</p></body></html>"


def read(content):
    found = read_mail("a.eml", content if isinstance(content, bytes) else content.encode())
    return found.articles[0]


def composed(plain="", page="", **headers):
    message = EmailMessage()
    for name, value in ({"Subject": "Talks resume"} | headers).items():
        message[name.replace("_", "-")] = value
    if plain:
        message.set_content(plain)
    if page:
        (message.add_alternative if plain else message.set_content)(page, subtype="html")
    return message


def test_the_fields_of_a_message():
    article = read(HEAD + "\nBoth sides met.\n")
    assert article.text == "Talks resume\n\nBoth sides met."
    assert (article.title, article.author, article.source) == (
        "Talks resume",
        "Jane Roe",
        "Jane Roe",
    )
    assert article.metadata == (("mail:date", "Fri, 30 May 2014 10:00:00 +0200"),)
    assert (article.place, article.path) == ("1@example.org", "a.eml")


def test_no_address_is_stored():
    article = read(HEAD.replace("Jane Roe ", "") + "\nBoth sides met.\n")
    stored = " ".join((article.text, article.author, article.source, article.url))
    assert "@" not in stored and article.author == ""


@pytest.mark.parametrize(
    "stated, source",
    [
        ('List-Id: "Daily talks" <talks.example.org>', "Daily talks"),
        ("List-Id: <talks.example.org>", "talks.example.org"),
        ("X-List: talks", "Jane Roe"),
    ],
)
def test_a_mailing_list_is_the_source(stated, source):
    assert read(f"{HEAD}{stated}\n\nThey met.").source == source


@pytest.mark.parametrize(
    "stated, title",
    [
        ("=?utf-8?q?Caf=C3=A9_talks?=", "Café talks"),
        ("=?koi8-r?B?8MXSxcfP18/S2Q==?=", "Переговоры"),
        ("Re: =?utf-8?b?0Jw=?= =?utf-8?b?0LjRgA==?= today", "Re: Мир today"),
        ("Talks\n  resume\n\tin Bonn", "Talks resume in Bonn"),
        ("=?nonsense?q?Talks?=", "Talks"),
        ("=?utf-8?b?broken", "=?utf-8?b?broken"),
        ("Café talks", "Café talks"),
        ("", ""),
    ],
    ids=["quoted", "koi8", "two words", "folded", "charset", "broken", "bytes", "none"],
)
def test_subjects(stated, title):
    assert read(f"Subject: {stated}\nMessage-ID: <1>\n\nThey met.").title == title


def test_a_subject_in_bytes_of_an_old_encoding():
    assert read("Subject: Café talks\n\nThey met.".encode("cp1252")).title == "Café talks"


@pytest.mark.parametrize(
    "coding, body",
    [("quoted-printable", "Caf=C3=A9 talks =\nresume."), ("base64", "Q2Fmw6kgdGFsa3MgcmVzdW1lLg=="),
     ("8bit", "Café talks resume.")],
)  # fmt: skip
def test_transfer_encodings(coding, body):
    head = (
        f"Subject: X\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {coding}"
    )
    assert read(f"{head}\n\n{body}").text == "X\n\nCafé talks resume."


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8", "iso-8859-5"])
def test_charsets(charset):
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert read(head.encode() + "Переговоры".encode(charset)).text == "Переговоры"


def test_an_unknown_charset_is_guessed():
    head = b"Subject: X\nContent-Type: text/plain; charset=x-nonsense\n\n"
    assert read(head + "They met in a café.".encode("cp1252")).text.endswith("café.")


def test_lines_that_flow_are_joined_and_a_signature_stays_below():
    head = "Content-Type: text/plain; format=flowed\n\n"
    assert read(f"{head}Both sides \nmet.\n\n-- \nJane").text == "Both sides met.\n\n-- \nJane"


def test_the_plain_form_is_taken_if_it_says_the_same():
    message = composed("Talks\n\nBoth sides met in Bonn.\n\nhttps://example.org/1", PAGE)
    assert read(message.as_bytes()).text.endswith("https://example.org/1")


def test_the_page_is_taken_if_the_plain_form_is_a_stub():
    message = composed("Open this mail in a browser.", PAGE)
    assert read(message.as_bytes()).text == "Talks resume\n\nTalks\n\nBoth sides met in Bonn."


def test_a_page_alone_is_read_in_the_charset_of_its_part():
    head = "Subject: X\nContent-Type: text/html; charset=koi8-r\n\n"
    page = "<html><meta charset=utf-8><p>Переговоры идут.</p></html>"
    assert read(head.encode() + page.encode("koi8-r")).text == "X\n\nПереговоры идут."


def test_attachments_pictures_and_messages_inside_are_counted():
    message = composed("They met.")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    message.add_attachment("Other text", filename="a.txt")
    message.add_attachment(composed("Inner."))
    found = read_mail("a.eml", message.as_bytes())
    assert found.articles[0].text == "Talks resume\n\nThey met."
    assert found.remark == "3 attachments not read"


@pytest.mark.parametrize(
    "content, reason",
    [
        (HEAD, "no text"),
        (HEAD + "\n \n", "no text"),
        (HEAD + "Content-Type: image/png\n\nx", "no text"),
        (HEAD + "Content-Type: text/html\n\n<script>x()</script>", "no text"),
        (HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\n--x--\n", "no text"),
    ],
    ids=["header alone", "blank", "picture", "script", "no part"],
)
def test_a_message_without_text_is_refused(content, reason):
    with pytest.raises(RefusedError, match=f"^{reason}$"):
        read(content)


@pytest.mark.parametrize(
    "header",
    ["From: =?utf-8?q?", "Date: soon", "Message-ID: <<<", "Content-Type: ;;;", "From: <>, <",
     "Content-Transfer-Encoding: base64", 'Content-Type: text/plain; charset="\x00"'],
)  # fmt: skip
def test_broken_headers_do_not_hide_the_text(header):
    assert "They met" in read(f"{header}\nSubject: X\n\nThey met again and again.").text


@pytest.mark.parametrize(
    "header",
    ["Subject: " + "=?utf-8?q?x?= " * 300_000, "From: " + '"(<' * 30_000,
     "Content-Type: text/plain" + "; a=b" * 500_000],
    ids=["subject", "sender", "type"],
)  # fmt: skip
def test_headers_without_end_do_not_hide_the_text(header):
    assert read(f"{header}\nMIME-Version: 1.0\n\nThey met.").text.endswith("They met.")


def test_parts_nested_without_end_are_refused():
    nested = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2000)
    )
    with pytest.raises(RefusedError, match=r"^(damaged|no text)$"):
        read(nested)


def test_a_mailbox_gives_each_message_and_names_the_broken_ones():
    one = f"{BEGIN}{HEAD}\nBoth sides met.\n>From Bonn, they left.\n\n"
    found = read_mbox("a.mbox", f"{one}{BEGIN}Subject: Empty\n\n{one}".encode())
    assert [article.text for article in found.articles] == [
        "Talks resume\n\nBoth sides met.\nFrom Bonn, they left."
    ] * 2
    assert found.remark == "message 2: no text"


def test_a_line_that_begins_with_from_ends_no_message():
    content = f"{BEGIN}{HEAD}\nThey met.\n\nFrom Bonn they left at 10:30 on Friday in 2014.\n"
    assert len(read_mbox("a.mbox", content.encode()).articles) == 1


def test_windows_line_ends_and_many_broken_messages():
    content = (f"{BEGIN}Subject: X\n\n" * 5 + f"{BEGIN}{HEAD}\nThey met.\n").replace("\n", "\r\n")
    found = read_mbox("a.mbox", content.encode())
    assert len(found.articles) == 1
    assert found.remark == ("message 1: no text; message 2: no text; message 3: no text and 2 more")


@pytest.mark.parametrize(
    "content, reason",
    [(b"", "not a mailbox; no line begins a message in it"),
     (b"They met.", "not a mailbox; no line begins a message in it"),
     (f"{BEGIN}Subject: X\n\n".encode(), "message 1: no text")],
    ids=["empty", "text", "no text"],
)  # fmt: skip
def test_a_mailbox_without_a_message_is_refused(content, reason):
    with pytest.raises(RefusedError, match=reason):
        read_mbox("a.mbox", content)


@pytest.mark.parametrize(
    "content, expected",
    [
        (HEAD + "\nThey met.", True),
        ("Received: from x\n by y\nDate: today\nSubject: X\n\nThey met.", True),
        ("From: our correspondent\n\nThey met.", False),
        ("From: our correspondent\nDate: 30 May 2014\n\nThey met.", False),
        ("From: Jane <jane@example.org>\nGeneva. They met.\nSubject: X\n", False),
        ("\n" + HEAD + "\nThey met.", False),
        ("<p>From: Jane\nDate: now", False),
        ("", False),
    ],
    ids=[
        "message",
        "trace",
        "correspondent",
        "two lines",
        "text between",
        "blank",
        "page",
        "empty",
    ],
)
def test_mail_is_known_by_its_header(content, expected):
    assert is_mail(content.encode()) is expected


@pytest.mark.parametrize(
    "content, expected",
    [
        (BEGIN + HEAD + "\nThey met.", True),
        ("From - Fri May 30 10:00:00 2014\nX-Status: 1\n\n", True),
        (HEAD, False),
        (BEGIN + "They met in Bonn.", False),
        ("From Bonn, Friday 10:00", False),
        ("", False),
    ],
    ids=["mailbox", "another program's", "message", "no header", "text", "empty"],
)
def test_a_mailbox_is_known_by_its_first_lines(content, expected):
    assert is_mbox(content.encode()) is expected
