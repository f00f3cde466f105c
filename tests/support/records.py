"""Made-up records for property tests: every kind of block and run, every field of the cover.

`records()` makes records that a source can hold: their fields fit one another, every footnote is called once, and
texts are in normal form, without blanks at their ends. They shrink to short ones of plain words.
`printable_records()` are those of them that a document shows whole: what it does not print has its usual value.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from precis.assets import shipped
from precis.language import Wording, load_wording
from precis.model import (
    Access,
    Block,
    Call,
    Chair,
    ContentsItem,
    Coverage,
    Footnote,
    Gap,
    Heading,
    Held,
    Inline,
    Inlines,
    Line,
    LineKind,
    List,
    MeetingRanges,
    Note,
    Paragraph,
    Part,
    Quotation,
    Record,
    Run,
    Symbol,
    Table,
    joined,
    mapped,
)
from precis.proceedings.contents import contents_of
from precis.source.marks import inlines as marked_up

__all__ = [
    "SPEAKERS",
    "blocks",
    "cells",
    "inlines",
    "paragraphs",
    "printable_records",
    "records",
    "with_footnotes",
    "words",
]

# Words of records in six languages, and texts that mean something to Markdown, YAML or a splitter of sentences.
WORDS = (
    "the Committee said that it had met States parties and of in on a report Chair Ruritania migrants rights "
    "Mr. Ms. Haddad No. art. 6 14 590 p.m. 5.40 2054 CMW/C/RUR/1 awareness-raising however, session. treaty; "
    "le la de des Comité séance État Mme M. l’examen qu’il déclare Président\u00a0: «\u00a0oui\u00a0» "
    "el los del sesión Sra. niñez ¿cuándo? ¡no! núm. señala Presidenta: 15.00 horas "
    "о об заседании Комитета г-жа государство-участник статьи № говорит, что Председатель: «да» 15 ч. 05 м. "
    "委员会 第590次会议 主席说， “定期报告”。 《公约》 （续） Haddad先生： 上午10时05分 —— 、 "
    "اللجنة الجلسة قال إن الأطفال والإناث، (روريتانيا) السيد عُقدت معاً؛ لا الساعة 00/10 CCPR/C/SR.2041* (تابع) و "
    "(OHCHR) “peace” don't eighty\u2011ninth – 12. # - > | a|b * ** _x_ [sic] [^ {-} \\ ^ <b> & %% no: 'yes' ,"
).split(" ")

words: SearchStrategy[str] = st.sampled_from(WORDS)
_looks = st.sampled_from([{}, {}, {}, {}, {"italic": True}, {"bold": True}, {"bold": True, "italic": True}])
_runs = st.builds(lambda text, look: Run(text, **look), words, _looks)
_raised = st.builds(lambda figures: (Run(figures), Run("e", superscript=True)), st.sampled_from(["590", "1", "3"]))
_text_pieces: SearchStrategy[tuple[Inline, ...]] = st.one_of(
    *[_runs.map(lambda run: (run,))] * 12, _raised, st.just((Gap("date of issue"),))
)
_call: SearchStrategy[tuple[Inline, ...]] = st.just((Call("?"),))


def inlines(*, calls: bool = False, breaks: bool = False, most: int = 12) -> SearchStrategy[Inlines]:
    """Up to `most` words in their looks; with calls of a footnote "?" and line breaks if wanted."""
    pieces = st.one_of(*[_text_pieces] * 9, _call) if calls else _text_pieces
    spaces = st.sampled_from([" "] * 9 + ["\n" if breaks else " "])
    one = st.tuples(pieces, spaces)
    return st.lists(one, min_size=1, max_size=most).map(_spaced).filter(lambda items: not isinstance(items[0], Call))


def _spaced(pieces: list[tuple[tuple[Inline, ...], str]]) -> Inlines:
    """The pieces with a space between, which looks as both its neighbours do; a call follows without one."""
    out: list[Inline] = []
    for piece, space in pieces:
        if out and not isinstance(piece[0], Call):
            last, first = out[-1], piece[0]
            alike = isinstance(last, Run) and isinstance(first, Run) and last.like(first) and not last.superscript
            out.append(replace(last, text=space) if alike else Run(space))
        out.extend(piece)
    return joined(out)


def cells(most: int = 4) -> SearchStrategy[Inlines]:
    """The text of a cell of a table, which may be empty."""
    return st.one_of(st.just(()), inlines(most=most))


headings = st.builds(Heading, st.integers(1, 3), inlines(most=6))
lines = st.builds(Paragraph, st.none(), inlines(most=8))
quotations = st.lists(inlines(calls=True, breaks=True), min_size=1, max_size=3).map(lambda p: Quotation(tuple(p)))
item_labels = st.sampled_from(["", "", "a", "b", "c", "i", "ii", "h", "v", "z", "aa", "xiv"])


@st.composite
def lists(draw: DrawFn) -> List:
    """A list of items with letters and without, some in others; most letters count on."""
    made = List(())
    for text in draw(st.lists(inlines(calls=True, most=6), min_size=1, max_size=5)):
        level = draw(st.integers(1, 4))
        same = [item.label for item in made.items if item.level == level]
        counted = chr(ord(same[-1]) + 1) if same and len(same[-1]) == 1 and same[-1] < "z" else "a"
        made = made.with_item(text, level, draw(st.sampled_from([counted, counted, draw(item_labels)])))
    return made


SPEAKERS = {
    "an officer": "**The Chair**",
    "a member": "**Mr. Haddad**",
    "a particle": "**Ms. van den Berg**",
    "French": "**Mme Zuñiga**",
    "capitals": "**Mr. O’FLAHERTY**",
    "a State": "**Mr. Rassendyll** (Ruritania)",
    "an office": "**Ms. Adeyemi-Lindqvist** (Country Rapporteur)",
    "an organization": "**Sir Nigel Rodley** (Office of the High Commissioner)",
    "parentheses in parentheses": "**Mr. Ito** (Food and Agriculture Organization (FAO))",
    "a capacity": "**The Chair**, speaking in her personal capacity,",
    "on behalf of others": "**Mr. Sacks** (Borduria), speaking on behalf of the States parties of the region,",
    "no name": "**A representative of Belgium**",
}
"""How a record names who speaks (docs/conventions.md §2.9)."""


@st.composite
def paragraphs(draw: DrawFn) -> Paragraph:
    """A numbered paragraph, with a speaker or without. Its number is 1 until it stands in a record."""
    text = draw(inlines(calls=True, breaks=True, most=25))
    speaker = draw(st.sampled_from([None, *SPEAKERS.values()]))
    if speaker is not None:
        text = joined([*marked_up(speaker), Run(" said that "), *text])
    return Paragraph(1, text)


@st.composite
def tables(draw: DrawFn) -> Table:
    """A table of one to three columns and up to three rows."""
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.tuples(*[cells()] * width), min_size=1, max_size=4))
    aligns = draw(st.sampled_from([(), tuple(draw(st.sampled_from(["left", "center", "right"])) for _ in rows[0])]))
    lines_about = st.one_of(st.just(()), inlines(calls=True, most=6))
    return Table(rows[0], tuple(rows[1:]), aligns, draw(lines_about), draw(lines_about))


@st.composite
def blocks(draw: DrawFn, most: int = 8) -> tuple[Block, ...]:
    """Blocks of every kind; the paragraphs are mostly numbered from 1 on, as a record numbers them."""
    kind = st.one_of(*[paragraphs()] * 5, headings, lines, quotations, lists(), tables())
    found = draw(st.lists(kind, max_size=most))
    number = draw(st.sampled_from([0, 0, 0, 0, 11]))
    out: list[Block] = []
    for block in found:
        if isinstance(block, Paragraph) and block.number is not None:
            number += draw(st.sampled_from([1] * 9 + [3]))
            out.append(Paragraph(number, block.inlines))
        else:
            out.append(block)
    return tuple(out)


@st.composite
def with_footnotes(draw: DrawFn, found: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """The blocks with their calls labelled in order, and a footnote for each."""
    notes: list[Footnote] = []

    def labelled(items: Inlines) -> Inlines:
        out: list[Inline] = []
        for item in items:
            if isinstance(item, Call):
                notes.append(Footnote(str(len(notes) + 1), draw(inlines(most=6))))
                out.append(Call(notes[-1].label))
            else:
                out.append(item)
        return tuple(out)

    return tuple(mapped(block, labelled) for block in found), tuple(notes)


_days = st.dates(dt.date(1995, 1, 1), dt.date(2060, 12, 31))
_minutes = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
_places = st.sampled_from(["Palais Wilson, Geneva", "Headquarters, New York", "videoconference", "Strelsau: room 3"])
_names = st.sampled_from(["Ms. Diallo", "Mr. de la Cruz", "Mme Zuñiga", "Mr. WANG Xuexian", "Ms. 'X'"])
_chairs = st.builds(
    Chair,
    _names,
    st.sampled_from([None, None, "Vice-Chair", "Office of the Commissioner (OC)"]),
    st.sampled_from([None, None, "Temporary Chair", "later"]),
)
_parts = st.builds(Part, st.sampled_from([None, 1, 2]), st.sampled_from(Access))
_suffixes = st.sampled_from([(), (), (("Add", 1),), (("Add", 1), ("Corr", 2))])
_symbols = st.builds(Symbol, st.just("CMW/C"), st.integers(1, 1999), suffixes=_suffixes)
_zones = st.sampled_from([None, None, "Central European Time"])
_plain_lines = inlines(most=6)


def _maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


@st.composite
def _held(draw: DrawFn) -> Held:
    time = draw(_maybe(_minutes))
    return Held(draw(_days), time, draw(_zones) if time is not None else None)


@st.composite
def _times(draw: DrawFn) -> tuple[Line | None, Line | None]:
    """The opening and closing lines; the meeting may rise after midnight."""
    first, minutes = draw(_minutes), draw(st.integers(1, 719))
    last = (dt.datetime.combine(dt.date(2000, 1, 1), first) + dt.timedelta(minutes=minutes)).time()
    kinds = st.sampled_from(LineKind)
    return draw(_maybe(st.builds(Line, st.just(first), kinds))), draw(_maybe(st.builds(Line, st.just(last), kinds)))


@st.composite
def _dates(draw: DrawFn, held: Held | None) -> tuple[dt.date | None, dt.date | None]:
    """When it was issued and reissued: not before the meeting, nor in another order."""
    start = held.date if held is not None else dt.date(2000, 1, 1)
    issued = draw(_maybe(st.integers(0, 200).map(lambda days: start + dt.timedelta(days=days))))
    return issued, draw(_maybe(st.integers(0, 400).map(lambda days: (issued or start) + dt.timedelta(days=days))))


@st.composite
def _title(draw: DrawFn) -> tuple[Inlines, int]:
    """A title as printed, and how many notes it calls: plain words, with calls counted from 1."""
    parts = draw(st.lists(st.sampled_from(["Summary record", "(partial)", "of the 590th meeting"]), min_size=1))
    out: list[Inline] = []
    calls = 0
    for index, part in enumerate(parts):
        out.append(Run(part if index == 0 else f" {part}"))
        if draw(st.booleans()):
            calls += 1
            out.append(Call(str(calls)))
    return joined(out), calls


@st.composite
def _as_printed(draw: DrawFn, own: int, unrecorded: bool) -> dict[str, Any]:
    """Title, contents and notes as printed; there are as many notes as asterisks."""
    contents = draw(_maybe(st.lists(st.builds(ContentsItem, st.integers(1, 2), _plain_lines), max_size=4)))
    title, calls = draw(st.one_of(st.just((None, None)), _title()))
    fewest, most = (own + unrecorded, own + 1) if calls is None else (calls, calls)
    own_notes = st.lists(st.builds(Note, _plain_lines), min_size=fewest, max_size=most)
    # The usual notes are as many as the record has reasons for.
    notes = draw(_maybe(own_notes) if calls in (None, own + unrecorded) else own_notes)
    return {
        "title_as_printed": title,
        "contents_as_printed": None if contents is None else tuple(contents),
        "notes_as_printed": None if notes is None else tuple(notes),
    }


@st.composite
def _meetings(draw: DrawFn) -> MeetingRanges:
    """Up to three ranges of meetings, of one or more each."""
    at, ends = 0, []
    for _ in range(draw(st.integers(1, 3))):
        first = at + draw(st.integers(1, 600))
        at = first + draw(st.integers(0, 9))
        ends.append((first, at))
    return MeetingRanges.of(*ends)


@st.composite
def records(draw: DrawFn, most_blocks: int = 8) -> Record:
    """A record with or without each field of its cover, and with blocks of every kind."""
    symbol = draw(_maybe(_symbols))
    held = draw(_maybe(_held()))
    issued, reissued = draw(_dates(held))
    if symbol is not None and reissued is not None:
        symbol = replace(symbol, stars=draw(st.integers(0, 2)))
    coverage, part = draw(st.sampled_from(Coverage)), draw(_maybe(_parts))
    unrecorded = draw(_maybe(_meetings()))
    opening, closing = draw(_times())
    own = int(part is not None or coverage is Coverage.PARTIAL)
    text, footnotes = draw(blocks(most_blocks).flatmap(with_footnotes))
    return Record(
        symbol=symbol,
        meeting_as_printed=draw(_maybe(st.integers(1, 1999))) if symbol is None else None,
        body=draw(st.sampled_from([None, "cmw"])) if symbol is None else "cmw",
        session=draw(_maybe(st.integers(1, 140))),
        coverage=coverage,
        part=part,
        held=held,
        place=draw(_maybe(_places)),
        chairs=tuple(draw(st.lists(_chairs, max_size=3))),
        issued=issued,
        reissued=reissued,
        language=draw(st.sampled_from(["en", "en", "fr", "es", "ru", "zh", "ar"])),
        original=draw(st.sampled_from([None, "en", "fr", "es"])),
        job_number=draw(st.sampled_from([None, "GE.24-00000", "26-04887"])),
        unrecorded=unrecorded,
        other_part=draw(_maybe(_symbols)),
        opening=opening,
        closing=closing,
        sample=draw(st.booleans()),
        blocks=text,
        footnotes=footnotes,
        **draw(_as_printed(own, unrecorded is not None)),
    )


_TITLES = (
    ("Summary record of the {} meeting (Chamber B)", Coverage.FULL, ()),
    ("Provisional summary record of the {} meeting{}", Coverage.FULL, (1,)),
    ("Summary record (partial){} of the {} meeting (closed){}", Coverage.PARTIAL, (0, 2)),
)


@st.composite
def printable_records(draw: DrawFn, most_blocks: int = 8) -> Record:
    """A record that a document shows whole, gaps included."""
    record = draw(records(most_blocks))
    symbol = replace(record.symbol or draw(_symbols), stars=int(record.reissued is not None))
    wording = load_wording(record.language, shipped())
    coverage = Coverage.FULL if record.part is not None else record.coverage
    record = replace(
        record,
        symbol=symbol,
        body="cmw",
        meeting_as_printed=None,
        coverage=coverage,
        other_part=record.other_part.bare if record.other_part and record.part else None,
        chairs=tuple(_printed_chair(chair, number, wording) for number, chair in enumerate(record.chairs)),
        opening=_printed_line(record.opening, record.part),
        closing=_printed_line(record.closing, record.part),
        title_as_printed=None,
        notes_as_printed=None,
        blocks=_merged(record.blocks),
    )
    record = draw(_with_own_notes(record))
    derived = contents_of(record.headings, wording)
    return replace(record, contents_as_printed=None) if record.contents_as_printed == derived else record


@st.composite
def _with_own_notes(draw: DrawFn, record: Record) -> Record:
    """The record, or the same with notes and perhaps a title in words of their own, from which nothing follows."""
    if not draw(st.booleans()):
        return record
    own = int(record.part is not None or record.coverage is Coverage.PARTIAL)
    notes = draw(st.lists(st.builds(Note, _plain_lines), min_size=own, max_size=own + 1))
    record = replace(record, notes_as_printed=tuple(notes) if notes else None, unrecorded=None, other_part=None)
    if record.language != "en" or record.part is not None or not draw(st.booleans()):
        return record
    text, coverage, places = draw(st.sampled_from(_TITLES))
    assert record.symbol is not None
    title: list[Inline] = []
    calls = iter("12")
    pieces = text.split("{}")
    for place, piece in enumerate(pieces):
        title.append(Run(piece))
        if place < len(pieces) - 1:
            title.append(Call(next(calls)) if place in places else Run(f"{record.symbol.meeting}th"))
    notes = draw(st.lists(st.builds(Note, _plain_lines), min_size=len(places), max_size=len(places)))
    return replace(
        record, coverage=coverage, title_as_printed=joined(title), notes_as_printed=tuple(notes) if notes else None
    )


def _printed_chair(chair: Chair, number: int, wording: Wording) -> Chair:
    """The chair with a name in the words of the language, without a label that is the usual one."""
    name = wording.person(chair.name)
    label = chair.label and wording.office(chair.label, of=name)
    usual = wording.label("later" if number else "chair", of=name)
    own = None if label is None or label + wording.labels["colon"] == usual else chair.label
    return Chair(name, chair.capacity, own)


def _printed_line(line: Line | None, part: Part | None) -> Line | None:
    return Line(line.time, LineKind.MEETING) if line and line.kind is LineKind.PART and part is None else line


def _merged(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks as they show: lists and quotations that nothing stands between are one, a head is bold throughout."""
    out: list[Block] = []
    for block in found:
        last = out[-1] if out else None
        if isinstance(block, List) and isinstance(last, List):
            out[-1] = List((*last.items, *block.items))
        elif isinstance(block, Quotation) and isinstance(last, Quotation):
            out[-1] = Quotation((*last.paragraphs, *block.paragraphs))
        elif isinstance(block, Table):
            out.append(replace(block, head=tuple(map(_without_bold, block.head))))
        else:
            out.append(block)
    return tuple(out)


def _without_bold(inlines: Inlines) -> Inlines:
    return joined(replace(item, bold=False) if isinstance(item, Run) else item for item in inlines)
