import pandas as pd

from dateline.charts import (
    describe_heatmap,
    describe_share,
    describe_shares,
    describe_timeline,
    describe_volume,
)


def test_a_share_is_described_from_first_to_last_with_peak_trough_and_gaps(sanctions):
    assert describe_share(sanctions, "sanctions") == (
        "Line chart of the share of distinct stories that mention sanctions, by quarter, "
        "from 2022 Q1 to 2022 Q4. "
        "It is 25 % (1 of 4) in 2022 Q1 and 0 % (0 of 5) in 2022 Q4; "
        "where there are at least 3 stories, "
        "the highest is 25 % (1 of 4) in 2022 Q1, the lowest 0 % (0 of 5) in 2022 Q4. "
        "No stories in 1 quarter: 2022 Q2. Fewer than 3 stories in 1 quarter."
    )


def test_a_peak_that_is_met_twice_says_how_often(sanctions):
    count, share = [1, 0, 1, 0], [0.5, None, 0.5, 0.0]
    twice = sanctions.assign(count=count, total=[2, 0, 2, 2], share=share)
    assert "the highest is 50 % in 2 quarters, first 2022 Q1" in describe_share(twice, "it")


def test_a_theme_that_nobody_mentions_is_said_to_be_none(sanctions):
    nobody = sanctions.assign(count=0, share=sanctions["share"] * 0)
    assert "None of the 11 stories mentions it." in describe_share(nobody, "arms")


def test_a_share_that_never_changes_has_no_peak(sanctions):
    same = sanctions.assign(count=sanctions["total"], share=1.0)
    assert "the same throughout, 100 % in 3 quarters" in describe_share(same, "arms")


def test_one_period_is_described_by_its_first_day(sanctions):
    words = describe_share(sanctions.head(1), "sanctions")
    assert words.endswith("It is 25 % (1 of 4) in the period from 2022-01-01.")


def test_small_charts_are_described_by_their_extremes(series, labels):
    assert describe_shares(series, labels) == (
        "Small line charts of the share of distinct stories that mention a theme, one for each "
        "theme (2 themes), by quarter, from 2022 Q1 to 2022 Q4. "
        "Most often: War, in 5 of 11 stories; least: Sanctions, in 2. "
        "Where there are at least 3 stories, the highest share is that of War: "
        "75 % (3 of 4) in 2022 Q1. "
        "No stories in 1 quarter: 2022 Q2. Fewer than 3 stories in 1 quarter."
    )


def counted(series, **counts):
    """The series with other counts, in the order of the quarters, and their shares."""
    table = series.sort_values(["theme", "period"])
    table["count"] = [number for theme in sorted(counts) for number in counts[theme]]
    return table.assign(share=table["count"] / table["total"].where(table["total"] > 0))


def test_a_highest_share_that_is_met_often_says_how_often_and_where_first(series, labels):
    often = counted(series, sanctions=[1, 0, 0, 5], war=[4, 0, 0, 5])
    assert "the highest share, 100 %, is reached 3 times, first by War in 2022 Q1." in (
        describe_heatmap(often, labels)
    )


def test_themes_that_reach_the_highest_share_together_are_all_named(series, labels):
    both = counted(series, sanctions=[4, 0, 0, 0], war=[4, 0, 0, 1])
    assert "is reached 2 times, first by War and Sanctions in 2022 Q1." in (
        describe_shares(both, labels)
    )


def test_a_highest_share_of_few_stories_is_passed_over(series, labels):
    few = counted(series, sanctions=[1, 0, 2, 0], war=[0, 0, 2, 0])
    words = describe_heatmap(few, labels)
    assert "at least 3 stories, the highest share is that of Sanctions: 25 % (1 of 4)" in words
    assert "100 %" not in words


def test_a_highest_share_of_few_stories_is_given_where_there_is_no_other(series, labels):
    few = counted(series, sanctions=[0, 0, 1, 0], war=[0, 0, 0, 0])
    assert ". The highest share is that of Sanctions: 50 % (1 of 2) in 2022 Q3." in (
        describe_heatmap(few, labels)
    )


def test_themes_that_are_as_frequent_are_named_together(series, labels):
    same = counted(series, sanctions=[1, 0, 0, 1], war=[2, 0, 0, 0])
    words = describe_shares(same, labels)
    assert "Most often: War and Sanctions, in 2 of 11 stories each. " in words
    assert "least" not in words.split("Most often")[1].split(".")[0]


def test_themes_that_are_as_rare_are_named_together(series):
    three = pd.concat([series, series[series["theme"] == "sanctions"].assign(theme="arms")])
    words = describe_shares(three, {"war": "War", "sanctions": "Sanctions", "arms": "Arms"})
    assert "Most often: War, in 5 of 11 stories; least: Sanctions and Arms, in 2 each." in words


def test_parts_of_stories_have_one_decimal_and_whole_stories_none(parts):
    sanctions = parts[parts["theme"] == "sanctions"]
    words = describe_share(sanctions, "sanctions")
    assert "It is 25 % (1 of 4) in 2022 Q1 and 14 % (0.6 of 4.1) in 2022 Q4;" in words
    # 2.93 stories are fewer than 3: the third quarter is no highest or lowest.
    assert "the lowest 14 % (0.6 of 4.1) in 2022 Q4." in words
    assert words.endswith("Fewer than 3 stories in 1 quarter.")


def test_parts_of_stories_add_up_to_whole_ones(parts, labels):
    words = describe_heatmap(parts, labels)
    assert "Most often: War, in 5 of 11 stories; least: Sanctions, in 2." in words


def test_a_heat_map_is_described_by_its_extremes(series, labels):
    words = describe_heatmap(series, labels)
    assert words.startswith("Table of coloured cells, 2 themes in rows: the share of distinct")
    assert "Most often: War, in 5 of 11 stories; least: Sanctions, in 2." in words


def test_only_the_themes_that_are_drawn_are_described(series):
    words = describe_heatmap(series, {"sanctions": "Sanctions"})
    assert "1 theme in rows" in words
    assert "War" not in words


def test_themes_that_nobody_mentions_have_no_peak(series, labels):
    nobody = series.assign(count=0, share=series["share"] * 0)
    assert "No theme is mentioned in the 11 stories." in describe_shares(nobody, labels)


def test_a_volume_is_described_with_stories_and_empty_periods(volume):
    assert describe_volume(volume) == (
        "Bars of 13 articles, by quarter, from 2022 Q1 to 2022 Q4; "
        "11 of them are distinct stories. "
        "The most are 6 in 2022 Q1, the fewest 2 in 2022 Q3. "
        "No articles in 1 quarter: 2022 Q2."
    )


def test_a_volume_of_parts_gives_them_with_one_decimal(volume):
    parts = volume.assign(articles=[6, 0, 1.571429, 5.428571], stories=[4, 0, 1.571429, 5.428571])
    assert "Bars of 13 articles" in describe_volume(parts)
    assert "The most are 6 in 2022 Q1, the fewest 1.6 in 2022 Q3." in describe_volume(parts)


def test_periods_whose_parts_read_alike_are_named_together(volume):
    parts = volume.assign(articles=[2.571429, 0, 1.571429, 1.6], stories=1)
    assert "the fewest 1.6 in 2022 Q3 and 2022 Q4." in describe_volume(parts)
    alike = volume.assign(articles=[1.571429, 0, 1.571429, 1.6], stories=1)
    assert "The most" not in describe_volume(alike)


def test_a_timeline_is_described_by_how_the_dates_are_known(articles):
    assert describe_timeline(articles) == (
        "Timeline with a row for each of 5 articles. "
        "How the dates are known: 1 a stated day, 1 within 8 days, 1 within 92 days and "
        "2 wider or not at all. Best days reach from 2022-03-01 to 2022-06-15."
    )


def test_a_timeline_says_where_evidence_disagrees_and_that_it_is_in_blocks(articles):
    doubtful = articles.assign(date_conflict=articles["doc_id"] == "b")
    assert describe_timeline(doubtful).endswith("The evidence on 1 article disagrees.")
    assert "a thin line for each, in blocks" in describe_timeline(doubtful, most=2)


def test_a_timeline_without_best_days_gives_none(articles):
    undated = articles[articles["doc_id"] == "u"]
    assert describe_timeline(undated).endswith("known: 1 wider or not at all.")


def test_empty_charts_are_said_to_be_empty(series, labels, volume, articles):
    empty = series.head(0)
    reason = "Empty chart. No article has a date in this range."
    assert describe_share(empty, "x") == describe_shares(empty, labels) == reason
    assert describe_heatmap(empty, labels) == describe_volume(volume.head(0)) == reason
    assert describe_timeline(articles.head(0)) == "Empty chart. There is no article to draw."


def test_periods_without_any_story_give_no_share(sanctions):
    gaps = sanctions.assign(count=0, total=0, share=float("nan"))
    assert "No stories in 4 quarters: 2022 Q1, 2022 Q2, 2022 Q3 and 2022 Q4." in describe_share(
        gaps, "sanctions"
    )


def test_only_gaps_leave_nothing_to_be_the_highest(series, labels):
    gaps = series.assign(count=0, total=0, share=float("nan"))
    assert "highest" not in describe_shares(gaps, labels)
