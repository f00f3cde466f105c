"""The documents that the tests of the whole build, each from a source, by a name that says what it tries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from precis.assets import shipped
from precis.corrections.source import Corrected, CorrectionsSource
from precis.documents.corrigendum import corrigendum
from precis.documents.memorandum import memorandum
from precis.documents.summary_record import summary_record
from precis.documents.view import Marking, View
from precis.model import Call, Footnote, Paragraph, Record, Run, Symbol
from precis.source.record import read_record
from precis.writers.marked import marked_page
from precis.writers.page import Page, make_page
from precis.writers.style import load_style
from tests.support.corrections import correct

__all__ = ["CHANGES", "NAMES", "SAMPLE", "corrected_sample", "page_of", "view_of"]

SAMPLE = Path(__file__).parent.parent.parent / "records" / "cmw" / "97" / "1960.md"

REISSUED = """---
symbol: CMW/C/SR.1960*
session: 97
coverage: partial
held: 2053-12-05 15:00
place: Palais Wilson, Geneva
chair: ['Temporary Chair: Ms. Lind (Office of the Commissioner (OC))', Mr. Szalai-Brandt (Vice-Chair), Ms. Halvorsen]
issued: 2053-12-10
reissued: 2054-01-17
original: fr
job_number: GE.53-00001
unrecorded: 1959
began: 16:10
rose: 17:55
sample: true
---

# Organizational matters (*continued*)

Words\\
on two lines, 10,000 of them; “quoted” – and so on…

> A quotation.

*The meeting was suspended.* {-}

(a) One;
  (i) inner,\\
  on two lines;[^1]
    (a) deep;
      (i) deeper;
    - with a bullet;
  (iii) not the second;
(b) two;
  (i) again.

- One
  - two
    - three
      - four

(x) and more.

|+ Table 1: *things*, with a note[^2]
| Thing | Number |  |
|---|--:|:-:|
| One | 1,204 | – |
|+ Source: the report, page 5 \\| 6.

[^2]: Of a caption.

[^1]: A note.
"""

DRAFT = "---\nsymbol: CMW/C/SR.1961\nsample: true\n---\n\n# Item\n\n[[text]]\n"

FIRST_PART = """---
symbol: CMW/C/SR.1962
part: first (public)
other_part: CMW/C/SR.1962/Add.1
session: 98
held: 2054-04-06 10:00
place: videoconference
chair: Ms. Halvorsen
issued: 2054-04-10
original: en
began: 10:05
rose: 11:00
sample: true
---

# Opening of the session

**The Chair** declared open the ninety-eighth session.
"""


def _many_notes(record: Record) -> Record:
    """One hundred paragraphs, twenty notes, some of them long: notes that share pages with the text."""
    words = "said that the measures described in the report had been assessed in the light of the recommendation; " * 4
    blocks, notes = [], []
    for number in range(1, 101):
        inlines = (Run("Ms. Halvorsen", bold=True), Run(f" {words.strip()} and so on, {number}."))
        if number % 5 == 0:
            inlines = (*inlines, Call(str(number)))
            notes.append(Footnote(str(number), (Run(f"Note {number}: " + words * (number % 3) + "end."),)))
        blocks.append(Paragraph(number, inlines))
    return replace(record, blocks=tuple(blocks), footnotes=tuple(notes))


def _record(name: str) -> Record:
    sample = read_record(SAMPLE.read_text(encoding="utf-8"), "1960.md", shipped())
    if name == "sample":
        return sample
    if name == "sample in French":
        return replace(sample, language="fr", original="fr")
    if name == "100 paragraphs, 20 notes":
        return _many_notes(sample)
    return read_record({"reissued": REISSUED, "draft": DRAFT, "first part": FIRST_PART}[name], name, shipped())


RECORDS = ("sample", "sample in French", "reissued", "draft", "first part", "100 paragraphs, 20 notes")
CORRECTIONS = ("memorandum", "memorandum in French", "corrigendum", "consolidated corrigendum in French", "marked copy")
NAMES = (*RECORDS, *CORRECTIONS)

CHANGES = {
    "chair: Ms. Halvorsen": "chair: Ms. Halvorsen-Lind (Vice-Chair)",
    "rose: 17:55": "rose: 18:05",
    "three weeks after the date requested": "four weeks after the date requested",
    "*It was so decided.*\n\n": "",
    "| Residence unknown | 615 | 0 |\n": "",
    "- Repayment: partly satisfactory;\n": "- Repayment: partly satisfactory;\n- Register: not satisfactory;\n",
    "# Closure of the session\n": "**Mr. Okonjo** thanked the Chair.\n\n# Closure of the session\n",
    "paragraphs 27, 29, 31 and 44": "paragraphs 27, 29, 31 and 45",
}
"""Changes of the sample, each of another kind."""


def corrected_sample(changes: Mapping[str, str] = CHANGES) -> Record:
    """The sample after `changes` of its source."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return read_record(text, "1960.md", shipped())


def _corrected(language: str, meeting: int = 1960) -> Corrected:
    symbol = Symbol("CMW/C", meeting)
    old, new = (replace(record, language=language, symbol=symbol) for record in (_record("sample"), corrected_sample()))
    source = CorrectionsSource(
        symbol=symbol,
        issued=old.issued,
        record="record.md",
        requested_by="Permanent Mission of Syldavia",
        requested_on=dt.date(2053, 12, 15),
        corrections=correct(old, new),
    )
    return Corrected(old, source, f"{meeting}.md")


def _view_of_corrections(name: str, qr_address: str) -> View:
    language = "fr" if "French" in name else "en"
    if "memorandum" in name:
        return memorandum(_corrected(language), shipped())
    if name == "marked copy":
        before, after = (
            summary_record(record, shipped(), qr_address) for record in (_record("sample"), corrected_sample())
        )
        return replace(after, marking=Marking(before, "Permanent Mission of Syldavia", "2053-12-15"))
    several = [_corrected(language, meeting) for meeting in ((1962, 1960, 1961) if "consolidated" in name else (1960,))]
    return corrigendum(several, shipped(), qr_address, dt.date(2054, 1, 17))


@cache
def view_of(name: str) -> View:
    """The view of a document."""
    qr_address = load_style("geneva", shipped()).first_foot["qr_address"]
    if name in CORRECTIONS:
        return _view_of_corrections(name, qr_address)
    return summary_record(_record(name), shipped(), qr_address)


@cache
def page_of(name: str) -> Page:
    """The page of a document."""
    view, style = view_of(name), load_style("geneva", shipped())
    page = make_page(view, style, shipped())
    if view.marking is None:
        return page
    before = make_page(view.marking.before, style, shipped())
    return marked_page(before, page, view.marking.author, view.marking.date)
