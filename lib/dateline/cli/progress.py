"""The progress bar of the command line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.articles import Progress


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """One bar on standard error that is named after the step; hidden where nobody watches."""
    from tqdm import tqdm

    with tqdm(
        disable=None, leave=False, bar_format="{desc:<24} {bar:30} {n_fmt}/{total_fmt}"
    ) as bar:
        yield _advance(bar)


def _advance(bar: Any) -> Callable[[str, int, int], None]:
    def advance(step: str, done: int, total: int) -> None:
        if bar.disable:
            return
        if bar.desc != step:
            bar.set_description_str(step, refresh=False)
            bar.reset(total=total or None)  # of files it is not known how many will come
        bar.update(done - bar.n)

    return advance
