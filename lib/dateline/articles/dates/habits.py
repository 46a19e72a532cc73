"""How a source writes its dates, learned from all its articles before any one is dated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from dateline.articles.clean import Cleaned
from dateline.articles.dates.headlines import Form, headline_forms
from dateline.articles.dates.metadata_habits import Habit, judge_habits
from dateline.articles.dates.order import learn_day_orders, order_key
from dateline.articles.dates.statements import headline_of, texts_with_figures
from dateline.sources import RawArticle


class Habits(NamedTuple):
    """
    What is known of an article's source: the order of day and month in its figures, the forms in
    which its headlines carry dates, and which names of its metadata are not what they say.
    """

    day_order: str = ""
    forms: frozenset[Form] = frozenset()
    metadata: Mapping[str, Habit] = MappingProxyType({})


# Nothing is known: an article by itself.
NO_HABITS = Habits()


def learn_habits(articles: Sequence[tuple[RawArticle, Cleaned, str]]) -> list[Habits]:
    """
    The habits of each article's source, in the order of the articles; a step over the corpus.

    `articles` are (as collected, cleaned, source); where the source is blank, the folder of the
    article stands for it.
    """
    keys = [order_key(source, raw.path) for raw, _, source in articles]
    orders = learn_day_orders(
        (key, texts_with_figures(raw, cleaned))
        for key, (raw, cleaned, _) in zip(keys, articles, strict=True)
    )
    forms = headline_forms(
        (key, headline_of(raw, cleaned))
        for key, (raw, cleaned, _) in zip(keys, articles, strict=True)
    )
    metadata = judge_habits([(raw.path, source, raw.metadata) for raw, _, source in articles])
    return [
        Habits(orders.get(key, ""), forms.get(key, frozenset()), judged)
        for key, judged in zip(keys, metadata, strict=True)
    ]
