"""A view as it begins, and as a parameter file."""

import tomllib

import pytest

from dateline.errors import SettingError
from dateline.explore.view import View, first_view, view_parameters, view_text


def test_a_view_begins_as_the_reports_of_the_study_do(model):
    defaults = {"period": "year", "date_classes": "A", "themes": "talks, us", "most": 7}
    view = first_view(defaults, model.codebook, ["trade"])
    assert view == View(("talks", "us"), period="year", date_classes="A")


def test_without_themes_of_the_study_the_common_ones_are_shown(model):
    assert first_view({}, model.codebook, ["trade"]).themes == ("trade",)


@pytest.mark.parametrize(
    "wrong",
    [{"period": "decade"}, {"unit": "lines"}, {"since": "1.2.2022"}, {"date_classes": "B"},
     {"since": "2022-02-01", "until": "2022-01-01"}],
)  # fmt: skip
def test_a_view_that_cannot_be_is_refused(wrong):
    with pytest.raises(SettingError):
        View(**wrong)


def test_the_file_of_a_view_reads_back_as_its_parameters():
    view = View(("trade", "talks"), "month", since="2022-01-01")
    parameters = view_parameters(view)
    text = view_text(parameters, ["One\nremark = 1"])
    assert tomllib.loads(text) == parameters
    assert text.splitlines()[1] == "# One remark = 1"


def test_the_theme_that_was_read_last_is_the_one_of_the_passages():
    assert view_parameters(View(("trade", "talks")), theme="us")["theme"] == "us"
    assert view_parameters(View(("trade",)))["theme"] == "trade"
    assert "theme" not in view_parameters(View(("trade", "talks"), sources=("North",)))
