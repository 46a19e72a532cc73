"""The run record holds all that can change a number, and neither a clock nor a place."""

import hashlib
import json

import pandas as pd
import pytest

from dateline.report.parameters import Parameter
from dateline.report.plan import Job
from dateline.report.record import codebook_content, make_record, record_bytes
from dateline.study import open_study
from dateline.themes import load_codebook

FILES = pd.DataFrame({"path": ["b.txt", "a.txt"], "sha256": ["f00", ""]})
CODEBOOK = """\
[themes.trade]
terms = ["tariff*", { near = [["war"], ["trade"]], within = 2 }]
[actors.us]
label = "United States"
terms = ["=US"]
unless = ["US dollar"]
"""


@pytest.fixture
def study(make_study):
    return open_study(make_study({"a.txt": "News.", "codebook.toml": CODEBOOK}))


@pytest.fixture
def job(tmp_path):
    notebook = tmp_path / "02-x.ipynb"
    notebook.write_text("{}")
    declared = {name: Parameter(name, type(value), value)
                for name, value in {"study": "", "most": 5, "seed": 7}.items()}  # fmt: skip
    return Job("02-x", notebook, declared, {"study": "seeds", "most": 3})


def test_it_has_the_checksum_of_each_file_and_definition(study):
    record = make_record(study, {}, FILES)
    assert record["files"] == {"a.txt": None, "b.txt": "f00"}
    digest = hashlib.sha256(CODEBOOK.encode()).hexdigest()
    assert record["definitions"] == {
        "codebook": digest, "calendar": None, "dates": None, "study": None
    }  # fmt: skip


def test_it_has_what_was_given_and_what_held(study, job):
    record = make_record(study, {"most": 3}, FILES, jobs=[job])
    assert record["parameters"] == {"most": 3}
    assert record["settings"] == {"most": 3, "seed": 7}
    assert record["notebooks"]["02-x"]["settings"] == {"most": 3, "seed": 7}
    assert record["notebooks"]["02-x"]["sha256"] == hashlib.sha256(b"{}").hexdigest()


def test_seeds_are_those_of_the_library_and_of_the_parameters(study, job):
    seeds = make_record(study, {}, FILES, jobs=[job])["seeds"]
    assert seeds == {"date draws": 1, "comparisons": 1, "changes": 1, "seed": 7}


def test_the_codebook_is_there_term_by_term(study):
    content = codebook_content(load_codebook(study.codebook))
    trade, us = content["themes"]
    assert trade["terms"] == ["tariff*", "war within 2 of trade"]
    assert (us["kind"], us["label"], us["unless"]) == ("actor", "United States", ["US dollar"])
    assert make_record(study, {}, FILES)["codebook"] == content


def test_comments_in_the_file_change_its_checksum_and_not_its_content(study):
    before = make_record(study, {}, FILES)
    study.codebook.write_text("# reworded\n" + CODEBOOK)
    after = make_record(study, {}, FILES)
    assert before["codebook"] == after["codebook"]
    assert before["definitions"]["codebook"] != after["definitions"]["codebook"]


def test_versions_name_the_packages_and_python_without_its_patch(study):
    versions = make_record(study, {}, FILES)["versions"]
    assert {"dateline", "pandas", "numpy", "scipy", "matplotlib", "lxml"} <= set(versions)
    assert versions["python"].count(".") == 1 and "not installed" not in versions.values()


def test_no_place_of_the_machine_is_in_it(study, job):
    content = record_bytes(make_record(study, {}, FILES, jobs=[job]), {"b": "2", "a": "1"})
    assert str(study.folder).encode() not in content and str(job.path).encode() not in content
    assert list(json.loads(content)["written"]) == ["a", "b"]
