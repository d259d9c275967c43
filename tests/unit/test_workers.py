from __future__ import annotations

import os
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
