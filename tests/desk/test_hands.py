"""The processes beside the server: one job at a time, and the newest of those that were asked for again."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from precis.desk.hands import DroppedError, Hand
from precis.model import PrecisError


def run(work: Callable[[Hand], Awaitable[Any]], home: Path) -> Any:
    async def with_hand() -> Any:
        return await work(Hand(home))

    # In a thread of its own: where tests of the browser ran before, this one has a loop that is running.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, with_hand()).result()


async def outcomes(*jobs: Awaitable[Any]) -> list[Any]:
    return list(await asyncio.gather(*jobs, return_exceptions=True))


def test_of_what_is_asked_for_again_the_newest_is_done(tmp_path: Path) -> None:
    async def work(hand: Hand) -> list[Any]:
        key = ("preview", "one", "620.md")
        running = asyncio.ensure_future(hand.do(("other", ""), time.sleep, 0.5))
        await asyncio.sleep(0.1)
        return await outcomes(running, *(hand.do(key, abs, number) for number in (-1, -2, -3)))

    done, first, second, third = run(work, tmp_path)
    assert done is None
    assert isinstance(first, DroppedError)
    assert isinstance(second, DroppedError)
    assert third == 3


def test_jobs_of_other_windows_and_files_are_all_done(tmp_path: Path) -> None:
    async def work(hand: Hand) -> list[Any]:
        keys = [("preview", window, path) for window in "ab" for path in ("1.md", "2.md")]
        return await outcomes(*(hand.do(key, str.upper, key[1] + key[2]) for key in keys))

    assert run(work, tmp_path) == ["A1.MD", "A2.MD", "B1.MD", "B2.MD"]


def test_a_file_that_ends_the_process_is_told_and_another_begins(tmp_path: Path) -> None:
    async def work(hand: Hand) -> list[Any]:
        return [*await outcomes(hand.do(("check", "", "620.md"), os._exit, 1)), await hand.do(("", ""), os.getcwd)]

    broken, home = run(work, tmp_path)
    assert isinstance(broken, PrecisError)
    assert [(fault.code, fault.span.file) for fault in broken.faults] == [("file-broken", "620.md")]
    assert Path(home) == tmp_path.resolve()


def test_what_goes_wrong_in_the_process_is_the_same_here(tmp_path: Path) -> None:
    async def work(hand: Hand) -> list[Any]:
        return await outcomes(hand.do(("", ""), int, "x"))

    (wrong,) = run(work, tmp_path)
    assert isinstance(wrong, ValueError)


def test_a_desk_that_is_closed_waits_for_nothing(tmp_path: Path) -> None:
    async def work(hand: Hand) -> list[Any]:
        running = asyncio.ensure_future(hand.do(("", ""), time.sleep, 1.5))
        await asyncio.sleep(0.5)
        hand.leave()
        begun = time.monotonic()
        found = await outcomes(running, hand.do(("", ""), abs, 1))
        return [*found, time.monotonic() - begun]

    first, second, seconds = run(work, tmp_path)
    assert isinstance(first, DroppedError)
    assert isinstance(second, DroppedError)
    assert seconds < 1


@pytest.mark.parametrize("jobs", [50])
def test_nothing_is_kept_of_jobs_that_are_done(tmp_path: Path, jobs: int) -> None:
    async def work(hand: Hand) -> int:
        for number in range(jobs):
            await hand.do((str(number), ""), abs, number)
        return len(hand._newest)

    assert run(work, tmp_path) == 0
