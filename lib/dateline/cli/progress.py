"""The progress bar of the command line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.articles import Progress


@contextmanager
def progress_bar(*, lines: bool = False) -> Iterator[Progress]:
    """
    One bar on standard error that is named after the step.

    Where that is no terminal there is no bar, and with `lines` a line as each step begins.
    """
    from tqdm import tqdm

    with tqdm(
        disable=None, leave=False, bar_format="{desc:<24} {bar:30} {n_fmt}/{total_fmt}"
    ) as bar:
        if not bar.disable:
            yield _advance(bar)
        else:
            yield _say_steps() if lines else lambda *_: None


def _advance(bar: Any) -> Callable[[str, int, int], None]:
    def advance(step: str, done: int, total: int) -> None:
        if bar.desc != step:
            bar.set_description_str(step, refresh=False)
            bar.reset(total=total or None)  # of files it is not known how many will come
        bar.update(done - bar.n)

    return advance


def _say_steps() -> Callable[[str, int, int], None]:
    said: set[str] = set()

    def say(step: str, done: int, total: int) -> None:
        if step not in said:
            said.add(step)
            click.echo(step, err=True)

    return say
