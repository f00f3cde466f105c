"""What a check tells: in words, as JSON, as annotations of GitHub, and as SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from precis.checks import Fixing, Level
from precis.tasks.check import Checked, Told

__all__ = ["FORMATS", "summary", "with_advice"]

_GITHUB = {Level.INFO: "notice", Level.WARNING: "warning", Level.ERROR: "error"}
_SARIF = {Level.INFO: "note", Level.WARNING: "warning", Level.ERROR: "error"}


def with_advice(checked: Checked) -> str:
    """The findings in lines, each with what it means and what to do below it."""
    return "".join(f"{_line(each, checked)}\n    {_advice(each, checked)}\n" for each in checked.told)


def _advice(told: Told, checked: Checked) -> str:
    from precis.model import MESSAGES

    rule = (checked.rules or {}).get(told.code)
    if rule is not None:
        return f"{' '.join(rule.why.split())} (precis explain {rule.name})"
    known = MESSAGES[told.code]
    return f"{known.means}{f'. {known.do}' if known.do else '.'}"


def _text(checked: Checked) -> str:
    return "".join(f"{_line(each, checked)}\n" for each in checked.told)


def _line(told: Told, checked: Checked) -> str:
    where = ":".join(str(part) for part in (told.file, told.line, told.column) if part)
    paragraph = f", para. {told.number}" if told.number and not told.line else ""
    left = " (left for you to decide)" if checked.leaves(told) else ""
    return f"{where}{paragraph}: {told.level}: {told.message}{left} [{told.code}]"


def _json(checked: Checked) -> str:
    rows = [
        {
            "file": told.file,
            "line": told.line,
            "column": told.column,
            "end_line": told.end[0] if told.end else None,
            "end_column": told.end[1] if told.end else None,
            "paragraph": told.number,
            "rule": told.code,
            "level": str(told.level),
            "message": told.message,
            "found": told.found,
            "fix": None if told.new is None else {"kind": str(told.fixing), "text": told.new},
            "source": told.source,
        }
        for told in checked.told
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def _github(checked: Checked) -> str:
    """Annotations, one a line, with the characters escaped that would end one."""

    def escaped(text: str, *more: tuple[str, str]) -> str:
        for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), *more):
            text = text.replace(sign, code)
        return text

    lines = []
    for told in checked.told:
        places = {"file": told.file, "line": told.line, "col": told.column, "title": told.code}
        if told.end and told.end[0] == told.line:
            places["endColumn"] = told.end[1]
        said = ",".join(
            f"{key}={escaped(str(value), (':', '%3A'), (',', '%2C'))}" for key, value in places.items() if value
        )
        lines.append(f"::{_GITHUB[told.level]} {said}::{escaped(told.message)}\n")
    return "".join(lines)


def _sarif(checked: Checked) -> str:
    codes = sorted({told.code for told in checked.told})
    run = {
        "tool": {
            "driver": {
                "name": "precis",
                "informationUri": "https://example.org/precis",
                "rules": list(_rules(checked, codes)),
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(told, codes) for told in checked.told],
    }
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _rules(checked: Checked, codes: list[str]) -> Iterator[dict[str, Any]]:
    from precis.model import MESSAGES

    known = checked.rules or {}
    for code in codes:
        why = known[code].why if code in known else MESSAGES[code].means
        level = _SARIF[known[code].level] if code in known else "error"
        yield {"id": code, "shortDescription": {"text": why}, "defaultConfiguration": {"level": level}}


def _result(told: Told, codes: list[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": told.file}}
    region = {"startLine": told.line, "startColumn": told.column} if told.line else {}
    if told.end:
        region |= {"endLine": told.end[0], "endColumn": told.end[1]}
    region = {key: value for key, value in region.items() if value}
    if region:
        place["region"] = region
    out: dict[str, Any] = {
        "ruleId": told.code,
        "ruleIndex": codes.index(told.code),
        "level": _SARIF[told.level],
        "message": {"text": told.message},
        "locations": [{"physicalLocation": place}],
    }
    if told.fixing is Fixing.SAFE and told.new is not None and told.end:
        change = {"deletedRegion": region, "insertedContent": {"text": told.new}}
        out["fixes"] = [{"artifactChanges": [{"artifactLocation": {"uri": told.file}, "replacements": [change]}]}]
    return out


FORMATS: Mapping[str, Callable[[Checked], str]] = MappingProxyType(
    {"text": _text, "json": _json, "github": _github, "sarif": _sarif}
)
"""How what is told is written, by the names of --format."""


def summary(checked: Checked) -> str:
    """How much is told, in words."""
    counts = [
        f"{count} {name}{'' if count == 1 else 's'}"
        for level, name in ((Level.ERROR, "error"), (Level.WARNING, "warning"), (Level.INFO, "note"))
        if (count := checked.count(level))
    ]
    files = f"{len(checked.files)} file{'' if len(checked.files) == 1 else 's'}"
    mended = f"; {checked.mended} mended" if checked.mended else ""
    left = f"; --fix left {checked.left} for you to decide" if checked.left else ""
    return f"{', '.join(counts) or 'nothing to tell'} in {files}{mended}{left}"
