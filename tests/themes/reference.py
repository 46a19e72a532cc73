"""What counting means, once more: slow and obvious, one article and one term at a time.

The engine must give the same mentions. Nothing of `dateline.themes` is used here; where sentences
end is another room's business.
"""

import itertools
import re
import unicodedata
from functools import cache

from nltk.stem.snowball import SnowballStemmer

from dateline.articles.sentences import sentence_spans

UNSPACED = re.compile(
    "[\u0e00-\u0e7f\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff]"
)
APOSTROPHES = "'’ʼ"


def mentions(text, tables, stem=""):
    """Rows (theme, term or None for a rule, from, to, start, end, sentence), as the engine's."""
    tokens = cut(text)
    sentences = sentence_spans(text)
    numbers = [max(sum(first <= at for first, _ in sentences) - 1, 0) for at, _ in tokens]
    article = Article([plain(text[start:end]) for start, end in tokens], numbers, stem)
    return [
        (theme, term, first, last, tokens[first][0], tokens[last][1], numbers[first])
        for theme, table in flat(tables)
        for (first, last), term in accepted(article.theme_spans(table))
    ]


def flat(tables, above=""):
    """Themes and the themes nested in them, parents first."""
    for name, table in tables.items():
        yield above + name, table
        yield from flat(children(table), f"{above}{name}.")


def children(table):
    return {name: value for name, value in table.items() if isinstance(value, dict)}


def is_mark(char):
    return unicodedata.category(char)[0] == "M"


def is_unspaced(char):
    return char.isalnum() and bool(UNSPACED.match(char))


def is_letter(char, wild=""):
    return char in wild or (char.isalnum() and char != "ʼ" and not is_unspaced(char))


def cut(text, wild=""):
    """(start, end) of each token; in a term `*` and `?` count as letters."""
    found, at = [], 0
    while at < len(text):
        end = token_end(text, at, wild)
        if end:
            found.append((at, end))
        at = end or at + 1
    return found


def token_end(text, at, wild):
    """Where the token that begins here ends; None if none begins here."""
    if is_unspaced(text[at]):
        return run_end(text, at + 1, lambda char: is_mark(char) or char in wild)
    if at and is_possessive(text, at, wild):
        before = text[at - 1]
        return at + 2 if before.isalnum() or is_mark(before) or before in "_." + wild else None
    if not is_letter(text[at], wild):
        return None
    end = word_end(text, at, wild)
    while text[end : end + 1] in list(APOSTROPHES) and not is_possessive(text, end, wild):
        if not is_letter(text[end + 1 : end + 2] or " ", wild):
            break
        end = word_end(text, end + 1, wild)
    return end


def run_end(text, at, belongs):
    while at < len(text) and belongs(text[at]):
        at += 1
    return at


def word_end(text, at, wild):
    return run_end(text, at, lambda char: is_letter(char, wild) or is_mark(char))


def is_possessive(text, at, wild):
    beyond = text[at + 2 : at + 3] or " "
    follows = text[at + 1 : at + 2] in ("s", "S")
    return text[at] in APOSTROPHES and follows and not (is_letter(beyond, wild) or is_mark(beyond))


def plain(word):
    return unicodedata.normalize("NFC", re.sub(f"[{APOSTROPHES}]", "'", word))


def fold(word):
    return unicodedata.normalize("NFC", word.casefold())


@cache
def stem_of(word, language):
    return SnowballStemmer(language).stem(word)


@cache
def means(part, word, exact, stem):
    """Whether a word of a term means a word of a text."""
    part, word = (part, word) if exact else (fold(part), fold(word))
    if stem and not exact and not set("*?") & set(part):
        return stem_of(part, stem) == stem_of(word, stem)
    pattern = re.escape(part).replace(r"\*", ".*").replace(r"\?", ".")
    return bool(re.fullmatch(pattern, word, re.DOTALL))


class Article:
    """The words of one article and the sentence of each."""

    def __init__(self, words, numbers, stem):
        self.words, self.numbers, self.stem = words, numbers, stem

    def theme_spans(self, table):
        """(span, term) of a theme's own entries, then of its children's; they may overlap."""
        masked = {
            at
            for term in table.get("unless", [])
            for first, last in self.term_spans(term)
            for at in range(first, last + 1)
        }

        def spans(term):
            found = self.term_spans(term)
            return [span for span in found if not masked & set(range(span[0], span[1] + 1))]

        own = [
            (span, None if isinstance(entry, dict) else entry)
            for entry in table.get("terms", [])
            for span in (self.rule_spans(entry, spans) if isinstance(entry, dict) else spans(entry))
        ]
        below = [self.theme_spans(child) for child in children(table).values()]
        return own + [pair for part in below for pair in part]

    def term_spans(self, term):
        exact = term.strip().startswith("=")
        written = term.strip().removeprefix("=")
        parts = [plain(written[start:end]) for start, end in cut(written, "*?")]
        return [
            (at, at + len(parts) - 1)
            for at in range(len(self.words) - len(parts) + 1)
            if all(means(p, self.words[at + n], exact, self.stem) for n, p in enumerate(parts))
            and self.numbers[at] == self.numbers[at + len(parts) - 1]
        ]

    def rule_spans(self, rule, spans):
        def unit(span):
            return 0 if rule.get("scope") == "article" else self.numbers[span[0]]

        def holds(group, place):
            return any(unit(span) == place for term in group for span in spans(term))

        if "near" in rule or "then" in rule:
            marked = pairs(rule, spans, unit)
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


def pairs(rule, spans, unit):
    groups = rule.get("near") or rule["then"]
    first, second = ([span for term in group for span in spans(term)] for group in groups)
    found = set()
    for a, b in itertools.product(first, second):
        left, right = (a, b) if "then" in rule else sorted([a, b])
        if 0 < right[0] - left[1] <= rule["within"] and unit(a) == unit(b):
            found.add((left[0], right[1]))
    return apart(sorted(found, key=lambda span: (span[1] - span[0], span[0])))


def accepted(candidates):
    """Longest, then leftmost, none overlapping; of two entries with one span the first names it."""
    terms = {}
    for span, term in candidates:
        terms.setdefault(span, term)
    return [(span, terms[span]) for span in apart(sorted(terms, key=lambda s: (s[0] - s[1], s[0])))]


def apart(spans):
    taken = []
    for span in spans:
        if all(span[1] < other[0] or other[1] < span[0] for other in taken):
            taken.append(span)
    return sorted(taken)
