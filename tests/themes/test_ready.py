"""The codebooks of the package count what their papers say; every sentence here is invented."""

import pytest

from dateline.errors import SettingError
from dateline.themes import find_mentions, load_codebook
from dateline.themes.ready import find_codebook, ready_codebook_of, ready_codebooks

GPR = [
    ("The risk of war grew.", {"war_threats"}),
    ("The war brought a grave new risk.", set()),
    ("They fear the long war.", set()),
    ("They fear a war.", {"war_threats"}),
    ("A menace to peace was seen.", {"peace_threats"}),
    ("Ships carry missiles. A day later there was a blockade.", {"military_buildup"}),
    ("An atomic bomb was built. Months after, many felt the danger.", {"nuclear_threats"}),
    ("Guerrillas threaten the town.", {"terrorist_threats"}),
    ("The outbreak of war came early.", {"beginning_of_war"}),
    ("War, it seems, broke out.", set()),
    ("Then war broke out.", {"beginning_of_war"}),
    ("Rebels attack the port.", {"escalation_of_war"}),
    ("The hostages were killed.", {"terrorist_acts"}),
]
EXCLUDED = ["A film shows it.", "It was in a book.", "A price war began.", "His memoirs tell more."]
EPU = [
    ("The economy slows. Congress waits. The outlook is uncertain.", True),
    ("Economic news: regulatory uncertainty.", True),
    ("The Fed sees uncertainties in the economy.", True),
    ("The economy is uncertain.", False),
    ("Congress is uncertain about the weather.", False),
    ("The economy and the deficit grew.", False),
    ("The economies of Congress are uncertainly known.", False),
]


@pytest.fixture
def themes_in(articles_of):
    """A function: the name of a ready codebook and a text to the themes that are mentioned."""

    def find(name, text):
        codebook = load_codebook(ready_codebooks()[name].path)
        return set(find_mentions(articles_of(text), codebook)["theme"])

    return find


@pytest.mark.parametrize(("text", "expected"), GPR)
def test_gpr_finds_its_eight_searches_within_two_words(text, expected, themes_in):
    found = themes_in("gpr", text)
    assert {name.split(".")[-1] for name in found if name.count(".") == 2} == expected
    assert ("gpr" in found) == bool(expected)


@pytest.mark.parametrize("excluded", EXCLUDED)
def test_gpr_leaves_out_an_article_with_an_excluded_word(excluded, themes_in):
    assert themes_in("gpr", f"The risk of war grew.\n\n{excluded}") == set()


def test_gpr_sees_a_pair_across_the_end_of_a_sentence(themes_in):
    assert "gpr.threats.war_threats" in themes_in("gpr", "They spoke of war. Fears grew.")


@pytest.mark.real
def test_gpr_has_the_words_of_the_published_table(shared):
    import yaml

    table = yaml.safe_load((shared / "data/gpr/gpr_search_terms.yaml").read_text("utf-8"))
    codebook = load_codebook(ready_codebooks()["gpr"].path)
    rules = [theme.terms[0] for theme in codebook.themes if theme.terms]
    for rule, search in zip(rules, table["categories"].values(), strict=True):
        words = [[term.text for term in group] for group in (*rule.near, *rule.all)]
        assert words == [table["sets"][search["a"]], table["sets"][search["b"]]]
        assert [term.text for term in rule.none] == table["sets"]["exclude"]
        assert (rule.within, rule.scope) == (2 if search["op"] == "N/2" else 0, "article")


@pytest.mark.parametrize(("text", "counts"), EPU)
def test_epu_asks_for_a_word_of_each_of_three_sets(text, counts, themes_in):
    assert themes_in("epu", text) == ({"epu"} if counts else set())


def test_a_ready_codebook_has_the_theme_of_its_index():
    for ready in ready_codebooks().values():
        assert not ready.theme or ready.theme in load_codebook(ready.path).names()
        assert ready_codebook_of(ready.path) == ready


def test_a_codebook_is_found_by_name_and_by_path(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('[themes.a]\nterms = ["x"]\n')
    assert find_codebook("gpr").name == "gpr.toml"
    assert find_codebook(str(path)) == path.resolve()
    assert ready_codebook_of(path) is None


def test_an_unknown_codebook_is_one_sentence(tmp_path):
    with pytest.raises(SettingError) as raised:
        find_codebook("grp")
    assert str(raised.value) == (
        "codebook grp: no such file; did you mean `gpr`? known are starter, gpr, epu, "
        "or give a path"
    )


def test_a_codebook_of_another_program_is_refused_with_the_way_to_convert_it(tmp_path):
    path = tmp_path / "own.dic"
    path.write_text("%\n1\ta\n%\nx\t1\n")
    with pytest.raises(SettingError, match=r"run `dateline codebook convert .*own.dic codebook"):
        find_codebook(str(path))
