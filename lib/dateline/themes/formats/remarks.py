"""What a conversion must say: entries that were left out, and entries that mean something else."""

from __future__ import annotations

from dataclasses import dataclass

# An entry is quoted in a message and in a comment; a damaged file can have one of megabytes.
_LONGEST = 120


class RefusedEntryError(Exception):
    """An entry that the codebook cannot express; the message is the reason, without the entry."""


@dataclass(frozen=True)
class Remark:
    """
    One entry that the conversion did not take as it was.

    `line` is that of the entry in the file, 0 if not known; `entry` is as written there. `lost` is
    True where it was left out, False where it was kept but does not mean quite the same.
    """

    file: str
    line: int
    entry: str
    reason: str
    lost: bool = True

    def __str__(self) -> str:
        """
        The remark as one line.

        >>> str(Remark("mood.dic", 7, ":-)", "it has no letter or digit"))
        'mood.dic, line 7: `:-)` is left out: it has no letter or digit'
        """
        place = f"{self.file}, line {self.line}" if self.line else self.file
        what = "is left out" if self.lost else "is kept, but"
        reason = printable(self.reason)
        return f"{place}: `{shown(self.entry)}` {what}{':' if self.lost else ''} {reason}"


def shown(entry: str) -> str:
    """
    The entry on one line, cut where it is long.

    >>> shown("a\\n  b")
    'a b'
    """
    line = printable(entry)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def printable(text: str) -> str:
    """The text on one line, without characters that a terminal or a comment would not show."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
