"""Records of other organs (docs/conventions.md §2.11), made up: each is printed on its page and reads back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from lxml import html

import precis
from precis import Record
from precis.assets import chosen
from precis.language.houses import house_of
from tests.support.places import lines_of

NIGHT = """held: 2024-04-20 22:00
rose: 0:45"""
DAY = """held: 2024-04-19 10:00
rose: 13:00"""
SESSION = "session: 78\n"
ORGANS = {
    "ga1": ("A/C.1/78/SR.9", SESSION + DAY, "new-york"),
    "ga2": ("A/C.2/78/SR.21", SESSION + DAY, "new-york"),
    "ga3": ("A/C.3/78/SR.44", SESSION + DAY, "new-york"),
    "ga4": ("A/C.4/78/SR.12", SESSION + DAY, "new-york"),
    "ga5": ("A/C.5/78/SR.50", SESSION + NIGHT, "new-york"),
    "ga6": ("A/C.6/78/SR.28", SESSION + DAY, "new-york"),
    "hrc": ("A/HRC/55/SR.3", "session: 55\n" + DAY, "geneva"),
    "ecosoc": ("E/2024/SR.14", DAY, "new-york"),
    "ceirpp": ("A/AC.183/SR.420", NIGHT, "new-york"),
}
SOURCE = """---
symbol: {symbol}
{meeting}
place: Headquarters, New York
chair: [Mr. Tommo Monthe (Ruritania), "Ms. Lind (Vice-Chair, Borduria)"]
issued: 2024-05-02
original: en
began: "{began}"
job_number: 24-54321
---
# Agenda item 28: Advancement of women (*continued*) (A/78/38)

1. **Ms. Kovacs** (Borduria) said that her delegation supported the draft resolution.

2. **Mr. Bersonin** (Observer for Syldavia) said that the report was useful.

# Agenda item 161: Programme of work (*concluded*)

3. *It was so decided.*
"""
FORMS = ("pdf", "docx", "html")


def record_of(body: str, folder: Path) -> Record:
    symbol, meeting, _ = ORGANS[body]
    began = "22:20" if NIGHT in meeting else "10:05"
    source = folder / "source.md"
    source.write_text(SOURCE.format(symbol=symbol, meeting=meeting, began=began), encoding="utf-8")
    return precis.read(source).record


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("body", ORGANS)
def test_a_record_of_each_organ_reads_back(body: str, form: str, tmp_path: Path) -> None:
    record = record_of(body, tmp_path)
    path = tmp_path / f"record.{form}"
    precis.write(record, path, style=ORGANS[body][2])
    reading = precis.read(path)
    assert (reading.record.body, reading.record) == (body, record)
    assert list(reading.missing) == []


@pytest.mark.parametrize("body", ORGANS)
def test_its_cover_has_its_own_lines(body: str, tmp_path: Path) -> None:
    record = record_of(body, tmp_path)
    house = house_of(body, record.issued, chosen())
    assert house == ORGANS[body][2]
    precis.write(record, tmp_path / "record.html", style=house)
    page = html.fromstring((tmp_path / "record.html").read_text(encoding="utf-8"))
    words = " ".join(page.text_content().split())
    assert "Chair: Mr. Tommo Monthe (Ruritania) later: Ms. Lind (Vice-Chair) (Borduria)" in words
    assert words.count("Agenda item 28: Advancement of women (continued)") == 2
    assert "Agenda item 161: Programme of work (concluded)" in words
    notice = "to the Chief of the Documents Management Section (dms@un.org)"
    assert (notice in words) == (house == "new-york")
    assert ("Seventy-eighth session" in words) == body.startswith("ga")
    assert "session number" not in words
    assert ("Official Records" in words) == body.startswith("ga")
    risen = "The meeting rose at 12.45 a.m." if body in ("ga5", "ceirpp") else "The meeting rose at 1 p.m."
    assert risen in words


def test_dots_lead_to_the_state_of_a_chair_in_new_york(tmp_path: Path) -> None:
    record = record_of("ga6", tmp_path)
    for house, name in (("new-york", "record.pdf"), ("new-york", "record.docx"), ("geneva", "geneva.docx")):
        precis.write(record, tmp_path / name, style=house)
    paper = (tmp_path / "record.pdf").read_bytes()
    lines = [line for line in lines_of(paper, 1) if line.words.startswith(("Chair:", "later:"))]
    assert [re.sub(r"\.{9,}", "…", line.words) for line in lines] == [
        "Chair: Mr. Tommo Monthe … (Ruritania)",
        "later: Ms. Lind (Vice-Chair) … (Borduria)",
    ]
    # 1200 and 1267 twips from the right edge of a page of 12240.
    assert all(line.right == pytest.approx(612 - 123.35, abs=0.5) for line in lines)
    chairs = _chairs(tmp_path / "record.docx")
    assert [each.text for each in chairs] == [
        "Chair:\tMr. Tommo Monthe\t(Ruritania)",
        "later:\tMs. Lind (Vice-Chair)\t(Borduria)",
    ]
    stop = chairs[0].paragraph_format.tab_stops[-1]
    assert (stop.leader, stop.alignment) == (WD_TAB_LEADER.DOTS, WD_TAB_ALIGNMENT.RIGHT)
    assert _chairs(tmp_path / "geneva.docx")[0].text == "Chair:\tMr. Tommo Monthe (Ruritania)"


def _chairs(word: Path) -> list[Any]:
    return [each for each in docx.Document(str(word)).paragraphs if each.text.startswith(("Chair:", "later:"))]
