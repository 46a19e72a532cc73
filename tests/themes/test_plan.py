"""A codebook as numbers: which words and phrases must be looked for, and whose they are."""

from dateline.themes import read_codebook
from dateline.themes.families import families
from dateline.themes.plan import make_plan

BOOK = {
    "war": {"terms": ["war", "war of words", "=US"], "unless": ["trade war"]},
    "talks": {"terms": ["war of words", "talks"]},
    "both": {"terms": ["peace", {"near": [["war"], ["oil"]], "within": 3}]},
}


def plan_of(themes):
    return make_plan(tuple(families(read_codebook({"themes": themes})).values()))


def test_each_word_and_each_phrase_is_there_once():
    plan = plan_of(BOOK)
    words = [(word, exact) for word, exact, _ in plan.words]
    assert sorted(words) == [
        ("US", True), ("of", False), ("oil", False), ("peace", False), ("talks", False),
        ("trade", False), ("war", False), ("words", False),
    ]  # fmt: skip
    written = [[words[at][0] for at in row if at >= 0] for row in plan.phrases.tolist()]
    assert sorted(written) == [["trade", "war"], ["war", "of", "words"]]


def test_entries_of_plain_themes_have_their_theme_and_number():
    plan = plan_of(BOOK)
    words = [word for word, _, _ in plan.words]
    single = [(theme, entry, words[at]) for theme, entry, at in plan.single.tolist()]
    assert single == [(0, 0, "war"), (0, 2, "US"), (1, 1, "talks")]
    phrase = plan.rows[False, ("war", "of", "words")]
    assert plan.several.tolist() == [[0, 1, phrase], [1, 0, phrase]]
    assert plan.lengths.tolist() == [3, 3]


def test_words_beside_each_other_are_known_by_theme():
    plan = plan_of(BOOK)
    words = [word for word, _, _ in plan.words]
    pairs = [(theme, words[at]) for theme, at in zip(*map(list, plan.beside), strict=True)]
    assert pairs == [(theme, word) for theme in (0, 1) for word in ("war", "of", "words")]


def test_what_masks_tokens_is_kept_for_the_theme_that_says_so():
    ((theme, unless),) = plan_of(BOOK).unless.items()
    assert (theme, [term.text for term in unless]) == (0, ["trade war"])


def test_a_plan_is_made_once_for_the_same_themes():
    assert plan_of(BOOK) is plan_of(BOOK)
