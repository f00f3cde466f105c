"""The summary record: what its cover and text say, from the model (docs/conventions.md §2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from precis.assets import Assets
from precis.documents.frame import Frame, document_names, language_lines, masthead_names, words
from precis.documents.view import NoteText, View
from precis.language import Wording, load_wording
from precis.language.bodies import Body, Names, body_of_symbol, load_body, with_body
from precis.language.cover_lines import (
    chair_label,
    chair_name,
    end_line,
    held_line,
    job_line,
    name_and_state,
    notes_of,
    reissue_note,
    title_line,
)
from precis.model import (
    Call,
    Chair,
    ContentsItem,
    Gap,
    Inlines,
    Line,
    PrecisError,
    Record,
    Run,
    Symbol,
    texts_of,
    usual_line,
)
from precis.proceedings.contents import contents_of
from precis.source.consistency import check_consistent

__all__ = ["identity", "summary_record"]

_FIELDS = {"date": "held", "time": "held", "opening": "began", "closing": "rose"}
"""The fields of a source that fill a gap of another name."""


def summary_record(record: Record, assets: Assets, qr_address: str) -> View:
    """The view of a summary record.

    `qr_address` is the house style's pattern of the document's address. Raises PrecisError if the record has no
    symbol or body, or its fields do not fit one another; what else is lacking is printed as a gap.
    """
    symbol, body = identity(record, assets)
    check_consistent(record)
    wording = load_wording(record.language, assets)
    cover = _Cover(record, wording, body, body.named(record.language))
    names = cover.names(symbol, qr_address)
    return View(
        template="summary-record.html",
        stem=f"{symbol.file_name}-{record.language}",
        names=names,
        notes=cover.notes,
        gaps=(*dict.fromkeys(_FIELDS.get(name, name) for name in cover.gaps), *_in_text(record)),
        unconfirmed=tuple(sorted(wording.said_unconfirmed)),
        record=with_body(record, assets),
    )


def _in_text(record: Record) -> tuple[str, ...]:
    """How many gaps the text has, in words; nothing where it has none."""
    texts = (
        *(inlines for block in record.blocks for inlines in texts_of(block)),
        *(n.inlines for n in record.footnotes),
    )
    count = sum(isinstance(item, Gap) for inlines in texts for item in inlines)
    return (f"{count} place{'' if count == 1 else 's'} in the text",) if count else ()


def identity(record: Record, assets: Assets) -> tuple[Symbol, Body]:
    """The symbol and the body of a record; PrecisError if it has none."""
    if record.symbol is None:
        raise PrecisError.one("no-symbol", "the record has no symbol; give it one, such as symbol: CMW/C/SR.590")
    if record.body is not None:
        return record.symbol, load_body(record.body, assets)
    body = body_of_symbol(record.symbol, assets)
    if body is None:
        raise PrecisError.one("unknown-body", f"no treaty body has symbols like {record.symbol}")
    return record.symbol, body


@dataclass
class _Cover:
    """Gathers the names of the view; notes get their marks in the order in which they are asked for."""

    record: Record
    wording: Wording
    body: Body
    called: Names
    notes: dict[str, NoteText] = field(default_factory=dict)
    gaps: list[str] = field(default_factory=list)

    def names(self, symbol: Symbol, qr_address: str) -> dict[str, Any]:
        record, wording = self.record, self.wording
        reissue = self._reissue()
        title = self._title()
        session = self._session()
        self.notes.update(
            (footnote.label, NoteText(str(number), footnote.inlines))
            for number, footnote in enumerate(record.footnotes, 1)
        )
        frame = Frame(
            treaty=self.called.treaty,
            distribution=wording.labels[record.distribution],
            issued=(self._gap("issued"),) if record.issued is None else wording.issued(record.issued),
            language_lines=language_lines(record.language, record.original or self._gap("original"), wording),
            address=qr_address.format(language=record.language, symbol=symbol.bare),
            corrections=[wording.say("corrections_1"), wording.say("corrections_2")],
            job_number="" if record.job_number is None else job_line(wording, record.job_number),
            reissue=reissue,
        )
        contents = self._contents()
        return {
            **document_names(
                wording,
                str(symbol.bare),
                f"{symbol.bare}: {words(title)}",
                record.issued or (record.held.date if record.held else None),
                ", ".join(filter(None, (self.called.committee, words(session)))),
                "; ".join(words(item.inlines) for item in contents),
                sample=record.sample,
            ),
            **masthead_names(frame, wording),
            "committee": (Run(self.called.committee),),
            "session": session,
            "official_records": wording.say("official_records") if self.body.official_records else (),
            "title": title,
            "held": held_line(wording, record.held, record.place, record.part, self._gap),
            "chairs": self._chairs(),
            "contents": contents,
            "opening": self._line(record.opening, "opening"),
            "blocks": record.blocks,
            "closing": self._line(record.closing, "closing"),
        }

    def _session(self) -> Inlines:
        """The line of the session; a body whose sessions have no numbers has none."""
        if self.record.session is None and not self.body.sessions:
            return ()
        given = self.record.session
        return self.wording.say("session", session=self._gap("session") if given is None else given)

    def _gap(self, name: str) -> Gap:
        self.gaps.append(name)
        return self.wording.gap(name)

    def _note(self, inlines: Inlines) -> Call:
        mark = "*" * (len(self.notes) + 1)
        self.notes[mark] = NoteText(mark, inlines)
        return Call(mark)

    def _reissue(self) -> Inlines:
        """The call of the reissue note; more than one asterisk on the symbol still has one note."""
        if self.record.reissued is not None:
            return (self._note(reissue_note(self.wording, self.record.reissued)),)
        return ()

    def _title(self) -> Inlines:
        record = self.record
        texts = list(notes_of(record, self.wording))
        if record.title_as_printed is not None:
            return self._title_as_printed(record.title_as_printed, texts)
        note = self._note(texts.pop(0)) if record.covers_part else None
        gap = self._note(texts.pop(0)) if texts else None
        return title_line(self.wording, record.meeting, record.coverage, record.part, note, gap)

    def _title_as_printed(self, title: Inlines, texts: list[Inlines]) -> Inlines:
        waiting = iter(texts)
        return tuple(self._note(next(waiting)) if isinstance(item, Call) else item for item in title)

    def _chairs(self) -> list[dict[str, Any]]:
        if not self.record.chairs:
            return [{"label": self.wording.label("chair"), "name": (self._gap("chair"),), "state": ""}]
        return [self._chair(chair, later=number > 0) for number, chair in enumerate(self.record.chairs)]

    def _chair(self, chair: Chair, *, later: bool) -> dict[str, Any]:
        """The line of a Chair; where States are the members, that of the Chair stands by itself."""
        name, state = chair_name(self.wording, chair), ""
        if self.body.states:
            name, state = name_and_state(self.wording, chair)
        return {"label": chair_label(self.wording, chair, later=later), "name": (Run(name),), "state": state}

    def _contents(self) -> tuple[ContentsItem, ...]:
        if self.record.contents_as_printed is not None:
            return self.record.contents_as_printed
        return contents_of(self.record.headings, self.wording)

    def _line(self, line: Line | None, which: Literal["opening", "closing"]) -> Inlines:
        time = self._gap(which) if line is None else line.time
        kind = usual_line(which, self.record.coverage, self.record.part) if line is None else line.kind
        return end_line(self.wording, which, time, kind, self.record.part)
