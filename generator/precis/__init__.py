"""precis: record data into the documents of a United Nations treaty body's session, and back.

`read` and `write` are the two calls most programs need; the command line has the rest.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from precis.model import Record

__all__ = ["read", "write"]


def read(path: str | os.PathLike[str]) -> Record:
    """The record of a file: a source, JSON, or the text of a published record.

    Raises `precis.model.PrecisError` with all that is wrong, each with its line. What a reader inferred and repaired
    is in `precis.reading.files.read_file(...).findings`.
    """
    from precis.assets import shipped
    from precis.reading.files import read_file

    return read_file(path, shipped()).record


def write(record: Record, path: str | os.PathLike[str]) -> None:
    """Write a record in the form its ending names: .md, .json, .html, .pdf, .docx.

    Raises `precis.model.PrecisError` if the ending is none of these or the file cannot be written; then nothing is.
    """
    from precis.assets import shipped
    from precis.documents.summary_record import summary_record
    from precis.model import PrecisError
    from precis.source.json_form import print_json
    from precis.source.record import print_record
    from precis.tasks.build import FORMATS, Settings, render
    from precis.tasks.storing import write_files
    from precis.writers.style import load_style

    target = Path(path)
    ending = target.suffix.removeprefix(".")
    if ending in FORMATS:
        assets = shipped()
        settings = Settings(formats=(ending,))
        qr_address = load_style(settings.style, assets).first_foot["qr_address"]
        files, _ = render(summary_record(record, assets, qr_address), settings, assets)
        data = files[0][1]
    elif ending in ("md", "json"):
        data = (print_json(record) if ending == "json" else print_record(record)).encode()
    else:
        endings = ", ".join(f".{name}" for name in ("md", "json", *FORMATS))
        raise PrecisError.one("file-form", f"'{target.name}' has none of the endings {endings}")
    write_files([(target.name, data)], target.parent)
