"""No pattern of the room may backtrack badly: ten times the text costs about ten times the time."""

import importlib
import pkgutil
import re

import pytest
from growth import MOST, least, seconds

import dateline.articles
from dateline.articles.dates.phrases import compile_pattern

SIZES = (1_000, 10_000, 100_000, 1_000_000)  # characters
ALL_KINDS = 10_000  # up to this size each kind of near-miss is tried, then only the slowest
NOISE = 0.01  # seconds; a time below it is taken as this, because it is mostly the machine's


def patterns():
    """Each pattern of each module, by the name under which it stands there."""
    modules = pkgutil.walk_packages(dateline.articles.__path__, "dateline.articles.")
    for info in modules:
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for number, pattern in enumerate(inside(value)):
                yield f"{info.name}.{name}.{number}", pattern


def inside(value):
    if isinstance(value, re.Pattern):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [pattern for part in value for pattern in inside(part)]
    return []


UNIQUE = {pattern: name for name, pattern in patterns()}


def near_misses(pattern):
    """What almost matches: words of the pattern, alone and in a row, figures, blanks and marks."""
    words = list(dict.fromkeys(re.findall(r"[A-Za-z]{2,}|\d{2,}", pattern.pattern)))[:40]
    letters = ["a ", "Ab ", "ab-", "a,", "A. ", "http://a/"]
    figures = ["1 ", "12", "2022 ", "20/", "5 March "]
    marks = [" ", "\n", "\t \n", "“", '" ', "."]
    row = "".join(f"{word} " for word in words) or "a"
    return [*letters, *figures, *marks, row, *(f"{word} " for word in words[:3])]


def search(pattern, text):
    for _ in pattern.finditer(text):
        pass


def least_ratio(pattern):
    return least(lambda: worst_ratio(pattern))


def worst_ratio(pattern):
    """
    How many times the time ten times the near-miss takes, at the worst size.

    It stops at the first size that is too slow: a larger one could take hours.
    """
    kinds, worst, before = near_misses(pattern), 0, NOISE
    for size in SIZES:
        times = {kind: seconds(search, pattern, kind * (size // len(kind))) for kind in kinds}
        slowest = max(times, key=times.get)
        worst = max(worst, times[slowest] / before)
        if worst > MOST:
            break
        before = max(times[slowest], NOISE)
        kinds = kinds if size < ALL_KINDS else [slowest]
    return worst


@pytest.mark.parametrize("pattern", UNIQUE, ids=UNIQUE.values())
def test_a_pattern_does_not_backtrack_badly(pattern):
    assert least_ratio(pattern) <= MOST


PHRASES = ["summit ... Peru", "a ... b ... c", "{n}th anniversar* of ... People's Republic", "G7*"]


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_does_not_backtrack_badly(phrase):
    assert least_ratio(compile_pattern(phrase).pattern) <= MOST


def test_a_square_law_is_noticed():
    assert least_ratio(re.compile(r"\s+x")) > MOST
