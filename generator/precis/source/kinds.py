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

from precis.model import Faults
from precis.source.front import FrontMatter

__all__ = [
    "BRIEF_MEETING",
    "BRIEF_SESSION",
    "BRIEF_STATE",
    "CORRECTIONS",
    "DIGEST",
    "KINDS",
    "SESSION",
    "SUMMARY_RECORD",
    "Form",
    "Kind",
    "check_document",
    "kind_of",
]

SUMMARY_RECORD = "summary record"
SESSION = "session"
CORRECTIONS = "corrections"
DIGEST = "digest"
BRIEF_SESSION = "brief-session"
BRIEF_MEETING = "brief-meeting"
BRIEF_STATE = "brief-state"


class Form(StrEnum):
    """What a source is read as; kinds of one form have the same fields and the same text."""

    RECORD = "record"
    SESSION = "session"
    CORRECTIONS = "corrections"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source.

    `name` is what `document:` says, `holds` a phrase for what stands in it. `commands` take it: "build"; `where` says
    how they are given it, if not by its name. `page` is the template of the document that `build` makes of a record, if
    it is not the usual one.
    """

    name: str
    form: Form
    holds: str
    commands: tuple[str, ...]
    where: str = ""
    page: str = ""

    @property
    def taken_by(self) -> str:
        """The commands that take it, in words: "precis digest and precis brief, on its folder"."""
        *rest, last = (f"precis {command}" for command in self.commands)
        told = f"{', '.join(rest)} and {last}" if rest else last
        return f"{told}, {self.where}" if self.where else told


_OF_RECORDS = ("build", "parse", "correct", "digest", "brief")

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind(SUMMARY_RECORD, Form.RECORD, "the record of one meeting", _OF_RECORDS),
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
        )
    }
)
"""The kinds that there are without a folder of the user's, by their names."""


def kind_of(front: FrontMatter, faults: Faults) -> Kind:
    """The kind of a source by its front matter; one that does not say its kind is a record.

    Raises PrecisError, with this fault alone, if it says what is no kind.
    """
    found = front.values.get("document", SUMMARY_RECORD)
    if isinstance(found, str) and found in KINDS:
        return KINDS[found]
    near = get_close_matches(str(found).lower(), KINDS, 1)
    hint = f"did you mean {near[0]}?" if near else f"write one of: {', '.join(KINDS)}"
    faults.add("unknown-kind", f"document: '{found}' is no kind of document; {hint}", front.lines.get("document", 2))
    faults.check()
    raise AssertionError("a fault is raised")


def check_document(front: FrontMatter, faults: Faults, *wanted: Form) -> Kind:
    """The kind of a source, which must be of a form that is `wanted`.

    Raises PrecisError, with this fault alone, if it is not.
    """
    own = [kind for kind in KINDS.values() if kind.form in wanted]
    if not front.values:
        # What is wrong with the front matter was told.
        return own[0]
    kind = kind_of(front, faults)
    if kind not in own:
        names = " or ".join(each.name for each in own)
        if "document" in front.values:
            message = f"document: this is '{kind.name}', a source for {kind.taken_by}; here {names} is wanted"
        else:
            message = f"document: is missing; write document: {names}"
        faults.add("other-kind", message, front.lines.get("document", 2))
        faults.check()
    return kind
