"""The sections of a session digest, each from the facts; a section without anything to say is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from precis.documents.digest import Cited, Words, shortened
from precis.documents.digest_limits import Limits
from precis.documents.digest_phrases import (
    Statement,
    adoptions,
    day_range,
    dialogues_held,
    encounters,
    follow_ups,
    joined,
    membership,
    parties,
    plans,
    sentence,
)
from precis.facts.fact import (
    Adopted,
    Citation,
    Decision,
    Departure,
    Dialogue,
    Election,
    Encounter,
    EntryIntoForce,
    FollowUp,
    PartyCount,
    Plan,
    Ratification,
    Reference,
    Resources,
    Stage,
    WorkingMethods,
)
from precis.facts.kinds.solemn_declaration import SolemnDeclaration
from precis.facts.record import RecordFacts
from precis.facts.session import ABSENT, PARTIAL, UNRECORDED, Meeting, SessionFacts
from precis.facts.source import reference_of
from precis.model import Block, Finding, Inlines, MeetingRange, Paragraph, Run, Table

__all__ = ["Sections"]

_ON_REPORTS = ("concluding observations", "list of issues", "list of issues prior to reporting")
_COMMENTS = ("general comment", "declaration", "statement", "open letter")
MOST_UNPLACED = 12
"""Sentences that look like a fact and gave none, as a digest lists them."""
MOST_BASES = 4
"""References of a figure that was counted; more of them would hide the figure."""


@dataclass(frozen=True, slots=True)
class Sections:
    """Makes the sections of one session."""

    facts: SessionFacts
    words: Words
    cited: Cited
    limits: Limits

    def section(self, name: str, statements: Sequence[Statement]) -> list[Block]:
        """A section that is a list; nothing where it would be empty."""
        if not statements:
            return []
        kept = self.limits.take(self.words.title(name), statements, self.limits.listed)
        return [self.words.heading(name), self.cited.bullets(kept)]

    def statements(self) -> dict[str, list[Statement]]:
        """The statements of the sections that are lists, by the name of the section."""
        facts, words = self.facts, self.words
        adopted = facts.of(Adopted)
        done = [fact for fact in adopted if fact.stage is not Stage.PLANNED]
        reported = [fact for fact in done if fact.text not in _COMMENTS]
        return {
            "dialogues": dialogues_held(facts.of(Dialogue), words),
            "decisions": [
                *adoptions([fact for fact in reported if fact.text != "agenda"], words),
                *follow_ups(facts.of(FollowUp), words),
                *self._decisions(),
                *adoptions([fact for fact in reported if fact.text == "agenda"], words),
            ],
            "comments": [*adoptions([fact for fact in done if fact.text in _COMMENTS], words), *self._discussions()],
            "others": encounters(facts.of(Encounter), words),
            "officers": [*membership(facts.of(Election), facts.of(SolemnDeclaration), words), *self._departures()],
            "parties": parties(facts.of(Ratification), facts.of(EntryIntoForce), facts.of(PartyCount), words),
            "resources": [(sentence(at), [at]) for at in self._resources()],
            "next": [*self._following(), *plans(self._plans(), words), *self._planned(adopted)],
        }

    def lists(self, statements: dict[str, list[Statement]]) -> list[Block]:
        """The sections from the decisions to the next session."""
        out: list[Block] = []
        for name in ("decisions", "comments", "others", "officers", "parties", "resources"):
            out.extend(self.section(name, statements[name]))
        return [*out, *self.following(statements)]

    def following(self, statements: dict[str, list[Statement]]) -> list[Block]:
        """The next session; "not stated" where the records do not say."""
        if statements["next"]:
            return self.section("next", statements["next"])
        return [self.words.heading("next"), self.cited.paragraph(self.words.say("not_stated"))]

    def _decisions(self) -> list[Statement]:
        out: list[Statement] = []
        for fact in self.facts.of(Decision):
            places = [fact.proposal, fact.at] if fact.proposal else [fact.at]
            out.append((self.words.say("decided", what=shortened(fact.what, 260)) + ".", places))
        return out

    def _discussions(self) -> list[Statement]:
        """Days of discussion: the item of a meeting, and how many spoke."""
        out: list[Statement] = []
        for meeting, record in self._with_records():
            turns = record.turns
            for item in meeting.items:
                if "discussion" in item.lower() and turns:
                    count = len({speaker.label for turn in turns for speaker in turn.speakers})
                    text = self.words.say("discussion", item=item, speakers=count) + "."
                    out.append((text, [record.place_of(turns[0]), *meeting.basis]))
        return out

    def _with_records(self) -> Iterable[tuple[Meeting, RecordFacts]]:
        records = {record.label: record for record in self.facts.records}
        return [(meeting, records[meeting.label]) for meeting in self.facts.meetings if meeting.label]

    def _departures(self) -> list[Statement]:
        return [
            (self.words.say("left", person=fact.person, how=fact.how) + ".", [fact.at])
            for fact in self.facts.of(Departure)
        ]

    def _resources(self) -> list[Reference]:
        """The sentences on resources and working methods, each once, in the order of the records."""
        found = [fact.at for fact in self.facts.facts if isinstance(fact, (Resources, WorkingMethods))]
        return list(dict.fromkeys(found))

    def _following(self) -> list[Statement]:
        """What the session's source says of the next session, with the records that say it too."""
        source = self.facts.source
        following = source.session.following if source else None
        if source is None or following is None:
            return []
        days = day_range(following.days.first, following.days.last, self.words) if following.days else ""
        rest = ", ".join(filter(None, (days, following.place)))
        if following.number is None:
            text = self.words.say("next_held_unnumbered", rest=rest)
        else:
            text = self.words.say("next_held", session=self.words.ordinal(following.number), rest=rest)
        same = [fact.at for fact in self.facts.of(Plan) if self._is_following(fact)]
        return [(f"{text}.", [reference_of(source, "next"), *same])]

    def _is_following(self, fact: Plan) -> bool:
        """Whether a plan is of the session that the source has as the next."""
        following = self.facts.session.following
        return following is not None and fact.what == "session" and fact.sessions == (following.number,)

    def _plans(self) -> list[Plan]:
        return [fact for fact in self.facts.of(Plan) if not self._is_following(fact)]

    def _planned(self, adopted: Sequence[Adopted]) -> list[Statement]:
        out: list[Statement] = []
        done = {(fact.text, fact.state) for fact in adopted if fact.stage.adopted and fact.state}
        for fact in adopted:
            if fact.stage is Stage.PLANNED and (fact.text, fact.state) not in done:
                date = self.words.say("on_date", date=fact.date) if fact.date else ""
                title = f" {fact.title}" if fact.title else ""
                if fact.state is not None:
                    title += f" ({fact.state.in_text})"
                out.append((self.words.say("planned", text=fact.text, title=title, date=date) + ".", [fact.at]))
        return out

    def figures(self) -> list[Block]:
        """The session in figures; what is counted and what a record states are told apart."""
        rows = [row for row in (*self._meetings_counted(), *self._texts_counted(), *self._stated()) if row]
        if not rows:
            return []
        return [self.words.heading("figures"), Table(self.words.columns("figures"), tuple(rows))]

    def _row(self, name: str, figure: object, basis: str, references: Sequence[Reference]) -> tuple[Inlines, ...]:
        calls = self.cited.calls(list(dict.fromkeys(references))[:MOST_BASES])
        title = self.words.data["rows"].get(name, name)
        return ((Run(title),), (Run(str(figure)),), (Run(self.words.of("rows", basis)), *calls))

    def _meetings_counted(self) -> Iterable[tuple[Inlines, ...]]:
        meetings = [meeting for meeting in self.facts.meetings if meeting.numbers.first]
        basis = [reference for meeting in meetings for reference in meeting.basis]
        groups = (
            ("meetings", meetings),
            ("recorded", [meeting for meeting in meetings if meeting.label and meeting.status != PARTIAL]),
            ("partial", [meeting for meeting in meetings if meeting.status == PARTIAL]),
            ("unrecorded", [meeting for meeting in meetings if meeting.status == UNRECORDED]),
            ("absent", [meeting for meeting in meetings if meeting.status == ABSENT]),
        )
        for name, group in groups:
            if group:
                places = [reference for meeting in group for reference in meeting.basis] or basis
                yield self._row(name, sum(meeting.count for meeting in group), "counted", places)

    def _texts_counted(self) -> Iterable[tuple[Inlines, ...]]:
        held = self.facts.of(Dialogue)
        if held:
            yield self._row("dialogues", len({fact.state for fact in held}), "counted", [fact.at for fact in held])
        adopted = [fact for fact in self.facts.of(Adopted) if fact.stage.adopted]
        for text in (*_ON_REPORTS, "views", "general comment"):
            own = [fact for fact in adopted if fact.text == text]
            named = {fact.state or fact.title for fact in own if fact.state or fact.title}
            stated = [fact.count for fact in own if fact.count is not None]
            places = [fact.at for fact in own]
            if stated and not named:
                yield self._row(text, sum(stated), "stated", places)
            elif named:
                yield self._row(text, len(named), "counted", places)

    def _stated(self) -> Iterable[tuple[Inlines, ...]]:
        for fact in self.facts.of(PartyCount):
            if not fact.treaty:
                yield self._row("parties", fact.count, "stated", [fact.at])

    def calendar(self) -> list[Block]:
        """Every meeting, with and without a record, as a drawing and as a table."""
        kept = self.limits.take(self.words.title("calendar"), _gathered(self.facts.meetings), self.limits.meetings)
        rows = [self._calendar_row(meeting) for meeting in kept]
        if not rows:
            return []
        drawing = [Paragraph(1, (Run("{calendar}"),))] if any(meeting.date for meeting in self.facts.meetings) else []
        return [self.words.heading("calendar"), *drawing, Table(self.words.columns("calendar"), tuple(rows))]

    def _calendar_row(self, meeting: Meeting) -> tuple[Inlines, ...]:
        words, numbers = self.words, meeting.numbers
        first = words.meeting(numbers.first) if numbers.first else meeting.label
        name = first if numbers.first == numbers.last else f"{first}–{words.meeting(numbers.last)}"
        date = words.date(meeting.date) if meeting.date else ""
        when = ", ".join(filter(None, (date, words.time(meeting.time) if meeting.time else "")))
        status = words.of("status", meeting.status)
        access = words.of("status", "closed") if meeting.access == "closed" else ""
        told = ", ".join(filter(None, (status if not meeting.label or meeting.status == PARTIAL else "", access)))
        record = "; ".join(filter(None, (meeting.label, told)))
        items = "; ".join(shortened(item, 90) for item in meeting.items)
        stated = words.say("not_stated").rstrip(".").lower()
        return (
            (Run(name),),
            (Run(when or stated),),
            (Run(items or stated),),
            (Run(record), *self.cited.calls(meeting.basis)),
        )

    def documents(self) -> list[Block]:
        """Every document that the records cite, and where; those of this session's records first."""
        found: dict[str, list[Reference]] = {}
        for fact in self.facts.of(Citation):
            name = f"{fact.organ} {fact.document}".strip()
            found.setdefault(name, []).append(fact.at)
        if not found:
            return []
        rows = [
            ((Run(name),), self.cited.calls(list(dict.fromkeys(places))[:MOST_BASES]))
            for name, places in self.limits.take(
                self.words.title("documents"), list(found.items()), self.limits.documents
            )
        ]
        return [self.words.heading("documents"), Table(self.words.columns("documents"), tuple(rows))]

    def gaps(self) -> list[Statement]:
        """Meetings without records, parts not recorded, meetings of which nothing tells."""
        words = self.words
        out: list[Statement] = []
        for meeting in _gathered(self.facts.meetings):
            name = {UNRECORDED: "no_record", PARTIAL: "partial", ABSENT: "absent"}.get(meeting.status)
            if name is not None:
                numbers = meeting.numbers
                ends = [words.meeting(number) for number in dict.fromkeys((numbers.first, numbers.last))]
                told = words.say("range", first=ends[0], last=ends[1]) if len(ends) > 1 else ends[0]
                out.append((words.say(name, meetings=told, meeting=told) + ".", list(meeting.basis[:1])))
        return out

    def coverage(self) -> list[Block]:
        """What the digest does not know: gaps, what was set aside, what gave no fact, what was left out."""
        facts, words, cited = self.facts, self.words, self.cited
        out = self.gaps()
        out.extend((f"{self._finding(finding)}.", []) for finding in facts.findings)
        if any(record.record.language != "en" for record in facts.records):
            others = joined(record.label for record in facts.records if record.record.language != "en")
            out.append((words.say("unread", symbols=others) + ".", []))
        if any(reference.computed for reference in cited.references.values()):
            out.append((words.say("computed"), []))
        out.append((words.say("inferred"), []))
        if self.limits.left:
            out.append((self.limits.told(words), []))
        blocks: list[Block] = [words.heading("limits"), cited.bullets(out)]
        return [*blocks, *self._unplaced()]

    def _finding(self, finding: Finding) -> str:
        """What was set aside, or where the session's source and a record disagree."""
        if finding.field in ("session", "symbol"):
            return self.words.say("aside", file=finding.span.file, reason=finding.reason)
        return self.words.say("disagrees", finding=str(finding))

    def _unplaced(self) -> list[Block]:
        found = [at for record in self.facts.records for at in record.unplaced]
        if not found:
            return []
        most = min(MOST_UNPLACED, self.limits.listed)
        statements: list[Statement] = [(f"“{sentence(at)}”", [at]) for at in found[:most]]
        if len(found) > most:
            statements.append((self.words.say("unplaced_more", count=len(found) - most), []))
        return [Paragraph(1, (Run(self.words.say("unplaced")),)), self.cited.bullets(statements)]


def _gathered(meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings, with neighbours that have neither day nor record as one."""
    out: list[Meeting] = []
    for meeting in meetings:
        last = out[-1] if out else None
        alike = last is not None and not (last.label or meeting.label or last.date or meeting.date)
        if last is not None and alike and last.status == meeting.status and last.basis == meeting.basis:
            out[-1] = replace(last, numbers=MeetingRange(last.numbers.first, meeting.numbers.last))
        else:
            out.append(meeting)
    return out


def renumbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with their paragraphs numbered in order, as a source would have them."""
    out: list[Block] = []
    number = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            number += 1
            out.append(Paragraph(number, block.inlines))
        else:
            out.append(block)
    return tuple(out)
