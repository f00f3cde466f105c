"""A digest or briefing as a source that a person can edit: prose with short marks, written and read.

`# Ruritania` begins a page, with the line under its title as its first paragraph; `# {page}` one without a title.
`## Findings *beside it* {findings}` is a section: its heading, what is said beside it, what it is and where it stands.
`[^1952.18]` calls paragraph 18 of the record of meeting 1952, as often as it is wanted; one note for each paragraph has
the words that are used: `[^1952.18]: CMW/C/SR.1952, para. 18: “the words” “and others”`. The note may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from precis.documents.session.paper import Cited, Look, Paper, Place, Section, Sheet
from precis.facts.fact import Part
from precis.model import Block, Faults, Footnote, Heading, Inlines, Paragraph, Run, plain
from precis.source.body import Body, read_parts
from precis.source.field import DATE, FIGURES, FLAG, STRING, Field, typed_values
from precis.source.front import check_keys, print_front, split_front
from precis.source.kinds import Form, check_document
from precis.source.lengths import check_lengths
from precis.source.printed import print_body
from precis.source.values import read_date, read_flag, read_number, read_text

__all__ = ["FIELDS", "PaperSource", "print_note", "print_paper", "read_paper"]

FIELDS: tuple[Field, ...] = (
    Field("title", "what it is on: the session, the meeting, the State; it must be given", read_text, str, STRING),
    Field("about", "the line under the title: where and when", read_text, str, STRING),
    Field("committee", "the name of the committee, above the title", read_text, str, STRING),
    Field("body", "the treaty body, cmw", read_text, str, STRING),
    Field("session", "the number of the session, 97", read_number, str, FIGURES),
    Field("state", "the State of a briefing on a dialogue, by its United Nations short name", read_text, str, STRING),
    Field("date", "the date of the latest record: 2053-12-10", read_date, str, DATE),
    Field("language", "the language of the text, en if left out", read_text, str, STRING),
    Field(
        "records",
        "the folder of the records, or the record, as seen from the folder of this source; it must be given",
        read_text,
        str,
        STRING,
    ),
    Field(
        "file",
        "what the files built are named, without the language; the name of the source if left out",
        read_text,
        str,
        STRING,
    ),
    Field("sample", "true for a digest of samples", read_flag, lambda _: "true", FLAG),
)
"""The fields of the source of a digest or briefing."""

_WANTED = ("title", "records")
_NAMES = {"file": "stem"}
"""The field whose key and name in the model differ."""
_PAGE = "{page}"
_KIND = re.compile(r"[ \t]*\{(?P<look>[\w-]+)(?:[ \t]+(?P<place>[\w-]+))?\}\Z")
_NOTE = re.compile(
    r"(?P<record>.+?)(?:, (?:(?P<cover>cover)|(?P<heading>heading before )?para\. "
    r"(?:(?P<number>\d+)|\[(?P<counted>\d+)\])))?(?:: “(?P<words>.*)”)?",
    re.DOTALL,
)
_BETWEEN = "” “"
_SHOWN = "CMW/C/SR.590, para. 5: “the words that stand there”"


@dataclass(frozen=True, slots=True)
class PaperSource:
    """A paper that was read: the line of each of its blocks and of each note in its file, whose text is `text`."""

    paper: Paper
    file: str
    blocks: tuple[tuple[Section, Block, int], ...]
    notes: Mapping[str, int] = field(default_factory=dict)
    text: str = ""


def print_paper(paper: Paper) -> str:
    """The source that reads as `paper`."""
    held = ((field, getattr(paper, _NAMES.get(field.key, field.key))) for field in FIELDS)
    values = {field.key: field.show(value) for field, value in held if value}
    notes = tuple(Footnote(label, (Run(print_note(cited)),)) for label, cited in paper.cited.items())
    front = print_front({"document": paper.kind, **values})
    return f"{front}\n{print_body(Body(tuple(_numbered(_blocks(paper.sheets))), notes))}"


def print_note(cited: Cited) -> str:
    """A place as a note has it, with the words that stand there."""
    number = f"[{cited.paragraph}]" if cited.computed else str(cited.paragraph)
    where: Mapping[Part, str] = {
        "text": f", para. {number}",
        "heading": f", heading before para. {number}",
        "cover": ", cover",
        "source": "",
    }
    words = f": “{_BETWEEN.join(cited.words)}”" if cited.words else ""
    return f"{cited.record}{where[cited.part]}{words}"


def _blocks(sheets: Sequence[Sheet]) -> Iterator[Block]:
    for number, sheet in enumerate(sheets):
        if number or sheet.title:
            yield Heading(1, (Run(sheet.title or _PAGE),))
        if sheet.about:
            yield Paragraph(None, (Run(sheet.about),))
        for place, section in enumerate(sheet.sections):
            if number or place or not _opens(section):
                yield Heading(2, _heading(section))
            yield from section.blocks


def _opens(section: Section) -> bool:
    """Whether a section needs no heading: the lead, with which a paper begins."""
    return section.look is Look.LEAD and not section.title and section.place is Place.FULL


def _heading(section: Section) -> Inlines:
    kind = f"{{{section.look}}}" if section.place is Place.FULL else f"{{{section.look} {section.place}}}"
    parts = [Run(f"{section.title} ")] if section.title else []
    if section.aside:
        parts.extend((Run(section.aside, italic=True), Run(" ")))
    return (*parts, Run(kind))


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks with paragraphs numbered in order, which sources do not write."""
    number = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            number += 1
            yield replace(block, number=number)
        else:
            yield block


def read_paper(text: str, file: str) -> PaperSource:
    """The paper of a source. Raises PrecisError with all that is wrong in its form, each with its line."""
    faults = Faults(file, text)
    check_lengths(text, faults)
    front, rest, first = split_front(text, faults)
    kind = check_document(front, faults, Form.DIGEST)
    check_keys(front, ["document", *(field.key for field in FIELDS)], faults)
    values = typed_values(front, FIELDS, faults)
    for key in _WANTED:
        if front.whole and key not in (*front.values, *front.lost):
            faults.add("field-wanted", f"{key}: is missing; write it in the front matter", 1, key)
    parts = read_parts(rest, faults, first)
    cited = _cited(parts.notes, faults)
    builder = _Builder(faults)
    for block, line in zip(parts.blocks, parts.lines, strict=True):
        builder.add(block, line)
    faults.check()
    paper = Paper(
        kind.name,
        values["title"],
        values.get("about", ""),
        values.get("file") or re.sub(r"\.\w+\Z", "", file.rsplit("/", 1)[-1]),
        builder.sheets(),
        cited,
        values.get("language", "en"),
        values.get("committee", ""),
        values.get("session"),
        values.get("body", "").lower(),
        values.get("date"),
        values.get("sample", False),
        values["records"],
        values.get("state", ""),
    )
    notes = {label: line for label, (_, line) in parts.notes.items()}
    return PaperSource(paper, file, tuple(builder.placed()), notes, text)


def _cited(notes: Mapping[str, tuple[Footnote, int]], faults: Faults) -> dict[str, Cited]:
    out: dict[str, Cited] = {}
    for label, (note, line) in notes.items():
        text = plain(note.inlines).strip()
        match = _NOTE.fullmatch(text)
        if match is None:
            faults.add("reference-form", f"'{text}' is not a reference; write {_SHOWN}", line, words=f"[^{label}]")
            continue
        number = match["number"] or match["counted"]
        part: Part = "cover" if match["cover"] else "heading" if match["heading"] else "text" if number else "source"
        if part == "source" and label != "session":
            message = f"'{text}' names no paragraph; write {_SHOWN}"
            faults.add("reference-form", message, line, words=f"[^{label}]")
        words = tuple(match["words"].split(_BETWEEN)) if match["words"] else ()
        out[label] = Cited(match["record"], int(number or 0), words, match["counted"] is not None, part)
    return out


@dataclass(slots=True)
class _Open:
    """A section that is being read."""

    look: Look
    title: str = ""
    aside: str = ""
    place: Place = Place.FULL
    blocks: list[tuple[Block, int]] = field(default_factory=list)

    def closed(self) -> Section:
        return Section(self.look, tuple(block for block, _ in self.blocks), self.title, self.aside, self.place)


@dataclass(slots=True)
class _Page:
    """A sheet that is being read. If it is `headed`, by its title, its first paragraph is the line under that."""

    title: str = ""
    about: str = ""
    headed: bool = False
    sections: list[_Open] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    """Puts blocks into sections and sections into sheets."""

    faults: Faults
    pages: list[_Page] = field(default_factory=lambda: [_Page()])

    def add(self, block: Block, line: int) -> None:
        """A block of the text; a heading begins a sheet or a section."""
        page = self.pages[-1]
        if isinstance(block, Heading) and block.level == 1:
            self._begin(plain(block.inlines).strip())
        elif isinstance(block, Heading) and block.level == 2:
            page.sections.append(self._section(block, line))
        elif isinstance(block, Heading):
            marks, words = "#" * block.level, plain(block.inlines).strip()
            message = f"“{marks} {words}” is a heading below that of a section; write ## for a section, or plain words"
            self.faults.add("section-level", message, line, words=marks)
        elif page.headed and not page.sections and not page.about and isinstance(block, Paragraph):
            page.about = plain(block.inlines)
        else:
            if not page.sections:
                page.sections.append(_Open(Look.LEAD if len(self.pages) == 1 and not page.headed else Look.PROSE))
            page.sections[-1].blocks.append(
                (replace(block, number=None) if isinstance(block, Paragraph) else block, line)
            )

    def _begin(self, title: str) -> None:
        page = _Page("" if title == _PAGE else title, headed=title != _PAGE)
        if self.pages == [_Page()]:
            self.pages = [page]
        else:
            self.pages.append(page)

    def _section(self, heading: Heading, line: int) -> _Open:
        items = list(heading.inlines)
        found = _KIND.search(items[-1].text) if items and isinstance(items[-1], Run) else None
        look, place = Look.PROSE, Place.FULL
        if found is not None:
            items[-1] = Run(found.string[: found.start()])
            look = self._named(Look, found["look"], look, line)
            place = self._named(Place, found["place"], place, line)
        aside = [item for item in items if isinstance(item, Run) and item.italic]
        title = plain(tuple(item for item in items if item not in aside)).strip()
        return _Open(look, title, plain(tuple(aside)).strip(), place)

    def _named(self, names: Any, name: str | None, usual: Any, line: int) -> Any:
        if name is None or name in list(names):
            return names(name) if name else usual
        known = ", ".join(names)
        message = f"'{name}' is not what a section is, or where it stands; write one of: {known}"
        self.faults.add("section-kind", message, line, words=name)
        return usual

    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of all that was added."""
        return tuple(
            Sheet(tuple(section.closed() for section in page.sections), page.title, page.about) for page in self.pages
        )

    def placed(self) -> Iterator[tuple[Section, Block, int]]:
        """Each block with its section and its line."""
        for page in self.pages:
            for section in page.sections:
                closed = section.closed()
                yield from ((closed, block, line) for block, line in section.blocks)
