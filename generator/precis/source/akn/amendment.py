"""Corrigenda as Akoma Ntoso, held to the schema and to what it lets through: what each correction does, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from precis.model import Faults
from precis.source.akn.names import local, tag
from precis.source.akn.schema import check, parsed

__all__ = ["begins_amendment", "check_amendment"]

_HEAD = 4096
_OUTERMOST = re.compile(
    rb"<(?:\w+:)?akomaNtoso\b[^>]*>\s*(?:<!--(?s:.{0,2000}?)-->\s*){0,9}<(?:\w+:)?amendment\b",
)
"""The outermost elements of a corrigendum, which stand within the first bytes."""


def begins_amendment(data: bytes) -> bool:
    """Whether a file of Akoma Ntoso is of corrections, and of no record."""
    return _OUTERMOST.search(data[:_HEAD].replace(b"\0", b"")) is not None


def check_amendment(data: bytes, file: str, codes: Sequence[str]) -> None:
    """Raise PrecisError with all that is wrong in a corrigendum, each with its line; `codes` are those of ISO 639-3."""
    faults = Faults(file)
    root = parsed(data, faults)
    faults.check()
    check(root, codes, faults)
    named = {f"#{node.get('eId')}": node for node in root.iter() if node.get("eId")}
    records = {node.get("href") for node in root.iter(tag("activeRef"))}
    said = set()
    for change in root.iter(tag("textualMod")):
        source = change.find(tag("source"))
        mod = None if source is None else named.get(source.get("href"))
        if mod is not None:
            said.add(mod)
            _check_change(change, mod, named, records, faults)
    for mod in root.iter(tag("mod")):
        if mod not in said:
            message = f"no textualMod says what {mod.get('eId')} does; add one, whose source leads to it"
            faults.add("akn-modification", message, mod.sourceline)
    faults.check()


def _check_change(change: Any, mod: Any, named: dict[str, Any], records: set[str], faults: Faults) -> None:
    """Note where a modification is of no correction, of other words than its own, or of a record that is not named."""
    if local(mod) != "mod":
        message = f"its source is {mod.get('eId')}, which is no correction; name the eId of a mod"
        faults.add("akn-modification", message, change.sourceline)
    for part in change:
        href = part.get("href", "")
        if local(part) == "destination" and href.partition("/!main")[0] not in records:
            message = f"the record {href} is none that the corrigendum names; add an activeRef that does"
            faults.add("akn-modification", message, part.sourceline)
        words = named.get(href)
        if local(part) in ("old", "new") and words is not None and mod not in words.iterancestors():
            message = f"{href} stands in another correction than {mod.get('eId')}; name words of its own"
            faults.add("akn-modification", message, part.sourceline)
