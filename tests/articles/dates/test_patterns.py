"""No pattern of the room may backtrack badly: ten times the text costs about ten times the time."""

import importlib
import pkgutil
import re
from time import perf_counter

import pytest

import dateline.articles
from dateline.articles.dates.phrases import compile_pattern

SIZES = (1_000, 10_000, 100_000, 1_000_000)  # characters
MOST = 15  # times the time for ten times the text
NOISE = 0.1  # seconds; what takes less says nothing about the ratio


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
    source = pattern.pattern if isinstance(pattern, re.Pattern) else pattern.text
    words = list(dict.fromkeys(re.findall(r"[A-Za-z]{2,}|\d{2,}", source)))[:40]
    repeated = [
        "a ",
        "Ab ",
        "ab-",
        "a,",
        "1 ",
        "12",
        "2022 ",
        "20/",
        " ",
        "\n",
        "\t \n",
        "“",
        '" ',
        "http://a/",
        ".",
    ]
    return [*repeated, " ".join(words) + " ", *(f"{word} " for word in words[:3])]


def seconds(pattern, text):
    start = perf_counter()
    for _ in pattern.finditer(text):
        pass
    return perf_counter() - start


def worst_ratio(pattern):
    """Of the slowest near-miss, the largest ratio of two sizes; it stops as soon as one is bad."""
    texts = {part: part * (SIZES[1] // len(part)) for part in near_misses(pattern) if part}
    slowest = max(texts, key=lambda part: seconds(pattern, texts[part]))
    before = NOISE
    for size in SIZES[1:]:
        now = seconds(pattern, slowest * (size // len(slowest)))
        if now > MOST * max(before, NOISE / 10):
            return now / max(before, NOISE / 10)
        before = now
    return 0


@pytest.mark.parametrize("pattern", UNIQUE, ids=UNIQUE.values())
def test_a_pattern_does_not_backtrack_badly(pattern):
    assert worst_ratio(pattern) <= MOST


PHRASES = ["summit ... Peru", "a ... b ... c", "{n}th anniversar* of ... People's Republic", "G7*"]


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_does_not_backtrack_badly(phrase):
    assert worst_ratio(compile_pattern(phrase)) <= MOST
