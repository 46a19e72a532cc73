"""Whether a source writes day or month first."""

from dateline.articles.dates.order import TELLING_SURELY, learn_day_orders, order_key


def learn(*texts):
    return learn_day_orders([("paper", texts)])


def test_two_days_above_the_twelfth_tell_the_order():
    assert learn("24/03/2022", "Talks, 25.3.22") == {"paper": "day first"}
    assert learn("Briefing, 3/24/16", "Briefing, 3/25/2016") == {"paper": "month first"}


def test_one_day_is_not_enough_however_often_it_is_written():
    assert learn("24/03/2022", "24/03/2022") == {}


def test_figures_with_two_readings_tell_nothing():
    assert learn("03/04/2022", "05/06/2022", "07/08/2022") == {}


def test_figures_that_contradict_each_other_leave_the_order_open():
    assert learn("24/03/2022", "25/03/2022", "03/26/2022") == {}


def test_each_source_has_its_own_order():
    articles = [("a", ["24/03/2022", "25/03/2022"]), ("b", ["03/24/2022", "03/25/2022"])]
    assert learn_day_orders(articles) == {"a": "day first", "b": "month first"}


def test_articles_without_a_source_need_more_days():
    texts = [f"{day}/03/2022" for day in range(20, 25)]
    assert learn_day_orders([("", texts[:4])]) == {}
    assert learn_day_orders([("", texts)]) == {"": "day first"}


def test_the_articles_of_a_source_count_together():
    articles = [("a", ["24/03/2022"]), ("b", ["x"]), ("a", ["25/03/2022"])]
    assert learn_day_orders(articles) == {"a": "day first"}


def test_a_year_of_two_figures_may_stand_in_front():
    assert learn("22/03/21", "22/04/21", "22/05/21") == {}


def test_days_that_are_not_in_the_calendar_tell_nothing():
    assert learn("31/02/2022", "30/02/2022") == {}


def test_longer_numbers_tell_nothing():
    assert learn("124/03/2022", "24/03/20221", "1.24.3.22", "24/03/2022/1") == {}


def test_folders_stand_for_sources_that_are_not_known():
    articles = [
        (order_key("", f"{folder}/{day}.txt"), [figures.format(day=day)])
        for folder, figures in (("uk", "{day}/03/2022"), ("us", "03/{day}/2022"))
        for day in range(20, 25)
    ]
    assert learn_day_orders(articles) == {"uk/": "day first", "us/": "month first"}


def test_another_form_of_figures_in_a_folder_may_be_of_another_order():
    texts = [f"{day}/03/2022" for day in range(20, 26)]
    assert learn_day_orders([("a/", [*texts, "03/04/2022"])]) == {"a/": "day first"}
    assert learn_day_orders([("a/", [*texts, "3/4/2022"])]) == {}
    assert learn_day_orders([("a/", [*texts, "03.04.2022"])]) == {}


def test_many_that_agree_tell_for_a_folder_of_several_forms():
    texts = [f"3/{day}/2022" for day in range(13, 28)]
    assert len(texts) == TELLING_SURELY
    assert learn_day_orders([("a/", [*texts, "03/04/22"])]) == {"a/": "month first"}
