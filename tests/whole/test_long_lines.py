"""Long odd lines through every command: they take little longer than plain words, or are refused.

`PRECIS_BUDGET=40` tries lines of a thousand to a million characters.
"""

from __future__ import annotations

import contextlib
import html
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from precis.cli import main
from tests.conftest import LONG, ROOT
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
OPENING = "The meeting was called to order at 3.05 p.m."
PLAIN = "The Committee noted the report of the State party with interest. "
MORE = 2.0
"""Seconds of processor time that a line may take more than a plain one."""

FRONT = "---\nsymbol: CMW/C/SR.1953\nsession: 97\nheld: 2053-11-25 15:00\n---\n\n# One\n\n"
SIZES = (1_000, 10_000, 90_000, 1_000_000) if LONG else (10_000,)
"""Up to the longest lines that a source may have, and one that is refused."""


@dataclass(frozen=True)
class Command:
    """The words of a command line, the files that it reads, and what is run before it, in a folder with them."""

    words: str
    files: Callable[[str], Mapping[str, str]]
    before: str = ""


def _line(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _source(line: str, front: str = FRONT) -> str:
    return f"{front}**Ms. Duquesne** said {line} so.\n\n**Mr. Okonjo** thanked her.\n"


def _in_a_source(line: str) -> dict[str, str]:
    return {"given/a.md": _source(line)}


def _in_every_place(line: str) -> dict[str, str]:
    """The line as a value, a heading, an item, a quotation, a cell, a speaker and a note."""
    item = f"- {line}\n\n> {line}\n\n| a | b |\n| --- | --- |\n| {line} | c |"
    text = f"## {line}\n\nOf it.[^1]\n\n{item}\n\n**Ms. {line}** said so.\n\n[^1]: {line}\n"
    return {"given/a.md": FRONT.replace("session: 97", f"session: 97\nplace: {line}") + text}


def _in_two_records(line: str) -> dict[str, str]:
    half = len(line) // 2
    return _in_a_source(line) | {"b.md": _source(f"{line[:half]} more {line[half:]} again")}


def _in_two_editions(line: str) -> dict[str, str]:
    return _in_a_source(line) | {"b.md": _source(line, FRONT.replace("session", "language: fr\nsession"))}


def _in_corrections(line: str) -> dict[str, str]:
    quoted = line.replace("\\", "\\\\")
    done = (
        f'- Paragraph 1: at the end insert "{quoted}"\n- Paragraph 2: insert after it:\n\n  **Ms. Kim** said {line} so.'
    )
    front = "document: corrections\nrecord: a.md\nrequested_by: Ruritania\nrequested_on: 2053-12-12"
    return {"a.md": _source("that it was"), "c.md": f"---\n{front}\n---\n\n{done}\n"}


def _in_takes(line: str) -> dict[str, str]:
    front = "---\ndocument: take\ntake: {}\nsymbol: CMW/C/SR.1953\n---\n\n"
    return {"a.md": _source(line, front.format(1)), "b.md": _source("that it was", front.format(2))}


def _in_a_text(line: str) -> dict[str, str]:
    return {
        "a.txt": "\n".join(COVER) + f"\n{OPENING}\n\nOrganizational matters\n\n1. Ms. Duquesne spoke.\n\n2. {line}\n"
    }


def _in_a_web_page(line: str) -> dict[str, str]:
    said = html.escape(line)
    cover = "".join(f"<p>{words}</p>" for words in COVER)
    text = f"<p>{OPENING}</p><h2>{said}</h2><p>1. {said}</p><ul><li>{said}</li></ul>"
    return {"a.html": f"<html><body>{cover}{text}</body></html>"}


def _in_json(line: str) -> dict[str, str]:
    runs = [{"text": line, "bold": True}, {"text": line}]
    blocks = [{"level": 1, "inlines": runs}, {"number": 1, "inlines": runs}]
    return {"a.json": json.dumps({"symbol": "CMW/C/SR.1953", "session": 97, "blocks": blocks})}


def _in_a_house(line: str) -> dict[str, str]:
    style = (ROOT / "templates" / "houses" / "geneva" / "style.toml").read_text(encoding="utf-8")
    changed = style.replace('font = "Times New Roman"', f"font = {json.dumps(line, ensure_ascii=False)}")
    return _in_a_source("so") | {"templates/houses/geneva/style.toml": changed}


COMMANDS = {
    "build": Command("build given/a.md -o out --to html,docx,akn", _in_a_source),
    "build all places": Command("build given/a.md -o out --to html", _in_every_place),
    "build in a house": Command("build given/a.md -o out --to html --templates templates", _in_a_house),
    "check": Command("check given/a.md", _in_a_source),
    "parse": Command("parse a.txt", _in_a_text),
    "parse alone": Command("parse a.txt", lambda line: {"a.txt": f"{line}x"}),
    "parse a web page": Command("parse a.html", _in_a_web_page),
    "parse JSON": Command("parse a.json", _in_json),
    "correct": Command("correct given/a.md b.md", _in_two_records),
    "memorandum": Command("memorandum c.md --to html -o out", _in_corrections),
    "corrigendum": Command("corrigendum c.md --to html -o out", _in_corrections),
    "reissue": Command("reissue c.md --to html -o out", _in_corrections),
    "digest": Command("digest given -o out --to html", _in_a_source),
    "brief": Command("brief given -o out --to html", _in_a_source),
    "export": Command("export given -o out", _in_a_source),
    "index": Command("index given -o precis.index", _in_a_source),
    "search": Command("search LINE", _in_a_source, before="index given"),
    "precedents": Command("precedents LINE", _in_a_source, before="index given"),
    "translate": Command("translate given/a.md --to fr", _in_a_source),
    "compare-editions": Command("compare-editions given/a.md b.md", _in_two_editions),
    "join": Command("join a.md b.md", _in_takes),
    "draft": Command("draft CMW/C/SR.1954 --place LINE", _in_a_source),
    "draft after": Command("draft CMW/C/SR.1954 --after given/a.md", _in_every_place),
}


def _put(command: Command, line: str, folder: Path) -> None:
    for name, text in command.files(line).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")


def _seconds(command: Command, line: str, folder: Path) -> float:
    _put(command, line, folder)
    with contextlib.chdir(folder):
        if command.before:
            CliRunner().invoke(main, command.before.split())
        words = [line if word == "LINE" else word for word in command.words.split()]
        start = time.process_time()
        result = CliRunner().invoke(main, words)
        taken = time.process_time() - start
    assert result.exception is None or isinstance(result.exception, SystemExit), (words[0], result.exception)
    return taken


def _slow(shapes: Sequence[str], name: str, size: int, folder: Path) -> dict[str, float]:
    """The shapes whose line takes too long, with their seconds."""
    command = COMMANDS[name]
    _seconds(command, PLAIN, folder / "loads")
    plain = _seconds(command, _line(PLAIN, size), folder / "plain")
    taken = {shape: _seconds(command, _line(SHAPES[shape], size), folder / shape) for shape in shapes}
    return {shape: seconds for shape, seconds in taken.items() if seconds > plain + MORE}


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("command", COMMANDS)
def test_long_lines(command: str, size: int, tmp_path: Path) -> None:
    assert not _slow(tuple(SHAPES), command, size, tmp_path)


def _told(name: str, line: str, folder: Path) -> Result:
    _put(COMMANDS[name], line, folder)
    with contextlib.chdir(folder):
        return CliRunner().invoke(main, COMMANDS[name].words.split())


def test_a_line_too_long_for_any_record_is_told_at_once(tmp_path: Path) -> None:
    result = _told("check", _line(PLAIN, 200_000), tmp_path)
    assert result.exit_code == 1
    assert "given/a.md:9" in result.stdout
    assert "the line has 200,026 characters; a text of a record has fewer than 100,000" in result.stdout


def test_a_text_too_long_to_compare_is_told_with_its_line(tmp_path: Path) -> None:
    result = _told("correct", _line(PLAIN, 30_000), tmp_path)
    assert result.exit_code == 1
    assert "given/a.md:9: error: the text 'Ms. Duquesne said The Committe …' has 30,02" in result.stderr
    assert "part it into paragraphs [text-long]" in result.stderr


def test_a_search_for_a_whole_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()
    with contextlib.chdir(tmp_path):
        result = CliRunner().invoke(main, ["search", _line(PLAIN, 10_000)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there are 1,693 words to look for; write at most 200 words, such as a sentence" in result.stderr
