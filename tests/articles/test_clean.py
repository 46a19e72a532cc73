"""Cleaning an article: paragraphs, fields, the record of removals, and what holds for any text."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.clean import clean_text
from dateline.articles.removing import step_names

CASES = Path(__file__).parents[1] / "cases"
RAW_CASES = [
    case["raw"]
    for name in ("removing", "removing_negatives", "removing_known_failures")
    for case in json.loads((CASES / f"{name}.json").read_text("utf-8"))
]
# Pieces of articles that rules and fixers look for, in any order, with other text between.
PIECES = [
    " date 2022-03-21 ", "MOSCOW — ", "By A. Reporter", "Plain Wire Times", "Published: 3 May 2022",
    "?? A. LENS ?? Two men.", "Two men.", "Source: http://example.org/a", "www.example.org", "()",
    "© 2022", "Read more", "Chinaâ€™s", "&amp;", "&NewLine;", "\u00ad", "\n", "\n\n", " ", "\r",
    "They met. ", "They spoke", "и говорили", "会谈", "e\u0301", "\ud800", ".", "\0",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=8)).map("".join)
# What a clean article is: paragraphs of sentences in plain words, one blank line between.
word = st.text(alphabet="abcdefghij", min_size=1, max_size=9)
words = st.lists(word, min_size=1, max_size=12)
sentence = words.map(lambda words: " ".join(words).capitalize() + ".")
paragraph = st.lists(sentence, min_size=1, max_size=5).map(" ".join)
clean_prose = st.lists(paragraph, max_size=6).map("\n\n".join)


def assert_spans_hold(raw):
    removals = clean_text(raw).removals
    assert all(raw[start:end] == text for _, start, end, text in removals)
    assert all(one.end <= two.start for one, two in pairwise(removals))
    assert all(removal.text.strip() for removal in removals)


@given(raw=hostile)
@settings(derandomize=True, max_examples=500)
def test_removals_can_be_undone_do_not_overlap_and_are_sorted(raw):
    assert_spans_hold(raw)


@given(raw=hostile)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_the_raw_text_is_what_stays_and_the_removals_put_back(raw):
    rebuilt, at = "", 0
    for _, start, end, text in clean_text(raw).removals:
        rebuilt += raw[at:start] + text
        at = end
    assert rebuilt + raw[at:] == raw


@given(raw=hostile)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_with_all_rules_off_nothing_is_removed(raw):
    assert clean_text(raw, off=set(step_names())).removals == ()


@pytest.mark.parametrize("raw", RAW_CASES)
def test_the_spans_of_every_case_hold(raw):
    assert_spans_hold(raw)


@given(raw=hostile)
@settings(derandomize=True, max_examples=500)
def test_clean_text_is_paragraphs_of_one_line_without_outer_or_double_blanks(raw):
    text = clean_text(raw).text
    paragraphs = text.split("\n\n") if text else []
    assert all(paragraph == " ".join(paragraph.split()) != "" for paragraph in paragraphs)


@given(prose=clean_prose)
@settings(derandomize=True)
def test_clean_prose_comes_back_as_it_is(prose):
    cleaned = clean_text(prose)
    assert cleaned == (prose, (), (), {})


@given(raw=st.text())
@settings(derandomize=True, max_examples=300, deadline=None)
def test_every_letter_of_a_text_without_entities_and_escapes_is_kept_or_recorded(raw):
    plain = "".join(char for char in raw if char.isascii() and char not in "&\\")
    cleaned = clean_text(plain)
    kept = sum(map(str.isalnum, cleaned.text))
    taken = sum(char.isalnum() for removal in cleaned.removals for char in removal.text)
    assert kept + taken == sum(map(str.isalnum, plain))


def test_the_fixers_that_acted_are_named_in_their_order():
    assert clean_text("Chinaâ€™s  AT&amp;T").fixes == ("fix_entities", "fix_mojibake", "fix_blanks")


def test_a_line_end_in_an_entity_makes_no_paragraph():
    assert clean_text("They met.&#10;&#10;They spoke.").text == "They met. They spoke."


def test_a_removal_behind_a_repair_is_given_in_the_raw_text():
    raw = "Chinaâ€™s paper is at www.example.org/a&amp;b. It is long."
    assert [removal.text for removal in clean_text(raw).removals] == ["www.example.org/a&amp;b"]


WRAPPED = {
    "full lines are one paragraph": ("aaaa bbbb\ncccc dddd\neeee", ["aaaa bbbb cccc dddd eeee"]),
    "blank lines part paragraphs": ("aaaa bbbb\ncccc\n\ndddd", ["aaaa bbbb cccc", "dddd"]),
    "sentences on lines stay": ("They met.\nThey left soon.", ["They met.", "They left soon."]),
    "between long lines only a sentence that runs on is joined": (
        "They met again in Rome. " * 9 + "The leader of\nthe party left.\nThe talks went on.",
        ["They met again in Rome. " * 9 + "The leader of the party left.", "The talks went on."],
    ),
    "most lines run on, so that all are joined": (
        "The talks of\nthe two. They went\non for hours.\nHe left on\nSunday with all his envoys.",
        ["The talks of the two. They went on for hours. He left on Sunday with all his envoys."],
    ),
    "a heading above a paragraph stays": (
        "Talks to resume\n" + "They met again in Rome. " * 9,
        ["Talks to resume", ("They met again in Rome. " * 9).strip()],
    ),
}  # fmt: skip


@pytest.mark.parametrize("raw, paragraphs", WRAPPED.values(), ids=WRAPPED.keys())
def test_wrapped_lines_become_paragraphs(raw, paragraphs):
    assert clean_text(raw).text.split("\n\n") == paragraphs


@pytest.mark.parametrize(
    "raw, title",
    [
        ("Talks to resume\n\nThey met.", "Talks to resume"),
        ("Talks to resume.\n\nThey met.", None),
        ("Talks to resume", None),
        ("They met and spoke " * 9 + "\n\nThey left.", None),
    ],
    ids=["heading", "sentence", "nothing follows", "too long"],
)
def test_the_title_is_a_short_first_paragraph_without_full_stop(raw, title):
    assert clean_text(raw).fields.get("title") == title


def test_a_text_of_nothing_gives_nothing():
    assert clean_text(" \n\0\ufeff\n") == ("", (), ("fix_invisible",), {})


def test_a_long_text_with_a_repair_in_each_sentence_is_cleaned_at_once():
    # A general comparison of the two texts would take hours here.
    raw = "Chinaâ€™s leader spoke to  Russiaâ€™s. " * 5000
    assert clean_text(raw).text == ("China’s leader spoke to Russia’s. " * 5000).strip()


@pytest.mark.real
@pytest.mark.parametrize("speech", ["CHN_68_2013", "CHN_69_2014", "RUS_68_2013", "USA_68_2013"])
def test_wrapped_speeches_become_the_paragraphs_between_their_blank_lines(shared, speech):
    raw = (shared / f"data/ungdc/{speech}.txt").read_text("utf-8-sig")
    paragraphs = clean_text(raw).text.split("\n\n")
    blocks = [each for each in raw.split("\n\n") if each.strip() and not each.strip()[0].islower()]
    assert raw.count("\n") > 240 and abs(len(paragraphs) - len(blocks)) <= 2


@pytest.mark.real
def test_no_paragraph_of_a_speech_begins_inside_a_sentence(shared):
    # Those of 2021 and 2022 were never wrapped and hold none either.
    for path in sorted((shared / "data/ungdc").glob("*.txt")):
        paragraphs = clean_text(path.read_text("utf-8-sig")).text.split("\n\n")
        assert not [each for each in paragraphs if each[0].islower()], path.name


@pytest.mark.real
def test_the_newspaper_export_gives_its_fields(shared):
    path = next((shared / "source_documents").glob("001_*.txt"))
    assert clean_text(path.read_text("utf-8")).fields == {
        "source": "Orlando Sentinel",
        "author": "Anton Troianovski and Steven Lee Myers",
        "dateline": "MOSCOW",
        "title": "Putin, Xi show united front amid rising tensions with US",
    }


def test_a_span_between_two_repairs_is_exact():
    raw = 'Er sagt â€“ (www.example.org/a) â€“ "soâ€œ.'
    assert [removal.text for removal in clean_text(raw).removals] == ["(www.example.org/a)"]


def test_a_line_that_goes_on_with_brackets_makes_no_title():
    raw = "The world is full of woe. The disease\n(GRIPPE-19) goes on and on.\n\nIt is late."
    assert clean_text(raw).text.split("\n\n")[0].endswith("The disease (GRIPPE-19) goes on and on.")
    assert clean_text(raw).fields == {}


def test_dots_that_are_a_control_character_are_named_as_that():
    cleaned = clean_text("on en a parl\u00e9\x85 Tu sais")
    assert (cleaned.text, cleaned.fixes) == ("on en a parlé… Tu sais", ("fix_controls",))


ESCAPED = r"b'China\xe2\x80\x99s envoy spoke.\n\n\tMR. ROE:\xc2\xa0 It\'s late.\r\n\r\nThey left.'"


def test_the_printed_form_of_bytes_becomes_lines_and_characters():
    assert clean_text(ESCAPED[2:-1]).text.split("\n\n") == [
        "China’s envoy spoke.",
        "MR. ROE: It's late.",
        "They left.",
    ]


def test_a_path_of_windows_is_no_line_end():
    raw = r"The file lay in C:\news\today on his disk."
    assert clean_text(raw).text == raw


@pytest.mark.parametrize(
    "off, text",
    [
        ("url", "Read www.example.org/a."),
        ("mojibake", "Chinaâ€™s view"),
        ("wraps", "The talks\n\nof the two"),
        ("hyphenation", "The negoti- ations"),
    ],
)
def test_a_step_that_is_off_changes_nothing(off, text):
    raw = text.replace("\n\n", "\n").replace("- ", "-\n")
    assert clean_text(raw, off={off}).text == text
    assert clean_text(raw).text != text
