"""The source of a digest: prose with short marks, built again to the same bytes, each reference followed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from precis.assets import Assets
from precis.cli import main
from precis.documents.session.check import checked, without_reference
from precis.documents.session.paper import Look
from precis.documents.session.source import print_paper, read_paper
from precis.model import Call, List, PrecisError, Run, Table, plain
from precis.tasks.build import build
from precis.tasks.digest import digest_text
from precis.tasks.rendering import Settings
from precis.writers.style import HouseStyle
from tests.support.papers import NAMES, gathered, paper
from tests.support.sessions import SAMPLE_SESSION
from tests.support.told import errors, told


@pytest.mark.parametrize("name", NAMES)
def test_a_source_reads_as_it_was_written(name: str) -> None:
    assert read_paper(print_paper(paper(name)), "x.md").paper == paper(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_has_a_reference(name: str) -> None:
    assert [str(each) for each in without_reference(read_paper(print_paper(paper(name)), "x.md"))] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_to_its_words(name: str, assets: Assets) -> None:
    own = gathered(SAMPLE_SESSION / f"{name}.md") if name.isdigit() else gathered()
    source = read_paper(print_paper(paper(name)), "x.md")
    assert source.paper.cited
    assert checked(source, own.facts, assets) == paper(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_paragraph_has_one_note(name: str) -> None:
    text = print_paper(paper(name))
    labels = re.findall(r"^\[\^([\w.-]+)\]:", text, re.MULTILINE)
    assert len(labels) == len(set(labels)) == len(paper(name).cited)
    assert set(re.findall(r"\[\^([\w.-]+)\](?!:)", text)) == set(labels)


@pytest.fixture
def edited(tmp_path: Path, style: HouseStyle, assets: Assets) -> Path:
    """A copy of the sample's records, with the source of their digest beside them."""
    folder = tmp_path / "97"
    shutil.copytree(SAMPLE_SESSION, folder)
    target = tmp_path / "digest.md"
    target.write_text(digest_text(str(folder), target, style, assets)[0], encoding="utf-8")
    return target


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def built(source: Path, folder: Path, *formats: str) -> tuple[list[Path], list[str]]:
    made = build([str(source)], folder, Settings(formats=formats or ("html",)))
    return list(made.paths), [str(each) for each in made.warnings]


def page_of(edited: Path) -> str:
    (path,), _ = built(edited, edited.parent / "out")
    return path.read_text(encoding="utf-8")


def run(*words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == code, result.output
    return result


def test_building_it_again_changes_nothing(edited: Path) -> None:
    run("digest", str(edited.parent / "97"), "--to", "pdf,docx,html", "-o", str(edited.parent / "a"))
    run("build", str(edited), "--to", "pdf,docx,html", "-o", str(edited.parent / "b"))
    for file in (edited.parent / "a").glob("[!.]*"):
        assert (edited.parent / "b" / file.name).read_bytes() == file.read_bytes()
    before = edited.read_bytes()
    run("digest", str(edited), "--source", str(edited))
    assert edited.read_bytes() == before


def test_an_edited_digest_is_built(edited: Path) -> None:
    change(edited, "## Findings {findings}", "## What a person would say first *mine* {findings}")
    page = page_of(edited)
    assert "What a person would say first" in page and "mine" in page
    assert 'href="https://docs.un.org/en/CMW/C/SR.1960"' in page


def test_a_reference_leads_to_the_paragraph_of_the_record_beside_it(edited: Path) -> None:
    out = edited.parent / "out"
    built(edited.parent / "97" / "1960.md", out, "html")
    built(edited.parent / "97" / "1952.md", out, "pdf")
    page = page_of(edited)
    assert 'href="CMW_C_SR.1960-en.html#p6"' in page
    assert 'href="CMW_C_SR.1952-en.pdf#p18"' in page
    assert 'href="https://docs.un.org/en/CMW/C/SR.1953"' in page
    assert 'id="p6"' in (out / "CMW_C_SR.1960-en.html").read_text(encoding="utf-8")


def test_a_reference_alone_is_enough_and_its_words_are_filled_in(edited: Path) -> None:
    change(edited, "\n## Findings", "\nAgencies were licensed by the Ministry of Labour.[^1952.4]\n\n## Findings")
    text = edited.read_text(encoding="utf-8")
    edited.write_text(re.sub(r"^\[\^1952\.4\]: .*\n\n?", "", text, flags=re.MULTILINE), encoding="utf-8")
    assert "Agencies were licensed" in page_of(edited)
    run("digest", str(edited), "--source", str(edited))
    (note,) = re.findall(r"^\[\^1952\.4\]: (.*)$", edited.read_text(encoding="utf-8"), re.MULTILINE)
    assert note.startswith("CMW/C/SR.1952, para. 4: “")
    record = (SAMPLE_SESSION / "1952.md").read_text(encoding="utf-8")
    assert note.partition("“")[2].rstrip("”") in record


def test_several_paragraphs_in_one_reference(edited: Path) -> None:
    change(edited, "\n## Findings", "\nMuch was said.[^1952.4-6]\n\n## Findings")
    assert "52:4–⁠6" in page_of(edited)


def test_a_statement_without_a_reference_is_told_with_its_line(edited: Path) -> None:
    change(edited, "\n## Findings", "\nThis was never said.\n\n## Findings")
    line = edited.read_text(encoding="utf-8").splitlines().index("This was never said.") + 1
    result = run("build", str(edited), "--to", "html", "-o", str(edited.parent / "out"))
    assert f"digest.md:{line}: warning: text: “This was never said.” has no reference; write" in told(result)


def fault_of(edited: Path) -> str:
    result = run("build", str(edited), "--to", "html", "-o", str(edited.parent / "out"), code=1)
    assert not (edited.parent / "out").exists()
    return "\n".join(errors(result))


def test_a_changed_word_is_shown_old_and_new(edited: Path) -> None:
    record = edited.parent / "97" / "1960.md"
    change(record, "of Borduria and Ruritania and", "of Borduria and Syldavia and")
    found = fault_of(edited)
    assert "CMW/C/SR.1960, para. 6: the cited words have changed" in found
    assert "delegations of Borduria and Ruritania and had adopted" in found
    assert "there now stands: “The Chair said that, during the session, the Committee had held dialogues" in found
    assert "delegations of Borduria and Syldavia and had adopted" in found


def test_a_paragraph_that_is_not_there_is_told(edited: Path) -> None:
    change(edited, "CMW/C/SR.1960, para. 6:", "CMW/C/SR.1960, para. 66:")
    assert "CMW/C/SR.1960 has no paragraph 66; it has paragraphs 1 to 12" in fault_of(edited)


def test_a_call_of_a_paragraph_that_is_not_there_is_told_with_its_line(edited: Path) -> None:
    change(edited, "\n## Findings", "\nMore was said.[^1952.99]\n\n## Findings")
    line = edited.read_text(encoding="utf-8").splitlines().index("More was said.[^1952.99]") + 1
    assert f"digest.md:{line}: error: CMW/C/SR.1952 has no paragraph 99; it has paragraphs 1 to" in fault_of(edited)


def test_a_record_that_is_not_there_is_told(edited: Path) -> None:
    (edited.parent / "97" / "1956.md").unlink()
    assert "there is no record CMW/C/SR.1956 among those given" in fault_of(edited)


def test_a_call_of_a_record_that_is_not_there_is_told(edited: Path) -> None:
    change(edited, "\n## Findings", "\nMore was said.[^1999.1]\n\n## Findings")
    assert "[^1999.1] has no note and names no record; write [^1952.18] with one of these: 1950, 1952" in fault_of(
        edited
    )


def test_a_reference_that_is_none_is_told_with_its_line(edited: Path) -> None:
    text = edited.read_text(encoding="utf-8") + "\n[^mine]: somewhere\n"
    edited.write_text(text, encoding="utf-8")
    assert (
        f"digest.md:{len(text.splitlines())}: error: 'somewhere' names no paragraph; write CMW/C/SR.590, para. 5"
        in (fault_of(edited))
    )


def test_a_changed_session_source_is_told(edited: Path) -> None:
    change(edited.parent / "97" / "session.md", "held: 2054-04-06 to 2054-04-17", "held: 2054-04-07 to 2054-04-17")
    found = fault_of(edited)
    assert "session source: the cited words have changed: “next: 98, 2054-04-06 to 2054-04-17" in found
    assert "it now says: “next: 98, 2054-04-07 to 2054-04-17" in found


def test_what_no_section_is_is_told(edited: Path) -> None:
    change(edited, "{findings}", "{finding}")
    found = fault_of(edited)
    assert "'finding' is not what a section is, or where it stands; write one of: lead, findings, who" in found


def test_a_source_of_plain_prose_is_enough(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE_SESSION, tmp_path / "97")
    text = (
        "---\ndocument: brief-state\ntitle: Borduria\nrecords: 97\n---\n\nA lead.[^1952.3]\n\n"
        "## What I think\n\n- One thing.[^1952.4]\n\n| Date | What |\n|---|---|\n| **2054** | A thing[^1952.5] |\n"
    )
    source = tmp_path / "mine.md"
    source.write_text(text, encoding="utf-8")
    read = read_paper(text, str(source)).paper
    lead, own = read.sheets[0].sections
    assert (lead.look, own.look, own.title) == (Look.LEAD, Look.PROSE, "What I think")
    bullets, table = own.blocks
    assert isinstance(bullets, List) and isinstance(table, Table)
    assert bullets.items[0].inlines == (Run("One thing."), Call("1952.4"))
    assert plain(table.rows[0][0]) == "2054"
    paths, warnings = built(source, tmp_path / "out", "html", "docx", "pdf")
    assert [path.name for path in paths] == ["mine-en.html", "mine-en.docx", "mine-en.pdf"]
    assert not [each for each in warnings if "reference" in each]


def test_all_faults_of_form_are_told_together() -> None:
    text = "---\ndocument: digest\nsession: ninety\nresords: 97\n---\n\n#### Deep\n"
    with pytest.raises(PrecisError) as caught:
        read_paper(text, "x.md")
    found = "\n".join(map(str, caught.value.faults))
    assert "x.md:3: session: 'ninety' is not a number" in found
    assert "x.md:4: resords: is not a field; did you mean records?" in found
    assert "x.md:1: title: is missing" in found and "x.md:1: records: is missing" in found
    assert "x.md:7:" in found


BLOCKS = {
    "a paragraph": "It met.", "a list": "- One\n- Two", "letters": "(a) One;\n\n(b) Two.", "a quotation": "> It met.",
    "a quotation without words": ">", "a table": "| A | B |\n|---|---|\n| one | two |",
}  # fmt: skip
"""What somebody may put into any section of a digest."""


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_every_section_takes_every_block(block: str, tmp_path: Path) -> None:
    front = print_paper(paper("digest")).split("---\n")[1]
    sections = "\n\n".join(f"## A section {{{look}}}\n\n{block}" for look in Look)
    shutil.copytree(SAMPLE_SESSION, tmp_path / "97")
    source = tmp_path / "digest.md"
    source.write_text(f"---\n{front}---\n\nA lead.\n\n{sections}\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(source), "--to", "html,docx", "-o", str(tmp_path)])
    assert result.exit_code == 0, result.output
    (page,) = tmp_path.glob("*.html")
    words = re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8"))
    last = re.findall(r"\w+", block)[-1:]
    assert all(words.count(word) >= len(Look) for word in last)
