"""The source of a digest at the desk: each sentence with its references, and those that no longer hold."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from precis.desk.digest import digest_looked, digest_source, digest_sources
from precis.desk.folder import Folder, OutsideError
from precis.model import PrecisError
from precis.tasks.build import build
from precis.tasks.rendering import Settings
from tests.desk.server import SAMPLES

HTML = Settings(formats=("html",))


@pytest.fixture
def folder(in_tmp: Path) -> Path:
    """The sample session with the source of its digest, as the desk writes it."""
    own = in_tmp / "97"
    shutil.copytree(SAMPLES, own)
    assert digest_source(own, "digest.md", HTML, "en")["written"] == ["digest.md"]
    return own


def text_in(own: Path, name: str = "digest.md") -> str:
    return (own / name).read_text(encoding="utf-8")


def change(own: Path, name: str, old: str, new: str) -> None:
    text = text_in(own, name)
    assert text.count(old) == 1
    (own / name).write_text(text.replace(old, new), encoding="utf-8")


def look(own: Path, text: str | None = None) -> dict[str, Any]:
    return digest_looked(own, "digest.md", text_in(own) if text is None else text, HTML)


def sentences(looked: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for sheet in looked["sheets"] for section in sheet["sections"] for each in section["sentences"]]


def test_the_source_is_written_as_the_command_writes_it(folder: Path) -> None:
    from click.testing import CliRunner

    from precis.cli import main

    words = ["digest", str(folder), "--source", str(folder / "other.md")]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert text_in(folder, "other.md") == text_in(folder).replace("file: digest", "file: other")
    assert list(digest_sources(Folder(folder), HTML.assets)) == ["digest.md", "other.md"]


def test_a_source_that_is_there_is_not_written_over(folder: Path) -> None:
    (folder / "digest.md").write_text(text_in(folder) + "\nMine.\n", encoding="utf-8")
    with pytest.raises(PrecisError) as caught:
        digest_source(folder, "digest.md", HTML, "en")
    assert [fault.code for fault in caught.value.faults] == ["file-there"]
    assert text_in(folder).endswith("Mine.\n")


def test_every_sentence_has_its_references_and_its_line(folder: Path) -> None:
    looked, rows = look(folder), text_in(folder).split("\n")
    assert looked["told"] == []
    called = [label for each in sentences(looked) for label in each["references"]]
    assert set(called) == set(looked["references"]) == set(re.findall(r"^\[\^([\w.-]+)\]:", text_in(folder), re.M))
    for each in sentences(looked):
        for label in each["references"][:1]:
            assert f"[^{label}]" in rows[each["line"] - 1]
        words = re.sub(r"<[^>]+>", "", each["html"]).split(" · ")[0]
        assert words[:20].replace("&amp;", "&").replace("*", "") in re.sub(r"[*\\]", "", rows[each["line"] - 1])


def test_a_reference_gives_the_words_of_its_paragraph(folder: Path) -> None:
    one = look(folder)["references"]["1960.6"]
    assert (one["short"], one["path"], one["paragraph"], one["holds"]) == ("60:6", "1960.md", 6, True)
    assert one["where"] == "CMW/C/SR.1960, para. 6" and one["changed"] == []
    (text,) = one["texts"]
    words = "the delegations of Borduria and Ruritania and had adopted"
    assert words in text and text.count("<mark>") >= 1


def test_a_sentence_that_no_longer_holds_has_the_old_and_the_new_words(folder: Path) -> None:
    change(folder, "1960.md", "of Borduria and Ruritania and", "of Borduria and Syldavia and")
    text = text_in(folder)
    looked = look(folder)
    broken = {label: each for label, each in looked["references"].items() if not each["holds"]}
    assert list(broken) == ["1960.6"]
    (changed,) = broken["1960.6"]["changed"]
    assert "Borduria and Ruritania and had adopted" in changed["old"]
    assert "Borduria and Syldavia and had adopted" in changed["new"]
    (told,) = looked["told"]
    assert (told["code"], told["level"]) == ("reference-words", "error")
    assert text.split("\n")[told["line"] - 1].startswith("[^1960.6]:")
    fix = changed["fix"]
    mended = text[: fix["from"]] + fix["insert"] + text[fix["to"] :]
    assert text[fix["from"] : fix["to"]] == changed["old"]
    assert look(folder, mended)["told"] == [] and all(
        each["holds"] for each in look(folder, mended)["references"].values()
    )
    (folder / "digest.md").write_text(mended, encoding="utf-8")
    assert build([str(folder / "digest.md")], folder.parent / "out", HTML).paths


def test_a_paragraph_that_is_gone_is_told(folder: Path) -> None:
    looked = look(folder, text_in(folder).replace("CMW/C/SR.1960, para. 6:", "CMW/C/SR.1960, para. 600:"))
    one = looked["references"]["1960.6"]
    assert not one["holds"] and one["texts"] == []
    assert [each["code"] for each in looked["told"]] == ["reference-paragraph"]


def test_a_statement_without_a_reference_is_told_at_its_line(folder: Path) -> None:
    text = text_in(folder).replace("\n## Findings", "\nThis was never said.\n\n## Findings", 1)
    (told,) = look(folder, text)["told"]
    assert (told["code"], text.split("\n")[told["line"] - 1]) == ("no-reference", "This was never said.")


def test_a_reference_without_a_note_is_followed_as_well(folder: Path) -> None:
    text = text_in(folder).replace("\n## Findings", "\nMuch was said.[^1952.4-6]\n\n## Findings", 1)
    looked = look(folder, text)
    (sentence,) = [each for each in sentences(looked) if each["html"] == "Much was said."]
    assert sentence["references"] == ["1952.4", "1952.5", "1952.6"]
    assert all(looked["references"][label]["texts"] for label in sentence["references"])


def test_a_text_that_is_no_digest_is_told_with_its_lines(folder: Path) -> None:
    looked = look(folder, text_in(folder).replace("{findings}", "{finding}", 1))
    assert looked["sheets"] is None and [each["code"] for each in looked["told"]] == ["section-kind"]


def test_a_record_that_cannot_be_read_is_told_with_its_name(folder: Path) -> None:
    change(folder, "1952.md", "symbol: CMW/C/SR.1952", "symbol: nothing")
    looked = look(folder)
    assert looked["sheets"] is None and {each["path"] for each in looked["told"]} == {"1952.md"}


def test_records_outside_the_folder_are_not_read(folder: Path) -> None:
    with pytest.raises(OutsideError):
        look(folder, text_in(folder).replace("records: .", "records: ../../etc", 1))


def test_words_of_a_record_are_text_and_nothing_else(folder: Path) -> None:
    change(folder, "1960.md", "of Borduria and Ruritania and", "of <script>x()</script> and")
    one = look(folder)["references"]["1960.6"]
    assert "&lt;script&gt;" in one["texts"][0] and "<script>" not in str(one["texts"])
