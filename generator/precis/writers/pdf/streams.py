"""Objects written once, with streams whose length nobody can doubt.

pydyf makes the bytes of each object for the file, and once more for the identifier of the file, compression and all. It
compresses as hard as zlib can, which takes more than twice as long as usual and saves a hundredth of the file.

PDF/A-2 wants the length of a stream to be that of its bytes up to the line end before `endstream` (ISO 19005-2,
6.1.7.1).
Data that ends in a carriage return, one stream in 256, makes one line end of two bytes with the line feed after it.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from copy import copy
from functools import cached_property, partial
from typing import Any

__all__ = ["settle_streams"]


def settle_streams(pdf: Any) -> None:
    """Have `pdf`, when it is written, give any such stream one more byte that its reader passes over."""
    pdf.write = partial(_write, pdf, pdf.write.__func__)


def _write(pdf: Any, write: Any, output: Any, *options: Any) -> None:
    """Write a copy of the file, mend what is in doubt, and write it again until nothing is."""
    keep = _keeper()
    for each in pdf.objects:
        keep(each)
    while True:
        attempt, written = copy(pdf), io.BytesIO()
        attempt.objects = list(pdf.objects)
        attempt.add_object = partial(_add, attempt, keep)
        write(attempt, written, *options)
        data = written.getvalue()
        doubtful = [_object_before(data, match.start()) for match in re.finditer(rb"\r\nendstream", data)]
        if not doubtful:
            output.write(data)
            return
        for number in doubtful:
            _lengthen(pdf, number)


def _keeper() -> Callable[[Any], None]:
    """Has an object keep its bytes once they are made."""
    import pydyf

    class KeptStream(pydyf.Stream):  # type: ignore[misc]
        @cached_property
        def data(self) -> bytes:
            content = b"\n".join(map(pydyf._to_bytes, self.stream))
            extra = pydyf.Dictionary(self.extra)
            if self.compress:
                extra["Filter"] = "/FlateDecode"
                content = zlib.compress(content)
            extra["Length"] = len(content)
            return b"\n".join((extra.data, b"stream", content, b"endstream"))

    class KeptDictionary(pydyf.Dictionary):  # type: ignore[misc]
        data = cached_property(pydyf.Dictionary.data.fget)

    def keep(each: Any) -> None:
        if isinstance(each, pydyf.Stream):
            each.__class__ = KeptStream
        elif isinstance(each, pydyf.Dictionary):
            each.__class__ = KeptDictionary

    return keep


def _add(pdf: Any, keep: Callable[[Any], None], each: Any) -> None:
    """Add to the objects of a file one that it makes of itself, as pydyf does."""
    keep(each)
    each.number = len(pdf.objects)
    pdf.objects.append(each)


def _object_before(data: bytes, at: int) -> int:
    """The number of the object whose stream ends at this place."""
    begin = data.rindex(b" 0 obj\n", 0, at)
    return int(data[data.rindex(b"\n", 0, begin) + 1 : begin])


def _lengthen(pdf: Any, number: int) -> None:
    """Change a stream by a byte at its end; one that is made while writing, by a number that may be any."""
    if number < len(pdf.objects):
        changed = pdf.objects[number]
        changed.stream.append(b"")
        if "Length1" in changed.extra:
            changed.extra["Length1"] += 1
    else:
        changed = pdf.objects[int(pdf.catalog["StructTreeRoot"].split()[0])]
        changed["ParentTreeNextKey"] += 1
    vars(changed).pop("data", None)
