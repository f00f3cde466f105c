"""Small records of all forms, made in the test, and what a reading of them gives."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from precis.assets import shipped
from precis.model import Finding
from precis.reading.files import read_file
from precis.source.body import Body
from precis.source.printed import print_body
from tests.read_docx.made import docx

__all__ = ["COVER", "Seen", "page", "paragraph", "printed_page", "seen", "shared", "word"]

COVER = (
    "United Nations",
    "CMW/C/SR.1953",
    "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
    "Distr.: General",
    "2 December 2053",
    "Original: English",
    "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
    "Ninety-seventh session",
    "Summary record of the 1953rd meeting",
    "Held at the Palais Wilson, Geneva, on Tuesday, 25 November 2053, at 3 p.m.",
    "Chair: Ms. Halvorsen",
    "Contents",
    "Organizational matters",
)
_OPENING, _CLOSING = "The meeting was called to order at 3.05 p.m.", "The meeting rose at 5.45 p.m."
_TRIALS = Path(__file__).parents[3] / "shared" / "trials"


@dataclass(frozen=True)
class Seen:
    """What a reading gives: the text as our source writes it, block by block, and the findings."""

    blocks: list[str]
    findings: tuple[Finding, ...]
    symbol: str

    def told(self, code: str) -> list[str]:
        """The words of the findings of a code: what stood there, or what stands there now."""
        return [finding.old or finding.new for finding in self.findings if finding.code == code]


def seen(data: bytes | Path, folder: Path, name: str = "") -> Seen:
    """The reading of a file, or of bytes that are saved with a name first."""
    path = data if isinstance(data, Path) else folder / name
    if isinstance(data, bytes):
        path.write_bytes(data)
    reading = read_file(path, shipped())
    record = reading.record
    text = print_body(Body(record.blocks, record.footnotes)).strip()
    return Seen(text.split("\n\n"), reading.findings, str(record.symbol))


def shared(name: str) -> Path:
    """One of the shared trials; the test is skipped where they are not."""
    if not (_TRIALS / name).exists():
        pytest.skip(f"the trial {name} is not here (../shared/trials)")
    return _TRIALS / name


def page(body: str, style: str = "", *, closing: bool = True) -> str:
    """A web page of a record with this body below its heading."""
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in COVER[:8])
    lines += f"<h1>{COVER[8]}</h1>" + "".join(f"<p>{html.escape(line)}</p>" for line in COVER[9:11])
    lines += f"<h2>Contents</h2><p>{COVER[12]}</p><p><i>{_OPENING}</i></p><h2>{COVER[12]}</h2>{body}"
    lines += f"<p><i>{_CLOSING}</i></p>" if closing else ""
    css = f'body{{font:10pt "Liberation Serif"}} @page{{size:A4;margin:2cm}} {style}'
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>{css}</style></head><body>{lines}</body>'


def printed_page(body: str, style: str = "", *, closing: bool = True) -> bytes:
    """The same page as a PDF that WeasyPrint prints, without tags."""
    from weasyprint import HTML

    target = io.BytesIO()
    HTML(string=page(body, style, closing=closing)).write_pdf(target)
    return target.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of Word; "<b>" in it begins bold words, and XML stands as it is between "{" and "}"."""
    runs = []
    for part in re.split(r"(<b>.*?</b>|\{.*?\})", text):
        if part.startswith("{"):
            runs.append(part[1:-1])
        elif part:
            bold = "<w:rPr><w:b/></w:rPr>" if part.startswith("<b>") else ""
            words = html.escape(part.removeprefix("<b>").removesuffix("</b>"), quote=False)
            runs.append(f'<w:r>{bold}<w:t xml:space="preserve">{words}</w:t></w:r>')
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def word(body: Sequence[str], **parts: str) -> bytes:
    """A Word file of a record, without styles, with these paragraphs below its heading."""
    cover = "".join(map(paragraph, (*COVER, _OPENING)))
    return docx(cover + paragraph(f"<b>{COVER[12]}</b>") + "".join(body) + paragraph(_CLOSING), **parts)
