"""Mentions by group of themes are those of the whole codebook."""

import pandas as pd
import pytest

from dateline.explore.found import FoundMentions, part_of
from dateline.explore.terms_text import edited_theme, replaced
from dateline.themes import find_mentions


@pytest.fixture
def found(model) -> FoundMentions:
    return FoundMentions(model.corpus.articles, model.index)


def rows(mentions: pd.DataFrame) -> set:
    return set(mentions.itertuples(index=False, name=None))


def test_the_groups_together_are_what_the_whole_codebook_finds(model, found):
    whole = find_mentions(model.corpus.articles, model.codebook)
    assert rows(found.of(model.codebook, model.codebook.names())) == rows(whole)
    assert len(whole) == 8  # tariff 3, steel twice as it is nested, summit 1, Washington 2


def test_a_nested_theme_brings_its_whole_group_and_no_other(model, found):
    mentions = found.of(model.codebook, ["trade.steel"])
    assert set(mentions["theme"]) == {"trade", "trade.steel"}
    assert part_of(model.codebook, ["trade.steel"]).names() == ["trade", "trade.steel"]


def test_no_theme_gives_an_empty_table_of_the_same_columns(model, found):
    assert list(found.of(model.codebook, [])) == list(found.of(model.codebook, ["talks"]))


def test_after_an_edit_only_its_group_is_looked_for_again(model, found):
    talks = found.of(model.codebook, ["talks"])
    edited = replaced(model.codebook, edited_theme(model.codebook.themes[0], "mill", ""))
    assert rows(found.of(edited, ["talks"])) == rows(talks)
    assert len(found._kept) == 1
