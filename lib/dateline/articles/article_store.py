"""What was made of each file and article before, so that a changed study makes only what is new.

A result is found by a digest of all that it was made from, never by a name or a time. Results are
JSON, so that a file of them can hold nothing but texts and numbers.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dateline.articles.kept_files import forget_older, kept_path, read_kept, write_kept

KIND = "made"  # the kind of file
_LENGTH = 8  # bytes of a length


class ArticleStore:
    """
    The results of single steps; `made` and `reused` count them by step.

    `folder` is where they are kept from run to run (None: nowhere); `fingerprint` stands for the
    code that makes them, and another one's results are not read.
    """

    def __init__(self, folder: Path | None = None, fingerprint: str = "") -> None:
        self.made: Counter[str] = Counter()
        self.reused: Counter[str] = Counter()
        self._folder = folder
        self._path = kept_path(folder, KIND, fingerprint) if folder else None
        self._kept: dict[bytes, bytes] | None = None
        self._used: dict[bytes, bytes] = {}

    def recall(self, step: str, inputs: object, make: Callable[[], Any]) -> Any:
        """
        What `make` gives, or what it gave before for the same step and inputs.

        `inputs` and the result must be what JSON can hold; a result that was kept comes back with
        lists for tuples, so `make` should give lists.
        """
        if self._path is None:
            self.made[step] += 1
            return make()
        key = _key(step, inputs)
        line = self._used.get(key) or self._before().get(key)
        if line is not None:
            self.reused[step] += 1
            self._used[key] = line
            return json.loads(line.decode("utf-8", "surrogatepass"))
        self.made[step] += 1
        result = make()
        self._used[key] = _plain(result)
        return result

    def keep(self) -> None:
        """Write the results of this run, and forget those that it did not use."""
        if self._path is None or self._folder is None:
            return
        if self._used.keys() != self._before().keys() and write_kept(self._path, _pack(self._used)):
            forget_older(self._folder, KIND, keep=2)

    def _before(self) -> dict[bytes, bytes]:
        """The results of the last run; read when the first is asked for."""
        if self._kept is None:
            body = read_kept(self._path) if self._path else None
            self._kept = _unpack(body or b"")
        return self._kept


def _key(step: str, inputs: object) -> bytes:
    return blake2b(_plain([step, inputs]), digest_size=16).digest()


def _plain(value: object) -> bytes:
    # Not as ASCII: two halves of a character that stood apart would come back as one.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _pack(results: dict[bytes, bytes]) -> bytes:
    """Keys and results one after another, with the length of each result, compressed."""
    import pyarrow as pa

    parts = [
        part
        for key, line in sorted(results.items())
        for part in (key, len(line).to_bytes(_LENGTH, "little"), line)
    ]
    content = b"".join(parts)
    size = len(content).to_bytes(_LENGTH, "little")
    return size + pa.Codec("zstd").compress(content, asbytes=True)


def _unpack(body: bytes) -> dict[bytes, bytes]:
    import pyarrow as pa

    size = int.from_bytes(body[:_LENGTH], "little")
    try:
        content = pa.Codec("zstd").decompress(body[_LENGTH:], size, asbytes=True) if body else b""
    except (ValueError, OSError):  # whole, but not what this code writes
        return {}
    results, at = {}, 0
    while at < len(content):
        key, at = content[at : at + 16], at + 16 + _LENGTH
        length = int.from_bytes(content[at - _LENGTH : at], "little")
        results[key] = content[at : at + length]
        at += length
    return results
