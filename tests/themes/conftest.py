"""The reference matcher that the engine must agree with, and small tables for tests."""

import importlib.util
from pathlib import Path

import pandas as pd
import pytest


@pytest.fixture
def articles_of():
    """A function: texts to a table of articles with only the columns that the matcher reads."""

    def make(*texts, **columns):
        rows = {"doc_id": [f"a{n}" for n in range(len(texts))], "text": texts, "problem": ""}
        return pd.DataFrame(rows | columns)

    return make


@pytest.fixture(scope="session")
def reference():
    """The module `reference.py` beside this file."""
    path = Path(__file__).with_name("reference.py")
    spec = importlib.util.spec_from_file_location("reference", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
