"""Notes of a cover that stand apart from it, and the numbers that footnotes are printed with."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from precis.assets import shipped
from precis.cli import main
from precis.corrections import correct
from precis.documents.describe import describe
from precis.language import load_wording
from precis.model import Coverage, Paragraph, plain
from precis.reading.files import read_file
from precis.source.record import read_record
from tests.trials.made import shared

_RENUMBER = {"en": "Renumber the footnotes that follow accordingly", "fr": "Modifier en conséquence la numérotation"}


def _record(*calls: str, given: str = "abc") -> str:
    notes = "\n\n".join(f"[^{label}]: Note {label}." for label in given)
    return f"---\nsymbol: CMW/C/SR.1953\n---\n\n**Ms. Duquesne** spoke{''.join(calls)}.\n\n{notes}\n"


def _said(old: str, new: str, language: str = "en") -> list[str]:
    before, after = (read_record(text, "a.md", shipped()) for text in (old, new))
    wording = load_wording(language, shipped())
    among = correct(before, after, wording.small_words)
    told = [describe(each, before, wording, among) for each in among]
    return [
        " | ".join(
            [plain(each.place), *(plain(block.inlines) for block in each.blocks if isinstance(block, Paragraph))]
        )
        for each in told
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_note_before_others_says_that_they_move_on(language: str) -> None:
    said = _said(
        _record(" once[^a]", " and twice[^b]", given="ab"),
        _record(" once[^a]", " and again[^c]", " and twice[^b]", given="abc"),
        language,
    )
    assert " 2 | " in said[-1]
    assert _RENUMBER[language] in said[-1]
    assert "again2" in said[0]


def test_a_note_behind_all_others_moves_none() -> None:
    said = _said(_record(" once[^a]", given="a"), _record(" once[^a]", " and twice[^b]", given="ab"))
    assert said[-1] == "Footnote 2 | Insert:"


def test_a_note_taken_out_says_that_the_others_move_up() -> None:
    said = _said(_record(" once[^a]", " and twice[^b]", given="ab"), _record(" once", " and twice[^b]", given="b"))
    assert said[-1] == "Footnote 1 | Delete | Renumber the footnotes that follow accordingly"


def test_corrigendum_and_reissue_print_the_same_number(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(_record(" once[^a]", " and twice[^b]", given="ab"), encoding="utf-8")
    new.write_text(_record(" once[^a]", " and again[^c]", " and twice[^b]"), encoding="utf-8")
    made = CliRunner().invoke(main, ["correct", str(old), str(new), "-o", str(tmp_path / "c.md")])
    assert made.exit_code == 0, made.output
    built = CliRunner().invoke(
        main, ["reissue", str(tmp_path / "c.md"), "--on", "2053-12-20", "-o", str(tmp_path), "--to", "html"]
    )
    assert built.exit_code in (0, 3), built.output
    (source,) = tmp_path.glob("*reissued*.md")
    labels = [note.label for note in read_record(source.read_text(encoding="utf-8"), "r.md", shipped()).footnotes]
    assert labels == ["a", "c", "b"]


@pytest.mark.parametrize(("name", "notes"), [("w4", []), ("w7", ["The remainder was held in private."])])
def test_a_note_does_not_run_into_the_cover(name: str, notes: list[str]) -> None:
    reading = read_file(shared("note-runs-into-cover") / f"{name}.docx", shipped())
    record = reading.record
    assert record.coverage is Coverage.PARTIAL
    assert record.place == "Palais Wilson, Geneva"
    assert [plain(note.inlines) for note in record.notes_as_printed or ()] == notes
    assert [finding.code for finding in reading.findings] == ["emphasis-restored"]
