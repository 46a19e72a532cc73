"""TOML files: what is wrong with one is said in a sentence with file, line and column."""

import pytest

from dateline.errors import CodebookError, StudyError
from dateline.toml import line_of, read_toml, refuse_unknown_keys


def complaint(path):
    with pytest.raises(StudyError) as raised:
        read_toml(path, error=StudyError)
    return str(raised.value)


def test_the_content_comes_with_its_text(tmp_path):
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfx = 1\r\n")
    assert read_toml(tmp_path / "a.toml", error=StudyError) == ({"x": 1}, "x = 1\n")


@pytest.mark.parametrize(
    "content, message",
    [
        ("a = 1\nb = = 2\n", "a.toml, line 2, column 5: invalid value; mend that line"),
        (
            "start = 14.11.2022\n",
            "a.toml, line 1, column 14: more stands behind the value than belongs to it; "
            "write a day as 2022-03-21",
        ),
        (
            'a = "x" "y"\n',
            "a.toml, line 1, column 9: more stands behind the value than belongs to it; "
            "mend that line",
        ),
        (
            "a = 1\na = 2\n",
            "a.toml, line 2, column 6: this name has a value already; delete one of the two lines",
        ),
        (
            "[a.b]\n[a]\n[a.b]\n",
            "a.toml, line 3, column 5: the table [a.b] is there twice; put its lines below the "
            "first",
        ),
        (
            "a: 1\n",
            "a.toml, line 1, column 2: expected '=' after a key; write name = value, a name with "
            "blanks in quotation marks",
        ),
        ("a =\n", "a.toml, line 1, column 4: invalid value; write the value behind ="),
        (
            'a = "x\n',
            "a.toml, line 1, column 7: illegal character '\\n'; a quotation mark is missing, \"",
        ),
        (
            "a = [1,\n",
            "a.toml, line 1: invalid value at the end of the file; mend that line",
        ),
        ("a = 2022-02-30\n", "a.toml, line 1, column 5: invalid date or datetime; mend that line"),
    ],
)
def test_a_mistake_of_spelling_has_line_and_column(tmp_path, content, message):
    (tmp_path / "a.toml").write_text(content)
    assert complaint(tmp_path / "a.toml") == message


def test_a_file_that_is_not_utf8_says_how_to_save_it(tmp_path):
    (tmp_path / "a.toml").write_bytes(b'title = "caf\xe9"')
    assert complaint(tmp_path / "a.toml") == "a.toml: not UTF-8 text; save the file as UTF-8"


def test_a_file_that_is_missing_or_a_folder_cannot_be_read(tmp_path):
    missing = "a.toml: cannot be read (No such file or directory); check the path"
    assert complaint(tmp_path / "a.toml") == missing
    (tmp_path / "a.toml").mkdir()
    assert (
        complaint(tmp_path / "a.toml") == "a.toml: cannot be read (Is a directory); check the path"
    )


@pytest.mark.parametrize(
    "content, part",
    [("a = " + "[" * 9999, "nested too deeply"), ("a = " + "9" * 9999, "4300 digits")],
    ids=["brackets", "digits"],
)
def test_a_hostile_file_is_a_mistake_like_any_other(tmp_path, content, part):
    (tmp_path / "a.toml").write_text(content)
    assert part in complaint(tmp_path / "a.toml")


def test_an_unknown_key_lists_the_known_ones_and_the_nearest():
    with pytest.raises(CodebookError) as raised:
        refuse_unknown_keys(["a", "lable"], ["label", "a"], where="c.toml", error=CodebookError)
    guess = "did you mean `label`? known are a, label"
    assert str(raised.value) == f"c.toml: unknown key `lable`; {guess}"


def test_a_key_like_no_other_gets_no_guess():
    with pytest.raises(StudyError) as raised:
        refuse_unknown_keys(["zzz"], ["label"], where="c.toml", error=StudyError)
    assert str(raised.value) == "c.toml: unknown key `zzz`; known are label"


@pytest.mark.parametrize("pattern, number", [("^b", 2), ("x", 1), ("nowhere", 0)])
def test_the_line_of_a_key_is_counted_from_one(pattern, number):
    assert line_of("a x\nb x\n", pattern) == number


@pytest.mark.parametrize(
    ("content", "end"),
    [
        ('a = ["b", "c, "d"]\n', 'unclosed array; a quotation mark is missing, "'),
        ('a = ["b" "c"]\n', "line 1, column 10: unclosed array; a comma is missing before it"),
        ('a = ["b", "c"\nd = 1\n', "line 2, column 1: unclosed array; close the list with ]"),
        ("a = “b”\n", 'invalid value; write straight quotation marks, "'),
        ("a = month\n", "column 5: invalid value; put it in quotation marks"),
        ("a = True\n", "invalid value; write true or false in small letters"),
    ],
)
def test_a_slip_has_its_way_out(tmp_path, content, end):
    (tmp_path / "a.toml").write_text(content, encoding="utf-8")
    assert complaint(tmp_path / "a.toml").endswith(end)
