"""The codebooks of the package count what their papers say; every sentence here is invented."""

import pytest

from dateline.errors import SettingError
from dateline.study import STARTER_NOTE, open_study
from dateline.themes import find_mentions, load_codebook
from dateline.themes.ready import (
    codebook_parameters,
    codebook_setting,
    find_codebook,
    ready_codebook_of,
    ready_codebooks,
    with_codebook,
)

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


@pytest.fixture
def study(make_study):
    """A bare folder, which has the starter codebook, with another codebook in it and beside it."""
    theme = '[themes.rain]\nterms = ["rain"]\n'
    folder = make_study({"a.txt": "Rain.", "other.toml": theme})
    (folder.parent / "beside.toml").write_text(theme)
    return open_study(folder)


@pytest.mark.parametrize("name", ["other.toml", "beside.toml"])
def test_a_codebook_is_found_in_the_study_and_beside_it(study, name):
    other = with_codebook(study, name)
    assert load_codebook(other.codebook).names() == ["rain"]
    assert other.notes[-1].endswith(f"than the study’s own: the file {name}.")


def test_a_codebook_of_the_package_is_named_with_its_source_instead_of_the_starter(study):
    other = with_codebook(study, "gpr")
    assert "Geopolitical risk (Caldara and Iacoviello" in other.notes[-1]
    assert STARTER_NOTE in study.notes and STARTER_NOTE not in other.notes


def test_no_name_leaves_the_study_as_it_is_and_twice_is_as_good_as_once(study):
    assert with_codebook(study, "") is study
    assert with_codebook(with_codebook(study, "epu"), "epu") == with_codebook(study, "epu")


def test_a_path_is_given_from_the_folder_that_holds_the_study(study, monkeypatch):
    monkeypatch.chdir(study.folder)
    assert codebook_setting(study, "other.toml") == "study/other.toml"
    assert codebook_setting(study, "../beside.toml") == "beside.toml"
    assert codebook_setting(study, "gpr") == "gpr" and codebook_setting(study, "") == ""


def test_an_index_brings_the_unit_in_which_it_is_published(study):
    assert codebook_parameters(study, "epu") == {"codebook": "epu", "unit": "articles"}
    assert codebook_parameters(study, "starter") == {"codebook": "starter"}
    assert codebook_parameters(study, "") == {}


def test_a_codebook_that_is_not_there_is_named_with_those_that_are(study):
    with pytest.raises(SettingError, match="codebook gpp: no such file; did you mean `gpr`"):
        with_codebook(study, "gpp")
