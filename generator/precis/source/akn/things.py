"""What a document refers to: the body, persons, offices, States, organizations and concepts, each named once."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from precis.model import Record
from precis.proceedings import Speaker
from precis.source.akn.names import add, element

__all__ = ["Things"]

_NOT_NAME = re.compile(r"[^a-z0-9]+")


class Things:
    """Gathers what a document refers to, in the order in which it is first named.

    `chair` is the person who presides, where the cover names one alone.
    """

    def __init__(self, record: Record, committee: str) -> None:
        self._made: dict[tuple[str, str], tuple[str, str]] = {}
        self._body = record.body or ""
        self.body = self.thing("TLCOrganization", committee, "committee", f"un-{self._body}")
        for name, words in (("dms", "Documents Management Section"), ("precis", "precis")):
            self.thing("TLCOrganization" if name == "dms" else "TLCObject", words, name, name)
        self.chair = ""
        if len(record.chairs) == 1:
            self.chair = self.person(record.chairs[0].name)

    def thing(self, kind: str, shown: str, name: str = "", path: str = "") -> str:
        """A thing as it is referred to: "#person_1". It has a name of its own if it is given one."""
        key = (kind, shown)
        if key not in self._made:
            short = kind.removeprefix("TLC").lower()
            count = sum(each.startswith(f"{short}_") for each, _ in self._made.values()) + 1
            path = path or f"{self._body}.{_slug(shown) or count}"
            self._made[key] = (name or f"{short}_{count}", f"/akn/ontology/{short}/un/{path}")
        return f"#{self._made[key][0]}"

    def person(self, name: str) -> str:
        """A person by the name with its honorific."""
        return self.thing("TLCPerson", name)

    def role(self, name: str) -> str:
        """An office or capacity."""
        return self.thing("TLCRole", name)

    def concept(self, name: str, shown: str = "") -> str:
        """A concept of records: a decision, a vote; `shown` in other words than its name."""
        return self.thing("TLCConcept", shown or name, name, _slug(shown or name))

    def agents(self, speaker: Speaker) -> dict[str, str]:
        """Who speaks, and as what: the attributes of a speech."""
        said = {"by": self._who(speaker)}
        capacity = self._capacity(speaker)
        return {**said, "as_": capacity} if capacity and capacity != said["by"] else said

    def named(self, speaker: Speaker) -> Any:
        """The element that the words are put into that name a speaker."""
        if speaker.name:
            return element("person", refersTo=self.person(speaker.label))
        if speaker.role:
            return element("role", refersTo=self.role(speaker.role))
        return element("person", refersTo=self.person(speaker.label))

    def _who(self, speaker: Speaker) -> str:
        if speaker.presides and not speaker.name and self.chair:
            return self.chair
        return self.person(speaker.label)

    def _capacity(self, speaker: Speaker) -> str:
        if speaker.role:
            return self.role(speaker.role)
        if speaker.state is not None:
            return self.thing(
                "TLCOrganization", speaker.state.name, "", f"state.{_slug(speaker.state.code or speaker.state.name)}"
            )
        return self.thing("TLCOrganization", speaker.organization) if speaker.organization else ""

    def put(self, references: Any) -> None:
        """Put all things into the references of a document."""
        for (kind, shown), (name, address) in self._made.items():
            add(references, kind, eId=name, href=address, showAs=shown)


def _slug(words: str) -> str:
    """Words as a part of an address: small letters without accents."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_NAME.sub("-", plain).strip("-")
