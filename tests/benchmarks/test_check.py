"""The speed of checking: a hundred records against reading them, and one record against the help of the command.

The records are read in the forms in which archives have them, and counted is the time of the core, in one run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import precis
from precis.assets import Assets
from precis.checks import Subject, alarms_of, load_rules, rules_for
from precis.writers.style import HouseStyle
from tests.benchmarks.generated import SAMPLES, generated_records, write_form

FORMS = ("txt", "html", "docx", "pdf")
COUNT = 100


def spent(work: Callable[[], Any]) -> tuple[float, Any]:
    """The time of the core that some work takes, with that of the processes it starts, and what it gives."""
    start = sum(os.times()[:4])
    given = work()
    return sum(os.times()[:4]) - start, given


def test_a_hundred_records_are_checked_in_the_time_of_reading_them(
    tmp_path: Path, style: HouseStyle, assets: Assets, benchmark: Any
) -> None:
    paths = []
    for number, record in enumerate(generated_records(COUNT)):
        paths.append(tmp_path / f"{number}.{FORMS[number % len(FORMS)]}")
        write_form(record, paths[-1], style, assets)
    precis.read(paths[0])
    reading, records = spent(lambda: [precis.read(path).record for path in paths])
    rules = load_rules(assets, "en")
    # Patterns are made once a run, and so are States.
    alarms_of(Subject(records[0], assets), rules_for(rules, 2053))
    checking, _ = benchmark.pedantic(
        spent, (lambda: [alarms_of(Subject(each, assets), rules_for(rules, 2053)) for each in records],)
    )
    print(f"\nread {reading:.2f} s, checked {checking:.2f} s: {checking / reading:.2f}")
    assert checking <= reading


def seconds(*words: str) -> float:
    """The least time of the core that a run of the command takes, of five."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = partial(
        subprocess.run, [sys.executable, "-m", "precis", *words], check=True, capture_output=True, env=environment
    )
    return min([spent(run)[0] for _ in range(6)][1:])


@pytest.mark.parametrize("name", ["1950.md", "1960.md"])
def test_one_record_is_checked_soon(name: str, benchmark: Any) -> None:
    record = str(SAMPLES / name)
    started, read = seconds("--help"), seconds("parse", record)
    checked = benchmark.pedantic(seconds, ("check", record))
    print(f"\nhelp {started:.2f} s, parse {read:.2f} s, check {checked:.2f} s: {checked / (started + read):.2f}")
    assert checked <= 1.3 * (started + read)
