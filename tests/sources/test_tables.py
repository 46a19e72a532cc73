"""CSV and TSV: one row, one article; a line that does not fit is named, the others are read."""

import csv

import pytest

from dateline.sources.raw import RefusedError
from dateline.sources.tables import read_table
from dateline.study import ReadSettings


def read(content, **settings):
    content = content if isinstance(content, bytes) else content.encode()
    return read_table("t", content, ReadSettings(**settings))


def texts(content, **settings):
    return [article.text for article in read(content, **settings).articles]


def refusal(content, **settings):
    with pytest.raises(RefusedError) as refused:
        read(content, **settings)
    return str(refused.value)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_the_delimiter_is_found_in_the_header(mark):
    assert texts(f"date{mark}text\n2022-03-24{mark}Talks.\n") == ["Talks."]


@pytest.mark.parametrize("line", ["sep=;\n", '"sep=;"\n', "sep=;\r\n"])
def test_the_delimiter_that_excel_names_is_taken(line):
    assert texts(line + "date;text\n2022-03-24;x\n") == ["x"]


def test_a_comma_in_a_name_of_a_column_is_not_taken_for_the_delimiter():
    table = "date;words, all;text\n2022;1;Talks, held\n2023;2;More, held\n"
    assert texts(table) == ["Talks, held", "More, held"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_the_text_of_excel_with_and_without_its_mark_is_read(encoding):
    assert texts("Datum\tText\r\n24.3.2022\tGespräche.\r\n".encode(encoding)) == ["Gespräche."]


def test_the_encoding_of_the_study_is_the_one_used():
    (article,) = read("text\nМир\n".encode("koi8-r"), encoding="koi8-r").articles
    assert (article.text, article.encoding) == ("Мир", "koi8-r")


def test_titles_and_search_terms_may_stand_above_the_header():
    top = 'Export of May\n"Title:",sanctions\n\n'
    assert texts(top + "Date,Title,Text\n2022,Talks,They met.\n") == ["Talks\n\nThey met."]


def test_quoted_cells_hold_delimiters_quotes_and_lines():
    assert texts('date,text\n2022-03-24,"One, ""two""\n\nthree."\n') == ['One, "two"\n\nthree.']


def test_cells_stay_the_text_that_they_are():
    assert texts("text\n007\nNA\n1e5\nTrue\n") == ["007", "NA", "1e5", "True"]


def test_blank_lines_and_empty_cells_beyond_the_header_are_passed_over():
    assert texts("date,text\n\n2022-03-24,Talks.,,\n,\n") == ["Talks."]


def test_a_long_cell_is_read_and_the_limit_of_the_reader_stays():
    limit = csv.field_size_limit()
    assert len(texts("text\n" + "word " * 50_000 + "\n")[0]) == 249_999
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize(
    "content, reason",
    [
        ("date,text\n1,a,b\n", "line 2: 3 cells where the header has 2; mend the line"),
        ("date,text\n1\n2\n3,c\n", "line 2: 1 cells where the header has 2; mend the line"),
        ("sep=,\ndate,text\nb\n", "line 3: 1 cells where the header has 2; mend the line"),
        ('text\n"a" b\n', "line 2: ',' expected after '\"'; mend the quotation marks"),
        ('text\n"a\nb\n', "line 2: a quotation mark is opened and not closed; mend it"),
        ("text\n", "table without rows"),
        ("", "empty"),
        ("a\0b", "not text (binary data)"),
    ],
)
def test_a_table_of_which_more_than_half_does_not_fit_is_refused(content, reason):
    assert refusal(content) == reason


def test_lines_that_do_not_fit_are_left_out_and_named():
    found = read("date,text\n1,a\n2,b,c\n3\n4,d\n")
    assert [article.text for article in found.articles] == ["a", "d"]
    said = "lines 3 and 4 do not fit the header and were left out; 2 rows read"
    assert found.remark == said


def test_of_many_lines_five_are_named_and_the_others_counted():
    found = read("date,text\n" + "1,a\n" * 20 + "b\n" * 13)
    said = "lines 22, 23, 24, 25, 26 and 8 more do not fit the header and were left out"
    assert found.remark == said + "; 20 rows read"


def test_the_lines_of_a_file_are_counted_and_not_the_rows():
    found = read('date,text\n1,"a\n\nb"\n2,c,d\n3,e\n')
    assert found.remark == "line 5 does not fit the header and was left out; 2 rows read"


OPEN = "has a quotation mark that is not closed and was left out"


@pytest.mark.parametrize(
    "content, read_all_the_same",
    [
        ('date,text\n1,"a\n2,b\n3,c\n4,d\n', ["b", "c", "d"]),
        ('date,text\n1,"a\n2,"b"\n3,c\n', ["b", "c"]),
        ('date,text\n1,"a\n2,b\n3,"c"\n4,d\n', ["b", "c", "d"]),
        ('date,text\n1,"a\nmore\n2,"b"\n3,c\n', ["b", "c"]),
        ('date,text\n1,"a\nmore\n2,"b\n\nc"\n3,d\n', ["b\n\nc", "d"]),
        ('date,text,x\n1,"a,\n2,b,\n3,c,\n4,d,\n5,e,\n6,f,\n7,g",\n8,h,\n',
         ["b", "c", "d", "e", "f", 'g"', "h"]),
    ],
    ids=["to the end", "mark below", "mark later", "lines", "lines below", "row that fits"],
)  # fmt: skip
def test_an_open_quotation_mark_takes_its_own_line_alone(content, read_all_the_same):
    found = read(content)
    assert [article.text for article in found.articles] == read_all_the_same
    assert found.remark.startswith(f"line 2 {OPEN}")


def test_a_table_that_is_cut_off_in_a_text_gives_the_rows_above():
    found = read('date,text\n1,a\n2,"b\n\nThen, they met')
    assert [article.text for article in found.articles] == ["a"]
    said = "line 3 opens a quotation mark that is not closed, to the end of the file,"
    assert found.remark == f"{said} and was left out; 1 row read"


def test_a_list_inside_a_text_is_not_taken_for_rows():
    cities = "Bonn, Germany\nParis, France\nRome, Italy\nBern, Switzerland"
    assert texts(f'date,text\n1,"They met in\n{cities}\nand parted."\n2,b\n')[1:] == ["b"]


def test_a_table_of_a_hundred_thousand_columns_is_read():
    header, cells = ",".join(f"date{at}" for at in range(100_000)), "," * 99_999
    (article,) = read(f"text,{header}\nTalks.,2022{cells}\n").articles
    assert article.metadata == (("column:date0", "2022"),)


def test_a_column_named_in_the_study_is_taken():
    (article,) = read("when,what\n2022,Talks.\n", columns={"text": "what", "date": "when"}).articles
    assert (article.text, article.metadata) == ("Talks.", (("column:publish_date", "2022"),))
