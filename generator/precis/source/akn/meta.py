"""What a document says of itself: its addresses, dates and languages; and what the standard has no place for."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from precis.model import Faults, Record
from precis.model.uri import text_date, text_uri, work_date, work_uri
from precis.source.akn.names import OWN, add, local, tag
from precis.source.fields import values_of

__all__ = ["Dates", "Names", "own_values", "put_levels", "put_meta", "put_own", "said_values"]


def put_meta(meta: Any, record: Record, address: str, codes: Mapping[str, str]) -> Any:
    """Put the metadata of a record; the references, which are filled when the text is written.

    `address` is where the record is published; `codes` are those of languages in ISO 639-3, by ours. The record has a
    symbol, a body and a date.
    """
    work, text = work_uri(record), text_uri(record, codes)
    held, issue = work_date(record), text_date(record)
    assert held is not None and issue is not None and record.symbol is not None, "the record has an address"
    bare = str(record.symbol.bare)
    named = {name: date for name in ("issued", "reissued") if (date := getattr(record, name)) is not None}
    dates = Dates({"held" if record.held else "issued": held}, named or {"text": issue}, issue)
    original = record.original if record.original != record.language else None
    tongue = codes.get(record.language, record.language)
    source = None if original is None else codes.get(original, original)
    put_levels(meta, Names(work, text, bare, "minute", tongue, source, address), dates)
    add(meta, "publication", date=issue.isoformat(), name="symbol", number=bare, showAs=bare)
    lifecycle = add(meta, "lifecycle", source="#precis")
    kinds = [("generation", record.issued or held), *([("amendment", record.reissued)] if record.reissued else [])]
    for number, (kind, date) in enumerate(kinds, 1):
        add(lifecycle, "eventRef", date=date.isoformat(), type=kind, source="#original", eId=f"event_{number}")
    references = add(meta, "references", source="#precis")
    add(references, "original", eId="original", href=text, showAs=bare)
    return references


@dataclass(frozen=True, slots=True)
class Names:
    """How a document is named: its address in whatever language, and in its own; its symbol; the subtype of AKN4UN.

    `language` is its code in ISO 639-3, `original` that of the language that it was translated from, if it was;
    `published` is where it can be read.
    """

    work: str
    text: str
    symbol: str
    subtype: str
    language: str
    original: str | None = None
    published: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of a document by their names: of the work, of the text; and of the text as it stands."""

    work: Mapping[str, dt.date]
    text: Mapping[str, dt.date]
    issue: dt.date


def put_levels(meta: Any, names: Names, dates: Dates) -> None:
    """Put the identification of a document: as a work, as a text, and as a file (OASIS, Naming Convention)."""
    identification = add(meta, "identification", source="#precis")
    first = _level(identification, "FRBRWork", names.work, "", names.published)
    for name, date in dates.work.items():
        add(first, "FRBRdate", date=date.isoformat(), name=name)
    add(first, "FRBRauthor", href="#committee")
    add(first, "FRBRcountry", value="un")
    add(first, "FRBRsubtype", value=names.subtype)
    add(first, "FRBRnumber", value=names.symbol.replace("/", "-"), showAs=names.symbol)
    add(first, "FRBRprescriptive", value="false")
    add(first, "FRBRauthoritative", value="false")
    second = _level(identification, "FRBRExpression", names.text, "", names.published)
    for name, date in dates.text.items():
        add(second, "FRBRdate", date=date.isoformat(), name=name)
    add(second, "FRBRauthor", href="#dms")
    add(second, "FRBRlanguage", language=names.language)
    if names.original is not None:
        add(second, "FRBRtranslation", href=f"{names.work}/{names.original}@", fromLanguage=names.original, by="#dms")
    third = _level(identification, "FRBRManifestation", names.text, ".xml", "")
    add(third, "FRBRdate", date=dates.issue.isoformat(), name="markup")
    add(third, "FRBRauthor", href="#precis")
    add(third, "FRBRformat", value="xml")


def _level(identification: Any, name: str, address: str, ending: str, published: str) -> Any:
    level = add(identification, name)
    add(level, "FRBRthis", value=f"{address}/!main{ending}")
    add(level, "FRBRuri", value=f"{address}{ending}")
    if published:
        add(level, "FRBRalias", name="undocs", value=published)
    return level


def put_own(meta: Any, record: Record, codes: Mapping[str, str]) -> None:
    """Put what the rest of the document does not say of the cover into one element of ours."""
    wanted, said = values_of(record), said_values(meta.getroottree().getroot(), codes)
    differing = {key: value for key, value in wanted.items() if said.get(key) != value}
    differing |= {key: "" for key in said if key not in wanted}
    if not differing:
        return
    proprietary = add(meta, "proprietary", source="#precis")
    own = etree.SubElement(proprietary, f"{{{OWN}}}record", nsmap={"precis": OWN})
    for key, value in differing.items():
        own.set(
            key,
            value if isinstance(value, str) and not value.startswith("[") else json.dumps(value, ensure_ascii=False),
        )


def said_values(root: Any, codes: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the cover that the elements of the standard say, written as in a source; `codes` as above."""
    # Of two languages with one code the first is meant: it is one of ours.
    ours = {code: language for language, code in reversed(tuple(codes.items()))}
    found = {
        "symbol": _first(root, "FRBRWork/FRBRnumber", "showAs"),
        "issued": _first(root, "FRBRExpression/FRBRdate[@name='issued']", "date"),
        "reissued": _first(root, "FRBRExpression/FRBRdate[@name='reissued']", "date"),
        "session": _first(root, "preface//session", "value"),
        "place": "".join(each for node in root.iter(tag("location")) for each in node.itertext()),
    }
    language = _first(root, "FRBRExpression/FRBRlanguage", "language")
    found["language"] = "" if language == "eng" else ours.get(language, language)
    original = _first(root, "FRBRExpression/FRBRtranslation", "fromLanguage")
    found["original"] = ours.get(original, original)
    day = _first(root, "FRBRWork/FRBRdate[@name='held']", "date")
    hour = _first(root, "preface//recordedTime", "time")[:5]
    found["held"] = " ".join(filter(None, (day, hour)))
    found["began"] = _first(root, "debateSection[@name='opening']//recordedTime", "time")[:5]
    found["rose"] = _first(root, "adjournment//recordedTime", "time")[:5]
    values: dict[str, Any] = {key: value for key, value in found.items() if value}
    chairs = ["".join(node.itertext()) for node in root.iter(tag("person")) if _within(node, "preface")]
    if chairs:
        values["chair"] = chairs if len(chairs) > 1 else chairs[0]
    return values


def _within(node: Any, name: str) -> bool:
    return any(local(each) == name for each in node.iterancestors())


def _first(root: Any, path: str, attribute: str) -> str:
    steps = re_named(path)
    node = next(iter(root.iterfind(f".//{steps}")), None)
    return "" if node is None else node.get(attribute, "")


def re_named(path: str) -> str:
    """A path of names without their namespace, with it."""
    return "/".join(f"{{{_NS}}}{step}" if step else "" for step in path.split("/"))


_NS = tag("x")[1:].partition("}")[0]


def own_values(root: Any, faults: Faults) -> Mapping[str, Any]:
    """What our own element says of the cover; an empty value takes away what the standard's elements say."""
    found: dict[str, Any] = {}
    for node in root.iter(f"{{{OWN}}}record"):
        for key, value in node.attrib.items():
            if not value.startswith("["):
                found[key] = value
                continue
            try:
                found[key] = json.loads(value)
            except ValueError:
                faults.add("akn-own", f"the field {key} is no list as JSON writes it: {value}", node.sourceline, key)
    return found
