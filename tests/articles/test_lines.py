"""Lines that remember where their characters stood in the raw text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.fixers import FIXERS, fix_entities, fix_invisible, fix_mojibake
from dateline.articles.lines import split_lines


def only_line(raw):
    (line,) = split_lines(raw)
    return line


def cut_word(raw, word, fixer):
    """The raw text that is taken when `word` is cut out of the repaired line."""
    line = only_line(raw)
    line.fix(fixer)
    start = line.text.index(word)
    return line.cut("rule", start, start + len(word), raw).text


def test_lines_have_their_offsets_in_the_raw_text():
    lines = split_lines("ab\n\ncd")
    assert [(line.text, line.first, line.last) for line in lines] == [
        ("ab", 0, 2),
        ("", 3, 3),
        ("cd", 4, 6),
    ]


def test_a_cut_gives_the_span_of_the_raw_text():
    line = split_lines("one\ntwo three four")[1]
    assert line.cut("rule", 4, 9, "one\ntwo three four") == ("rule", 8, 13, "three")
    assert line.text == "two  four"


def test_a_line_cut_whole_takes_its_outer_blanks_along():
    line = only_line("  gone ")
    assert line.cut("rule", 2, 6, "  gone ") == ("rule", 0, 7, "  gone ")
    assert line.text == ""


def test_what_an_earlier_cut_took_is_not_taken_again():
    raw = "date of source"
    line = only_line(raw)
    first, second = line.cut("a", 0, 5, raw), line.cut("b", 0, 9, raw)
    assert [first.text, second.text] == ["date ", "of source"]


def test_cuts_from_the_last_to_the_first_do_not_meet():
    raw = "aa bb cc"
    line = only_line(raw)
    taken = [line.cut("rule", start, start + 2, raw).text for start in (6, 3, 0)]
    assert taken == ["cc", "bb", "aa "]


@pytest.mark.parametrize(
    "raw, word, fixer, taken",
    [
        ("in Chinaâ€™s Moscow talks", "Moscow", fix_mojibake, "Moscow"),
        ("in Chinaâ€™s Moscow talks", "China’s", fix_mojibake, "Chinaâ€™s"),
        ("see x.org/a&amp;b now", "x.org/a&b", fix_entities, "x.org/a&amp;b"),
        ("see x.org/a&amp; now", "x.org/a&", fix_entities, "x.org/a&amp;"),
        ("all sanc\u00adtions now", "sanctions", fix_invisible, "sanc\u00adtions"),
    ],
)
def test_after_a_repair_the_raw_form_is_taken(raw, word, fixer, taken):
    assert cut_word(raw, word, fixer) == taken


def test_a_repair_that_changes_nothing_says_so():
    assert only_line("plain").fix(fix_mojibake) is False
    assert only_line("Chinaâ€™s").fix(fix_mojibake) is True


def test_a_long_line_with_many_repairs_keeps_its_places():
    raw = "Chinaâ€™s talks with Russiaâ€™s guests; " * 1000 + "www.example.org"
    assert cut_word(raw, "www.example.org", fix_mojibake) == "www.example.org"


@given(raw=st.text(alphabet=st.sampled_from("aB .&;#39xâ€™Ã©\u00ad\u0301\t")))
@settings(derandomize=True)
def test_each_character_stands_for_its_own_part_of_the_raw_text(raw):
    line = only_line(raw)
    for fixer in FIXERS:
        line.fix(fixer)
    assert len(line.text) == len(line.begins) == len(line.ends)
    bounds = [place for pair in zip(line.begins, line.ends, strict=True) for place in pair]
    assert bounds == sorted(bounds) and all(0 <= place <= len(raw) for place in bounds)


@given(raw=st.text(alphabet=st.sampled_from("aB .&;#39xâ€™Ã©\u00ad\u0301\t")))
@settings(derandomize=True)
def test_behind_two_plain_words_the_places_are_exact(raw):
    line = only_line(f"{raw} the end")
    for fixer in FIXERS:
        line.fix(fixer)
    assert list(line.begins[-3:]) == list(range(len(raw) + 5, len(raw) + 8))


words = st.lists(st.sampled_from(["Rom", "мир", "тоже", "été", "(x)"]), min_size=1, max_size=5)
damaged = st.sampled_from(
    ["Chinaâ€™s", "AT&amp;T", "e\u0301te\u0301", "so\u00adweit", "â€“", "a  b"]
)


@given(pieces=st.lists(words.map(" ".join) | damaged, max_size=8))
@settings(derandomize=True, max_examples=300)
def test_each_letter_that_no_repair_made_stands_where_it_stood(pieces):
    raw = " | ".join(pieces)
    line = only_line(raw)
    for fixer in FIXERS:
        line.fix(fixer)
    letters = [at for at, char in enumerate(line.text) if char in "RomмиртжеxChinaAT"]
    assert [raw[line.begins[at]] for at in letters] == [line.text[at] for at in letters]


def test_the_places_behind_a_repair_are_exact_in_other_scripts_too():
    raw = "Он сказал &quot;да&quot; и &quot;нет&quot; (www.example.org) &quot;так&quot;"
    assert cut_word(raw, "(www.example.org)", fix_entities) == "(www.example.org)"


def test_a_long_middle_without_words_is_spread_in_time():
    line = only_line("&amp;" * 20_000)
    line.fix(fix_entities)
    assert len(line.begins) == 20_000 and list(line.begins) == sorted(line.begins)
