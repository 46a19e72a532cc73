from datetime import date

import pytest

from dateline.articles.dates.evidence import CHECK, NEARBY
from dateline.articles.dates.nearby import Text, from_nearby

TOLD = "Ilse Marquardt of Varden Steel sells 1,234 wagons to Port Lorne."
AGAIN = "The price that Ilse Marquardt named is $56.7 million."
UNDATED = f"{TOLD}\n\n{AGAIN}"


def article(name, text, day=None, *, story="", bounds=(None, None)):
    """An article of class A on that day, or of class U within its bounds."""
    first, last = (date.fromisoformat(day),) * 2 if day else bounds
    known = "A" if day else "U"
    return Text(name, f"{name}.txt", text, story or name, known, first, last)


# Stories of other years, so that agreement on one month tells something.
OTHERS = [article(f"other-{year}", "No names.", f"{year}-06-01") for year in range(2014, 2020)]
EVENT = [article("wire", TOLD, "2021-03-02"), article("courier", UNDATED, "2021-03-05")]


def found(*articles, text=UNDATED, bounds=(None, None)):
    return from_nearby([*OTHERS, *articles, article("x", text, bounds=bounds)]).get("x")


def test_an_article_lies_within_a_month_of_dated_stories_on_its_event():
    evidence = found(*EVENT)
    assert (evidence.rule, evidence.where, evidence.strength) == ("nearby", "corpus", NEARBY)
    assert (evidence.earliest, evidence.latest) == (date(2021, 1, 30), date(2021, 4, 5))
    assert evidence.best is None


def test_the_documents_and_what_is_shared_with_them_are_named():
    assert found(*EVENT).text == (
        "names and numbers shared: 1,234, $56.7 million, Ilse Marquardt, Port Lorne, Varden Steel; "
        "documents: wire.txt (2021-03-02), courier.txt (2021-03-05)"
    )


def test_an_interval_is_never_wider_than_class_c():
    far = [article("wire", TOLD, "2021-03-02"), article("courier", TOLD, "2021-03-16")]
    assert (found(*far).latest - found(*far).earliest).days + 1 == 31 + 15 + 31


def test_dated_articles_get_no_evidence():
    assert from_nearby([*OTHERS, *EVENT]) == {}


def test_one_story_is_not_enough_nor_are_its_copies():
    copy = article("copy", TOLD, "2021-03-05", story="wire")
    assert found(EVENT[0]) is None
    assert found(EVENT[0], copy) is None


def test_copies_of_the_article_itself_are_no_evidence():
    copy = article("copy", TOLD, "2021-03-03", story="x")
    assert found(EVENT[0], copy) is None


def test_stories_of_two_times_agree_on_nothing():
    assert found(EVENT[0], article("later", TOLD, "2022-03-05")) is None


def test_people_who_recur_for_years_do_not_count():
    earlier = article("earlier", "Here Ilse Marquardt spoke.", "2019-05-01")
    assert "Ilse" not in found(*EVENT, earlier).text


def test_an_article_whose_date_is_hidden_is_dated_by_the_others():
    corpus = [*OTHERS, *EVENT, article("x", UNDATED, "2021-03-03")]
    hidden = [article("x", UNDATED), article("wire", TOLD)]
    evidence = from_nearby(corpus, wanted=hidden)
    assert sorted(evidence) == ["wire", "x"]
    assert "wire.txt" not in evidence["wire"].text


def test_a_story_of_other_days_that_shares_nearly_as_much_makes_it_doubtful():
    rival = article("rival", "He saw Varden Steel, and 1,234 wagons.", "2023-01-05")
    assert found(*EVENT, rival) is None


def test_names_that_many_stories_have_do_not_count():
    many = [article(f"m{n}", TOLD, "2021-03-03") for n in range(4)]
    assert found(*EVENT, *many) is None


def test_two_names_without_a_number_are_not_enough():
    pair = [article(n, "Both Narendra Modi and New Delhi.", "2021-03-02") for n in "ab"]
    assert found(*pair, text="Now Narendra Modi is in New Delhi.") is None


def test_numbers_alone_are_not_enough():
    pair = [article(n, "They sold 1,234 and 567 and 891 wagons.", "2021-03-02") for n in "ab"]
    assert found(*pair, text="They sold 1,234 and 567 and 891 wagons.") is None


@pytest.mark.parametrize(
    "words",
    ["a year ago", "last year", "on the anniversary", "three months later", "in March 2021"],
)
def test_an_article_that_looks_back_gives_a_check_that_says_so(words):
    evidence = found(*EVENT, text=f"{TOLD}\n\nThe sale by Ilse Marquardt was {words}.")
    assert evidence.strength == CHECK
    assert evidence.note.startswith("the article may look back: “")


def test_looking_back_at_something_else_does_no_harm():
    assert found(*EVENT, text=f"{UNDATED}\n\nThe mill burnt two years ago.").strength == NEARBY


def test_an_event_told_in_passing_is_no_evidence():
    text = "Grain.\n\nIt rained.\n\nIt rained more.\n\nThey sowed.\n\n" + TOLD
    assert found(*EVENT, text=text) is None
    assert found(*EVENT, text=TOLD + "\n\nGrain.\n\nIt rained.\n\nThey sowed.") is None


def test_a_text_that_tells_mostly_of_other_things_is_no_evidence():
    lists = [f"{a}x {b}y" for a in "BCDFG" for b in "HJKLM"]
    text = UNDATED + "\n\nHe named " + ", ".join(lists)
    assert found(*EVENT, article("list", "He named " + ", ".join(lists)), text=text) is None


def test_what_the_article_itself_tells_outranks():
    evidence = found(*EVENT, bounds=(date(2021, 6, 1), None))
    assert (evidence.strength, evidence.note) == (
        CHECK,
        "contradicts what the article itself tells",
    )
    assert found(*EVENT, bounds=(date(2021, 1, 1), date(2021, 12, 31))).strength == NEARBY


def test_agreement_in_a_corpus_of_few_weeks_tells_nothing():
    text = "Here Ilse Marquardt sells 1,234 wagons to Port Lorne."
    pair = [article(name, text, "2021-03-02") for name in "ab"]
    evidence = from_nearby([*pair, OTHERS[0], article("x", text)])["x"]
    assert evidence.strength == CHECK
    assert evidence.note.startswith("too many dated articles lie in these weeks")


def test_two_stories_that_share_very_much_are_enough_in_any_corpus():
    pair = [article(name, UNDATED, "2021-03-02") for name in "ab"]
    assert from_nearby([*pair, article("x", UNDATED)])["x"].strength == NEARBY


def test_stories_of_class_c_are_no_evidence():
    wide = [each._replace(date_class="C") for each in EVENT]
    assert found(*wide) is None


def test_a_story_known_to_a_week_shows_both_days():
    week = EVENT[0]._replace(date_class="B", latest=date(2021, 3, 8))
    evidence = found(week, EVENT[1])
    assert "wire.txt (2021-03-02 to 2021-03-08)" in evidence.text
    assert evidence.latest == date(2021, 4, 8)


def test_the_order_of_the_articles_does_not_tell():
    articles = [*OTHERS, *EVENT, article("x", UNDATED)]
    assert from_nearby(articles) == from_nearby(articles[::-1])
