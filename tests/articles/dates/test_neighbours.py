"""What the lines around a date say of it."""

import pytest

from dateline.articles.dates.neighbours import (
    doubt_below,
    head_length,
    is_menu,
    is_text,
    label_above,
    opens_others,
    own_lines,
    tells_of_days,
)

SENTENCE = "The council met behind closed doors on Friday."


@pytest.mark.parametrize(
    "line",
    ["Updated", "Last updated:", "Aktualisiert", "обновлено", "Mis à jour le", "Last reviewed",
     "Retrieved:", "Heruntergeladen", "Son güncelleme", "최종수정"],
)  # fmt: skip
def test_a_label_of_later_makes_a_bound(line):
    assert label_above(line) == "updated line"


@pytest.mark.parametrize("line", ["Published", "Posted on", "FOR IMMEDIATE RELEASE", "Datum:"])
def test_a_label_of_publication_makes_a_header_line(line):
    assert label_above(line) == "header line"


@pytest.mark.parametrize(
    "line",
    ["Deadline", "Register by", "Next meeting", "Born", "Died", "Recorded on", "On this day",
     "Judgment delivered", "Save the date", "Previous article", "Opening day", "Doors open at:",
     "Published in the Journal of Bridges", "Einsendeschluss", "Fecha límite", "Mort le",
     "Son başvuru", "마감", "报名截止", "Last seen", "Today"],
)  # fmt: skip
def test_any_other_label_is_a_doubt(line):
    assert label_above(line) == "the line above says what the day is of"


OTHER = [
    "Talks open",
    "By Jane Roe",
    "",
    "Updated plan for the bridge",
    "Beschluss",
    "Mort d’un pont",
]


@pytest.mark.parametrize("line", OTHER)
def test_other_lines_are_no_labels(line):
    assert label_above(line) == ""


@pytest.mark.parametrize(
    "line",
    ["You may also like", "More from News", "Most popular", "Read next", "Comments",
     "Leave a comment", "1 comment", "12 comments on “Talks open”", "John says:", "Related Posts",
     "Next article", "One thought on this", "Latest news", "Verwandte Artikel", "À lire aussi",
     "Noticias relacionadas", "İlgili haberler", "관련기사", "相关新闻", "댓글 3", "Yorumlar (2)"],
)  # fmt: skip
def test_other_articles_and_comments_are_known_by_their_first_line(line):
    assert opens_others(line)


@pytest.mark.parametrize(
    "line",
    ["Comments by the minister anger unions", "More than 100 rescued", "Related: Talks", "A"],
)
def test_headlines_do_not_open_other_articles(line):
    assert not opens_others(line)


def test_the_head_ends_with_its_first_sentence():
    assert head_length(["Talks open", SENTENCE, "Comments", "John", "5 May 2021"]) == 2


def test_a_sentence_above_a_byline_belongs_to_the_head():
    assert head_length(["Talks open", SENTENCE, "By Jane Roe", "5 May 2021"]) == 4


def test_a_first_line_that_is_a_section_opens_nothing():
    assert own_lines(["Latest news", "Talks open", "5 May 2021"]) == 3
    assert own_lines(["Most read", "1. Road opens", "5 May 2021"]) == 0


def test_a_memo_to_somebody_is_quoted_unless_it_is_a_letter_itself():
    below = ["To: all staff"]
    assert doubt_below("header line", "The memo in full", below)
    assert not doubt_below("header line", "From: Jane Roe", below)


@pytest.mark.parametrize("line", ["Sayın Bakan,", "Estimado señor:", "Уважаемый министр,"])
def test_the_day_above_a_salutation_may_be_that_of_a_letter(line):
    assert doubt_below("date line", "", [line]) == "may be the day of a letter"


@pytest.mark.parametrize("line", ["Chronologie der Gespräche", "연표", "Хронология"])
def test_a_chronicle_tells_of_days_in_other_languages_too(line):
    assert tells_of_days(line)


@pytest.mark.parametrize(
    "line", ["Lugar: Sala Grande", "Uhrzeit: 10 Uhr", "장소: 시청", "Yer: Salon"]
)
def test_lines_that_announce_an_event_are_known_in_other_languages_too(line):
    assert doubt_below("header line", "", [line]) == "the lines below announce an event"


def test_a_menu_has_three_parts_and_a_heading_is_no_text():
    assert [is_menu(line) for line in ("Home | News | Sport", "Talks | The Paper")] == [True, False]
    assert not is_text("Council approves bridge")
