"""Results of single steps are made once, and found by all that they were made from."""

from dateline.articles.article_store import ArticleStore


def ask(store, inputs, answer="made"):
    return store.recall("step", inputs, lambda: answer)


def test_a_result_is_made_once_in_a_run_and_in_the_next(tmp_path):
    store = ArticleStore(tmp_path, "1")
    assert ask(store, "a", ["first", "\ud83d", None]) == ask(store, "a", "second")
    store.keep()
    later = ArticleStore(tmp_path, "1")
    assert ask(later, "a", "third") == ["first", "\ud83d", None]
    assert (store.made, store.reused, later.made) == ({"step": 1}, {"step": 1}, {})


def test_other_inputs_and_other_steps_are_other_results(tmp_path):
    store = ArticleStore(tmp_path, "1")
    ask(store, ["a", "b"], 1)
    assert ask(store, ["ab", ""], 2) == 2
    assert store.recall("other", ["a", "b"], lambda: 3) == 3


def test_another_version_makes_its_own(tmp_path):
    store = ArticleStore(tmp_path, "1")
    ask(store, "a", 1)
    store.keep()
    assert ask(ArticleStore(tmp_path, "2"), "a", 2) == 2


def test_what_a_run_does_not_use_is_forgotten(tmp_path):
    for used in (["a", "b"], ["b"], ["a"]):
        store = ArticleStore(tmp_path, "1")
        for inputs in used:
            ask(store, inputs)
        store.keep()
    assert store.made == {"step": 1}


def test_without_a_folder_all_is_made_each_time(tmp_path):
    store = ArticleStore()
    assert (ask(store, "a", 1), ask(store, "a", 2)) == (1, 2)
    store.keep()
    assert store.made == {"step": 2}


def test_half_characters_side_by_side_stay_two(tmp_path):
    halves = "\ud83d" + "\ude00"
    store = ArticleStore(tmp_path, "1")
    ask(store, "a", halves)
    assert len(ask(store, "a")) == 2
