"""`precis compare-editions`: the sample in French and in Spanish, and every slip put into one of the two."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.cli import Exit
from precis.corrections.marks_of_text import marks_of
from precis.language import load_wording
from precis.tasks.editions import compared
from tests.support.commands import run

HERE = Path(__file__).parent
FRENCH, SPANISH = HERE / "1960.fr.md", HERE / "1960.es.md"


def test_true_editions_disagree_in_nothing(assets: Assets, sample: Path) -> None:
    for one, other in ((sample, FRENCH), (sample, SPANISH), (SPANISH, FRENCH)):
        found = compared(str(one), str(other), assets)
        assert (found.findings, found.count, found.texts) == ((), 0, 21)


def _figures() -> Iterator[tuple[int, str, str]]:
    """Each line of the Spanish text with one of its figures changed: its number, the line and the other one."""
    lines = SPANISH.read_text(encoding="utf-8").split("\n")
    begin = lines.index("---", 1)
    for number, line in enumerate(lines[begin + 1 :], begin + 2):
        for figure in re.finditer(r"(?<![\^\[\w])\d+(?:\.\d+)*(?!\])", line):
            changed = f"{line[: figure.start()]}{_other(figure[0])}{line[figure.end() :]}"
            yield number, line, changed


def _other(figure: str) -> str:
    """Another figure that may stand in its place: of a time another, of a day one in the month."""
    last = figure[-1]
    return figure[:-1] + ("2" if last in "13456789" else "1")


def test_there_are_figures_to_change() -> None:
    assert len(list(_figures())) >= 25


@pytest.mark.parametrize(("line", "before", "after"), list(_figures()))
def test_a_changed_figure_is_found(line: int, before: str, after: str, assets: Assets, in_tmp: Path) -> None:
    text = SPANISH.read_text(encoding="utf-8")
    Path("es.md").write_text(text.replace(before, after, 1), encoding="utf-8")
    found = compared(str(FRENCH), "es.md", assets).findings
    assert found, after
    assert all(each.code in ("edition-figure", "edition-date", "edition-symbol") for each in found)
    begin = _block(text, line)
    assert {f"es.md:{begin}"} == {each.reason.rpartition(" at ")[2] for each in found}
    assert all(each.span.file == str(FRENCH) and each.span.line for each in found)


def _block(text: str, line: int) -> int:
    """The line on which the block begins that a line stands in."""
    lines = text.split("\n")
    while lines[line - 2].strip():
        line -= 1
    return line


SLIPS = {
    "another speaker": ("**La Sra. Tremblay**", "**La Sra. Trembley**", ["edition-speaker"]),
    "the Chair for a member": ("**El Sr. Okonjo** (Relator", "**El Presidente** (Relator", ["edition-speaker"]),
    "nobody for a speaker": ("**El Sr. Okonjo** dice que, según", "Dice que, según", ["edition-speaker"]),
    "another symbol": ("(CMW/C/GRK/CO/2)", "(CMW/C/GRK/CO/1)", ["edition-symbol"]),
    "another month": ("del 6 al 17 de abril de 2054", "del 6 al 17 de mayo de 2054", ["edition-date"]),
    "another time": ("a las 17.00 horas", "a las 17.10 horas", ["edition-figure"]),
    "a time on the cover": ("rose: 17:55", "rose: 18:05", ["edition-cover"]),
    "another day": ("held: 2053-12-05", "held: 2053-12-04", ["edition-cover"]),
    "a second Chair": ("chair: Ms. Halvorsen", "chair: [Ms. Halvorsen, Mr. Okonjo]", ["edition-cover"]),
    "a paragraph with another number": ("**La Sra. Tremblay**", "12. **La Sra. Tremblay**", ["edition-number"] * 4),
    "a figure in a cell": ("| 3.760 |", "| 3.670 |", ["edition-figure"]),
    "a heading of another level": ("# Cuestiones de org", "## Cuestiones de org", ["edition-paragraph"] * 2),
}


@pytest.mark.parametrize(("old", "new", "codes"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_one_edition_is_found(old: str, new: str, codes: list[str], assets: Assets, in_tmp: Path) -> None:
    text = SPANISH.read_text(encoding="utf-8")
    assert old in text
    Path("es.md").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [each.code for each in compared(str(FRENCH), "es.md", assets).findings] == codes


def test_each_paragraph_that_is_lost_is_named(assets: Assets, in_tmp: Path) -> None:
    text = SPANISH.read_text(encoding="utf-8")
    head, _, body = text.partition("\n---\n\n")
    blocks = body.split("\n\n")
    for lost, block in enumerate(blocks):
        if not block.startswith(("**", ">", "|", "-")) or "[^1]" in block:
            continue
        Path("es.md").write_text(f"{head}\n---\n\n" + "\n\n".join(blocks[:lost] + blocks[lost + 1 :]), encoding="utf-8")
        codes = [each.code for each in compared(str(FRENCH), "es.md", assets).findings]
        assert codes.count("edition-paragraph") == 1, block
        # Where a number is lost, those after it are others; nothing else is said of the texts.
        assert set(codes) <= {"edition-paragraph", "edition-number"}, block


def test_both_places_are_told_in_the_form_of_all_messages(in_tmp: Path) -> None:
    Path("fr.md").write_bytes(FRENCH.read_bytes())
    text = SPANISH.read_text(encoding="utf-8")
    Path("es.md").write_text(text.replace("de 41 Estados", "de 14 Estados"), encoding="utf-8")
    result = run("compare-editions", "fr.md", "es.md")
    assert result.exit_code == Exit.FAULT
    line = text[: text.index("de 41 Estados")].count("\n") + 1
    french = FRENCH.read_text(encoding="utf-8")
    place = french[: french.index("de 41 États")].count("\n") + 1
    assert result.stderr.splitlines() == [
        f"fr.md:{place}: warning: paragraph 6: 41 here, 14 at es.md:{line} [edition-figure]",
        "21 texts compared, 1 disagreement",
    ]
    told = json.loads(run("--json", "compare-editions", "fr.md", "es.md").stderr)
    assert (told["code"], told["file"], told["line"]) == ("edition-figure", "fr.md", place)


def test_two_meetings_and_one_language_are_refused(in_tmp: Path, sample: Path) -> None:
    other = run("--json", "compare-editions", str(sample.with_name("1956.md")), str(SPANISH))
    assert json.loads(other.stderr)["code"] == "other-record"
    same = run("--json", "compare-editions", str(sample), str(sample))
    assert json.loads(same.stderr)["code"] == "edition-language"


def test_gaps_are_told_once_and_not_compared(in_tmp: Path, sample: Path) -> None:
    Path("1960.md").write_bytes(sample.read_bytes())
    run("translate", "1960.md", "--to", "es")
    result = run("compare-editions", "1960.md", "1960.es.md")
    assert result.exit_code == Exit.DONE
    assert result.stderr.splitlines() == [
        "1960.es.md:21: warning: text: 16 texts are still to be written, and not compared [edition-gap]",
        "21 texts compared, 0 disagreements",
    ]


@pytest.mark.parametrize(
    ("code", "text", "symbols", "dates", "figures"),
    [
        ("en", "3,120 of 2.4 million (CMW/C/97/1*)", ["CMW/C/97/1"], [], ["3120", "2.4"]),
        ("fr", "3 120 sur 2,4 millions (CMW/C/97/1)", ["CMW/C/97/1"], [], ["3120", "2.4"]),
        ("es", "3.120 de 2,4 millones (CMW/C/97/1)", ["CMW/C/97/1"], [], ["3120", "2.4"]),
        ("ru", "3 120 из 2,4 миллиона (CMW/C/97/1)", ["CMW/C/97/1"], [], ["3120", "2.4"]),
        ("en", "on 13 December 2024 at 3 p.m. in 12 per cent", [], ["2024-12-13"], ["15:00", "12"]),
        ("fr", "le 13 décembre 2024 à 15 heures, 12 %", [], ["2024-12-13"], ["15:00", "12"]),
        ("es", "el 13 de diciembre de 2024 a las 15.00 horas, 12 %", [], ["2024-12-13"], ["15:00", "12"]),
        ("en", "resolution 107/214", [], [], ["107/214"]),
    ],
)
def test_marks_are_the_same_in_each_language(
    code: str, text: str, symbols: list[str], dates: list[str], figures: list[str], assets: Assets
) -> None:
    marks = marks_of(text, load_wording(code, assets))
    assert (list(marks.symbols), list(marks.dates), sorted(marks.figures)) == (symbols, dates, sorted(figures))
