import pandas as pd
import pytest

from dateline.charts import say_undated

COLUMNS = ["theme", "unit", "count", "total", "undated_count", "undated_total", "difference"]


@pytest.fixture
def differ():
    rows = [
        ("war", "stories", 42, 59, 0, 6, -0.71, True),
        ("trade", "stories", 6, 59, 4, 6, 0.56, True),
        ("arms", "stories", 6, 59, 1, 6, 0.06, False),
    ]
    return pd.DataFrame(rows, columns=[*COLUMNS, "differs"])


def test_a_warning_names_the_themes_and_both_counts(differ):
    assert say_undated(differ, {"war": "War", "trade": "Trade", "arms": "Arms"}) == (
        "Warning: the stories that are left out for their date tell of other things than those "
        "that are counted: War (0 of the 6 left out, 42 of the 59 counted) and Trade (4 of the 6 "
        "left out, 6 of the 59 counted). Date them before believing their shares."
    )


def test_no_difference_and_no_drawn_theme_need_no_warning(differ):
    assert say_undated(differ, {"arms": "Arms"}) == ""
    assert say_undated(differ.head(0), {"war": "War"}) == ""
