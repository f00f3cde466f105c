"""What precis says of an input, by code: all findings and faults, each with its meaning and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from precis.model.messages.documents import BUILDS, DOCUMENTS, TEMPLATES
from precis.model.messages.editions import EDITIONS
from precis.model.messages.files import FILES
from precis.model.messages.message import FindingKind, Message
from precis.model.messages.reading import READING
from precis.model.messages.sessions import SESSIONS
from precis.model.messages.sources import CHECKS, CORRECTIONS, SOURCES

__all__ = ["AREAS", "MESSAGES", "FindingKind", "Message"]

AREAS: Mapping[str, tuple[Message, ...]] = MappingProxyType(
    {
        "Reading a published record": READING,
        "The records of a session": SESSIONS,
        "Files": FILES,
        "Sources": SOURCES,
        "Checks": CHECKS,
        "Corrections": CORRECTIONS,
        "Editions in several languages": EDITIONS,
        "Documents": (*BUILDS, *DOCUMENTS),
        "Templates": TEMPLATES,
    }
)
"""All messages by what they are about; docs/messages.md is made from this."""

MESSAGES: Mapping[str, Message] = MappingProxyType({each.code: each for area in AREAS.values() for each in area})
"""All messages by their codes."""
