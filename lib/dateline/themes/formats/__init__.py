"""Codebook files of other programs, read and written."""

from dateline.themes.formats.registry import (
    CodebookFile,
    Conversion,
    convert_codebook,
    read_codebook_file,
)
from dateline.themes.formats.remarks import Remark

__all__ = [
    "CodebookFile",
    "Conversion",
    "Remark",
    "convert_codebook",
    "read_codebook_file",
]
