"""The slow, obvious matcher that the engine must agree with, and small tables for tests."""

import itertools
import re

import pandas as pd
import pytest

from dateline.articles.sentences import sentence_spans


@pytest.fixture
def articles_of():
    """A function: texts to a table of articles with only the columns that the matcher reads."""

    def make(*texts, **columns):
        rows = {"doc_id": [f"a{n}" for n in range(len(texts))], "text": texts, "problem": ""}
        return pd.DataFrame(rows | columns)

    return make


@pytest.fixture(scope="session")
def reference_mentions():
    """A function: text and tables of a codebook to a list of (theme, from, to, sentence)."""
    return _reference_mentions


def _reference_mentions(text, tables):
    tokens = _tokens(text)
    sentences = sentence_spans(text)
    numbers = [sum(first <= at for first, _ in sentences) - 1 for at, _ in tokens]
    words = [text[start:end] for start, end in tokens]
    found = []
    for theme, table in tables.items():
        spans = _theme_spans(table, words, numbers)
        found += [(theme, *span, numbers[span[0]]) for span in _accepted(spans)]
    return found


def _tokens(text):
    """ASCII only: letters and digits, apostrophes inside; 's at the end is cut off."""
    found = []
    for run in re.finditer(r"[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*", text):
        start, end = run.span()
        cut = end - 2 if re.search(r".'[sS]$", run.group()) else end
        found += [(start, cut)] + ([(cut, end)] if cut < end else [])
    return found


def _theme_spans(table, words, numbers):
    """Own spans and those of the children, before overlaps are resolved."""
    masked = {
        at
        for term in table.get("unless", [])
        for first, last in _term_spans(term, words, numbers)
        for at in range(first, last + 1)
    }

    def spans(term):
        found = _term_spans(term, words, numbers)
        return [span for span in found if not masked & set(range(span[0], span[1] + 1))]

    entries = table.get("terms", [])
    own = [_rule_spans(e, spans, numbers) if isinstance(e, dict) else spans(e) for e in entries]
    children = [_theme_spans(t, words, numbers) for t in table.values() if isinstance(t, dict)]
    return [span for part in own + children for span in part]


def _term_spans(term, words, numbers):
    parts = re.findall(r"[A-Za-z0-9*?]+", term)
    places = range(len(words) - len(parts) + 1)
    return [
        (at, at + len(parts) - 1)
        for at in places
        if all(_same(part, words[at + n], term) for n, part in enumerate(parts))
        and numbers[at] == numbers[at + len(parts) - 1]
    ]


def _same(part, word, term):
    pattern = part.replace("*", ".*").replace("?", ".")
    return re.fullmatch(pattern, word, 0 if term.startswith("=") else re.IGNORECASE)


def _rule_spans(rule, spans, numbers):
    whole = rule.get("scope") == "article"

    def unit(span):
        return 0 if whole else numbers[span[0]]

    def holds(group, place):
        return any(unit(span) == place for term in group for span in spans(term))

    if "near" in rule:
        marked = _pairs(rule, spans, unit)
    else:
        groups = [rule["any"]] if "any" in rule else rule["all"]
        marked = {span for group in groups for term in group for span in spans(term)}
    return [
        span
        for span in marked
        if all(holds(group, unit(span)) for group in rule.get("all", []))
        and (holds(rule["any"], unit(span)) if "any" in rule else True)
        and not holds(rule.get("none", []), unit(span))
    ]


def _pairs(rule, spans, unit):
    first, second = ([s for term in group for s in spans(term)] for group in rule["near"])
    pairs = set()
    for a, b in itertools.product(first, second):
        left, right = sorted([a, b])
        if 0 < right[0] - left[1] <= rule["within"] and unit(a) == unit(b):
            pairs.add((left[0], right[1]))
    return _apart(sorted(pairs, key=lambda s: (s[1] - s[0], s[0])))


def _accepted(spans):
    return _apart(sorted(set(spans), key=lambda s: (-(s[1] - s[0]), s[0])))


def _apart(spans):
    accepted = []
    for span in spans:
        if all(span[1] < other[0] or other[1] < span[0] for other in accepted):
            accepted.append(span)
    return sorted(accepted)
