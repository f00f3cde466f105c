"""A correction as people type it, brought to the one form that `notation` reads.

Quotation marks may be curly; places may be short or as documents print them ("Para. 14, second sentence", "Cover, date
of issue"); an instruction may be "replace … by …" or end in a full stop. A list of values needs no brackets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["as_noted"]

_SENTENCES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_STRING = r'"(?:\\.|[^"\\])*"'
_QUOTED = re.compile(rf"{_STRING}|“(?P<curly>(?:[^“”]|“[^“”]*”)*)”", re.DOTALL)
_DOES = re.compile(
    r"(?::|,)?\s+(?=(?:for|instead of|replace|substitute|change|delete|insert|after|at the|begin|join|make|give|take"
    r'|move)\b[^"]*)',
    re.IGNORECASE,
)
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "date": "issued",
        "date of issue": "issued",
        "date of reissue": "reissued",
        "date and time": "held",
        "date of the meeting": "held",
        "date and time of the meeting": "held",
        "president": "chair",
        "chairs": "chair",
        "job number": "job_number",
        "time of opening": "began",
        "time of closing": "rose",
        "number of the meeting": "meeting",
        "part of the meeting": "part",
        "meetings without a record": "unrecorded",
        "record of the other part": "other_part",
        "language of the original": "original",
        "opening line": "opening",
        "closing line": "closing",
    }
)
"""The fields of the cover as documents and people call them, with their names in a source."""

_WORDS = (
    (
        rf"(?:replace|substitute|change) (?P<old>{_STRING}) (?:by|with|to) (?P<new>{_STRING})",
        r"for \g<old> read \g<new>",
    ),
    (rf"(?:instead of|for) (?P<old>{_STRING}),? (?:please )?read:? (?P<new>{_STRING})", r"for \g<old> read \g<new>"),
    (rf"(?P<old>{_STRING}) should read (?P<new>{_STRING})", r"for \g<old> read \g<new>"),
    (rf"delete the words? (?P<old>{_STRING})", r"delete \g<old>"),
    (rf"after (?P<old>{_STRING}),? (?:add|insert):? (?P<new>{_STRING})", r"after \g<old> insert \g<new>"),
    (rf"(?:add|insert) (?P<new>{_STRING}) after (?P<old>{_STRING})", r"after \g<old> insert \g<new>"),
)


def as_noted(text: str) -> str:
    """The correction as a source has it; what is of no form that is known stays as it stands."""
    text = _QUOTED.sub(_straight, text)
    place, said = _parted(text)
    if not said:
        return text
    place = _place(place)
    return f"{place}: {_said(said, cover=place.startswith('Cover, '))}"


def _straight(match: re.Match[str]) -> str:
    """Words in straight quotation marks."""
    if match["curly"] is None:
        return match[0]
    return '"' + match["curly"].replace('"', '\\"') + '"'


def _parted(text: str) -> tuple[str, str]:
    """The place of a correction and what is to be done there."""
    colon = text.find(": ")
    begins = text.find('"')
    if colon >= 0 and (begins < 0 or colon < begins):
        return text[:colon], text[colon + 2 :]
    match = _DOES.search(text, 0, begins if begins >= 0 else len(text))
    return (text[: match.start()], text[match.end() :]) if match else (text, "")


def _place(place: str) -> str:
    """A place in the words of a source."""
    place = re.sub(r"\bparas?\.? (?=\d)", "paragraph ", place.strip(" ,:"), flags=re.IGNORECASE)
    place = re.sub(r"^paragraph (\d+),? line \d+", r"paragraph \1", place, flags=re.IGNORECASE)
    place = re.sub(r"^(?:in|on) (?:the )?", "", place, flags=re.IGNORECASE)
    for number, word in enumerate(_SENTENCES, 1):
        place = re.sub(
            rf",? (?:the )?(?:{word}|{_figures(number)}) sentence\b", f", sentence {number}", place, flags=re.I
        )
    cover = re.fullmatch(r"cover(?: page)?, (?:the )?(?P<field>[\w ]+)", place, re.IGNORECASE)
    if cover:
        name = cover["field"].lower()
        return f"Cover, {_FIELDS.get(name, name)}"
    return place[:1].upper() + place[1:]


def _figures(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number, "th")
    return f"{number}{ending}"


def _said(said: str, *, cover: bool) -> str:
    """An instruction in the words of a source: its first word small, without a full stop at its end."""
    said = said.strip()
    if said.endswith(".") and not said.endswith('."'):
        said = said[:-1].rstrip()
    said = said[:1].lower() + said[1:]
    for pattern, form in _WORDS:
        match = re.fullmatch(pattern, said, re.IGNORECASE | re.DOTALL)
        if match:
            return match.expand(form)
    return _listed(said) if cover else said


def _listed(said: str) -> str:
    """Several values behind one another as a list: `read "Ms. Diallo", "Mr. Okonjo"`."""
    several = rf"(?:for|read|insert|delete) (?P<values>{_STRING}(?:(?:,|;|,? and) {_STRING})+)(?= read |\Z)"
    for match in reversed(list(re.finditer(several, said))):
        values = re.findall(_STRING, match["values"])
        start, end = match.span("values")
        said = f"{said[:start]}{json.dumps([json.loads(each) for each in values], ensure_ascii=False)}{said[end:]}"
    return said
