"""A record that was edited and saved again by other programs: `correct` finds the edit and nothing else.

`PRECIS_BUDGET=40` edits and saves five hundred records through each program.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import precis
from precis.assets import shipped
from precis.corrections.source import CorrectionsSource, print_corrections
from precis.model import Block, Heading, Paragraph, Quotation, Record, Run, joined
from precis.source.record import read_record
from precis.tasks.correct import computed, reissues
from precis.writers.style import load_style
from tests.conftest import LONG, ROOT
from tests.resaved.edits import edited, with_note
from tests.resaved.paths import PATHS
from tests.support.corrections import correct

EACH = 500 if LONG else 4
AT_ONCE = 20
DAY = dt.date(2054, 3, 2)


@cache
def bases() -> tuple[Record, ...]:
    """The records that are edited: the samples without the notice of a sample, and one of several notes."""
    paths = sorted((ROOT / "records" / "cmw" / "97").glob("19*.md"))
    records = [replace(precis.read(path).record, sample=False) for path in paths]
    noted = records[1]
    for number in range(1, 4):
        noted = with_note(noted, number * len(noted.blocks) // 4, f"See CMW/C/RUR/CO/{number}, para. {number}4.")
    return (*records, noted)


def kept_by(program: str, record: Record) -> Record:
    """The record without what a program does not keep.

    Pandoc keeps neither a style that it does not know nor the indents of one, so that a quotation is a paragraph to it.
    In a heading that is italic as a whole no print shows what is italic in it.
    """
    if program == "pandoc":
        blocks = tuple(block for block in record.blocks if not isinstance(block, Quotation))
        return replace(record, blocks=tuple(map(_ending_in_a_stop, blocks)))
    if program in ("Chromium", "WeasyPrint"):
        return replace(record, blocks=tuple(map(_upright, record.blocks)))
    return record


def _ending_in_a_stop(block: Block) -> Block:
    """A paragraph that led to a quotation, as one that leads to nothing."""
    if not isinstance(block, Paragraph) or not isinstance(last := block.inlines[-1], Run) or last.text[-6:] != " read:":
        return block
    return replace(block, inlines=(*block.inlines[:-1], replace(last, text=f"{last.text[:-1]} so.")))


def _upright(block: Block) -> Block:
    if not isinstance(block, Heading) or block.level < 2:
        return block
    runs = (replace(item, italic=False) if isinstance(item, Run) else item for item in block.inlines)
    return replace(block, inlines=joined(runs))


@pytest.mark.slow
@pytest.mark.parametrize("program", PATHS)
def test_the_corrections_are_the_edits(program: str, tmp_path: Path) -> None:
    known = [kept_by(program, record) for record in bases()]
    for start in range(0, EACH, AT_ONCE):
        folder = tmp_path / str(start)
        folder.mkdir()
        numbers = range(start, min(start + AT_ONCE, EACH))
        cases = {}
        for number in numbers:
            before = known[number % len(known)]
            cases[f"{number:03}"] = (before, *edited(before, number))
        _check(cases, program, folder)


def _check(cases: Mapping[str, tuple[Record, str, Record]], program: str, folder: Path) -> None:
    files = PATHS[program]({name: after for name, (_, _, after) in cases.items()}, folder)
    for name, (before, edit, after) in cases.items():
        old = folder / f"{name}-old.md"
        precis.write(before, old)
        found = computed(str(old), str(files[name]), folder, shipped(), None, None).source
        assert said(found) == said(CorrectionsSource(corrections=correct(before, after))), (name, edit)
        assert reissued(found, folder / f"{name}-corrections.md") == after, (name, edit)


def said(source: CorrectionsSource) -> str:
    """The corrections, without the record they are to."""
    return print_corrections(CorrectionsSource(corrections=source.corrections))


def reissued(corrections: CorrectionsSource, path: Path) -> Record:
    """The record that `reissue` makes, as it was before its reissue was written on it."""
    precis.write(corrections, path)
    ((_, source),) = reissues(DAY)(str(path), load_style("geneva", shipped()), shipped()).files
    record = read_record(source.decode(), "reissued", shipped())
    assert record.symbol is not None and record.reissued == DAY
    return replace(record, symbol=record.symbol.bare, reissued=None)
