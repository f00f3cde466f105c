"""The text of a record as sections, speeches and lines of procedure; who speaks stands beside it as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from precis.language.wording import Wording
from precis.model import (
    Block,
    Footnote,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Record,
    Table,
    plain,
    texts_of,
)
from precis.proceedings import Procedure, ProcedureKind, Proceedings, Said
from precis.source.akn.changes import Change, Modifications, Notes, changed, paired
from precis.source.akn.inlines import put_inlines
from precis.source.akn.marking import mark
from precis.source.akn.names import SOURCE, add
from precis.source.akn.things import Things
from precis.source.akn.votes import Votes

__all__ = ["Written", "put_body", "section_names"]

_DECIDED = frozenset(
    (
        ProcedureKind.DECISION,
        ProcedureKind.ADOPTION,
        ProcedureKind.REJECTION,
        ProcedureKind.ELECTION,
        ProcedureKind.VOTE,
    )
)
_SECTION = "dbsect"
"""What the names of sections with a heading begin with."""
_SEEN = frozenset(
    (ProcedureKind.ARRIVAL, ProcedureKind.WITHDRAWAL, ProcedureKind.SILENCE, ProcedureKind.FILM, ProcedureKind.CHAIR)
)


@dataclass(frozen=True, slots=True)
class Written:
    """A text that was put into a document: the section that the closing line belongs to, its votes and its changes."""

    last: Any
    votes: Votes
    modifications: Modifications


def put_body(
    body: Any, record: Record, proceedings: Proceedings, things: Things, wording: Wording, before: Record | None
) -> Written:
    """Put the text of a record into the main part of a document, with what is other than in the record `before`."""
    writer = _Writer(body, record, proceedings, things, wording, before)
    return Written(writer.put(), writer.votes, writer.modifications)


def section_names(record: Record) -> tuple[str, ...]:
    """The names that the sections of the headings of a record have, in the order of the text."""
    names = Names()
    return tuple(names.next(_SECTION) for block in record.blocks if isinstance(block, Heading))


class Names:
    """Gives names that nothing else in the text has."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def next(self, name: str) -> str:
        """A name: the same, or where it is taken with a number."""
        count = self._counts[name] = self._counts.get(name, 0) + 1
        return name if count == 1 else f"{name}_{count}"


class _Writer:
    def __init__(
        self,
        body: Any,
        record: Record,
        proceedings: Proceedings,
        things: Things,
        wording: Wording,
        before: Record | None,
    ) -> None:
        self.record, self.things, self.wording, self.votes = record, things, wording, Votes(things)
        self.before, self.modifications = before, Modifications()
        self.said: dict[int, Said] = {}
        for said in proceedings.said:
            self.said.setdefault(said.passage.at.block, said)
        self.notes = _numbered(record.footnotes)
        self.old_notes = _numbered(before.footnotes if before is not None else ())
        self.change: Change = ""
        self.old: Iterator[Inlines] | None = None
        self.sections: list[tuple[int, Any]] = [(0, body)]
        self.current: Any = None
        self.names = Names()

    def put(self) -> Any:
        if self.before is None:
            for index, block in enumerate(self.record.blocks):
                self._put(index, block)
            return self._section()
        for was, place in paired(self.before.blocks, self.record.blocks):
            self.old = iter(texts_of(was)) if was is not None and place is not None else None
            self.change = "" if self.old is not None else "del" if place is None else "ins"
            if place is not None:
                self._put(place, self.record.blocks[place])
            elif was is not None and any(texts_of(was)):
                # One without words has none that could be marked, and would stay.
                self._put_deleted(was)
        self.change = ""
        return self._section()

    def _put_deleted(self, block: Block) -> None:
        """Put a block that is there no more: it has a section of its own, so that nothing else belongs to it."""
        if not isinstance(block, Heading | Paragraph):
            self._put(-1, block)
            return
        section = add(self._section(), "debateSection", name="deleted", eId=self._name("deleted"))
        self.current = None
        if isinstance(block, Heading):
            section.set("class", f"level-{block.level}")
        elif block.number is not None:
            add(section, "num", f"{block.number}.")
        self._words(add(section, "heading" if isinstance(block, Heading) else "p"), block.inlines)

    def _words(self, parent: Any, inlines: Inlines, wrap: Any = None) -> None:
        """Put the words of a text, with marks where they are other than before; the speaker's name is put in `wrap`."""
        parts: Iterable[tuple[Change, Inlines]] = ((self.change, inlines),) if inlines else ()
        if self.old is not None:
            parts = changed(next(self.old), inlines, self.old_notes, self.notes)
        last: Change = ""
        for change, words in parts:
            place = parent
            if change:
                place = add(parent, change, eId=self._name(change))
                self.modifications.note(change, place.get("eId"), follows=change == "ins" and last == "del")
            if change == "del":
                put_inlines(place, words, self.old_notes, gone=True)
            else:
                # The first words that name the speaker are put in, and no others.
                put_inlines(place, words, self.notes, wrap if wrap is not None and wrap.getparent() is None else None)
            last = change

    def _name(self, name: str) -> str:
        return self.names.next(name)

    def _put(self, index: int, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(number=None):
                self._line(self.said[index], block)
            case Paragraph():
                self._paragraph(self.said[index], block)
            case Quotation():
                quoted = add(add(self._place(), "p"), "embeddedStructure", eId=self._name("quote"))
                for inlines in block.paragraphs:
                    self._words(add(quoted, "p"), inlines)
            case List():
                listed = add(self._place(), "ul", eId=self._name("list"))
                for item in block.items:
                    self._item(listed, item)
            case Table():
                self._table(block)

    def _item(self, listed: Any, item: ListItem) -> None:
        """An item of a list: those in another stand behind it, with their level, and the letter before the words."""
        made = add(listed, "li")
        if item.level > 1:
            made.set("class", f"level-{item.level}")
        if item.label:
            made.set("value", item.label)
            add(made, "inline", f"({item.label}) ", name="number")
        self._words(made, item.inlines)

    def _table(self, block: Table) -> None:
        """A table with its caption; the line on its source stands behind it."""
        table = add(self._place(), "table", eId=self._name("table"))
        if block.caption:
            self._words(add(table, "caption"), block.caption)
        self._row(table, "th", block.head, block.aligns)
        for row in block.rows:
            self._row(table, "td", row, block.aligns)
        if block.source:
            self._words(add(self._place(), "p", class_=SOURCE), block.source)

    def _row(self, table: Any, kind: str, cells: Sequence[Inlines], aligns: Sequence[str]) -> None:
        row = add(table, "tr")
        for place, cell in enumerate(cells):
            made = add(row, kind, **({"class_": aligns[place]} if aligns else {}))
            self._words(add(made, "p"), cell)

    def _heading(self, heading: Heading) -> None:
        while self.sections[-1][0] >= heading.level:
            self.sections.pop()
        name = "item" if heading.level == 1 else "subitem"
        section = add(self.sections[-1][1], "debateSection", name=name, eId=self._name(_SECTION))
        if heading.level != len(self.sections):
            section.set("class", f"level-{heading.level}")
        self._words(add(section, "heading"), heading.inlines)
        self.sections.append((heading.level, section))
        self.current = None

    def _section(self) -> Any:
        """The section of the heading above; where there is none, one for the beginning of the text."""
        if len(self.sections) == 1:
            self.sections.append((99, add(self.sections[0][1], "debateSection", name="beginning", eId="beginning")))
        return self.sections[-1][1]

    def _place(self) -> Any:
        """Where that stands which belongs to the paragraph before."""
        if self.current is None:
            self.current = add(self._section(), "debateSection", name="text", eId=self._name("text"))
        return self.current

    def _line(self, said: Said, line: Paragraph) -> None:
        """A line without a number: of procedure, or one that goes on."""
        if said.procedure is None:
            self._words(add(self._place(), "p"), line.inlines)
            return
        told = add(self._section(), "narrative", eId=self._name("line"))
        self._words(told, line.inlines)
        if said.procedure.kind is ProcedureKind.SUSPENSION:
            self._mark_suspension(told, said.procedure)
        self.current = None

    def _mark_suspension(self, told: Any, procedure: Procedure) -> None:
        """Mark when a meeting was suspended, and when it was resumed."""
        told.set("refersTo", self.things.concept("suspension"))
        last: Any = None
        for time, kind in ((procedure.time, "startEvent"), (procedure.until, "endEvent")):
            if time is not None:
                words = plain(self.wording.time(time))
                made = mark(told, words, "recordedTime", last, type=kind, time=f"{time:%H:%M}:00")
                last = made if made is not None else last

    def _paragraph(self, said: Said, paragraph: Paragraph) -> None:
        name = self._name(f"para_{paragraph.number}")
        if said.procedure is None and said.speaker is not None:
            self.current = add(self._section(), "speech", eId=name, **self.things.agents(said.speaker))
        else:
            self.current = add(self._section(), "debateSection", name="paragraph", eId=name)
        add(self.current, "num", f"{paragraph.number}.")
        kind = "p"
        if said.procedure is not None:
            kind = (
                "summary"
                if said.procedure.kind in _DECIDED
                else "scene"
                if said.procedure.kind in _SEEN
                else "narrative"
            )
        wrap = self.things.named(said.speaker) if said.begins and said.speaker is not None else None
        told = add(self.current, kind)
        if said.procedure is not None and kind == "summary":
            told.set("refersTo", self.things.concept("vote" if said.procedure.vote else "decision"))
        self._words(told, paragraph.inlines, wrap)
        if said.procedure is not None:
            self.votes.put(told, name, said.procedure)


def _numbered(footnotes: Sequence[Footnote]) -> Notes:
    return {note.label: (number, note) for number, note in enumerate(footnotes, 1)}
