"""Corrections of what looks equal: none, and one line that says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from precis.cli import main
from precis.corrections.eye import eye

SOURCE = """---
symbol: CMW/C/SR.1953
---

# One

**Ms. Duquesne** spoke of co-operation, of 3 efficient offices in Côte d’Ivoire and of flexible quotas.

**Mr. Okonjo** thanked her.
"""


def _corrected(new: str, folder: Path) -> tuple[str, str]:
    (folder / "old.md").write_text(SOURCE, encoding="utf-8")
    (folder / "new.md").write_text(new, encoding="utf-8")
    result = CliRunner().invoke(main, ["correct", str(folder / "old.md"), str(folder / "new.md")])
    assert result.exit_code == (0 if result.stdout else 1), result.output
    return result.stdout, result.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3 efficient", "3\u00a0efficient"),
        ("3 efficient", "3\u202fefficient"),
        ("3 efficient", "3  efficient"),
        ("co-operation", "co\u2011operation"),
        ("flexible", "flex\u00adible"),
        ("flexible", "flex\u200bible"),
        ("Côte", "Co\u0302te"),
        ("efficient", "e\ufb03cient"),
    ],
)
def test_what_looks_equal_is_no_correction(old: str, new: str, tmp_path: Path) -> None:
    text, told = _corrected(SOURCE.replace(old, new), tmp_path)
    assert "there is nothing to correct [no-corrections]" in told
    assert new.isascii() or "Co\u0302te" in new or "typography: 1 text differs" in told
    assert text == ""


def test_a_correction_beside_it_is_that_alone(tmp_path: Path) -> None:
    new = SOURCE.replace("3 efficient", "4\u00a0efficient").replace("Ms. Duquesne", "Ms.\u00a0Duquesne")
    text, told = _corrected(new, tmp_path)
    assert "1 correction" in told
    assert "\u00a0" not in text


def test_a_changed_text_is_a_version_of_the_one_most_like_it(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("---\nsymbol: CMW/C/SR.1953\n---\n\nIt had met at 5:40 PM.\n\nIt was  so.\n")
    (tmp_path / "new.md").write_text("---\nsymbol: CMW/C/SR.1953\n---\n\nIt had met at 5.40 p.m.\n\nIt was so.\n")
    result = CliRunner().invoke(main, ["correct", str(tmp_path / "old.md"), str(tmp_path / "new.md")])
    assert result.stdout.endswith('\n- Paragraph 1: for "5:40 PM." read "5.40 p.m."\n')
    assert "typography: 1 text differs" in result.stderr


def test_eye() -> None:
    assert eye("a\u00a0 b\u2011c\u00ad\ufb01e\u0301") == "a b-cfié"
    assert eye("“a”") != eye('"a"')
    assert eye("x\u0302") != eye("x")


def _noted(*notes: str, labels: str = "123") -> str:
    calls = "".join(f"\n\n**Ms. Duquesne** spoke.[^{label}]" for label, _ in zip(labels, notes, strict=False))
    words = "".join(f"\n\n[^{label}]: {note}" for label, note in zip(labels, notes, strict=False))
    return f"---\nsymbol: CMW/C/SR.1953\n---{calls}{words}\n"


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (_noted("CMW/C/GFK/1.", "A/108/48.", labels="34"), []),
        (_noted("CMW/C/GFK/1, para. 4.", "A/108/48.", labels="34"), ["Footnote 1"]),
        (
            _noted("CMW/C/GFK/1.", "See the annex.", "A/108/48."),
            ["Paragraph 1", "Renumber the paragraphs", "Footnote 3"],
        ),
    ],
    ids=["counted with those of the cover", "other words", "one put in"],
)
def test_the_numbers_of_notes_are_no_corrections(new: str, told: list[str], tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(_noted("CMW/C/GFK/1.", "A/108/48."), encoding="utf-8")
    (tmp_path / "new.md").write_text(new, encoding="utf-8")
    result = CliRunner().invoke(main, ["correct", str(tmp_path / "old.md"), str(tmp_path / "new.md")])
    lines = [line for line in result.stdout.splitlines() if line.startswith("- ")]
    assert [line[2:].partition(":")[0] for line in lines] == told, result.stdout
