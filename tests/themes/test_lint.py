"""Warnings about a codebook."""

from dateline.themes import lint_codebook, load_codebook, read_codebook


def warnings(tables, *others, **kinds):
    found = lint_codebook(read_codebook({"themes": tables} | kinds), *others)
    return list(zip(found["theme"], found["term"], found["warning"], strict=True))


def test_a_clean_codebook_has_no_warnings_and_all_columns():
    found = lint_codebook(read_codebook({"themes": {"arms": {"terms": ["arms", "weapon*"]}}}))
    assert found.empty
    assert list(found.columns) == ["theme", "term", "line", "kind", "warning"]


def test_the_same_term_twice_is_seen_through_case_and_punctuation():
    assert warnings({"us": {"terms": ["U.S.", "u-s"]}}) == [
        ("us", "u-s", "is in this theme twice; delete one")
    ]


def test_a_term_that_a_wider_one_holds_is_named():
    assert warnings({"sanctions": {"terms": ["sanction", "sanction*"]}}) == [
        ("sanctions", "sanction", "is part of `sanction*` in the same theme; delete it")
    ]


def test_a_term_in_two_themes_is_named_once_at_the_second():
    tables = {"arms": {"terms": ["embargo"]}, "sanctions": {"terms": ["embargo"]}}
    assert warnings(tables) == [
        ("sanctions", "embargo", "is a term of `arms` too; both count the same words")
    ]


def test_a_theme_and_an_actor_may_share_a_term():
    assert warnings({"strait": {"terms": ["Taiwan"]}}, actors={"tw": {"terms": ["Taiwan"]}}) == []


def test_a_term_that_is_never_counted_is_named_only_where_there_are_articles(articles_of):
    tables = {"arms": {"terms": ["arms", "wepon*", {"all": ["arms", "talks"]}]}}
    never = "matches nothing in these articles; check its spelling"
    assert warnings(tables) == []
    assert warnings(tables, articles_of("arms")) == [
        ("arms", "wepon*", never),
        ("arms", "all of arms; talks", never),
    ]


def test_a_warning_has_the_line_of_the_term(tmp_path):
    path = tmp_path / "codebook.toml"
    path.write_text('[themes.a]\nterms = [\n  "war",\n  "peace",\n  "war",\n]\n')
    assert list(lint_codebook(load_codebook(path))["line"]) == [5]


def test_a_term_that_only_stands_inside_longer_matches_is_named_with_them(articles_of):
    tables = {"control": {"terms": ["control", "export control", "arms control"]}}
    text = "Export control. Arms control. Export control."
    assert warnings(tables, articles_of(text)) == [
        (
            "control",
            "control",
            "is found 3 times, always in a match of another term: `export control`, `arms control`",
        )
    ]


def test_a_term_that_unless_always_hides_is_named(articles_of):
    tables = {"trade": {"terms": ["trade", "tariff"], "unless": ["trade union*"]}}
    assert warnings(tables, articles_of("Trade unions. A trade union. A tariff.")) == [
        ("trade", "trade", "is found 2 times, always where `unless` hides it")
    ]


def test_a_rule_that_its_none_always_rules_out_is_named(articles_of):
    tables = {"war": {"terms": [{"any": ["war"], "none": ["trade"]}, "battle"]}}
    assert warnings(tables, articles_of("A trade war. A battle.")) == [
        ("war", "any of war, none of trade", "holds once, always with a word of its `none`")
    ]


def test_a_near_miss_of_a_term_that_matches_nothing_is_named_with_its_number(articles_of):
    tables = {"arms": {"terms": ["sanctons", "arms"]}}
    found = warnings(tables, articles_of("Arms. Sanctions, sanctions and SANCTIONS." * 2))
    assert found[1] == ("arms", "sanctons", "is one letter from `sanctions`, 6 in the articles")


def test_a_misspelt_word_of_a_phrase_is_named_with_the_word(articles_of):
    tables = {"arms": {"terms": ["export contrls", "arms"]}}
    found = warnings(tables, articles_of("Arms. Export controls. " * 4))
    assert found[1][2] == (
        "has `contrls`, which is one letter from `controls`; `export controls` is 4 times in the "
        "articles"
    )


def test_an_ordinary_phrase_that_matches_nothing_is_no_near_miss(articles_of):
    tables = {"arms": {"terms": ["defence spending"]}}
    found = warnings(tables, articles_of("They keep sending the defence ministry mail. " * 9))
    assert [row[2][:15] for row in found] == ["matches nothing"]


def test_a_misspelt_term_that_an_article_misspells_too_is_a_near_miss(articles_of):
    found = warnings(
        {"arms": {"terms": ["sanctons"]}}, articles_of("Sanctions. " * 100 + "Sanctons")
    )
    assert found == [("arms", "sanctons", "is one letter from `sanctions`, 100 in the articles")]


def test_an_exact_term_that_is_counted_is_not_said_to_be_there_in_another_case(articles_of):
    assert warnings({"bank": {"terms": ["=SWIFT"]}}, articles_of("SWIFT. A swift answer.")) == []


def test_an_exact_term_that_stands_there_in_another_case_is_named(articles_of):
    tables = {"swift": {"terms": ["=SWIFT", "bank"]}}
    found = warnings(tables, articles_of("Swift, said the bank."))
    assert "in another case only" in found[1][2]


def test_a_likely_misspelling_in_the_articles_is_named_at_its_term(articles_of):
    tables = {"sanctions": {"terms": ["sanctions"]}}
    assert warnings(tables, articles_of("sanctions " * 40 + "sanctlons")) == [
        ("sanctions", "sanctions", "may be meant by `sanctlons`, 1 in the articles, not counted")
    ]


def test_a_term_that_brings_over_four_fifths_of_a_theme_is_named(articles_of):
    tables = {"arms": {"terms": ["arms", "tanks"]}}
    named = ("arms", "arms", "brings 5 of the 6 mentions; the theme is little more than it")
    assert warnings(tables, articles_of("arms " * 5 + "tanks")) == [named]
    assert warnings(tables, articles_of("arms " * 4 + "tanks")) == []  # exactly four fifths


def test_no_dominant_term_is_named_where_mentions_are_few_or_it_is_an_actor(articles_of):
    tables = {"arms": {"terms": ["arms", "tanks"]}}
    kinds = {warning for _, _, warning in warnings(tables, articles_of("arms " * 4))}
    assert kinds == {"matches nothing in these articles; check its spelling"}
    actors = {"eu": {"terms": ["Brussels", "European Union"]}}
    articles = articles_of("Brussels " * 9 + "European Union")
    assert lint_codebook(read_codebook({"actors": actors}), articles).empty


def test_a_part_that_brings_nearly_all_of_its_parent_is_named_at_both(articles_of):
    tables = {"trade": {"terms": ["trade"], "tariffs": {"terms": ["tariff", "duty"]}}}
    found = warnings(tables, articles_of("tariff " * 9 + "duty trade"))
    assert [row[:2] for row in found] == [("trade", "tariff"), ("trade.tariffs", "tariff")]
