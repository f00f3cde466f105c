"""Findings that say the same of many places of a file, said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from precis.model import Fault, FileSpan, Finding

__all__ = ["told_together"]

_CODE = "emphasis-restored"


def told_together(messages: Iterable[Fault | Finding]) -> Iterator[Fault | Finding]:
    """The messages, with one in the place of all that tell where a file has its bold and italic words again."""
    messages = tuple(messages)
    restored: dict[str, list[Finding]] = {}
    for each in messages:
        if isinstance(each, Finding) and each.code == _CODE:
            restored.setdefault(each.span.file, []).append(each)
    for each in messages:
        if not isinstance(each, Finding) or each.code != _CODE:
            yield each
        elif found := restored.pop(each.span.file, []):
            yield _restored(found) if len(found) > 1 else found[0]


def _restored(found: list[Finding]) -> Finding:
    names = sum(each.new.startswith("**") for each in found)
    lines = len(found) - names
    parts = [
        f"{count} {one if count == 1 else many}"
        for count, one, many in (
            (names, "name of a speaker in bold", "names of speakers in bold"),
            (lines, "line of procedure in italics", "lines of procedure in italics"),
        )
        if count
    ]
    places = list(dict.fromkeys(str(each.span.line) for each in found if each.span.line is not None))
    unit = found[0].span.unit
    where = f", {unit}{'' if len(places) == 1 else 's'} {', '.join(places)}" if places else ""
    reason = f"the text has lost its emphasis: {' and '.join(parts)} again{where}"
    return Finding("emphasis-restored", FileSpan(found[0].span.file), "document", reason)
