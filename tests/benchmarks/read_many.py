"""Reads files in a process of its own: `python -m tests.benchmarks.read_many COUNT FILE…`.

The files are read in turn, as often as it takes to make COUNT; printed is how many numbered paragraphs they had, and
the most memory that this process or one that it started took, in kilobytes.
"""

from __future__ import annotations

import os
import sys
from itertools import cycle, islice
from pathlib import Path

from precis.assets import shipped
from precis.reading.files import read_file


def peak() -> int:
    """The most memory that this process or one that it started took so far, in kilobytes.

    The system counts the same for a process that has ended, but begins with what the one that started it had.
    """
    own = os.getpid()
    started = Path(f"/proc/self/task/{own}/children").read_text(encoding="ascii").split()
    statuses = [Path(f"/proc/{number}/status").read_text(encoding="utf-8") for number in (own, *started)]
    return max(int(status.partition("VmHWM:")[2].split()[0]) for status in statuses)


if __name__ == "__main__":
    count, paths = int(sys.argv[1]), sys.argv[2:]
    records = (read_file(path, shipped()).record for path in islice(cycle(paths), count))
    print(sum(paragraph.number is not None for record in records for paragraph in record.paragraphs), peak())
