"""The language of an article: as it is stated, and as its words tell."""

import pytest

from dateline.articles.language import find_language, language_code

STATED = {
    "en": "en", "en-US": "en", "en_GB": "en", "English": "en", "ENGLISH": "en", "eng": "en",
    "deu": "de", "ger": "de", "Deutsch": "de", "Französisch": "fr", "Engels": "en", "zh-Hans": "zh",
    "中文": "zh", "nb": "no", "eu": "eu", " ru ": "ru", "": "", "unknown language": "", "1": "",
}  # fmt: skip
WORDS = {
    "en": "The two presidents spoke for two hours on Thursday, and nothing was signed.",
    "de": "Die beiden Präsidenten sprachen am Donnerstag zwei Stunden lang miteinander.",
    "fr": "Les deux présidents ont parlé pendant deux heures jeudi, et rien n’a été signé ensuite.",
    "ru": "Президенты говорили два часа в четверг, и после этого ничего не подписали.",
    "zh": "两国元首星期四进行了两个小时的会谈，会谈之后没有签署任何文件，会谈将继续。",
}  # fmt: skip


@pytest.mark.parametrize("stated, code", STATED.items())
def test_what_a_format_states_becomes_a_code(stated, code):
    assert language_code(stated) == code


@pytest.mark.parametrize("code, text", WORDS.items())
def test_the_words_tell_the_language(code, text):
    assert find_language(text) == code


@pytest.mark.parametrize("text", ["", "Talks open.", "2022 03 21 " * 40, "Putin Xi Biden " * 8])
def test_what_is_too_short_or_no_language_has_none(text):
    assert find_language(text) == ""


@pytest.mark.real
def test_thirty_speeches_are_in_english(shared):
    paths = sorted((shared / "data/ungdc").glob("*.txt"))
    assert {find_language(path.read_text("utf-8-sig")) for path in paths} == {"en"}
