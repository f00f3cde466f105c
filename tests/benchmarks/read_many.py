"""Reads files in a process of its own: `python -m tests.benchmarks.read_many COUNT FILE…`.

The files are read in turn, as often as it takes to make COUNT; printed is how many numbered paragraphs they had.
"""

from __future__ import annotations

import sys
from itertools import cycle, islice

from precis.assets import shipped
from precis.readers.files import read_file

if __name__ == "__main__":
    count, paths = int(sys.argv[1]), sys.argv[2:]
    records = (read_file(path, shipped()).record for path in islice(cycle(paths), count))
    print(sum(paragraph.number is not None for record in records for paragraph in record.paragraphs))
