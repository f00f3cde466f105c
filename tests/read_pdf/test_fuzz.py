"""Bytes of small files changed at random: they are read, or refused in our own words."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from precis.model import PrecisError
from precis.reading.forms.pdf import apart, read_pdf
from precis.reading.line import FileText
from tests.read_pdf.made import page_of, printed, words


@lru_cache
def small() -> list[bytes]:
    tagged = {
        8: b"<</Type/StructTreeRoot/K 9 0 R/ParentTree<</Nums[0[9 0 R]]>>>>",
        9: b"<</Type/StructElem/S/P/T(paragraph)/P 8 0 R/Pg 3 0 R/K[0]>>",
    }
    return [
        page_of(words("Hello there", "and here")),
        page_of(words("Hello"), entries=b"/StructTreeRoot 8 0 R/MarkInfo<</Marked true>>", more=tagged),
        printed(
            [(113, 100, "1."), (141, 100, "Text."), (90, 700, 164), (113, 720, "1 Note", "F", 8)], [(113, 90, "x")]
        ),
    ]


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart.LIMITS, "seconds", 5)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    which=st.integers(0, 2),
    flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=8),
    keep=st.one_of(st.just(1.0), st.floats(0, 1)),
    again=st.booleans(),
)
def test_a_changed_file_is_read_or_refused(
    which: int, flips: list[tuple[float, int]], keep: float, again: bool
) -> None:
    data = bytearray(small()[which])
    for place, value in flips:
        data[int(place * len(data))] = value
    changed = bytes(data[: int(keep * len(data))]) + (bytes(data) if again else b"")
    try:
        found = read_pdf(changed, "file.pdf")
    except PrecisError as error:
        assert all(str(fault).startswith("file.pdf") for fault in error.faults)
    else:
        assert isinstance(found, FileText)
