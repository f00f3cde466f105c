"""Work mapped over jobs: in their order, few at a time, and all of it whatever becomes of a worker."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.model import PrecisError
from precis.tasks.storing import Waiting, take_away_left
from precis.tasks.workers import PROCESSES, mapped

POISON = 13


def square(number: int) -> int:
    return number * number


def or_end(number: int) -> int:
    if number == POISON:
        os._exit(1)
    time.sleep(0.002)
    return number


def test_outcomes_are_in_the_order_of_jobs() -> None:
    assert list(mapped(square, range(100), square, PROCESSES)) == [number * number for number in range(100)]


def test_few_jobs_are_done_here() -> None:
    assert set(mapped(lambda _: os.getpid(), range(3), square, PROCESSES, few=3)) == {os.getpid()}


def test_a_job_that_ends_its_worker_is_told_and_the_others_are_done() -> None:
    found = list(mapped(or_end, range(30), lambda job: -job, PROCESSES))
    assert found == [-number if number == POISON else number for number in range(30)]


def begun(job: tuple[str, int]) -> int:
    (Path(job[0]) / str(job[1])).touch()
    return job[1]


def test_no_more_is_under_way_than_the_workers_can_do(tmp_path: Path) -> None:
    outcomes = mapped(begun, [(str(tmp_path), number) for number in range(200)], lambda _: -1, PROCESSES)
    assert next(outcomes) == 0
    time.sleep(0.3)
    assert len(list(tmp_path.iterdir())) < 100
    assert list(outcomes) == list(range(1, 200))


def process_of(_: int) -> int:
    return os.getpid()


def test_processes_are_replaced_so_that_what_they_keep_does_not_gather() -> None:
    found = list(mapped(process_of, range(200), square, PROCESSES))
    assert len(found) == 200 and len(set(found)) > 2


def files() -> Iterator[tuple[str, bytes]]:
    yield "one", b"1"
    raise PrecisError.one("file-read", "is no file")


def test_of_files_that_are_not_all_made_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(PrecisError), Waiting(tmp_path / "new" / "out") as waiting:
        for name, data in files():
            waiting.add(name, data)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_taken_away(tmp_path: Path) -> None:
    waiting = Waiting(tmp_path)
    waiting.add("one", b"1")
    take_away_left(tmp_path)
    (own,) = tmp_path.iterdir()
    own.rename(tmp_path / own.name.replace(f"-{os.getpid()}-", "-999999999-"))
    take_away_left(tmp_path)
    assert list(tmp_path.iterdir()) == []
