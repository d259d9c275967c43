"""Work shared among processes, where the system can fork them: the same results in the order of one process."""

from __future__ import annotations

import contextlib
import gc
import math
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

_LOOK = 0.5
"""Seconds between a worker's looks at whether its parent is alive."""
_GARBAGE = 20_000
"""Things that a worker has made since its last search for cycles."""
_ROUND = 300
"""Tasks until other processes take over."""
T = TypeVar("T")
R = TypeVar("R")

_work: Callable[[Any], Any] | None = None
"""What the workers do: inherited when they are forked, since not everything that it holds can be sent."""


class WorkerError(Exception):
    """A worker ended before its work was done; the text says what that means."""


def count_processors() -> int:
    """How many processes can compute at a time; 1 where processes cannot be forked, as on Windows."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    # Of all processors of a machine, a container may be given a few.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(
    work: Callable[[T], R],
    tasks: Sequence[T],
    processes: int | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[R]:
    """What `work` makes of each task, in their order; with one process, in this one.

    A process with threads is not forked, since a lock that one of them holds would never open in the other. `work` may
    close over anything; tasks and results must be such as pickle knows. What a worker changes stays in it. What this
    process has to do `meanwhile` is done before the first result, so that none of the processors waits for it. Of many
    tasks each `_ROUND` is for processes of its own, since each copies what it touches of what all of them share.
    Raises what `work` raises, and `WorkerError` if a process dies, as when the system has no memory left.
    """
    processes = min(processes or count_processors(), len(tasks))
    if processes <= 1 or threading.active_count() > 1:
        meanwhile()
        yield from map(work, tasks)
        return
    count = math.ceil(len(tasks) / math.ceil(len(tasks) / _ROUND))  # No round of a few tasks in the end.
    for at in range(0, len(tasks), count):
        yield from _share(work, tasks[at : at + count], processes, meanwhile if at == 0 else lambda: None)


def _share(work: Callable[[T], R], tasks: Sequence[T], processes: int, meanwhile: Callable[[], object]) -> Iterator[R]:
    global _work
    _work = work
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(os.getpid(),)) as pool:
            try:
                results = pool.map(_call, tasks)  # All tasks are on their way from here on.
                meanwhile()
                yield from results
            except BrokenProcessPool:
                message = "a process ended before its work was done; was it killed, or is there no memory left?"
                raise WorkerError(message) from None
            finally:
                pool.shutdown(cancel_futures=True)
    finally:
        _work = None


def _begin(parent: int) -> None:
    """Leave Ctrl-C to the process that waits for us, and end with it however it ends: we hold what it has opened."""
    # What was there before stays: without the search for cycles among it, and with fewer among what comes.
    gc.freeze()
    gc.set_threshold(_GARBAGE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _call(task: Any) -> Any:
    if _work is None:
        raise WorkerError("a worker that was not forked has no work")
    return _work(task)


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles, which goes through all models again and again and finds nothing to free.

    What is there in the end is left out of later searches, too, so that processes that are forked do not copy it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
