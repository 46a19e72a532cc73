"""A batch says which word stands where, and agrees with the tokens of each text."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.sentences import sentence_spans
from dateline.themes.index import make_batch
from dateline.themes.tokens import tokenize

TEXT = st.text(st.sampled_from("abA é\u0301'’s.\n国 "), max_size=40)


def article(batch, number):
    """Words, starts, ends and sentences of the tokens of one article."""
    own = slice(*batch.article_tokens[number : number + 2])
    starts, ends = (part[own].tolist() for part in batch.offsets())
    words = [batch.vocabulary.types[at] for at in batch.ids[own]]
    sentences = batch.sentences(np.arange(own.start, own.stop)) - batch.article_sentences[number]
    return words, starts, ends, sentences.tolist()


@settings(derandomize=True, max_examples=200, deadline=None, database=None)
@given(texts=st.lists(TEXT, max_size=4))
def test_a_batch_holds_the_tokens_of_each_text(texts):
    batch = make_batch([f"a{n}" for n in range(len(texts))], texts)
    for number, text in enumerate(texts):
        tokens = tokenize(text, sentence_spans(text))
        expected = (tokens.words, tokens.starts, tokens.ends, tokens.sentences)
        assert article(batch, number) == expected
    assert batch.n_articles == len(texts)


def test_a_gap_of_more_than_a_byte_is_kept():
    text = " " * 400 + "one" + "." * 255 + "two"
    assert article(make_batch(["a"], [text]), 0)[1] == [400, 658]


def test_the_places_of_a_word_ascend():
    batch = make_batch(["a", "b"], ["war or war", "War"])
    slices = [
        slice(first, beyond)
        for first, beyond in np.lib.stride_tricks.sliding_window_view(batch.word_bounds, 2)
    ]
    assert batch.vocabulary.types == ["or", "War", "war"]
    assert [batch.positions([each]).tolist() for each in slices] == [[1], [3], [0, 2]]


def test_no_articles_make_an_empty_batch():
    batch = make_batch([], [])
    assert (batch.n_articles, batch.n_sentences, batch.n_tokens) == (0, 0, 0)


def test_a_text_without_words_is_an_article_with_a_sentence():
    batch = make_batch(["a"], ["..."])
    assert (batch.n_articles, batch.n_sentences, batch.n_tokens) == (1, 1, 0)


def test_tokens_say_whether_they_begin_their_sentence():
    #                               0  1        2        3    4
    batch = make_batch(["a", "b"], ["No war. ... Peace.", "Yes. War"])
    begins = batch.begins_sentence(np.arange(batch.n_tokens)).tolist()
    assert begins == [True, False, True, True, True]
    assert batch.sentence_tokens[-1] == batch.n_tokens == 5
