"""Programs that save a record again: what a mission's or an editor's computer makes of our files.

Each takes records by name and gives files by name. A program that is not here skips the test by its name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

import precis
from precis.model import Record
from tests.support.office import Office, needed

__all__ = ["PATHS"]

Records = Mapping[str, Record]
Path_ = Callable[[Records, Path], dict[str, Path]]


def _written(records: Records, folder: Path, form: str) -> dict[str, Path]:
    """Our own files of the records."""
    (folder / "ours").mkdir()
    found = {}
    for name, record in records.items():
        found[name] = folder / "ours" / f"{name}.{form}"
        precis.write(record, found[name])
    return found


def _by_libreoffice(records: Records, folder: Path) -> dict[str, Path]:
    documents = {name: path.read_bytes() for name, path in _written(records, folder, "docx").items()}
    saved = Office(folder).convert_all(documents, "docx")
    return {name: _kept(folder, f"{name}-saved.docx", data) for name, data in saved.items()}


def _kept(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def _by_pandoc(records: Records, folder: Path) -> dict[str, Path]:
    program = _pandoc()
    found = {}
    for name, path in _written(records, folder, "docx").items():
        found[name] = folder / f"{name}.docx"
        subprocess.run([program, path, "-o", found[name]], check=True, timeout=60)
    return found


def _pandoc() -> str:
    """Pandoc, of the system or of the package pypandoc_binary."""
    program = shutil.which("pandoc")
    if program is None:
        program = pytest.importorskip("pypandoc", reason="pandoc is not here").get_pandoc_path()
    return program


def _by_python_docx(records: Records, folder: Path) -> dict[str, Path]:
    import docx

    found = {}
    for name, path in _written(records, folder, "docx").items():
        found[name] = folder / f"{name}.docx"
        docx.Document(str(path)).save(str(found[name]))
    return found


def _by_an_editor_of_pages(records: Records, folder: Path) -> dict[str, Path]:
    """Web pages as an editor in a browser keeps them: elements and their looks, but no classes of ours."""
    from lxml import html

    found = {}
    for name, path in _written(records, folder, "html").items():
        page = html.document_fromstring(path.read_bytes())
        for element in page.iter():
            element.attrib.pop("class", None)
        found[name] = _kept(folder, f"{name}.html", html.tostring(page, encoding="utf-8"))
    return found


def _by_chromium(records: Records, folder: Path) -> dict[str, Path]:
    pytest.importorskip("playwright", reason="playwright is missing; install precis[dev]")
    needed("chromium", "chromium")
    pages = _written(records, folder, "html")
    words = [sys.executable, "-m", "tests.resaved.browser", *map(str, pages.values())]
    subprocess.run(words, check=True, timeout=300, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    return {name: path.with_suffix(".pdf") for name, path in pages.items()}


def _by_weasyprint(records: Records, folder: Path) -> dict[str, Path]:
    from weasyprint import HTML

    found = {}
    for name, path in _written(records, folder, "html").items():
        found[name] = folder / f"{name}.pdf"
        HTML(filename=str(path)).write_pdf(str(found[name]))
    return found


PATHS: Mapping[str, Path_] = MappingProxyType(
    {
        "LibreOffice": _by_libreoffice,
        "pandoc": _by_pandoc,
        "python-docx": _by_python_docx,
        "an editor of web pages": _by_an_editor_of_pages,
        "Chromium": _by_chromium,
        "WeasyPrint": _by_weasyprint,
    }
)
