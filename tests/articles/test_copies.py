"""
Copies, on invented texts: word n of the invented language is `wn`, and [0, 300] its first 300.

A text of n words has n - 4 runs of five words, and an edited word spoils five of them (the last
word one), so that the containment of each case can be worked out: 540 of 596 for 12 edits in 600.
"""

import json
from pathlib import Path

import pandas as pd
import pytest

from dateline.articles import build_corpus
from dateline.articles.copies import PAIR_COLUMNS, TOO_COMMON, mark_copies
from dateline.study import open_study

CASES = Path(__file__).parents[1] / "cases"
FIRST_DAY = pd.Timestamp("2022-03-01")


def cases(name):
    table = json.loads((CASES / name).read_text("utf-8"))
    return pytest.mark.parametrize("case", table, ids=lambda case: case["label"])


def words(*ranges, edit_every=0):
    numbers = [number for first, end in ranges for number in range(first, end)]
    return " ".join(
        f"edited{at}" if edit_every and (at + 1) % edit_every == 0 else f"w{number}"
        for at, number in enumerate(numbers)
    )


def article(text, *, day=0, source="", date_class="A"):
    date = FIRST_DAY + pd.Timedelta(days=day)
    days = {"date": date, "date_earliest": date, "date_latest": date}
    return {"text": text, "date_class": date_class, "source": source, **days}


def table(*rows):
    articles = pd.DataFrame(rows)
    ids = [f"d{number}" for number in range(len(rows))]
    n_words = articles["text"].str.split().str.len()
    return articles.assign(doc_id=ids, path=ids, n_words=n_words)


def copy_of(*rows):
    return mark_copies(table(*rows))[0]["copy_of"].tolist()


def pair_of(case):
    text = words(*case["other"], edit_every=case.get("edit_every", 0))
    if case.get("shout"):
        text = text.upper().replace(" ", " \n“")
    if case.get("reversed"):
        text = " ".join(reversed(text.split()))
    return article(words(*case["one"])), article(text, day=case.get("days_later", 0))


@cases("copies.json")
def test_a_controlled_copy_is_found_and_nothing_else(case):
    marked, pairs = mark_copies(table(*pair_of(case)))
    assert ((marked["copy_of"] != "").sum(), len(pairs)) == ((1, 1) if case["copy"] else (0, 0))
    if "contained" in case:
        assert pairs["containment"].item() == pytest.approx(case["contained"], abs=0.0006)


@pytest.mark.xfail(strict=True, reason="shingles know neither footers nor quotations nor meaning")
@cases("copies_known_failures.json")
def test_what_shingles_cannot_tell(case):
    assert any(copy_of(*pair_of(case))) == case["copy"]


@pytest.mark.parametrize("papers", [TOO_COMMON + 1, 500])
def test_a_text_in_more_than_a_hundred_papers_is_one_story(papers):
    marked, pairs = mark_copies(table(*[article(words([0, 100]))] * papers))
    assert marked["copy_of"].tolist() == ["", *["d0"] * (papers - 1)]
    assert pairs["doc_id"].tolist() == [f"d{number}" for number in range(1, papers)]
    assert set(pairs["other"]) == {"d0"}


def test_of_many_exact_copies_the_one_eight_days_later_is_a_story():
    rows = [article(words([0, 100]), day=8)] + [article(words([0, 100]))] * (TOO_COMMON + 1)
    assert copy_of(*rows) == ["", "", *["d1"] * TOO_COMMON]


def test_a_shortened_copy_belongs_to_the_same_story_as_exact_ones():
    rows = [article(words([0, 300]))] * (TOO_COMMON + 1)
    assert copy_of(*rows, article(words([0, 150])))[1:] == ["d0"] * (TOO_COMMON + 1)


def test_a_shortened_copy_is_one_of_the_print_it_is_near():
    full, half = words([0, 300]), words([0, 150])
    rows = article(full), article(full, day=20), article(half, day=21)
    assert copy_of(*rows) == ["", "", "d1"]


@pytest.mark.xfail(strict=True, reason="its shingles are in too many different texts")
def test_a_text_in_more_than_a_hundred_versions_is_one_story():
    rows = [article(words([0, 100], [n, n + 1])) for n in range(1000, 1001 + TOO_COMMON)]
    assert sum(copy == "" for copy in copy_of(*rows)) == 1


def test_the_order_of_rows_does_not_matter():
    spans = [[0, 300], [0, 300], [0, 150], [100, 400], [100, 400]]
    articles = table(*(article(words(span), day=at) for at, span in enumerate(spans)))
    backwards = mark_copies(articles.iloc[::-1])[0].sort_index()
    pd.testing.assert_frame_equal(backwards, mark_copies(articles)[0])


def test_no_articles_have_no_copies():
    marked, pairs = mark_copies(table(article("one text")).iloc[:0])
    assert (len(marked), list(pairs.columns)) == (0, list(PAIR_COLUMNS))


def test_the_pair_tells_what_both_share():
    _, pairs = mark_copies(table(article(words([0, 104])), article(words([0, 54]))))
    assert pairs.iloc[0].to_list() == ["d1", "d0", 50, 1.0, 0.5]  # 50 of 50; 50 of 100


def test_the_representative_is_the_earliest_of_those_known_best():
    text = words([0, 100])
    rows = article(text, day=1), article(text, day=0), article(text, day=-1, date_class="B")
    assert copy_of(*rows) == ["d1", "", "d1"]


def test_on_one_day_the_longest_represents_the_story():
    assert copy_of(article(words([0, 300])), article(words([0, 600]))) == ["d1", ""]


def test_a_chain_of_partial_copies_is_no_story():
    chain = [article(words([at, at + 200]), day=at // 80) for at in (0, 80, 160)]
    assert copy_of(*chain) == ["", "d0", ""]


def test_both_ends_of_a_chain_are_copies_if_its_middle_comes_first():
    chain = [article(words([at, at + 200]), day=day) for at, day in ((0, 1), (80, 0), (160, 1))]
    assert copy_of(*chain) == ["d1", "", "d1"]


def test_a_week_is_counted_from_the_representative():
    text = words([0, 100])
    assert copy_of(*(article(text, day=day) for day in (0, 7, 8))) == ["", "d0", ""]


def test_an_article_without_a_date_may_be_a_copy_of_any():
    undated = article(words([0, 100]), date_class="U")
    undated |= {"date": pd.NaT, "date_earliest": pd.NaT, "date_latest": pd.NaT}
    assert copy_of(undated, article(words([0, 100]))) == ["d1", ""]


def test_an_article_that_is_certainly_later_is_no_copy():
    later = article(words([0, 100]), date_class="U")
    later |= {"date": pd.NaT, "date_earliest": pd.Timestamp("2023-01-01"), "date_latest": pd.NaT}
    assert copy_of(later, article(words([0, 100]))) == ["", ""]


def test_a_refrain_that_a_source_repeats_for_weeks_makes_no_copies():
    rows = [
        article(words([n * 1000, n * 1000 + 50], [900, 960]), day=day, source="Star")
        for n, day in ((1, 0), (2, 1), (3, 20))
    ]
    assert copy_of(*rows) == ["", "", ""]


def test_three_copies_in_one_source_and_week_are_no_refrain():
    rows = [article(words([0, 100]), day=day, source="Star") for day in (0, 1, 2)]
    assert copy_of(*rows) == ["", "d0", "d0"]


@pytest.mark.parametrize("edits", [0, 1], ids=["exact", "with a word of its own"])
def test_a_text_that_one_source_prints_again_is_no_boilerplate(edits):
    rows = [
        article(words([0, 100], [own, own + edits]), day=day, source="Star")
        for own, day in ((1000, 0), (2000, 3), (3000, 8))
    ]
    assert copy_of(*rows) == ["", "d0", ""]


def test_reprints_in_one_source_leave_the_copies_of_others():
    full, half = words([0, 600]), words([0, 300])
    reprints = [article(full, day=day, source="Star") for day in (20, 30)]
    rows = article(full, source="Star"), article(half, day=1, source="Herald"), *reprints
    assert copy_of(*rows) == ["", "d0", "", ""]


def test_the_middle_of_an_interval_is_no_day_for_boilerplate():
    rows = [article(words([0, end]), source="Star") for end in (300, 150)]
    wide = article(words([0, 160]), day=45, source="Star", date_class="C")
    wide |= {"date_earliest": FIRST_DAY, "date_latest": FIRST_DAY + pd.Timedelta(days=90)}
    assert copy_of(*rows, wide) == ["", "d0", "d0"]


def test_an_article_without_text_is_nobodys_copy():
    assert copy_of(article(""), article("")) == ["", ""]


@pytest.mark.real
def test_two_real_reports_of_one_event_are_not_copies(shared):
    corpus = build_corpus(open_study(shared / "source_documents"))
    assert corpus.articles["copy_of"].tolist() == [""] * 5
