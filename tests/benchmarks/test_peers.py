"""Documents of the same records by other programs: what precis takes of each, printed in one table.

`make benchmarks` installs Typst, Pandoc and docxtpl, pinned, in an environment of their own. Each program makes all
files at once in the way that suits it best; counted is the time of the cores, with that of the processes it starts. The
others set less than precis does (no house style, no corrections notice, no code), which favours them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

import precis
from precis.model import Block, Call, Footnote, Heading, Paragraph, Record, Run, plain
from tests.benchmarks.generated import generated_records
from tests.benchmarks.test_against import BYTECODE

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PEERS = ROOT / ".venv" / "peers" / "bin" / "python"
OFFICE = shutil.which("soffice")
RECORDS, ROUNDS = 40, 3

pytestmark = pytest.mark.benchmark(group="other programs")
peers = pytest.mark.skipif(not PEERS.exists(), reason="make benchmarks installs the other programs")
office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def table() -> Iterator[list[str]]:
    """The lines of the table, printed when all programs have run."""
    lines: list[str] = []
    yield lines
    print("\n\ndocuments and program        other s  precis s   ratio", *lines, "", sep="\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty records as sources, in the languages of the other programs, and as Word files of ours."""
    folder = tmp_path_factory.mktemp("peers")
    for name in ("md", "typ", "pandoc", "json", "docx"):
        (folder / name).mkdir()
    for number, record in enumerate(generated_records(RECORDS)):
        precis.write(record, folder / "md" / f"{number}.md")
        (folder / "typ" / f"{number}.typ").write_text(typst_of(record), encoding="utf-8")
        (folder / "pandoc" / f"{number}.md").write_text(pandoc_of(record), encoding="utf-8")
        (folder / "json" / f"{number}.json").write_text(json.dumps(filled_of(record)), encoding="utf-8")
    precis.build(sorted((folder / "md").iterdir()), folder / "docx", formats=["docx"])
    write_template(folder / "template.docx")
    return folder


def _title(record: Record) -> str:
    return f"Summary record of the {record.symbol} meeting"


def _notes(record: Record) -> dict[str, Footnote]:
    return {note.label: note for note in record.footnotes}


def _parts(block: Block, record: Record) -> Iterator[tuple[str, str]]:
    """The words of a heading or paragraph, each with how it is set; `note` for the words of a footnote."""
    assert isinstance(block, Heading | Paragraph)
    notes = _notes(record)
    for item in block.inlines:
        if isinstance(item, Run):
            yield ("bold" if item.bold else "italic" if item.italic else "plain"), item.text
        elif isinstance(item, Call):
            yield "note", plain(notes[item.label].inlines)


def _blocks(record: Record) -> Iterator[Heading | Paragraph]:
    return (block for block in record.blocks if isinstance(block, Heading | Paragraph))


def _text(record: Record, marks: Mapping[str, str], signs: str, heading: str) -> Iterator[str]:
    """The blocks of a record, their words in the marks of a language in which `signs` need a backslash."""
    for block in _blocks(record):
        words = "".join(
            marks[how].format(re.sub(signs, r"\\\g<0>", text.strip() if how in ("bold", "italic") else text))
            for how, text in _parts(block, record)
        )
        if isinstance(block, Heading):
            yield f"{heading} {words}"
        else:
            yield f"{block.number}\\. {words}" if block.number else words


def typst_of(record: Record) -> str:
    """The record in Typst's own marks."""
    marks = {"bold": "#strong[{}]", "italic": "#emph[{}]", "note": "#footnote[{}]", "plain": "{}"}
    lines = [
        f'#set document(title: "{_title(record)}")',
        '#set page(paper: "a4", numbering: "1")',
        '#set text(font: "Liberation Serif", size: 10pt, lang: "en")',
        f"= {_title(record)}",
    ]
    return "\n\n".join([*lines, *_text(record, marks, r"[\\#$*_`<>@\[\]=/~-]", "==")]) + "\n"


def pandoc_of(record: Record) -> str:
    """The record in Pandoc's Markdown."""
    marks = {"bold": "**{}**", "italic": "*{}*", "note": "^[{}]", "plain": "{}"}
    return "\n\n".join([f"# {_title(record)}", *_text(record, marks, r"[\\*_`\[\]<>^$~#@]", "##")]) + "\n"


def filled_of(record: Record) -> dict[str, object]:
    """What docxtpl fills its template with."""
    paragraphs = [
        " ".join(
            filter(None, (f"{number}." if (number := getattr(block, "number", None)) else "", plain(block.inlines)))
        )
        for block in _blocks(record)
    ]
    return {"title": _title(record), "paragraphs": paragraphs}


def write_template(path: Path) -> None:
    """A Word file with the marks of docxtpl: a title, and a paragraph for each of the record's."""
    import docx

    document = docx.Document()
    document.add_heading("{{ title }}", 1)
    for words in ("{%p for text in paragraphs %}", "{{ text }}", "{%p endfor %}"):
        document.add_paragraph(words)
    document.save(str(path))


def seconds(command: Sequence[str], at: Path) -> float:
    """The time of the cores that a command takes in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "PYTHONHASHSEED": "0", **BYTECODE}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(command, env=environment, cwd=at, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{command} failed"
    return used.ru_utime + used.ru_stime


def compare(name: str, other: Sequence[str], form: str, folder: Path, table: list[str]) -> None:
    """Run the other program and precis in turn, and note the median of both."""
    ours = [sys.executable, "-m", "precis", "build", "md", "--to", form, "-o", "out", "--force"]
    taken = [(seconds(other, folder), seconds(ours, folder)) for _ in range(ROUNDS)]
    theirs, own = (sorted(each)[ROUNDS // 2] for each in zip(*taken, strict=True))
    table.append(f"{name:26}  {theirs:8.2f} {own:9.2f} {own / theirs:7.2f}")


def named(folder: Path, name: str, ending: str) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in (folder / name).glob(f"*.{ending}"))


@cache
def pandoc() -> str:
    return subprocess.check_output(
        [PEERS, "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"], text=True
    ).strip()


@peers
def test_typst(benchmark, folder: Path, table: list[str]) -> None:
    """PDF/A-2a and PDF/UA-1 of the same text, all files in one process."""
    command = [str(PEERS), str(HERE / "peers" / "by_typst.py"), *named(folder, "typ", "typ")]
    benchmark.pedantic(compare, ("PDF, Typst", command, "pdf", folder, table), rounds=1)
    assert len(named(folder, "typ", "pdf")) == RECORDS


@office
def test_libreoffice(benchmark, folder: Path, table: list[str]) -> None:
    """PDF of our Word files, all in one process."""
    profile = (folder / "profile").as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", "office"]
    command += named(folder, "docx", "docx")
    benchmark.pedantic(compare, ("PDF, LibreOffice", command, "pdf", folder, table), rounds=1)
    assert len(named(folder, "office", "pdf")) == RECORDS


@peers
def test_pandoc(benchmark, folder: Path, table: list[str]) -> None:
    """Word files of the same text, a process each: Pandoc makes one file of all that it is given."""
    each = 'for file in pandoc/*.md; do "$0" "$file" -o "${file%.md}.docx" || exit 1; done'
    benchmark.pedantic(compare, ("DOCX, Pandoc", ["sh", "-c", each, pandoc()], "docx", folder, table), rounds=1)
    assert len(named(folder, "pandoc", "docx")) == RECORDS


@peers
def test_docxtpl(benchmark, folder: Path, table: list[str]) -> None:
    """Word files of a template that is filled with the same paragraphs, all in one process."""
    command = [str(PEERS), str(HERE / "peers" / "by_docxtpl.py"), "template.docx", *named(folder, "json", "json")]
    benchmark.pedantic(compare, ("DOCX, docxtpl", command, "docx", folder, table), rounds=1)
    assert len(named(folder, "json", "docx")) == RECORDS
