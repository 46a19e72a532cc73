"""Dictionaries of quanteda in YAML: nested keys, lists of globs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dateline.themes.formats.draft import CategoryPath, Draft
from dateline.themes.formats.flat import Table, flat_tables, unsupported
from dateline.themes.formats.remarks import Remark
from dateline.themes.formats.yaml_mistakes import explain_character, explain_mistake

_DASHES = re.compile(r"-\S.* -\S")
_TEXT = "tag:yaml.org,2002:str"
_KINDS = {
    "tag:yaml.org,2002:bool": "a yes or no",
    "tag:yaml.org,2002:int": "a number",
    "tag:yaml.org,2002:float": "a number",
    "tag:yaml.org,2002:null": "nothing",
    "tag:yaml.org,2002:timestamp": "a date",
}


def read_quanteda_yaml(file: str, text: str) -> Draft:
    """
    The categories of a YAML dictionary: each key with a list of globs, a glob, or more keys.

    A term without quotes that YAML reads as something else (NO, 2020, null) is left out with its
    line, and not guessed. Raises CodebookError with the line for what is no YAML, and for aliases,
    by which a small file can stand for an endless one.
    """
    import yaml

    draft = Draft(file)
    try:
        root = _composed(text, draft)
    except yaml.MarkedYAMLError as problem:
        line, words = explain_mistake(problem, text)
        raise draft.damage(line, words) from None
    except yaml.reader.ReaderError as problem:
        line, words = explain_character(problem, text)
        raise draft.damage(line, words) from None
    except RecursionError:
        raise draft.damage(0, "nested too deeply; write it with fewer brackets") from None
    if not isinstance(root, yaml.MappingNode):
        raise draft.damage(0, "holds no keys; write each category as `name: [term, term]`")
    _read_keys(root, (), draft)
    return draft


def _composed(text: str, draft: Draft) -> Any:
    """The nodes of the file, which know their lines, where values would not."""
    import yaml

    class Loader(yaml.SafeLoader):  # type: ignore[misc,unused-ignore]
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                event = self.peek_event()
                line = event.start_mark.line + 1
                reason = (
                    f"`*{event.anchor}` is an alias to YAML; put it in quotation marks if it is a "
                    "term, else write the terms that it stands for"
                )
                raise draft.damage(line, reason)
            event = self.peek_event()
            if isinstance(event, yaml.ScalarEvent) and event.anchor:
                reason = (
                    f"`&{event.anchor}` is an anchor to YAML; put a term with & in quotation marks"
                )
                raise draft.damage(event.start_mark.line + 1, reason)
            return super().compose_node(parent, index)

    return yaml.compose(text, Loader=Loader)


def _read_keys(node: Any, above: CategoryPath, draft: Draft) -> None:
    for key, value in node.value:
        line = key.start_mark.line + 1
        name = key.value if isinstance(key.value, str) else ""
        if not name.strip():
            raise draft.damage(line, "a key is no name; write it in quotes")
        path = (*above, name.strip())
        if path in draft:
            draft.note(line, name, "its name is there twice, and the terms are put together")
        draft.category(path, line=line)
        _read_value(value, path, draft)


def _read_value(node: Any, path: CategoryPath, draft: Draft) -> None:
    import yaml

    if isinstance(node, yaml.MappingNode):
        _read_keys(node, path, draft)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _read_value(item, path, draft)
    elif node.style is None and _DASHES.match(node.value) and _n_lines(node) > 1:
        reason = "a dash without a blank begins no term; write `- term`"
        raise draft.damage(node.start_mark.line + 1, reason)
    elif node.tag == _TEXT:
        draft.add_term(draft.category(path), node.value, line=node.start_mark.line + 1)
    elif node.value != "" or node.tag not in _KINDS:
        kind = _KINDS.get(node.tag, f"of the type {node.tag}")
        reason = f'without quotes it is {kind} to YAML; write "{node.value}"'
        draft.leave_out(node.start_mark.line + 1, node.value, reason)


def _n_lines(node: Any) -> int:
    return node.end_mark.line - node.start_mark.line + 1


def write_quanteda_yaml(file: str, tables: Mapping[str, Any]) -> tuple[str, list[Remark]]:
    """
    The YAML text of a codebook, and what quanteda cannot hold: labels, `unless`, rules, exact case.

    A theme with terms and children is a list whose last items are the children. Globs mean the
    same there, but quanteda cuts words in another way ("U.S." is one word to it).
    """
    import yaml

    remarks: list[Remark] = []
    root: dict[str, Any] = {}
    for table in flat_tables(tables):
        terms, lost = unsupported(file, table, _reason)
        remarks += lost
        _place(root, table, terms)
    text = yaml.safe_dump(
        _shaped(root), allow_unicode=True, sort_keys=False, default_flow_style=False, width=100
    )
    return text, remarks


def _reason(term: str) -> str:
    return "quanteda ignores case" if term.strip().startswith("=") else ""


def _place(root: dict[str, Any], table: Table, terms: list[str]) -> None:
    children = root
    for name in table.path:
        node = children.setdefault(name, {"terms": [], "children": {}})
        children = node["children"]
    node["terms"] += [re.sub(r"\s+", " ", term) for term in terms]


def _shaped(children: dict[str, Any]) -> dict[str, Any]:
    """Names to lists of terms, or to more names, or to a list of both."""
    shaped: dict[str, Any] = {}
    for name, node in children.items():
        below = _shaped(node["children"])
        if node["terms"] and below:
            shaped[name] = [*node["terms"], *({child: below[child]} for child in below)]
        elif node["terms"] or below:
            shaped[name] = below or node["terms"]
    return shaped
