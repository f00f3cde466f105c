"""The fields of a record's front matter: how each is written, read, printed and described, in one table.

A field is text, or a list where the table says so; YAML's own types are never used, since YAML 1.1 would make 1060 of
17:40 and false of no. The same table gives the JSON Schema, the JSON form and the help of `--set`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from precis.model import (
    Access,
    Call,
    Chair,
    ContentsItem,
    Coverage,
    Faults,
    Held,
    Inline,
    Inlines,
    Line,
    LineKind,
    Note,
    Part,
    Record,
    usual_line,
)
from precis.source.field import CLOCK, DATE, FIGURES, FLAG, OF_DAY, STRING, STRINGS, SYMBOL, Field, pattern_of
from precis.source.front import FrontMatter
from precis.source.marks import inlines, marked
from precis.source.values import (
    RANGES,
    choice,
    read_date,
    read_flag,
    read_job_number,
    read_number,
    read_place,
    read_ranges,
    read_symbol,
    read_text,
    read_time,
    show_time,
)

__all__ = ["COUNTED", "FIELDS", "OF_TAKES", "check_lines", "front_key", "model_fields", "record_of", "values_of"]

_CLOCK = r"[0-9]{1,2}:[0-9]{2}"
_HELD = rf"(?:([A-Za-z]+),?[ ]+)?([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:[ ]+({_CLOCK})(?:[ ]+(\S.*))?)?"
_PART = r"(?:([Ff]irst|[Ss]econd)[ ]+)?\(?([Pp]ublic|[Cc]losed)\)?"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _held(value: Any) -> Held:
    text = read_text(value)
    match = re.fullmatch(_HELD, text)
    if match is None:
        raise ValueError(f"'{text}' is not a date; write 2024-12-13 15:00")
    day, date = match[1], read_date(match[2])
    if day is not None and day not in _DAYS:
        raise ValueError(f"'{day}' is not a day of the week; write {_DAYS[date.weekday()]}, or leave it out")
    if day is not None and day != _DAYS[date.weekday()]:
        raise ValueError(f"{match[2]} was a {_DAYS[date.weekday()]}, not a {day}; put the day or the date right")
    return Held(date, read_time(match[3]) if match[3] else None, match[4])


def _show_held(held: Held) -> str:
    time = "" if held.time is None else f" {show_time(held.time)}"
    return f"{held.date}{time}{f' {held.zone}' if held.zone else ''}"


def _part(value: Any) -> Part:
    text = read_text(value)
    match = re.fullmatch(_PART, text)
    if match is None:
        raise ValueError(f"'{text}' is not a part of a meeting; write first (public), second (closed) or (public)")
    return Part({"first": 1, "second": 2}.get((match[1] or "").lower()), Access(match[2].lower()))


def _chairs(value: Any) -> tuple[Chair, ...]:
    entries = value if isinstance(value, list) else [value]
    return tuple(Chair.parse(read_text(entry)) for entry in entries)


def _show_chairs(chairs: tuple[Chair, ...]) -> Any:
    shown = [str(chair) for chair in chairs]
    return shown[0] if len(shown) == 1 else shown


def _contents(value: Any) -> tuple[ContentsItem, ...]:
    if not isinstance(value, list):
        raise ValueError("the contents are a list; write each item on a line of its own after '- '")
    return tuple(item for entry in value for item in _contents_items(entry, 1))


def _contents_items(entry: Any, level: int) -> list[ContentsItem]:
    if isinstance(entry, list):
        return [item for inner in entry for item in _contents_items(inner, level + 1)]
    if level > 2:
        raise ValueError("the contents have two levels at most")
    return [ContentsItem(level, inlines(read_text(entry)))]


def _show_contents(items: tuple[ContentsItem, ...]) -> list[Any]:
    out: list[Any] = []
    for item in items:
        if item.level == 1:
            out.append(marked(item.inlines))
        elif out and isinstance(out[-1], list):
            out[-1].append(marked(item.inlines))
        else:
            out.append([marked(item.inlines)])
    return out


def _notes(value: Any) -> tuple[Note, ...]:
    if not isinstance(value, list):
        raise ValueError("the notes are a list; write each on a line of its own after '- '")
    return tuple(Note(inlines(read_text(entry))) for entry in value)


def _title(value: Any) -> Inlines:
    """A title as printed, in which asterisks are not marks but the calls of its notes."""
    out: list[Inline] = []
    calls = 0
    for piece in re.split(r"(\*+)", read_text(value)):
        if piece.startswith("*"):
            calls += 1
            out.append(Call(str(calls)))
        else:
            out.extend(inlines(piece))
    return tuple(out)


def _show_title(title: Inlines) -> str:
    out, calls = "", 0
    for item in title:
        if isinstance(item, Call):
            calls += 1
            out += "*" * calls
        else:
            out += marked((item,))
    return out


_DISTRIBUTIONS = ("general", "limited", "restricted")
_KINDS = tuple(kind.value for kind in LineKind)

_CHAIR = pattern_of(Chair.FORM)

FIELDS: tuple[Field, ...] = (
    Field("symbol", "the symbol, CMW/C/SR.590; with * when it was reissued", read_symbol, str, SYMBOL),
    Field("meeting", "the number of the meeting, where the symbol is not known", read_number, str, FIGURES),
    Field("body", "the treaty body: cmw; left out, it is the one that the symbol tells", read_text, str, STRING),
    Field("session", "the number of the session, 39", read_number, str, FIGURES),
    Field(
        "coverage",
        "full, or partial",
        lambda v: Coverage(choice("full", "partial")(v)),
        str,
        {"enum": ["full", "partial"]},
    ),
    Field("part", "the part recorded: first (public), second (public), (public)", _part, str, pattern_of(_PART)),
    Field(
        "held",
        "when the meeting was to begin: 2024-12-13 15:00, and a time zone if one is printed",
        _held,
        _show_held,
        pattern_of(_HELD.replace(_CLOCK, OF_DAY)),
    ),
    Field("place", "where: Palais Wilson, Geneva; or videoconference", read_place, str, STRING),
    Field(
        "chair",
        "who presided: Ms. Diallo; Mr. X (Vice-Chair); a list in sequence; Temporary Chair: Ms. Y",
        _chairs,
        _show_chairs,
        {"anyOf": [_CHAIR, {"type": "array", "items": _CHAIR}]},
    ),
    Field("issued", "the date of issue on the masthead, 2024-12-17", read_date, str, DATE),
    Field("reissued", "the date on which it was reissued for technical reasons", read_date, str, DATE),
    Field("distribution", "general, limited or restricted", choice(*_DISTRIBUTIONS), str, {"enum": [*_DISTRIBUTIONS]}),
    Field("language", "the language of this text, by its code: en", read_text, str, STRING),
    Field("original", "the language it was written in, by its code: en", read_text, str, STRING),
    Field("job_number", "the job number given by the documents service, GE.24-00000", read_job_number, str, STRING),
    Field(
        "unrecorded",
        "the meetings before it that have no record: 580-589; or several, 610-612, 614",
        read_ranges,
        str,
        pattern_of(RANGES),
    ),
    Field("other_part", "the symbol of the record of the other part of the meeting", read_symbol, str, SYMBOL),
    Field("began", "when the meeting, or the part recorded, began: 17:40", read_time, show_time, CLOCK),
    Field(
        "opening",
        "how the opening line speaks: meeting, discussion, part; only where it is not the usual one",
        choice(*_KINDS),
        str,
        {"enum": list(_KINDS)},
    ),
    Field("rose", "when the meeting rose: 18:00", read_time, show_time, CLOCK),
    Field(
        "closing",
        "how the closing line speaks: meeting, discussion, part; only where it is not the usual one",
        choice(*_KINDS),
        str,
        {"enum": list(_KINDS)},
    ),
    Field(
        "sample",
        "true for a record that is not of the United Nations",
        read_flag,
        lambda _: "true",
        FLAG,
    ),
    Field("title", "the title as printed, where it is not the usual one", _title, _show_title, STRING),
    Field(
        "contents",
        "the contents as printed, where they are not the headings; a list in a list is a level below",
        _contents,
        _show_contents,
        {"type": "array", "items": {"anyOf": [STRING, STRINGS]}},
    ),
    Field(
        "notes",
        "the starred notes as printed, where they are not the usual ones",
        _notes,
        lambda notes: [marked(n.inlines) for n in notes],
        STRINGS,
    ),
)

COUNTED = Field(
    "numbers",
    "counted: the text has no paragraph numbers, and references say that they were counted",
    choice("counted"),
    str,
    {"const": "counted"},
)
"""What a source says of itself: not a field of the record, whose documents print the numbers all the same."""

OF_TAKES: tuple[Field, ...] = (
    Field("take", "the place of the take in its meeting: 1, 2, 3", read_number, str, FIGURES),
    Field("writer", "who writes it: Ms. Lindqvist", read_text, str, STRING),
    Field("done", "true when the writer has done with it", read_flag, lambda _: "true", FLAG),
)
"""What a take says of itself beside what it knows of its record."""

# Fields whose key and name in the model differ; began, opening, rose and closing make two lines of four.
_NAMES = {
    "meeting": "meeting_as_printed",
    "chair": "chairs",
    "title": "title_as_printed",
    "contents": "contents_as_printed",
    "notes": "notes_as_printed",
}
_KEYS = {"opening": "began", "closing": "rose"} | {name: key for key, name in _NAMES.items()}
_LINES = ("began", "opening", "rose", "closing")


def model_fields(keys: Iterable[str]) -> list[str]:
    """The fields of the model that the fields `keys` of a front matter set."""
    lines = {"began": "opening", "rose": "closing"}
    return list(dict.fromkeys(lines.get(key, _NAMES.get(key, key)) for key in keys))


def front_key(name: str) -> str:
    """The field of a front matter that sets the field `name` of the model; the name itself where none does."""
    return _KEYS.get(name, name)


def check_lines(values: Mapping[str, Any], front: FrontMatter, faults: Faults) -> None:
    """Note each field that says how a line speaks where the typed `values` have no time for the line."""
    for time, kind in (("began", "opening"), ("rose", "closing")):
        if kind in front.values and time not in values and time not in front.values:
            message = f"{kind}: says how a line speaks whose time is missing; write {time}: 15:00, or leave it out"
            faults.add("field-value", message, front.lines.get(kind), kind)


def record_of(values: Mapping[str, Any]) -> Record:
    """The record whose cover has the typed `values` of the front matter; its text is empty."""
    record = Record(**{_NAMES.get(key, key): value for key, value in values.items() if key not in _LINES})
    return replace(
        record,
        opening=_line(values, "began", "opening", record),
        closing=_line(values, "rose", "closing", record),
    )


def _line(values: Mapping[str, Any], time: str, kind: str, record: Record) -> Line | None:
    if time not in values:
        return None
    which: Any = kind
    usual = usual_line(which, record.coverage, record.part)
    return Line(values[time], LineKind(values[kind]) if kind in values else usual)


def values_of(record: Record) -> dict[str, Any]:
    """The front matter that says what the cover of `record` says, shown as in a source; what is usual is left out."""
    usual = Record()
    values: dict[str, Any] = {}
    for field in FIELDS:
        if field.key in _LINES:
            continue
        value = getattr(record, _NAMES.get(field.key, field.key))
        if value != getattr(usual, _NAMES.get(field.key, field.key)):
            values[field.key] = field.show(value)
    for time, kind, line in (("began", "opening", record.opening), ("rose", "closing", record.closing)):
        if line is not None:
            values[time] = show_time(line.time)
            which: Any = kind
            if line.kind != usual_line(which, record.coverage, record.part):
                values[kind] = str(line.kind)
    return {field.key: values[field.key] for field in FIELDS if field.key in values}
