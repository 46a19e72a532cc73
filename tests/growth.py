"""How the time of a call grows with its input: no square law passes, no busy machine fails."""

from time import process_time

MOST = 20  # times the time for ten times the input; a square law gives 100
NOISE = 0.05  # seconds; a time below it is taken as this, because it is mostly the machine's
TRIES = 4  # a machine slows a call down now and then, a square law does so each time


def seconds(call, *args) -> float:
    """The processor time of one call."""
    start = process_time()
    call(*args)
    return process_time() - start


def least(measure, most=MOST):
    """The smallest of a few measurements, or the first that is no more than `most`."""
    smallest = float("inf")
    for _ in range(TRIES):
        smallest = min(smallest, measure())
        if smallest <= most:
            break
    return smallest


def growth(call, short, long) -> float:
    """How many times the time of `short` the call takes for `long`, which is ten times as long."""
    return least(lambda: seconds(call, long) / max(seconds(call, short), NOISE))
