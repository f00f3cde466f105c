"""Long odd lines through every command: they take little longer than plain words, or are refused."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from precis.cli import main
from tests.trials.made import COVER

SHAPES = {
    "blanks": " ", "tabs": "\t", "returns": "\r", "no-break blanks": "\u00a0", "blanks behind a letter": "a  ",
    "bars": "|", "stars": "*", "double stars": "** ", "bold letters": "**a", "carets": "^", "underlines": "_",
    "brackets": "[", "calls without an end": "[^", "calls": "[^1]", "links without an end": "[a](", "closers": "]",
    "parentheses": "(", "titles": "Mr. ", "figures": "7", "commas": ",", "hyphens": "-", "halves of words": "a-",
    "quotations": ">", "hashes": "#", "backslashes": "\\", "marks of no number": "{-} ", "stops": ".",
    "stops apart": ". ", "accents": "\u0301", "letters": "a", "initials": "A. ", "symbols": "CMW/C/SR.1 ",
    "numbers of paragraphs": "1. ", "comments": "<!-- ", "quotation marks": "“", "no width": "\u200b",
    "short words": "The ", "gaps": "[…] ", "bold names": "**Ms. A** ",
}  # fmt: skip
PLAIN = "The Committee noted the report of the State party with interest. "
COMMANDS = ("build", "check", "parse", "parse alone", "correct", "digest", "brief")
MORE = 2.0
"""Seconds of processor time that a line may take more than a plain one."""

FRONT = "---\nsymbol: CMW/C/SR.1953\nsession: 97\nheld: 2053-11-25 15:00\n---\n\n# One\n\n"
SIZES = (1_000, 90_000, 1_000_000) if int(os.environ.get("PRECIS_BUDGET", "1")) > 1 else (1_000,)
"""Of the longest lines that a source may have, and of one that is refused."""


def _line(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _source(line: str) -> str:
    return f"{FRONT}**Ms. Duquesne** said {line} so.\n\n**Mr. Okonjo** thanked her.\n"


def _words(command: str, line: str, folder: Path) -> list[str]:
    """The words of a command line, and the files it reads."""
    files = {"given/a.md": _source(line)}
    if command == "correct":
        half = len(line) // 2
        files["b.md"] = _source(f"{line[:half]} more {line[half:]} again")
    elif command == "parse":
        opening = "The meeting was called to order at 3.05 p.m.\n\nOrganizational matters"
        files = {"a.txt": "\n".join(COVER) + f"\n{opening}\n\n1. Ms. Duquesne spoke.\n\n2. {line}\n"}
    elif command == "parse alone":
        files = {"a.txt": f"{line}x"}
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    out = ["-o", str(folder / "out"), "--to", "html"]
    return {
        "build": ["build", str(folder / "given/a.md"), *out],
        "check": ["check", str(folder / "given/a.md")],
        "correct": ["correct", str(folder / "given/a.md"), str(folder / "b.md")],
        "digest": ["digest", str(folder / "given"), *out],
        "brief": ["brief", str(folder / "given"), *out],
    }.get(command, ["parse", str(folder / "a.txt")])


def _seconds(command: str, line: str, folder: Path) -> float:
    folder.mkdir()
    words = _words(command, line, folder)
    start = time.process_time()
    result = CliRunner().invoke(main, words)
    taken = time.process_time() - start
    assert result.exception is None or isinstance(result.exception, SystemExit), (command, result.exception)
    return taken


def _slow(shapes: Sequence[str], command: str, size: int, folder: Path) -> dict[str, float]:
    """The shapes whose line takes too long, with their seconds."""
    _seconds(command, PLAIN, folder / "loads")
    plain = _seconds(command, _line(PLAIN, size), folder / "plain")
    taken = {name: _seconds(command, _line(SHAPES[name], size), folder / name) for name in shapes}
    return {name: seconds for name, seconds in taken.items() if seconds > plain + MORE}


@pytest.mark.parametrize("command", COMMANDS)
def test_long_lines(command: str, tmp_path: Path) -> None:
    assert not _slow(tuple(SHAPES), command, 10_000, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", SHAPES)
def test_longer_lines(command: str, name: str, tmp_path: Path) -> None:
    for size in SIZES:
        (tmp_path / str(size)).mkdir()
        assert not _slow((name,), command, size, tmp_path / str(size))


def test_a_line_too_long_for_any_record_is_told_at_once(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, _words("check", _line(PLAIN, 200_000), tmp_path))
    assert result.exit_code == 1
    assert "given/a.md:9" in result.stdout
    assert "the line has 200,026 characters; a text of a record has fewer than 100,000" in result.stdout


def test_a_text_too_long_to_compare_is_told_with_its_line(tmp_path: Path) -> None:
    words = _words("correct", _line(PLAIN, 30_000), tmp_path)
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 1
    assert "given/a.md:9: error: the text 'Ms. Duquesne said The Committe …' has 30,02" in result.stderr
    assert "part it into paragraphs [text-long]" in result.stderr
