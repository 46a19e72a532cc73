"""Sentences found on arrays are those of `sentence_spans`."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.articles import joined_texts
from dateline.articles.joined_texts import join_texts
from dateline.articles.sentence_starts import sentence_starts
from dateline.articles.sentences import sentence_spans

# What the rules turn on, and what they leave to `sentence_spans`.
PIECES = (
    "Bali. ", "gen. ", "Messrs. ", "A. ", "The ", "u.s. ", "mid-Jan. ", "it's. ", "No! ", "Why? ",
    "??", "...", ".", "?", "2024. ", "3.5 ", "x. y", "said. \"", "end.” ", "“We ", "(", ") ", "'",
    "é", "Île. ", "中。", "\U0001f600. ", "\xa0", "\x1c", "\x85", " ", "  ", "\t", "\r\n", "\n",
    "\n\n", "\n \n", " " * 70, "z" * 70 + ". ", "\n" + " " * 70 + "\n",
)  # fmt: skip
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text(), max_size=4)


def alone(texts):
    """(start, number of sentences) as `sentence_spans` has them."""
    starts, sizes, base = [], [], 0
    for text in texts:
        later = [base + start for start, _ in sentence_spans(text)[1:]]
        starts += [base, *later]
        sizes.append(1 + len(later))
        base += len(text) + 1
    return starts, sizes


def together(texts):
    starts, sizes = [], []
    for group in join_texts(texts):
        begins, counts = sentence_starts(group)
        starts += (begins - 1 + group.at).tolist()
        sizes += counts.tolist()
    return starts, sizes


@given(texts=TEXTS)
@settings(derandomize=True, max_examples=1500, deadline=None, database=None)
@example(texts=["", "", "A b. C", "", "\n\nX. Y"])
@example(texts=["Yes. No", " Bali. Go", "\n Mr. Xi. Go"])
@example(texts=[" " * 80, "  a.\n" + " " * 80, " " * 80 + "Go. On"])
def test_any_texts_have_the_sentences_that_each_has_alone(texts):
    assert together(texts) == alone(texts)


def test_articles_have_the_sentences_that_each_has_alone(root):
    files = sorted((root / "seeds" / "articles").rglob("*.txt"))
    texts = [path.read_text("utf-8", "replace") for path in files]
    assert together(texts) == alone(texts)


@pytest.mark.parametrize("text", ["word " * 21_000 + "end. Go.", "Go on. " * 20_000])
def test_a_long_text_has_the_sentences_that_it_has_alone(text):
    assert together([text, "Go. On."]) == alone([text, "Go. On."])


def test_how_texts_are_grouped_makes_no_difference(monkeypatch):
    texts = [f"Mr. Xi left. He went{end}" for end in (".", " home. ", "\n", "? Yes.") * 5]
    monkeypatch.setattr(joined_texts, "GROUP", 60)
    assert together(texts) == alone(texts)
