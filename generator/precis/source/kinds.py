"""The kinds of source: what `document:` may say, what each holds, and which commands take it.

This is the one place that spells them. A folder of the user's own may add kinds that are read as a record and set in a
page of their own: a file documents/NAME.toml each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.shapes import TEXT, table
from precis.model import Faults, FileSpan, PrecisError
from precis.source.front import FrontMatter

__all__ = [
    "BRIEF_MEETING",
    "BRIEF_MEMBER",
    "BRIEF_SESSION",
    "BRIEF_STATE",
    "BRIEF_THEME",
    "CORRECTIONS",
    "DIGEST",
    "KINDS",
    "SESSION",
    "SUMMARY_RECORD",
    "TAKE",
    "WRITTEN",
    "Form",
    "Kind",
    "check_document",
    "kind_named",
    "kinds",
]

SUMMARY_RECORD = "summary record"
SESSION = "session"
TAKE = "take"
CORRECTIONS = "corrections"
DIGEST = "digest"
BRIEF_SESSION = "brief-session"
BRIEF_MEETING = "brief-meeting"
BRIEF_STATE = "brief-state"
BRIEF_THEME = "brief-theme"
BRIEF_MEMBER = "brief-member"


class Form(StrEnum):
    """What a source is read as; kinds of one form have the same fields and the same text."""

    RECORD = "record"
    TAKE = "take"
    SESSION = "session"
    CORRECTIONS = "corrections"
    DIGEST = "digest"


WRITTEN = (Form.RECORD, Form.TAKE)
"""The forms that have the fields and the text of a record, as a précis-writer types them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source.

    `name` is what `document:` says, `holds` a phrase for what stands in it. `commands` take it: "build"; `where` says
    how they are given it, if not by its name. `page` is the template that `build` sets a record in, and `file` what the
    names of its files say of it, if they are not the usual ones.
    """

    name: str
    form: Form
    holds: str
    commands: tuple[str, ...]
    where: str = ""
    page: str = ""
    file: str = ""

    @property
    def taken_by(self) -> str:
        """The commands that take it, in words: "precis digest and precis brief, on its folder"."""
        *rest, last = (f"precis {command}" for command in self.commands)
        told = f"{', '.join(rest)} and {last}" if rest else last
        return f"{told}, {self.where}" if self.where else told


_OF_RECORDS = ("build", "parse", "translate", "correct", "digest", "brief")

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind(SUMMARY_RECORD, Form.RECORD, "the record of one meeting", _OF_RECORDS),
            Kind(TAKE, Form.TAKE, "a part of a record, as one précis-writer writes it", ("join",)),
            Kind(
                SESSION,
                Form.SESSION,
                "what no record of a session says",
                ("digest", "brief"),
                "on its folder",
            ),
            Kind(
                CORRECTIONS,
                Form.CORRECTIONS,
                "the corrections to one record",
                ("memorandum", "corrigendum", "reissue"),
            ),
            Kind(DIGEST, Form.DIGEST, "the digest of a session, to be edited", ("build",)),
            Kind(BRIEF_SESSION, Form.DIGEST, "a briefing on a session, to be edited", ("build",)),
            Kind(BRIEF_MEETING, Form.DIGEST, "a briefing on one meeting, to be edited", ("build",)),
            Kind(BRIEF_STATE, Form.DIGEST, "a briefing on the dialogue with one State, to be edited", ("build",)),
            Kind(BRIEF_THEME, Form.DIGEST, "a briefing on one theme in all dialogues, to be edited", ("build",)),
            Kind(BRIEF_MEMBER, Form.DIGEST, "a briefing on what one member asked, to be edited", ("build",)),
        )
    }
)
"""The kinds that there are without a folder of the user's, by their names."""


_SHAPE = table({"document": TEXT, "holds": TEXT, "page": TEXT})


def kinds(assets: Assets) -> Mapping[str, Kind]:
    """All kinds by their names: ours, and those of the user's folder, a file documents/NAME.toml each.

    Raises PrecisError for a file that is out of form, or has the name of another kind.
    """
    found = dict(KINDS)
    for name in assets.names("documents", ".toml"):
        inside = ("documents", f"{name}.toml")
        path, data = assets.find(*inside), read_table(assets, *inside, shape=_SHAPE)
        if path is None or data is None:
            continue
        if data["document"] in found:
            message = f"document: there is a kind '{data['document']}' already; give this one another name"
            raise PrecisError.one("kind-twice", message, FileSpan(assets.shown(path)))
        kind = Kind(data["document"], Form.RECORD, data["holds"], _OF_RECORDS, page=data["page"], file=name)
        found[kind.name] = kind
    return MappingProxyType(found)


def kind_named(name: str, assets: Assets) -> Kind:
    """The kind of that name; PrecisError if there is none."""
    faults = Faults()
    kind = _kind(name, kinds(assets), faults, "", None)
    faults.check()
    assert kind is not None, "a name of which no kind is, is a fault"
    return kind


def check_document(front: FrontMatter, faults: Faults, *wanted: Form, known: Mapping[str, Kind] = KINDS) -> Kind:
    """The kind of a source, one of those `known`; it must be of a form that is `wanted`.

    A source that does not say its kind is a record. What is no kind is a fault, and taken for the one it may have been
    meant for. Raises PrecisError, with this fault alone, where it is meant for none, and for another kind than is
    wanted.
    """
    own = [kind for kind in known.values() if kind.form in wanted]
    if not front.values:
        # What is wrong with the front matter was told.
        return own[0]
    line = front.lines.get("document", 2)
    kind = _kind(front.values.get("document", SUMMARY_RECORD), known, faults, "document: ", line)
    if kind is None:
        near = get_close_matches(str(front.values["document"]).lower(), [each.name for each in own], 1)
        if not near:
            faults.check()
        return known[near[0]]
    if kind not in own:
        names = " or ".join(each.name for each in own)
        if "document" in front.values:
            message = f"document: this is '{kind.name}', a source for {kind.taken_by}; here {names} is wanted"
        else:
            message = f"document: is missing, so this is a summary record, and here {names} is wanted"
            message += f"; give such a source, or write document: {names}"
        faults.add("other-kind", message, line, "document")
        faults.check()
    return kind


def _kind(name: Any, known: Mapping[str, Kind], faults: Faults, where: str, line: int | None) -> Kind | None:
    if isinstance(name, str) and name in known:
        return known[name]
    near = get_close_matches(str(name).lower(), known, 1)
    hint = f"did you mean {near[0]}?" if near else f"write one of: {', '.join(known)}"
    faults.add("unknown-kind", f"{where}'{name}' is no kind of document; {hint}", line, where[:-2])
    return None
