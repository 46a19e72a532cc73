"""Sentences that a source repeats: which are taken, and which are the reporter's."""

import pytest

from dateline.articles import build_corpus
from dateline.articles.boilerplate import find_repeated
from dateline.study import open_study

FOOT = "The Valley Star is read in all of the valley."


def story(number, *more):
    """Ten sentences that no other story has, and those of `more` behind them."""
    own = [f"Envoy {number} said sentence {at} of day {number}." for at in range(10)]
    return " ".join([*own, *more])


def repeated(texts, sources=None, titles=None):
    pairs = list(zip(titles or [""] * len(texts), texts, strict=True))
    found = find_repeated(pairs, sources or ["star"] * len(texts))
    return [sorted(each) for each in found]


def test_a_sentence_at_the_foot_of_three_stories_is_taken():
    assert repeated([story(n, FOOT) for n in range(3)]) == [[FOOT.casefold()]] * 3


def test_a_sentence_at_the_head_is_taken_too_but_never_the_headline():
    texts = [f"Talks go on here\n\n{FOOT} {story(n)}" for n in range(3)]
    assert repeated(texts, titles=["Talks go on here"] * 3) == [[FOOT.casefold()]] * 3


def test_two_stories_are_not_enough():
    assert repeated([story(1, FOOT), story(2, FOOT), story(3)]) == [[], [], []]


def test_copies_of_one_story_are_one():
    texts = [story(1, FOOT), story(1, FOOT) + " So it ends.", story(1, FOOT), story(2, FOOT)]
    assert repeated(texts) == [[]] * 4


def test_a_quotation_in_the_middle_is_left():
    quote = "“We will not yield an inch,” the general said."
    texts = [f"{story(n)} {quote} {story(n + 20)}" for n in range(5)]
    assert repeated(texts) == [[]] * 5


def test_in_ten_stories_of_ten_it_may_stand_anywhere():
    texts = [f"{story(n)} {FOOT} {story(n + 20)}" for n in range(10)]
    assert repeated(texts) == [[FOOT.casefold()]] * 10


@pytest.mark.parametrize(
    "sentence, taken",
    [("The two leaders agreed to stay in touch.", False), ("Jane Roe is a staff writer.", True)],
)
def test_in_few_stories_of_a_large_source_it_must_speak_of_publishing(sentence, taken):
    texts = [story(n, sentence) for n in range(3)] + [story(n) for n in range(3, 30)]
    assert [bool(each) for each in repeated(texts)] == [taken] * 3 + [False] * 27


def test_sources_are_looked_at_one_by_one():
    texts = [story(n, FOOT) for n in range(4)]
    assert repeated(texts, sources=["star", "sun", "star", "sun"]) == [[]] * 4


def test_a_short_sentence_is_left():
    assert repeated([story(n, "He said no.") for n in range(3)]) == [[]] * 3


def files(foot):
    return {f"articles/star/{n}.txt": f"Headline {n}\n\n{story(n)}\n\n{foot}" for n in range(3)}


def test_a_removal_of_a_repeated_sentence_is_recorded_and_can_be_undone(make_study):
    foot = "Subscribe to this fine paper\nat www.example.org/a for more."
    corpus = build_corpus(open_study(make_study(files(foot))))
    taken = corpus.removals[corpus.removals["rule"] == "repeated sentence"]
    assert taken["text"].tolist() == [foot] * 3
    assert not corpus.articles["text"].str.contains("Subscribe").any()


def test_the_rule_can_be_switched_off(make_study):
    more = {"study.toml": '[cleaning]\noff = ["repeated sentence"]\n'}
    corpus = build_corpus(open_study(make_study(files(FOOT) | more)))
    assert corpus.articles["text"].str.endswith(FOOT).all()


@pytest.mark.real
def test_readouts_that_look_alike_lose_nothing(shared, tmp_path):
    import json

    lines = (shared / "data/kremlin_en/articles_120.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert len(texts) == 120 and repeated(texts) == [[]] * 120
