"""The widget: a thin layer between the model and `explore.js`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from dateline.articles import Corpus
from dateline.explore.answers import Answer, answer, first_answer
from dateline.explore.model import Exploration
from dateline.explore.static import StaticExplorer, static_html

# The parts that the front end shows, each a dictionary.
PARTS = ("choices", "chart", "passages", "terms", "moves", "notice")


def explore_corpus(corpus: Corpus) -> Any:
    """
    Explore the articles of a study: choose themes, days and sources, read what is behind a point.

    Returns a widget to be shown as the last line of a cell; its `model` (an `Exploration`) has
    the choices and the tables behind them. Without anywidget it is a picture that does not answer.
    Raises as `Exploration`.
    """
    model = Exploration(corpus)
    try:
        widget = _widget_class()
    except ImportError:
        return StaticExplorer(model)
    return widget(model)


def front_end() -> str:
    """The module of the front end: its two files in one, as a notebook loads only one."""
    files = (Path(__file__).with_name(name) for name in ("drawing.js", "explore.js"))
    return "\n".join(file.read_text("utf-8") for file in files)


@cache
def _widget_class() -> type:
    """Made on first use, because anywidget and traitlets take their time to load."""
    import anywidget
    import traitlets

    class Explorer(anywidget.AnyWidget):
        """The widget of one exploration."""

        _esm = front_end()
        _css = Path(__file__).with_name("explore.css")
        answered = traitlets.Int().tag(sync=True)  # messages answered, so that a wait can end

        def __init__(self, model: Exploration) -> None:
            super().__init__()
            self.model = model
            self.add_traits(**{part: traitlets.Dict().tag(sync=True) for part in PARTS})
            self._show(first_answer(model))
            self.on_msg(self._on_message)

        def _on_message(self, _: Any, message: Any, buffers: Any) -> None:
            self._show(answer(self.model, message))
            self.answered += 1

        def _show(self, shown: Answer) -> None:
            with self.hold_sync():
                for part, payload in shown.items():
                    self.set_trait(part, payload)

        def _repr_mimebundle_(self, **options: Any) -> Any:
            """The widget, and the picture for whoever shows the notebook without it."""
            found = super()._repr_mimebundle_(**options)
            bundle, metadata = found if isinstance(found, tuple) else (found, {})
            picture = {"text/html": static_html(self.model), "text/plain": "Explorer of a study"}
            return {**(bundle or {}), **picture}, metadata

    return Explorer
