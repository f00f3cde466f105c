"""What is read of a text can be built, whatever the text says: dates and times that cannot be, marks without notes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from precis.assets import shipped
from precis.documents.summary_record import summary_record
from precis.language import load_wording
from precis.language.cover_lines import end_line, held_line, title_line, usual_notes
from precis.model import Access, Coverage, Held, LineKind, MeetingRanges, Part, plain
from precis.reading.published import read_published
from precis.source.json_form import print_json, read_json
from precis.source.record import print_record, read_record
from tests.support.lost import lost

ASSETS = shipped()
DAY = dt.date(2024, 12, 13)
days = st.integers(-40, 40).map(lambda days: DAY + dt.timedelta(days=days))
hours = st.builds(dt.time, st.integers(0, 23), st.sampled_from([0, 5, 45]))
maybe_hours = st.none() | hours


@st.composite
def covers(draw: st.DrawFn) -> str:
    """The text of a record whose lines need not agree."""
    wording = load_wording(draw(st.sampled_from(["en", "fr", "es", "ru", "zh", "ar"])), ASSETS)
    part = draw(st.none() | st.builds(Part, st.sampled_from([None, 1, 2]), st.sampled_from(Access)))
    coverage = draw(st.sampled_from(Coverage))
    unrecorded = draw(
        st.none() | st.sampled_from([MeetingRanges.of((580, 589)), MeetingRanges.of((571, 571), (580, 589))])
    )
    first = draw(st.integers(1, 2))
    notes = [plain(note) for note in usual_notes(wording, coverage, part, None, unrecorded) if draw(st.booleans())]
    stars = draw(st.sampled_from(["", "*", "**"]))
    reissued = draw(st.none() | days)
    title = plain(title_line(wording, 590, coverage, part, None, None))
    lines = [
        f"CMW/C/SR.590{stars}",
        plain(wording.date(draw(days))) if draw(st.booleans()) else "",
        plain(wording.say("original", original="en")),
        plain(wording.say("session", session=39)),
        draw(st.sampled_from([title, f"{title}*", f"{title}**"])),
        plain(held_line(wording, Held(DAY, draw(hours)), "Palais Wilson, Geneva", part, wording.gap)),
        f"{wording.label('chair', of='Ms. Diallo')} Ms. Diallo",
        wording.labels["contents"],
        "Clôture de la session",
        *(f"{'*' * number} {note}" for number, note in enumerate(notes, first)),
        f"* {plain(wording.say('reissued', date=reissued))}" if reissued else "",
        *_text(wording, draw(maybe_hours), draw(maybe_hours), draw(st.sampled_from(LineKind)), part),
    ]
    return "\n".join(line for line in lines if line)


def _text(wording: Any, opened: dt.time | None, rose: dt.time | None, kind: LineKind, part: Part | None) -> list[str]:
    opening = plain(end_line(wording, "opening", opened, kind, part)) if opened else ""
    closing = plain(end_line(wording, "closing", rose, kind, part)) if rose else ""
    return [opening, "Clôture de la session", "1. Mme Diallo (Ruritanie) dit que la séance est terminée.", closing]


@given(covers())
@settings(max_examples=300)
def test_build_takes_what_parse_writes(text: str) -> None:
    reading = read_published(text, "cover.txt", ASSETS)
    record = reading.record
    assert read_record(print_record(record, reading.findings), "cover.md", ASSETS) == record
    assert read_json(print_json(record), "cover.json", ASSETS).record == record
    assert summary_record(record, ASSETS, "{symbol}").stem.startswith("CMW_C_SR.590")
    assert lost(text, reading, ASSETS) == ""
