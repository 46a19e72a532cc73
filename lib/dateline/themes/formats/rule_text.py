"""A rule and a term as TOML writes them."""

from __future__ import annotations

import json
from typing import Any


def rule_text(rule: dict[str, Any]) -> str:
    """
    The rule in braces, on one line.

    >>> rule_text({"near": [["war"], ["threat*", "risk*"]], "within": 2})
    '{ near = [["war"], ["threat*", "risk*"]], within = 2 }'
    """
    parts = [f"{key} = {_value(value)}" for key, value in rule.items()]
    return f"{{ {', '.join(parts)} }}"


def quoted(text: str) -> str:
    """
    The text as a basic string of TOML.

    >>> quoted('the "Fed"')
    '"the \\\\"Fed\\\\""'
    """
    # JSON escapes as TOML does, but for the one control character that JSON lets stand.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return quoted(value) if isinstance(value, str) else str(value)
