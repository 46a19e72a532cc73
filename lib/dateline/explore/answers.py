"""Messages of the front end to changes of the model, and back to what is to be shown."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.explore.model import Exploration
from dateline.explore.payload import (
    Payload,
    chart_payload,
    choices_payload,
    moves_payload,
    passages_payload,
    terms_payload,
)

# What a part of the front end shows, by its name: choices, chart, passages, terms, moves, notice.
Answer = dict[str, Payload]


def first_answer(model: Exploration) -> Answer:
    """What is shown before anything is asked."""
    names = [*model.view.themes, *model.codebook.names()]
    return {
        "choices": choices_payload(model),
        "chart": chart_payload(model),
        "terms": terms_payload(model, names[0]),
        "moves": moves_payload(model, model.moves()),
        "passages": {},
        "notice": {},
    }


def answer(model: Exploration, message: Mapping[str, Any]) -> Answer:
    """
    Do what a message asks, and say what is to be shown anew.

    `message["do"]` is one of select, passages, terms, edit, reset, decide, reload and save. A
    person's mistake becomes a notice and changes nothing; an unknown message is passed over.
    """
    do = _DO.get(str(message.get("do", "")))
    if do is None:
        return {}
    try:
        return {"notice": {}, **do(model, message)}
    except DatelineError as mistake:
        return {"notice": {"kind": "mistake", "about": message["do"], "text": str(mistake)}}


def _select(model: Exploration, message: Mapping[str, Any]) -> Answer:
    choices = dict(message.get("choices", {}))
    for name in ("themes", "sources"):
        if name in choices:
            choices[name] = tuple(map(str, choices[name]))
    model.select(**choices)
    return _counted(model) | {"passages": {}, "choices": choices_payload(model)}


def _passages(model: Exploration, message: Mapping[str, Any]) -> Answer:
    theme, period = str(message["theme"]), str(message["period"])
    return {"passages": passages_payload(model, theme, period)}


def _terms(model: Exploration, message: Mapping[str, Any]) -> Answer:
    theme = str(message["theme"])
    model.codebook.family(theme)
    return {"terms": terms_payload(model, theme)}


def _edit(model: Exploration, message: Mapping[str, Any]) -> Answer:
    theme = str(message["theme"])
    model.edit_theme(theme, str(message["terms"]), str(message["unless"]))
    return _edited(model, message)


def _reset(model: Exploration, message: Mapping[str, Any]) -> Answer:
    model.reset_theme(str(message["theme"]))
    return _edited(model, message)


def _edited(model: Exploration, message: Mapping[str, Any]) -> Answer:
    """The chart and the terms, and the passages that are open, if any."""
    shown = _counted(model) | {"choices": choices_payload(model)}
    shown["terms"] = terms_payload(model, str(message["theme"]))
    open_at = message.get("open") or {}
    if open_at:
        shown |= _passages(model, open_at)
    return shown


def _decide(model: Exploration, message: Mapping[str, Any]) -> Answer:
    days = {name: str(message.get(name, "")) for name in ("earliest", "latest", "note")}
    path = model.decide_date(str(message["doc_id"]), **days)
    words = f"Written to {path.name}. The chart has the new date once the study is read again."
    return {"notice": {"kind": "decided", "about": "decide", "text": words}}


def _reload(model: Exploration, message: Mapping[str, Any]) -> Answer:
    model.reload()
    text = "The study was read again."
    shown = first_answer(model)
    del shown["terms"]
    return shown | {"notice": {"kind": "done", "about": "reload", "text": text}}


def _save(model: Exploration, message: Mapping[str, Any]) -> Answer:
    path = Path(str(message["name"]).strip())
    remarks = model.save_view(path)
    folder = model.corpus.study.folder
    command = shlex.join(["dateline", "report", str(folder), "--parameters", str(path.resolve())])
    text = " ".join([f"Saved as {path}.", *remarks, "As a report:"])
    return {"notice": {"kind": "done", "about": "save", "text": text, "command": command}}


def _counted(model: Exploration) -> Answer:
    return {"chart": chart_payload(model), "moves": moves_payload(model, model.moves())}


_DO: dict[str, Callable[[Exploration, Mapping[str, Any]], Answer]] = {
    "select": _select,
    "passages": _passages,
    "terms": _terms,
    "edit": _edit,
    "reset": _reset,
    "decide": _decide,
    "reload": _reload,
    "save": _save,
}
