from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import workers

forks = pytest.mark.skipif(workers.count_processors() == 1, reason="one processor, or no fork")


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(processes: int) -> None:
    add = 1
    assert list(workers.share(lambda task: task + add, range(20), processes)) == list(range(1, 21))


@forks
def test_work_is_done_elsewhere() -> None:
    assert os.getpid() not in set(workers.share(lambda _: os.getpid(), range(4), 2))
    assert list(workers.share(lambda _: os.getpid(), range(4), 1)) == [os.getpid()] * 4


@pytest.mark.parametrize("tasks", [[], [1], [1, 2]])
def test_what_is_to_be_done_meanwhile_is_done_once(tasks: list[int]) -> None:
    done: list[int] = []
    assert list(workers.share(lambda task: task, tasks, 2, lambda: done.append(os.getpid()))) == tasks
    assert done == [os.getpid()]


@forks
def test_workers_are_at_work_meanwhile(tmp_path: Path) -> None:
    """None waits for it, and it waits for none."""
    begun, done = tmp_path / "begun", tmp_path / "done"

    def work(_: int) -> None:
        begun.touch()
        wait(done.exists)

    def act() -> None:
        wait(begun.exists)
        done.touch()

    assert list(workers.share(work, range(2), 2, act)) == [None, None]


@forks
def test_after_many_tasks_other_processes_take_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each copies what it touches of the memory that it shares; what one has copied goes with it."""
    monkeypatch.setattr(workers, "_ROUND", 4)
    done: list[int] = []
    results = list(workers.share(lambda task: (task, os.getpid()), range(9), 2, lambda: done.append(len(done))))
    assert [task for task, _ in results] == [*range(9)]
    rounds = [{pid for _, pid in results[at : at + 3]} for at in (0, 3, 6)]  # None of a single task.
    assert len(set.union(*rounds)) == sum(map(len, rounds))
    assert done == [0]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_in_the_work_is_raised_here(processes: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(workers.share(lambda task: 1 // task, range(3), processes))


@forks
def test_a_worker_that_dies_is_said_so(tmp_path: Path) -> None:
    def die_once(task: int) -> int:
        if task == 2:
            (tmp_path / "died").touch()
            os._exit(9)
        return task

    with pytest.raises(workers.WorkerError, match="ended before its work was done"):
        list(workers.share(die_once, range(4), 2))
    assert (tmp_path / "died").exists()
    assert list(workers.share(lambda task: task, range(4), 2)) == [0, 1, 2, 3]


def test_nothing_to_do_starts_nothing() -> None:
    assert list(workers.share(lambda task: task, [], 2)) == []


@forks
def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    """A worker holds what its parent has opened, a lock too: it must not outlive it."""
    code = f"""
import os, pathlib, time
from generator import workers
def work(task):
    pathlib.Path({str(tmp_path)!r}, str(os.getpid())).touch()
    time.sleep(600)
list(workers.share(work, range(2), 2))
"""
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path)
    try:
        wait(lambda: len(list(tmp_path.iterdir())) == 2)
    finally:
        parent.kill()
        parent.wait()
    pids = [int(path.name) for path in tmp_path.iterdir()]
    wait(lambda: not any(is_alive(pid) for pid in pids))


def test_where_processes_cannot_be_forked_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    assert workers.count_processors() == 1
    assert set(workers.share(lambda _: os.getpid(), range(9))) == {os.getpid()}


def test_with_threads_nothing_is_forked() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert list(workers.share(lambda _: os.getpid(), range(4), 2)) == [os.getpid()] * 4
    finally:
        ended.set()
        thread.join()


def wait(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")  # One that has ended and that nobody asked for is still there.
    return not (status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")
