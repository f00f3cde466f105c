"""One record or list of corrections, written in the form that the ending of a file names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from precis.corrections.source import CorrectionsSource, print_corrections
from precis.documents.summary_record import summary_record
from precis.model import FileSpan, PrecisError, Record
from precis.source.json_form import print_json
from precis.source.record import print_record
from precis.tasks.housed import housed, printed_by
from precis.tasks.rendering import Settings, render
from precis.tasks.storing import write_files
from precis.writers.formats import FORMATS

__all__ = ["write_one"]

_SOURCE, _JSON = ".md", ".json"


def write_one(document: Record | CorrectionsSource, target: Path, settings: Settings) -> None:
    """Write a record as source, JSON or document, or corrections as source. PrecisError if that cannot be done."""
    endings = [_SOURCE] if isinstance(document, CorrectionsSource) else [_SOURCE, _JSON, *_endings()]
    ending = target.suffix.lower()
    if ending not in endings:
        message = f"has none of the endings {', '.join(endings)}; name the file so that its form is known"
        raise PrecisError.one("file-form", message, FileSpan(target.as_posix()))
    write_files([(target.name, _data(document, ending, settings))], target.parent)


def _endings() -> dict[str, str]:
    return {each.ending: each.name for each in FORMATS.values()}


def _data(document: Record | CorrectionsSource, ending: str, settings: Settings) -> bytes:
    if isinstance(document, CorrectionsSource):
        return print_corrections(document).encode()
    if ending == _SOURCE:
        return print_record(document).encode()
    if ending == _JSON:
        return print_json(document).encode()
    assets = settings.assets
    style, assets = housed(document, settings.house, assets)
    view = printed_by(summary_record(document, assets, style.first_foot["qr_address"]), style, assets)
    files, _ = render(view, replace(settings, formats=(_endings()[ending],)), assets)
    return files[0][1]
