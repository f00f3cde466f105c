"""Streams whose length nobody can doubt.

PDF/A-2 wants the length of a stream to be that of its bytes up to the line end before `endstream` (ISO 19005-2,
6.1.7.1).
Data that ends in a carriage return, one stream in 256, makes one line end of two bytes with the line feed after it.
"""

from __future__ import annotations

import io
import re
from copy import copy
from functools import partial
from typing import Any

__all__ = ["settle_streams"]


def settle_streams(pdf: Any) -> None:
    """Have `pdf`, when it is written, give any such stream one more byte that its reader passes over."""
    pdf.write = partial(_write, pdf, pdf.write.__func__)


def _write(pdf: Any, write: Any, output: Any, *options: Any) -> None:
    """Write a copy of the file, mend what is in doubt, and write it again until nothing is."""
    while True:
        attempt, written = copy(pdf), io.BytesIO()
        attempt.objects = list(pdf.objects)
        write(attempt, written, *options)
        data = written.getvalue()
        doubtful = [_object_before(data, match.start()) for match in re.finditer(rb"\r\nendstream", data)]
        if not doubtful:
            output.write(data)
            return
        for number in doubtful:
            _lengthen(pdf, number)


def _object_before(data: bytes, at: int) -> int:
    """The number of the object whose stream ends at this place."""
    begin = data.rindex(b" 0 obj\n", 0, at)
    return int(data[data.rindex(b"\n", 0, begin) + 1 : begin])


def _lengthen(pdf: Any, number: int) -> None:
    """Change a stream by a byte at its end; one that is made while writing, by a number that may be any."""
    if number < len(pdf.objects):
        stream = pdf.objects[number]
        stream.stream.append(b"")
        if "Length1" in stream.extra:
            stream.extra["Length1"] += 1
    else:
        root = pdf.objects[int(pdf.catalog["StructTreeRoot"].split()[0])]
        root["ParentTreeNextKey"] += 1
