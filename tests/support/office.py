"""Documents as LibreOffice sets them, and the lines that a PDF prints."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

__all__ = ["Office", "needed", "printed_lines"]

_SAME_LINE = 5
"""Points by which a raised letter may stand off the line it belongs to."""


def needed(program: str, package: str) -> str:
    """Where a program is, of this Debian package; skips the test where it is missing, fails it with CI=true."""
    found = shutil.which(program)
    if found is None:
        reason = f"{program} is missing; install {package}"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    return found


class Office:
    """LibreOffice with a profile of its own in `folder`; skips the test where it is missing, fails it with CI=true."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def convert(self, docx: bytes, to: str = "pdf") -> bytes:
        """The document in another form: "pdf", "fodt" for LibreOffice's own XML; or "docx", saved again."""
        return self.convert_all({"document": docx}, to)["document"]

    def convert_all(self, documents: Mapping[str, bytes], to: str = "pdf") -> dict[str, bytes]:
        """Documents by name in another form, in one run; a form may have options: "pdf:writer_pdf_Export:{…}"."""
        program = needed("soffice", "libreoffice-writer")
        sources = [self.folder / f"{name}.docx" for name in documents]
        for source, docx in zip(sources, documents.values(), strict=True):
            source.write_bytes(docx)
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        made = self.folder / "made"
        words = [program, profile, "--headless", "--convert-to", to, "--outdir", str(made), *map(str, sources)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=120)
        found = {}
        for name in documents:
            result = made / f"{name}.{to.partition(':')[0]}"
            assert result.is_file(), f"LibreOffice made nothing: {done.stdout}{done.stderr}"
            found[name] = result.read_bytes()
            result.unlink()
        return found


def printed_lines(pdf: bytes) -> list[list[str]]:
    """The lines of each page, white space collapsed; raised letters belong to the line they stand in."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return [_lines(page.get_textpage()) for page in document]


def _lines(reader: object) -> list[str]:
    import ctypes

    import pypdfium2.raw as pdfium

    lines, last_x, last_y = [""], 0.0, 0.0
    for index in range(reader.count_chars()):  # type: ignore[attr-defined]
        character = (
            "-" if pdfium.FPDFText_IsHyphen(reader, index) == 1 else chr(pdfium.FPDFText_GetUnicode(reader, index))
        )
        if character.isspace():
            lines[-1] += " "
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(reader, index, x, y)
        if abs(y.value - last_y) > _SAME_LINE or x.value < last_x - 1:
            lines.append("")
        lines[-1] += character
        last_x, last_y = x.value, y.value
    return [" ".join(line.split()) for line in lines if line.strip()]
