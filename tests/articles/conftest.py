"""The corpus of the default study, built once."""

import pytest

from dateline.articles import build_corpus
from dateline.study import open_study


@pytest.fixture(scope="session")
def seeds(root):
    return build_corpus(open_study(root / "seeds"))
