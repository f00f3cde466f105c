"""What precis says of an input, by code: every finding of a reader, each with its kind, its meaning and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from precis.model.messages.message import FindingKind, Message
from precis.model.messages.reading import READING
from precis.model.messages.sessions import SESSIONS

__all__ = ["MESSAGES", "FindingKind", "Message"]

MESSAGES: Mapping[str, Message] = MappingProxyType({each.code: each for each in (*READING, *SESSIONS)})
"""All messages by their codes (docs/messages.md is made from this table)."""
