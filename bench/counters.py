"""Other ways to count a codebook in articles, for `counting.py`.

Each takes articles and the tables of a codebook and gives a function that counts every theme in
every article and returns the seconds it took, or None if the tool is not installed. What can be
made ready without the articles, and the words that a `*` stands for, is not timed.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pandas as pd

Counted = Callable[[], float]
Terms = dict[str, list[str]]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def one_re_per_theme(articles: pd.DataFrame, tables: dict[str, Any]) -> Counted | None:
    """One alternation of all terms of a theme, longest first, counted in each article."""
    patterns = []
    for terms in _terms(tables).values():
        longest = sorted(terms, key=len, reverse=True)
        choices = "|".join(
            re.escape(t).replace(r"\*", r"\w*").replace(r"\ ", r"\W+") for t in longest
        )
        patterns.append(re.compile(rf"\b(?:{choices})\b", re.I))
    texts = articles["text"].tolist()
    return _timed(lambda: [[len(each.findall(text)) for each in patterns] for text in texts])


def spacy_phrases(articles: pd.DataFrame, tables: dict[str, Any]) -> Counted | None:
    """A blank English pipeline and PhraseMatcher on lower case."""
    if not importlib.util.find_spec("spacy"):
        return None
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    language.max_length = 10**9
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    for theme, terms in _expanded(articles, tables).items():
        matcher.add(theme, [language.make_doc(term) for term in terms])
    texts = articles["text"].tolist()
    return _timed(
        lambda: [Counter(match for match, *_ in matcher(language.make_doc(t))) for t in texts]
    )


def nltk_mwe(articles: pd.DataFrame, tables: dict[str, Any]) -> Counted | None:
    """NLTK's word tokenizer, its multi-word tokenizer, and a table of words to themes."""
    from nltk.tokenize import MWETokenizer, NLTKWordTokenizer

    themes: dict[str, list[str]] = {}
    for theme, terms in _expanded(articles, tables).items():
        for term in terms:
            themes.setdefault(term.replace(" ", "_"), []).append(theme)
    phrases = [tuple(term.split("_")) for term in themes if "_" in term]
    words, joiner = NLTKWordTokenizer(), MWETokenizer(phrases)

    def count(text: str) -> Counter[str]:
        tokens = joiner.tokenize(words.tokenize(text.lower()))
        return Counter(theme for token in tokens for theme in themes.get(token, ()))

    texts = articles["text"].tolist()
    return _timed(lambda: [count(text) for text in texts])


def sklearn_vectorizer(articles: pd.DataFrame, tables: dict[str, Any]) -> Counted | None:
    """CountVectorizer with the codebook as its vocabulary, then the sum of each theme."""
    if not importlib.util.find_spec("sklearn"):
        return None
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer

    expanded = _expanded(articles, tables)
    vocabulary = sorted({term for terms in expanded.values() for term in terms})
    vectorizer = CountVectorizer(
        vocabulary=vocabulary, ngram_range=(1, 3), token_pattern=_WORD.pattern
    )
    column = {term: number for number, term in enumerate(vocabulary)}
    member = np.zeros((len(vocabulary), len(expanded)), dtype=np.int64)
    for number, terms in enumerate(expanded.values()):
        member[[column[term] for term in terms], number] = 1
    texts = articles["text"].tolist()
    return _timed(lambda: vectorizer.transform(texts) @ member)


def quanteda(articles: pd.DataFrame, tables: dict[str, Any]) -> Counted | None:
    """tokens, tokens_lookup(nested_scope = "key") and dfm, on one thread; timed inside R."""
    check = ["Rscript", "-e", "library(quanteda); library(jsonlite)"]
    if not shutil.which("Rscript") or subprocess.run(check, capture_output=True).returncode:
        return None
    folder = Path(tempfile.mkdtemp())
    articles[["doc_id", "text"]].to_json(folder / "articles.json", orient="records")
    pd.Series(_terms(tables)).to_json(folder / "codebook.json")
    (folder / "count.R").write_text(_QUANTEDA, encoding="utf-8")

    def count() -> float:
        command = ["Rscript", "count.R"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        return float(done.stdout.split()[-1])

    return count


_QUANTEDA = """
suppressMessages({library(quanteda); library(jsonlite)})
quanteda_options(threads = 1)
articles <- fromJSON("articles.json")
book <- dictionary(lapply(fromJSON("codebook.json"), as.character))
cat(system.time(
  dfm(tokens_lookup(tokens(articles$text, remove_punct = TRUE), book, nested_scope = "key"))
)[["elapsed"]])
"""

PEERS: dict[str, Callable[[pd.DataFrame, dict[str, Any]], Counted | None]] = {
    "quanteda": quanteda,
    "spaCy": spacy_phrases,
    "NLTK": nltk_mwe,
    "scikit-learn": sklearn_vectorizer,
    "one re per theme": one_re_per_theme,
}


def _timed(count: Callable[[], object]) -> Counted:
    def seconds() -> float:
        start = process_time()
        count()
        return process_time() - start

    return seconds


def _terms(tables: dict[str, Any]) -> Terms:
    return {
        name: [term.lower() for term in table["terms"]] for name, table in tables["themes"].items()
    }


def _expanded(articles: pd.DataFrame, tables: dict[str, Any]) -> Terms:
    """The terms with every word of the articles that a `*` at the end stands for."""
    words = sorted({word for text in articles["text"] for word in _WORD.findall(text.lower())})

    def endings(term: str) -> list[str]:
        if not term.endswith("*"):
            return [term]
        head, _, last = term[:-1].rpartition(" ")
        return [f"{head} {word}".strip() for word in words if word.startswith(last)]

    return {
        name: [each for t in terms for each in endings(t)] for name, terms in _terms(tables).items()
    }
