"""The documents that the tests of the whole build, each from a source, by a name that says what it tries."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from precis.assets import shipped
from precis.documents.summary_record import summary_record
from precis.documents.view import View
from precis.model import Call, Footnote, Paragraph, Record, Run
from precis.source.record import read_record
from precis.writers.page import Page, make_page
from precis.writers.style import load_style

__all__ = ["NAMES", "page_of", "view_of"]

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


NAMES = ("sample", "sample in French", "reissued", "draft", "first part", "100 paragraphs, 20 notes")


@cache
def view_of(name: str) -> View:
    """The view of a document."""
    qr_address = load_style("geneva", shipped()).first_foot["qr_address"]
    return summary_record(_record(name), shipped(), qr_address)


@cache
def page_of(name: str) -> Page:
    """The page of a document."""
    return make_page(view_of(name), load_style("geneva", shipped()), shipped())
