"""A record whose text has no paragraph numbers: they are counted, and every reference to one says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from precis.cli import main
from tests.support.sessions import SAMPLE_SESSION

CITED = re.compile(r'title="[^"]*, paragraphs? ([^"]+)"')
COUNTED = re.compile(r"\[\d+\](?:–\[\d+\])?")
_COVER = """CMW/C/SR.1952

Summary record of the 1952nd meeting

Held at the Palais des Nations, Geneva, on Tuesday, 25 November 2053, at 10 a.m.

Chair: Ms. Halvorsen

The meeting was called to order at 10 a.m.
"""


def run(*words: str, code: int = 0) -> None:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == code, result.output


def published(*, numbered: bool) -> str:
    """The record of a dialogue as a published text, with its numbers or without."""
    _, _, body = (SAMPLE_SESSION / "1952.md").read_text(encoding="utf-8").split("---\n", 2)
    blocks, number = [], 0
    for block in body.strip().split("\n\n"):
        if block.startswith(("#", ">", "- ", "|")) or block.endswith("{-}"):
            blocks.append(block.removesuffix(" {-}"))
        else:
            number += 1
            blocks.append(f"{number}. {block}" if numbered else block)
    return "\n\n".join([_COVER.strip(), *blocks, "The meeting rose at 1 p.m."]) + "\n"


def as_html(text: str) -> str:
    paragraphs = (re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", part.lstrip("# ")) for part in text.strip().split("\n\n"))
    return f"<html><body>{''.join(f'<p>{part}</p>' for part in paragraphs)}</body></html>"


def read_before(name: str) -> None:
    """Put the source or JSON `name` into the folder, as `parse` makes it of the text."""
    Path("published.txt").write_text(published(numbered=False), encoding="utf-8")
    run("parse", "published.txt", "-o", f"97/{name}", code=3)


FORMS: dict[str, Callable[[], object]] = {
    "text": lambda: Path("97/1952.txt").write_text(published(numbered=False), encoding="utf-8"),
    "a web page": lambda: Path("97/1952.html").write_text(as_html(published(numbered=False)), encoding="utf-8"),
    "the source of a text": lambda: read_before("1952.md"),
    "the JSON of a text": lambda: read_before("1952.json"),
}


@pytest.fixture(params=FORMS)
def record(in_tmp: Path, request: pytest.FixtureRequest) -> str:
    """The file of a record without paragraph numbers, alone in its folder."""
    Path("97").mkdir()
    FORMS[request.param]()
    (file,) = Path("97").iterdir()
    return str(file)


def page_of(folder: str = ".") -> str:
    (page,) = Path(folder).glob("*.html")
    return page.read_text(encoding="utf-8")


def cited(page: str) -> list[str]:
    """The numbers of the paragraphs that references lead to."""
    return CITED.findall(page)


def test_numbers_that_stand_there_are_cited_as_they_stand(in_tmp: Path) -> None:
    Path("97").mkdir()
    Path("97/1952.txt").write_text(published(numbered=True), encoding="utf-8")
    run("digest", "97", "--to", "html")
    found = cited(page_of())
    assert found and not any("[" in each for each in found)


@pytest.mark.parametrize("words", [("digest", "97"), ("brief", "97"), ("brief", "record")], ids=" ".join)
def test_numbers_that_were_counted_are_cited_as_counted(record: str, words: tuple[str, str]) -> None:
    command, of = words
    run(command, of.replace("record", record), "--to", "html")
    found = cited(page_of())
    assert found and all(COUNTED.fullmatch(each) for each in found), found


def test_an_edited_digest_keeps_what_was_counted(record: str) -> None:
    run("digest", "97", "--source", "digest.md")
    source = Path("digest.md").read_text(encoding="utf-8").replace("\\", "")
    assert ", para. [" in source
    assert not re.search(r"para\. \d", source)
    run("build", "digest.md", "--to", "html")
    found = cited(page_of())
    assert found and all(COUNTED.fullmatch(each) for each in found)


def test_a_source_keeps_that_its_numbers_were_counted(in_tmp: Path) -> None:
    Path("97").mkdir()
    read_before("1952.md")
    assert "\nnumbers: counted\n" in Path("97/1952.md").read_text(encoding="utf-8")
    run("parse", "97/1952.md", "-o", "again.md")
    assert "\nnumbers: counted\n" in Path("again.md").read_text(encoding="utf-8")
