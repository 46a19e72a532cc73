"""Bytes made shorter, for what is kept of a batch and seldom or only once asked for."""

from __future__ import annotations

import numpy as np

_HEAD = 8  # bytes that say how long the content was, the last of them how it was compressed
# The first is read four times as fast, the second is shorter.
_CODECS = ("lz4_raw", "zstd")


def pack(content: bytes, *, seldom: bool = False) -> np.ndarray:
    """Some bytes, compressed (uint8); those that are asked for `seldom` somewhat more."""
    import pyarrow as pa

    packed = pa.Codec(_CODECS[seldom]).compress(content, asbytes=True)
    head = (len(content) | seldom << 56).to_bytes(_HEAD, "little")
    return np.frombuffer(head + packed, dtype=np.uint8)


def unpack(packed: np.ndarray) -> bytes:
    """What `pack` was given."""
    import pyarrow as pa

    head = int.from_bytes(packed[:_HEAD].tobytes(), "little")
    codec = pa.Codec(_CODECS[head >> 56])
    return bytes(codec.decompress(packed[_HEAD:].tobytes(), head & (1 << 56) - 1, asbytes=True))
