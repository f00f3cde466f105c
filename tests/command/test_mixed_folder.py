"""An archive of all forms with odd files among them is read in one run, and each file of it is in the table.

`PRECIS_BUDGET=40` reads three hundred files.
"""

from __future__ import annotations

import csv
import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import precis
from precis.cli import main
from precis.cli.group import Exit
from precis.model import Symbol
from precis.reading.files import read_file
from precis.source.record import print_record
from tests.conftest import LONG, ROOT
from tests.read_docx.test_hostile import encrypted
from tests.read_pdf.made import page_of, words
from tests.read_pdf.test_hostile import locked

RECORDS = ROOT / "records" / "cmw" / "97"
FORMS = ("docx", "html", "md", "json", "txt", "pdf")
GOOD = 280 if LONG else 6
CRASHES = ("crash-1.md", "crash-2.html")


NAMED_OTHERWISE = ("word-named-pdf.pdf", "word-named-text.txt")
"""Files that are read by what they hold, whatever their names say."""


def odd(word: bytes) -> dict[str, bytes]:
    """Odd files by their names: empty, of another form, cut off, locked, scans, faulty; some of them a Word file."""
    return {
        "empty.txt": b"",
        "blank.md": b" \n\n",
        "page-named-word.docx": b"<html><body><p>A page.</p></body></html>",
        "word-named-pdf.pdf": word,
        "word-named-text.txt": word,
        "archive.docx": encrypted(),
        "cut-off.docx": word[: len(word) // 2],
        "cut-off.pdf": page_of(words("Hello there"))[:200],
        "scan.pdf": _scan(),
        "locked.pdf": locked(),
        "older-word.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "bytes.txt": bytes(range(256)) * 8,
        "too-long.txt": b"A line.\n" * 20_000,
        "front-matter.md": b"---\nsymbol: [CMW/C\nsession: 97\n---\n\nSo.\n",
        "half.json": b'{"symbol": "CMW/C/SR.1953", "blocks": [',
        "list.json": b"[1, 2, 3]",
        "empty-page.html": b"<html><head><title>Gone</title></head><body></body></html>",
        "corrections.md": b'---\ndocument: corrections\n---\n\n- Paragraph 1: for "a" read "b"\n',
        **dict.fromkeys(CRASHES, b"---\nsymbol: CMW/C/SR.1953\n---\n\nSo.\n"),
    }


def _scan() -> bytes:
    from PIL import Image

    target = io.BytesIO()
    Image.new("1", (200, 280), 1).save(target, "PDF")
    return target.getvalue()


def _crashing(file: str, *args: object, **options: object) -> object:
    """Reads a file; two of them end the process that reads them, as a fault of a library would."""
    if Path(file).name in CRASHES:
        os._exit(1)
    return read_file(file, *args, **options)  # type: ignore[arg-type]


def test_each_file_of_an_archive_is_in_its_table(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [precis.read(path).record for path in sorted(RECORDS.glob("19*.md"))]
    folders = [in_tmp / "archive" / str(number) for number in range(7)]
    for folder in folders:
        folder.mkdir(parents=True)
    for number in range(GOOD):
        record = replace(sources[number % len(sources)], symbol=Symbol("CMW/C", 2000 + number))
        path = folders[number % 7] / f"{number}.{FORMS[number % len(FORMS)]}"
        if path.suffix == ".txt":
            path.write_text(print_record(record), encoding="utf-8")
        else:
            precis.write(record, path)
    precis.write(sources[0], in_tmp / "word.docx")
    strange = odd((in_tmp / "word.docx").read_bytes())
    assert len(strange) == 20
    for number, (name, data) in enumerate(strange.items()):
        (folders[number % 7] / name).write_bytes(data)
    monkeypatch.setattr("precis.tasks.archive.read_file", _crashing)
    result = CliRunner().invoke(main, ["parse", "archive", "-o", "out"])
    assert (result.exit_code, result.exception.__class__) == (Exit.FAULT, SystemExit), result.output
    rows = _table(in_tmp / "out")
    assert set(rows) == {str(path.relative_to(in_tmp)) for path in (in_tmp / "archive").rglob("*.*")}
    unread = {Path(name).name for name, row in rows.items() if row["note"].startswith("not read: ")}
    assert unread == set(strange) - set(NAMED_OTHERWISE)
    assert all(row["record"] for name, row in rows.items() if Path(name).name not in unread)
    assert f"{GOOD + len(NAMED_OTHERWISE)} of {GOOD + len(strange)} files read" in result.stderr


def _table(folder: Path) -> dict[str, dict[str, str]]:
    text = (folder / "records.csv").read_text(encoding="utf-8-sig")
    return {row["file"]: row for row in csv.DictReader(text.splitlines())}
