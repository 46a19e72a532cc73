"""The allow-list of HTML."""

import pytest

from dateline.report.safe import safe_html


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<script>alert(1)</script>after", "after"),
        ("<img src=x onerror=alert(1)>", "<img>"),
        ('<img alt="a" src="https://example.org/x.png">', '<img alt="a">'),
        ('<img src="data:text/html;base64,AAAA">', "<img>"),
        ('<p style="background:url(https://example.org)" onclick="x()">a</p>', "<p>a</p>"),
        ("<style>p{display:none}</style><p>a</p>", "<p>a</p>"),
        ('<iframe src="https://example.org">x</iframe>a', "a"),
        ("<svg onload=alert(1)><circle/></svg>a", "a"),
        ("<form action=x><input></form>a", "a"),
        ('<link rel="stylesheet" href="https://example.org">a', "a"),
        ('<meta http-equiv="refresh" content="0;url=https://example.org">a', "a"),
        ("<base href='https://example.org'>a", "a"),
        ("<!-- hidden -->a", "a"),
    ],
)
def test_what_runs_loads_or_hides_is_dropped(given, kept):
    assert safe_html(given) == kept


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVa\nScript:alert(1)", "data:text/html,x", "//example.org",
                "vbscript:x", "file:///etc/passwd"],
)  # fmt: skip
def test_an_address_of_another_kind_is_dropped(address):
    assert "href" not in safe_html(f'<a href="{address}">a</a>')


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c", "mailto:a@example.org", "#top", "02-themes.html#top"]
)
def test_a_link_that_a_reader_may_follow_is_kept(address):
    assert f'href="{address}"' in safe_html(f'<a href="{address}">a</a>')


def test_the_elements_of_a_report_are_kept():
    html = (
        '<figure class="figure"><img alt="a" width="1" src="data:image/png;base64,AA==">'
        '<figcaption>b</figcaption></figure><table><thead><tr><th scope="col">c</th></tr></thead>'
        "<tbody><tr><td>d</td></tr></tbody></table><h2>e</h2><mark>f</mark>"
    )
    assert safe_html(html).count("<") == html.count("<")


def test_marks_for_our_scripts_and_for_screen_readers_are_kept():
    html = '<p class="script-x" data-theme="a" aria-label="b" role="group" tabindex="0">c</p>'
    assert safe_html(html).count('="') == html.count('="')


def test_an_area_of_a_picture_leads_where_a_link_may():
    html = '<map name="m"><area alt="a" href="#b"><area alt="c" href="javascript:x"></map>'
    assert safe_html(html).count("href") == 1
