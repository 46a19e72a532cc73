"""Labels of a form above an article: which lines are its fields, and which are text."""

import pytest

from dateline.articles.clean import clean_text

BODY = "The two presidents spoke for two hours on Thursday, officials said."


@pytest.mark.parametrize("label", ["Title", "HEADLINE", "Titel", "Überschrift", "Titre ", "Kop"])
def test_a_label_is_stripped_from_the_title_and_recorded(label):
    cleaned = clean_text(f"{label}: Leaders meet\n\n{BODY}")
    assert cleaned.fields == {"title": "Leaders meet"}
    assert cleaned.removals == (("field label", 0, len(label) + 2, f"{label}: "),)


def test_the_lines_of_a_form_are_fields_and_only_the_headline_is_text():
    raw = f"Source: Plain Gazette\nTitle: Leaders meet\nAutor: Anna Roe\n\n{BODY}"
    cleaned = clean_text(raw)
    assert cleaned.text == f"Leaders meet\n\n{BODY}"
    assert cleaned.fields["source"] == "Plain Gazette"
    assert cleaned.fields["author"] == "Anna Roe"


@pytest.mark.parametrize(
    "raw",
    [
        f"Talks\n\n{BODY}\n\nTitle: the word has two meanings",
        f"{BODY}\n\nTitle: Leaders meet\n\nThey met again.",
        f"Section: World\n\n{BODY}",
        f"Title: what is it good for\n\n{BODY}",
        f"The title: Leaders meet\n\n{BODY}",
    ],
    ids=["below a sentence", "below a long line", "no title", "small letter", "other words"],
)
def test_other_lines_with_such_a_word_stay(raw):
    assert clean_text(raw).text == raw


def test_labels_stay_where_the_rule_is_off():
    raw = f"Title: Leaders meet\n\n{BODY}"
    assert clean_text(raw, off={"field label"}).text == raw
