"""A meeting that rises after midnight, as those in New York do: the source says so, and all its forms agree."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precis.assets import Assets
from precis.model import duration
from precis.reading.published import read_published
from precis.source.json_form import print_json, read_json
from precis.source.record import print_record, read_record

NIGHT = """A/C.5/78/SR.50
Summary record of the 50th meeting
Held at Headquarters, New York, on Saturday, 20 April 2024, at 10 p.m.
Chair: Mr. Marschik
Contents
Completion of the work
The meeting was called to order at 10.20 p.m.
Completion of the work
1. The Chair declared the session closed.
The meeting rose at 12.45 a.m."""


@pytest.mark.parametrize(
    ("opened", "rose", "lasted"),
    [
        ("15:00", "18:00", 180),
        ("22:20", "0:45", 145),
        ("23:59", "0:00", 1),
        ("15:00", "1:00", 600),
        ("0:10", "1:00", 50),
        ("17:00", "16:00", None),
        ("15:00", "5:30", None),
        ("10:00", "0:45", None),
        ("15:00", "15:00", None),
    ],
)
def test_how_long_a_meeting_lasted(opened: str, rose: str, lasted: int | None) -> None:
    times = [dt.datetime.strptime(time, "%H:%M").time() for time in (opened, rose)]
    assert duration(*times) == (None if lasted is None else dt.timedelta(minutes=lasted))


@given(st.times(dt.time(0, 0), dt.time(11, 59)), st.integers(1, 719))
def test_an_afternoon_in_the_figures_of_the_morning_is_told(opened: dt.time, minutes: int) -> None:
    rose = dt.datetime.combine(dt.date(2000, 1, 1), opened) + dt.timedelta(minutes=minutes)
    if rose.hour >= 12 and (slip := (rose - dt.timedelta(hours=12)).time()) <= opened:
        assert duration(opened, slip) is None


def test_what_is_read_of_a_meeting_that_rose_after_midnight_is_a_source(assets: Assets) -> None:
    reading = read_published(NIGHT, "night.txt", assets)
    assert not [str(finding) for finding in reading.findings if finding.kind == "warning"]
    source = print_record(reading.record)
    assert "began: 22:20\nrose: 0:45\n" in source
    assert read_record(source, "night.md", assets) == reading.record
    assert read_json(print_json(reading.record), "night.json", assets).record == reading.record
