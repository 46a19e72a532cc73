"""Cutting on arrays gives what the pattern in `tokens.py` says."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.articles.joined_texts import join_texts
from dateline.themes.cutting import Cutter
from dateline.themes.tokens import tokenize

# What the rules turn on, and what surrounds it.
NASTY = "aésSbBǰß0٣ '’ʼ_.-\n国か々ー・\u3099\u0301\u0e01\u0e31\u20dd\u00a0\U0001f600\ud800\x00İ"
NASTY_TEXT = st.text(st.sampled_from(NASTY), max_size=25)
ANY_TEXT = st.text(st.characters(codec=None), max_size=25)


def cut_alone(texts):
    """(word, place in all texts, characters before it) of each token, by the pattern."""
    found, base, end = [], 0, 0
    for text in texts:
        tokens = tokenize(text, [])
        for start, stop in zip(tokens.starts, tokens.ends, strict=True):
            found.append((text[start:stop], base + start, base + start - end))
            end = base + stop
        base += len(text) + 1
    return found


def cut_together(texts):
    cutter = Cutter()
    for group in join_texts(texts):
        cutter.add(group)
    cut = cutter.done()
    words = [cut.surfaces[number] for number in cut.numbers]
    return list(zip(words, cut.starts.tolist(), cut.gaps.tolist(), strict=True))


@settings(derandomize=True, max_examples=600, deadline=None, database=None)
@given(texts=st.lists(NASTY_TEXT | ANY_TEXT, max_size=4))
@example(texts=["x's's", "国's", "'s", "_'s", ".’S-", "a'\u0301b", "か\u3099a", "d's't", "ʼ's"])
def test_any_text_is_cut_as_the_pattern_cuts_it(texts):
    assert cut_together(texts) == cut_alone(texts)


def test_a_long_text_is_cut_in_parts_that_cut_no_token():
    text = "It isn’t Beijing's naïve-looking 1,000 km. " * 40_000
    assert cut_together([text, "Xi's", text]) == cut_alone([text, "Xi's", text])


def test_a_long_text_without_a_blank_is_one_token():
    assert cut_together(["a'" * 900_000]) == cut_alone(["a'" * 900_000])


def test_a_text_begins_behind_the_one_before_and_a_border():
    assert cut_together(["ab", "", "c d"]) == [("ab", 0, 0), ("c", 4, 2), ("d", 6, 1)]


def test_a_word_is_one_surface_whether_short_or_long():
    cutter = Cutter()
    for group in join_texts(["Peace, peacekeepers, peace peacekeepers é"]):
        cutter.add(group)
    cut = cutter.done()
    assert sorted(cut.surfaces) == ["Peace", "peace", "peacekeepers", "é"]
    assert len(cut.numbers) == 5
