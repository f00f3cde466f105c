"""Reads files in a process of its own: `python -m tests.benchmarks.read_many COUNT FILE…` prints what it took.

The files are read in turn, as often as it takes to make COUNT; a first file is read before the clock starts.
"""

from __future__ import annotations

import json
import resource
import sys
from itertools import cycle, islice
from pathlib import Path

from precis.assets import shipped
from precis.readers.files import read_file

_ALL = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
"""This process, and those that it started."""


def main(count: int, paths: list[str]) -> dict[str, float]:
    """What `count` readings took: seconds of the core, bytes, numbered paragraphs, and the most memory in megabytes."""
    assets = shipped()
    read_file(paths[0], assets)
    sizes = {path: Path(path).stat().st_size for path in paths}
    paragraphs = 0
    began = _seconds()
    for path in islice(cycle(paths), count):
        paragraphs += sum(paragraph.number is not None for paragraph in read_file(path, assets).record.paragraphs)
    seconds = _seconds() - began
    peak = max(resource.getrusage(who).ru_maxrss for who in _ALL) / 1024
    return {
        "seconds": seconds,
        "bytes": sum(sizes[path] for path in islice(cycle(paths), count)),
        "paragraphs": paragraphs,
        "peak": peak,
    }


def _seconds() -> float:
    """The time that cores have spent so far."""
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, _ALL))


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), sys.argv[2:])))
