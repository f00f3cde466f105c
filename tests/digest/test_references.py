"""Every statement carries a reference, each leads to a paragraph that says it, and a paragraph that changed is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.documents.brief import meeting_brief, session_brief, state_brief
from precis.documents.digest import MARKS, Digest, load_words
from precis.documents.digest_limits import BRIEF, DIGEST
from precis.documents.digest_session import session_digest
from precis.documents.digest_source import print_digest, read_digest
from precis.facts.cover import cover_lines
from precis.facts.session import SessionFacts
from precis.facts.source import words_of
from precis.language.states import load_states
from precis.model import Bullets, Call, Inlines, Paragraph, PrecisError, Table, plain
from precis.tasks.build import Settings, build
from precis.tasks.digest import brief, digest_text
from precis.tasks.gather import gather
from precis.writers.style import HouseStyle
from tests.support.sessions import SAMPLE_SESSION


@pytest.fixture(scope="module")
def facts() -> SessionFacts:
    from precis.assets import shipped

    return gather(str(SAMPLE_SESSION), shipped()).facts


@pytest.fixture(scope="module")
def documents(facts: SessionFacts) -> dict[str, Digest]:
    from precis.assets import shipped

    assets = shipped()
    ruritania = load_states(assets).named("Ruritania")
    assert ruritania is not None
    one = gather(str(SAMPLE_SESSION / "1952.md"), assets).facts
    return {
        "digest": session_digest(facts, assets, ".", DIGEST.scaled(1)),
        "brief-session": session_brief(facts, assets, ".", BRIEF.scaled(1)),
        "brief-state": state_brief(facts, ruritania, assets, ".", BRIEF.scaled(1)),
        "brief-meeting": meeting_brief(one, assets, ".", BRIEF.scaled(1)),
    }


KINDS = pytest.mark.parametrize("kind", ["digest", "brief-session", "brief-state", "brief-meeting"])


def statements(made: Digest) -> list[Inlines]:
    """The statements of a document: its lines, its items, and the rows of its tables, each row as one."""
    out: list[Inlines] = []
    for block in made.blocks:
        if isinstance(block, Paragraph) and plain(block.inlines) not in MARKS:
            out.append(block.inlines)
        elif isinstance(block, Bullets):
            out.extend(block.items)
        elif isinstance(block, Table):
            out.extend(sum(row, ()) for row in block.rows)
    return out


def of_itself(assets: Assets) -> tuple[str, ...]:
    """How the lines begin that a document says of itself: what it covers, how it was made, what it left out."""
    words = load_words("en", assets)
    texts = [
        *(words.data["head"][name] for name in ("covered", "unofficial")),
        *(words.data["say"][name] for name in ("inferred", "computed", "unplaced", "left_out", "not_stated")),
    ]
    return tuple(text.partition("{")[0] for text in texts)


@KINDS
def test_every_statement_has_a_reference(kind: str, documents: dict[str, Digest], assets: Assets) -> None:
    own = of_itself(assets)
    without = [
        plain(each)
        for each in statements(documents[kind])
        if not any(isinstance(item, Call) for item in each) and not plain(each).startswith(own)
    ]
    assert without == []
    assert len(statements(documents[kind])) > 15


@KINDS
def test_every_reference_leads_to_its_words(
    kind: str, documents: dict[str, Digest], facts: SessionFacts, assets: Assets
) -> None:
    records = {record.label: record.record for record in facts.records}
    assert documents[kind].references
    for reference in documents[kind].references.values():
        assert reference.words
        if reference.part == "source":
            assert facts.source is not None
            texts = [words_of(facts.source, key) for key in ("held", "place", "next", "officers")]
            texts += [words_of(facts.source, "meetings", each) for each in facts.session.meetings]
        elif reference.part == "cover":
            texts = cover_lines(records[reference.record], assets)
        elif reference.part == "heading":
            texts = [plain(heading.inlines) for heading in records[reference.record].headings]
        else:
            texts = paragraph_texts(records[reference.record], reference.paragraph)
        assert any(reference.words in text for text in texts), reference


def paragraph_texts(record: object, number: int | None) -> list[str]:
    """The words of a paragraph of a record and of what follows it without a number, read anew from its blocks."""
    out: list[str] = []
    current = None
    for block in record.blocks:  # type: ignore[attr-defined]
        if isinstance(block, Paragraph):
            current = block.number if block.number is not None else current
        if current == number and isinstance(block, Paragraph):
            out.append(plain(block.inlines))
            labels = [item.label for item in block.inlines if isinstance(item, Call)]
            out += [plain(note.inlines) for note in record.footnotes if note.label in labels]  # type: ignore[attr-defined]
    return out


@KINDS
def test_a_source_reads_as_it_was_written(kind: str, documents: dict[str, Digest]) -> None:
    assert read_digest(print_digest(documents[kind]), "x.md").digest == documents[kind]


@pytest.fixture
def edited(tmp_path: Path, style: HouseStyle, assets: Assets) -> Path:
    """A copy of the sample's records, with the source of their digest beside them."""
    folder = tmp_path / "97"
    shutil.copytree(SAMPLE_SESSION, folder)
    target = tmp_path / "digest.md"
    target.write_text(digest_text(str(folder), target, style, assets)[0], encoding="utf-8")
    return target


def built(source: Path, folder: Path) -> list[str]:
    made = build([str(source)], folder, Settings(formats=("html",)))
    return [path.name for path in made.paths]


def test_an_edited_digest_is_built(edited: Path) -> None:
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("# In brief", "# What a person would say first"), encoding="utf-8")
    assert built(edited, edited.parent / "out") == ["CMW_97_digest-en.html"]
    page = (edited.parent / "out" / "CMW_97_digest-en.html").read_text(encoding="utf-8")
    assert "What a person would say first" in page
    assert 'href="https://docs.un.org/en/CMW/C/SR.1960"' in page


def fault_of(edited: Path) -> str:
    with pytest.raises(PrecisError) as caught:
        built(edited, edited.parent / "out")
    assert not (edited.parent / "out").exists()
    return "\n".join(str(fault) for fault in caught.value.faults)


def test_a_changed_word_is_shown_old_and_new(edited: Path) -> None:
    record = edited.parent / "97" / "1960.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("of Borduria and Ruritania and", "of Borduria and Syldavia and"), encoding="utf-8")
    told = fault_of(edited)
    assert "CMW/C/SR.1960, para. 6: the cited words have changed" in told
    assert "delegations of Borduria and Ruritania and had adopted" in told
    assert "there now stands: “The Chair said that, during the session, the Committee had held dialogues" in told
    assert "delegations of Borduria and Syldavia and had adopted" in told


def test_a_paragraph_that_is_not_there_is_told(edited: Path) -> None:
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("CMW/C/SR.1960, para. 6:", "CMW/C/SR.1960, para. 66:"), encoding="utf-8")
    assert "CMW/C/SR.1960 has no paragraph 66; it has paragraphs 1 to 12" in fault_of(edited)


def test_a_record_that_is_not_there_is_told(edited: Path) -> None:
    (edited.parent / "97" / "1956.md").unlink()
    assert "there is no record CMW/C/SR.1956 among those given" in fault_of(edited)


def test_a_reference_that_is_none_is_told_with_its_line(edited: Path) -> None:
    text = edited.read_text(encoding="utf-8") + "\n[^mine]: somewhere\n"
    edited.write_text(text.replace("# In brief", "Mine.[^mine]\n\n# In brief"), encoding="utf-8")
    told = fault_of(edited)
    assert (
        f"digest.md:{len(text.splitlines()) + 2}: 'somewhere' is not a reference; write CMW/C/SR.590, para. 5" in told
    )


def test_a_changed_cover_is_told(edited: Path) -> None:
    record = edited.parent / "97" / "1956.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("held: 2053-11-28 10:00", "held: 2053-11-28 11:00"), encoding="utf-8")
    assert "CMW/C/SR.1956, cover: the cited words have changed" in fault_of(edited)


def test_a_changed_session_source_is_told(edited: Path) -> None:
    source = edited.parent / "97" / "session.md"
    source.write_text(source.read_text(encoding="utf-8").replace("2054-04-17", "2054-04-24"), encoding="utf-8")
    assert "session source: the cited words have changed" in fault_of(edited)


def test_a_brief_on_a_state_that_had_no_dialogue_names_those_that_had(style: HouseStyle, assets: Assets) -> None:
    gathered = gather(str(SAMPLE_SESSION), assets)
    with pytest.raises(
        PrecisError, match="no dialogue with Syldavia; they hold dialogues with: Borduria and Ruritania"
    ):
        brief(gathered, "Syldavia", style, assets)
    with pytest.raises(PrecisError, match="'Nowhere' is no State"):
        brief(gathered, "Nowhere", style, assets)
