"""What a paper covers and what it does not know, in two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.documents.session.desk import Desk, runs
from precis.documents.session.paper import Look, Section
from precis.documents.session.speech import capitalized
from precis.facts.session import ABSENT, RECORDED, UNRECORDED, Meeting
from precis.model import Block, Paragraph

__all__ = ["coverage_section"]

_ASIDE = ("other-session", "other-body", "record-twice")
"""The findings of records that are set aside."""
_DISAGREE = ("outside-session", "source-differs")
_PLACES = 6
"""So many paragraphs with sentences that gave no fact are told."""


def coverage_section(desk: Desk, *, briefing: bool = False) -> Section:
    """The last section of a digest or a `briefing`: the meetings and their records, and what the paper rests on."""
    blocks: list[Block] = [
        Paragraph(None, runs(text))
        for text in (_meetings(desk), desk.words.gap.join(limits(desk, briefing=briefing)))
        if text
    ]
    return Section(Look.SMALL, tuple(blocks), desk.words.title("coverage"))


def _meetings(desk: Desk) -> str:
    """How many meetings were held, and of how many there is a record."""
    words = desk.words
    meetings = [meeting for meeting in desk.meetings if meeting.numbers.first]
    whole = sum(meeting.count for meeting in meetings)
    if not whole:
        return ""
    parts: list[str] = []
    whole_records = sum(each.count for each in meetings if each.status == RECORDED)
    if whole_records:
        parts.append(words.text("part_recorded", count=words.number(whole_records)))
    partial = [each for each in meetings if each.status not in (RECORDED, UNRECORDED, ABSENT)]
    for name, own in (
        ("part_partial", partial),
        ("part_closed", _without(meetings, UNRECORDED, closed=True)),
        ("part_unrecorded", _without(meetings, UNRECORDED, closed=False)),
        ("part_absent", [each for each in meetings if each.status == ABSENT]),
    ):
        if own:
            count = words.number(sum(each.count for each in own))
            parts.append(words.text(name, count=count, meetings=numbers_of(own, desk)))
    name = "meetings_counted" if words.number(whole).isdigit() else "meetings_held" if whole > 1 else "meeting_held"
    held = words.text(name, count=words.number(whole))
    return words.text("coverage", meetings=capitalized(held), parts=words.row(parts))


def _without(meetings: Sequence[Meeting], status: str, *, closed: bool) -> list[Meeting]:
    return [each for each in meetings if each.status == status and (each.access == "closed") == closed]


def numbers_of(meetings: Sequence[Meeting], desk: Desk) -> str:
    """The numbers of meetings in words: "the 1951st, 1957th to 1959th"."""
    words = desk.words
    numbers = (number for each in meetings for number in range(each.numbers.first, each.numbers.last + 1))
    return words.listed(words.meetings(numbers, words.meeting))


def limits(desk: Desk, *, briefing: bool = False) -> Iterator[str]:
    """What a reader must know of how the paper was made."""
    words, facts = desk.words, desk.facts
    if facts.source is not None and any(each.status == UNRECORDED and each.date for each in facts.meetings):
        yield words.text("limits_source")
    unread = [record.label for record in facts.records if record.record.language not in words.tongues]
    if unread:
        yield words.text("limits_unread", symbols=words.listed(unread))
    aside = [finding for finding in facts.findings if finding.code in _ASIDE]
    if aside:
        yield words.text("limits_aside", what=words.series(f"{each.span.file} ({each.reason})" for each in aside))
    others = [finding for finding in facts.findings if finding.code in _DISAGREE]
    if others:
        yield words.text("limits_disagree", what=words.series(map(str, others)))
    unplaced = list(dict.fromkeys((at.record, at.number) for record in facts.records for at in record.unplaced))
    if unplaced:
        yield words.text("limits_unplaced", places=words.series(_to_read(unplaced[:_PLACES], desk)))
    yield words.text("limits_briefing" if briefing else "limits")


def _to_read(places: Sequence[tuple[str, str]], desk: Desk) -> Iterator[str]:
    """Paragraphs by their records: "SR.1950, paras. 6 and 24"."""
    for record in dict.fromkeys(record for record, _ in places):
        numbers = [number for own, number in places if own == record]
        name = "limits_unplaced_para" if len(numbers) == 1 else "limits_unplaced_paras"
        yield desk.words.text(name, record=record.rpartition("/")[2], numbers=desk.words.listed(numbers))
