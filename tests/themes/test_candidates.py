"""What each entry of a codebook matches for itself."""

from dateline.themes import find_mentions, index_articles, read_codebook
from dateline.themes.candidates import CANDIDATE_COLUMNS, find_candidates, open_matches

TABLES = {
    "trade": {
        "terms": ["trade", {"any": ["ban"], "none": ["travel"]}],
        "unless": ["trade union"],
        "tariffs": {"terms": ["trade war"]},
    }
}


def rows(table, *columns):
    return list(table[list(columns)].itertuples(index=False, name=None))


def test_every_entry_is_matched_as_if_it_were_alone(articles_of):
    found = find_candidates(articles_of("A trade war."), read_codebook({"themes": TABLES}))
    assert sorted(rows(found, "kind", "theme", "term")) == [
        ("counted", "trade", "trade war"),
        ("counted", "trade.tariffs", "trade war"),
        ("open", "trade", "trade"),
        ("open", "trade.tariffs", "trade war"),
        ("unmasked", "trade", "trade"),
    ]


def test_masks_and_what_a_rule_would_match_without_its_none_have_kinds(articles_of):
    articles = articles_of("Trade union. Travel ban.")
    found = find_candidates(articles, read_codebook({"themes": TABLES}))
    assert sorted(rows(found, "kind", "term", "entry")) == [
        ("mask", "trade union", 0),
        ("unmasked", "trade", 0),
        ("unruled", "any of ban, none of travel", 1),
    ]


def test_an_article_without_a_match_gives_all_columns(articles_of):
    found = find_candidates(articles_of("Nothing."), read_codebook({"themes": TABLES}))
    assert {name: str(kind) for name, kind in found.dtypes.items()} == CANDIDATE_COLUMNS


def test_a_term_of_a_part_finds_the_theme_too(articles_of):
    codebook = read_codebook({"themes": TABLES})
    found = open_matches(find_candidates(articles_of("A trade war."), codebook), codebook)
    assert sorted(rows(found, "theme", "term")) == [
        ("trade", "trade"),
        ("trade", "trade war"),
        ("trade.tariffs", "trade war"),
    ]


def test_without_a_term_the_theme_is_found_where_another_of_its_terms_would_match(articles_of):
    articles = articles_of("A trade war.", "A trade war and trade.", "Trade.", "Ban.")
    full = read_codebook({"themes": {"t": {"terms": ["trade war", "trade", "ban"]}}})
    found = open_matches(find_candidates(articles, full), full)
    for left_out in ("trade war", "trade", "ban"):
        others = [term.text for term in full.themes[0].terms if term.text != left_out]
        rest = find_mentions(articles, read_codebook({"themes": {"t": {"terms": others}}}))
        assert set(found.loc[found["term"] != left_out, "doc_id"]) == set(rest["doc_id"])


def test_an_index_of_the_articles_changes_nothing(articles_of):
    articles, codebook = articles_of("A trade war.", "War."), read_codebook({"themes": TABLES})
    found = find_candidates(articles, codebook, index=index_articles(articles))
    assert found.equals(find_candidates(articles, codebook))
