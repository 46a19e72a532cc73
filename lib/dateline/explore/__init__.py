"""A study explored by hand: a chart that follows choices, and the sentences behind each point.

The logic is in `model.py` and needs no browser; `explore.js` only shows it.
"""

from dateline.explore.model import Exploration
from dateline.explore.view import View
from dateline.explore.widget import explore_corpus

__all__ = ["Exploration", "View", "explore_corpus"]
