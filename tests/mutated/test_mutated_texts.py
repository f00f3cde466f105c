"""Texts of ours, changed by chance, through the command that reads them: read, or told what is wrong; nothing is lost.

`PRECIS_BUDGET=40` changes two thousand files of each kind.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from types import MappingProxyType

import pytest
from click.testing import CliRunner
from lxml import etree, html

import precis
from precis.assets import shipped
from precis.cli import main
from precis.model import PrecisError, Reading
from precis.reading.files import read_file
from precis.source.record import print_record
from tests.conftest import LONG, ROOT
from tests.mutated.texts import mutated
from tests.support.lost import kept, letters, lost

COUNT = 2_000 if LONG else 4
SHOWN: Mapping[str, Sequence[int]] = MappingProxyType({"digest": (20173,)})
"""The numbers that showed a fault once; they are always run."""
SESSION = ROOT / "records" / "cmw" / "97"
RECORD = SESSION / "1960.md"

CORRECTIONS = """---
document: corrections
record: record.md
symbol: CMW/C/SR.1960
requested_by: Permanent Mission of Graustark
requested_on: 2053-12-12
---

- Cover, rose: for "17:55" read "17:50"
- Paragraph 2, sentence 1: for "welcomed" read "noted"
- Paragraph 4: insert after it:

  **Ms. Kim** thanked the Chair.

- Renumber the paragraphs
"""


def _command(*words: str | Path) -> bool:
    """Run a command: it ends well, or it tells what is wrong; it never breaks. Whether it ended well."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1, 3) and (result.exit_code == 0 or result.output), result.output
    return result.exit_code != 1


def _read(text: str, path: Path) -> Reading | None:
    """What a file of the text is read as; None where it is refused, by faults that say so."""
    path.write_text(text, encoding="utf-8", newline="")
    try:
        return read_file(path, shipped())
    except PrecisError as error:
        assert all(fault.code and fault.message for fault in error.faults)
        return None


def _parse(text: str, folder: Path, form: str) -> bool:
    """Read a source or JSON: its letters are in the record that it is, or it is told what is wrong."""
    reading = _read(text, folder / f"record.{form}")
    if reading is None:
        return False
    if form == "md" and not text.startswith("---\n"):
        assert lost(text, reading, shipped()) == "", "without its front matter a source is read as a published text"
        return True
    told = "".join(finding.old for finding in reading.findings)
    kept = Counter(letters(print_record(reading.record) + told))
    assert not Counter(letters(_words(text, form))) - kept
    return True


def _words(text: str, form: str) -> str:
    """The words of the text of a source or of JSON, without the front matter and what a source only comments."""
    if form == "json":
        return "".join(_texts(json.loads(text).get("blocks", [])))
    body = re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL)
    return re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [value["text"]] if isinstance(value.get("text"), str) else _texts(list(value.values()))
    return [word for each in value for word in _texts(each)] if isinstance(value, list) else []


def _told(text: str, words: Callable[[str], str], folder: Path, name: str) -> bool:
    """Read a text or XML: its letters are in what a document of the record prints or in a finding, or it is refused."""
    reading = _read(text, folder / name)
    if reading is None:
        return False
    findings = "".join(letters(each.old) for each in reading.findings)
    assert not Counter(_plainly(words(text))) - (Counter(_plainly(findings)) + _kept(reading))
    return True


def _kept(reading: Reading) -> Counter[str]:
    return Counter(_plainly("".join(kept(reading, shipped()).elements())))


def _plainly(words: str) -> str:
    return letters(unicodedata.normalize("NFKD", words))


def _text(text: str, folder: Path) -> bool:
    return _told(text, str, folder, "record.txt")


def _akn(text: str, folder: Path) -> bool:
    return _told(text, _of_akn, folder, "record.xml")


def _of_akn(text: str) -> str:
    """The words of the body of an XML that is read, so that it is sound."""
    body = etree.fromstring(text.encode()).find(".//{*}mainBody")
    return "".join(body.itertext("{*}*")) if body is not None else ""


def _source(text: str, folder: Path) -> bool:
    return _parse(text, folder, "md")


def _json(text: str, folder: Path) -> bool:
    return _parse(text, folder, "json")


def _corrections(text: str, folder: Path) -> bool:
    (folder / "record.md").write_bytes(RECORD.read_bytes())
    (folder / "corrections.md").write_text(text, encoding="utf-8", newline="")
    return _command(
        "reissue", folder / "corrections.md", "--on", "2054-01-10", "--to", "html", "-o", folder / "out", "--force"
    )


def _session(text: str, folder: Path) -> bool:
    (folder / "records").mkdir(exist_ok=True)
    (folder / "records" / "1960.md").write_bytes(RECORD.read_bytes())
    (folder / "records" / "session.md").write_text(text, encoding="utf-8", newline="")
    return _command("digest", folder / "records", "--to", "html", "-o", folder / "out", "--force")


def _digest(text: str, folder: Path) -> bool:
    (folder / "records").mkdir(exist_ok=True)
    (folder / "records" / "1960.md").write_bytes(RECORD.read_bytes())
    (folder / "records" / "digest.md").write_text(text, encoding="utf-8", newline="")
    return _command("build", folder / "records" / "digest.md", "--to", "html", "-o", folder / "out", "--force")


def _house(text: str, folder: Path) -> bool:
    # Each in a folder of its own: files of templates are read once in a run.
    templates = Path(mkdtemp(dir=folder))
    place = templates / "houses" / "geneva"
    place.mkdir(parents=True)
    (place / "style.toml").write_text(text, encoding="utf-8", newline="")
    return _command("build", RECORD, "--to", "html,docx", "-o", folder / "out", "--templates", templates, "--force")


KINDS: Mapping[str, Callable[[str, Path], bool]] = MappingProxyType(
    {
        "source": _source,
        "text": _text,
        "AKN": _akn,
        "JSON": _json,
        "corrections": _corrections,
        "session": _session,
        "digest": _digest,
        "house": _house,
    }
)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A sound text of each kind."""
    folder = tmp_path_factory.mktemp("texts")
    (folder / "1960.md").write_bytes(RECORD.read_bytes())
    _command("digest", folder, "--source", folder / "digest.md")
    precis.write(precis.read(RECORD).record, folder / "record.json")
    _command("build", RECORD, "--to", "html,akn", "-o", folder)
    page = html.document_fromstring((folder / "CMW_C_SR.1960-en.html").read_bytes())
    blocks = (" ".join(each.text_content().split()) for each in page.iter("p", "h1", "h2", "h3", "h4", "li"))
    (folder / "record.txt").write_text("\n\n".join(blocks), encoding="utf-8")
    files = {
        "source": RECORD,
        "text": folder / "record.txt",
        "AKN": folder / "CMW_C_SR.1960-en.xml",
        "JSON": folder / "record.json",
        "session": SESSION / "session.md",
        "digest": folder / "digest.md",
        "house": ROOT / "templates" / "houses" / "geneva" / "style.toml",
    }
    return {"corrections": CORRECTIONS} | {kind: path.read_text(encoding="utf-8") for kind, path in files.items()}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_changed_texts_are_read_or_told(kind: str, texts: dict[str, str], tmp_path: Path) -> None:
    assert KINDS[kind](texts[kind], tmp_path)
    read = 0
    for number in dict.fromkeys((*range(COUNT), *SHOWN.get(kind, ()))):
        text = mutated(texts[kind], Random(number))
        try:
            read += KINDS[kind](text, tmp_path)
        except Exception as error:
            raise AssertionError(f"{kind} {number}:\n{text}") from error
    assert COUNT < 100 or 0 < read < COUNT, "some are read, and of some it is told what is wrong"
