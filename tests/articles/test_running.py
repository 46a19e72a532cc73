"""Which lines a pattern may take: whole ones, and none of a sentence that is the reporter's."""

import re

import pytest

from dateline.articles.clean import clean_text
from dateline.articles.lines import split_lines
from dateline.articles.running import goes_on, in_sentence, is_reported, matching

OPENING = re.compile("sign up", re.I)


def found(raw, **options):
    return [each.line for each in matching(split_lines(raw), OPENING, 100, **options)]


@pytest.mark.parametrize(
    "text, reported",
    [
        ("Sign up now, the ministry told the reservists.", True),
        ("Sign up now, said the sign at the border.", True),
        ("Jetzt abonnieren, rät er, sagte die Ministerin.", True),
        ("Sign up now, and you will be told first.", False),
        ("Sign up now.", False),
        ("“Sign up now,” he said.", True),
    ],
)
def test_what_somebody_is_said_to_say_is_the_reporters(text, reported):
    assert is_reported(text) is reported


def test_a_line_is_taken_whole_with_those_in_which_its_sentence_goes_on():
    assert found("They met.\nSign up for our letter and get\nthe news of the day\nThey left.") == [
        1,
        2,
    ]


def test_a_line_in_which_a_sentence_goes_on_is_left():
    assert found("The general asked the young men to\nsign up for the war\nNobody did.") == []


def test_a_line_is_left_where_somebody_says_it_on_the_next():
    assert found("Sign up for the war at this desk, the\ngeneral said to the men.") == []


def test_a_line_that_is_too_long_with_what_follows_is_left():
    assert found("Sign up " + "now and then " * 6 + "\n" + "and again " * 6) == []


def test_the_first_line_may_be_spared():
    assert found("\nSign up\n\nSign up", below=True) == [3]


@pytest.mark.parametrize(
    "raw, on",
    [
        ("the talks of the two leaders\nwent on for hours", True),
        ("the talks of the two leaders.\nwent on for hours", False),
        ("the talks of the two leaders\nWent on for hours", False),
        ("the talks\n\nwent on", False),
        ("Talks\nwent on for hours in the old town of the city", False),
        ("the last line", False),
    ],
)
def test_a_sentence_goes_on_below_a_full_line_in_a_small_letter(raw, on):
    assert goes_on(split_lines(raw), 0) is on


def test_brackets_stand_in_a_sentence_between_two_of_its_words():
    text = "He asked (slowly) for more. (Slowly) she rose (at last)."
    spans = [found.span() for found in re.finditer(r"\(.*?\)", text)]
    assert [in_sentence(text, *span) for span in spans] == [True, False, False]


def test_a_word_that_labels_credits_stays_in_wrapped_text():
    raw = (
        "It was built in several months.\nHave a look at the\npictures: Grozny and\nKazan are new."
    )
    assert clean_text(raw).removals == ()


def test_a_line_that_begins_with_by_stays_in_wrapped_text():
    raw = "They discussed the statement\nby Russia and the United States, as\nchairs of the group."
    assert clean_text(raw).removals == ()


def test_an_advertisement_inside_a_sentence_is_taken_alone():
    raw = "The minister of the old kingdom\nAdvertisement\nsaid that the war would end soon."
    assert [removal.text for removal in clean_text(raw).removals] == ["Advertisement"]
