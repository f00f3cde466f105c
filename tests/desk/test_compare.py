"""A record and a delegation's Word file: the list in United Nations wording, the tracked text, what is made of it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from precis.corrections.source import print_corrections, print_item, read_corrections
from precis.desk.compare import Comparison, Item, compared
from precis.desk.corrected import WHAT, Chosen, corrected, free_name
from precis.desk.folder import ConflictError, Folder
from precis.desk.tracked import fragment
from precis.model import Heading, PrecisError, Run
from precis.reading.files import read_file
from precis.source.record import print_record, read_record
from precis.tasks.build import build
from precis.tasks.correct import computed, memoranda
from precis.tasks.rendering import Settings
from tests.support.documents import corrected_sample

HTML = Settings(formats=("html",))
WHO = "Mission of Syldavia"


@pytest.fixture
def folder(in_tmp: Path) -> Path:
    """A folder with the record as issued, its corrected copy, and the Word file in which a delegation tracked that."""
    own = in_tmp / "97"
    own.mkdir()
    (own / "1960.md").write_text(print_record(corrected_sample({})), encoding="utf-8")
    (own / "new.md").write_text(print_record(corrected_sample()), encoding="utf-8")
    _asked(own)
    build([str(own / "c.md")], in_tmp / "word", Settings(formats=("docx",)), memoranda)
    (in_tmp / "word" / "CMW_C_SR.1960-marked-en.docx").rename(own / "syldavia.docx")
    return own


def _asked(own: Path) -> None:
    found = computed(str(own / "1960.md"), str(own / "new.md"), own, HTML.assets, WHO, None)
    (own / "c.md").write_text(print_corrections(found.source), encoding="utf-8")


def items(found: Comparison) -> list[Item]:
    return [item for group in found.groups for item in group.items]


def look(own: Path, other: str = "syldavia.docx") -> Comparison:
    return compared(str(own / "1960.md"), str(own / other), HTML)


def test_the_tracked_changes_are_the_items_of_the_memorandum(folder: Path) -> None:
    found = look(folder)
    asked = read_corrections((folder / "c.md").read_text(encoding="utf-8"), "c.md").corrections
    assert [each.source for each in items(found)] == [print_item(each) for each in asked]
    assert found.tracked and all(each.tracked for each in items(found))
    assert (found.symbol, found.by, found.last_day) == ("CMW/C/SR.1960", (WHO,), "2053-12-17")


def test_each_item_has_its_place_its_words_and_its_sentence(folder: Path) -> None:
    found = {each.place: each for each in items(look(folder))}
    first = found["Paragraph 1, first sentence"]
    assert (first.old, first.new) == ("three", "four")
    assert first.said == "<p><i>For</i> three <i>read</i> four</p>"
    assert found["Cover page, time of closing"].said == "<p><i>For</i> 5.55 p.m. <i>read</i> 6.05 p.m.</p>"
    assert (found["Cover page, Chair"].old, found["Cover page, Chair"].new) == (
        "Ms. Halvorsen",
        "Ms. Halvorsen-Lind (Vice-Chair)",
    )
    assert found["Table after paragraph 3, third row"].old == "Residence unknown\n615\n0"
    assert found["Paragraph 5"].old == "It was so decided."


def test_the_changes_are_shown_as_tracked_text_block_by_block(folder: Path) -> None:
    found = look(folder)
    shown = {each.place: group.html for group in found.groups for each in group.items}
    assert "received <del>three</del><ins>four</ins> weeks after" in shown["Paragraph 1, first sentence"]
    assert shown["Paragraph 1, first sentence"].startswith("<p>1. <b>Mr. Okonjo</b> (Rapporteur on follow-up)")
    assert "<td><del>Residence unknown</del></td>" in shown["Table after paragraph 3, third row"]
    assert shown["Paragraph 11"] == "<p>12. <ins><b>Mr. Okonjo</b> thanked the Chair.</ins></p>"
    assert shown["Cover page, time of closing"] == "<p><del>17:55</del> <ins>18:05</ins></p>"


def test_a_change_that_is_not_tracked_is_told_from_those_that_are(folder: Path) -> None:
    path = folder / "syldavia.docx"
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    assert text.count("2,086") == 1
    parts["word/document.xml"] = text.replace("2,086", "2,680").encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    silent = [each for each in items(look(folder)) if not each.tracked]
    assert [(each.place, each.old, each.new) for each in silent] == [
        ("Paragraph 1, second sentence", "2,086 of", "2,680 of")
    ]


def test_a_version_without_tracked_changes_has_all_its_differences(folder: Path) -> None:
    found = look(folder, "new.md")
    assert not found.tracked and found.by == () and all(each.tracked for each in items(found))
    assert len(items(found)) == len(items(look(folder)))


def test_corrections_that_were_asked_for_are_shown_as_they_are(folder: Path) -> None:
    text = (folder / "c.md").read_text(encoding="utf-8")
    (folder / "c.md").write_text(text.replace("---\n\n", "requested_on: 2053-12-15\n---\n\n", 1), encoding="utf-8")
    found = look(folder, "c.md")
    assert (found.by, found.asked) == ((WHO,), "2053-12-15")
    assert [each.source for each in items(found)] == [each.source for each in items(look(folder))]


def test_corrections_to_another_record_are_refused(folder: Path) -> None:
    text = (folder / "1960.md").read_text(encoding="utf-8")
    (folder / "1961.md").write_text(text.replace("SR.1960", "SR.1961"), encoding="utf-8")
    with pytest.raises(PrecisError) as caught:
        compared(str(folder / "1961.md"), str(folder / "c.md"), HTML)
    assert [fault.code for fault in caught.value.faults] == ["other-record"]


def test_two_that_are_alike_have_no_items(folder: Path) -> None:
    assert look(folder, "1960.md").groups == ()


def changed(own: Path, old: str, new: str) -> Comparison:
    text = (own / "1960.md").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (own / "new.md").write_text(text.replace(old, new), encoding="utf-8")
    return look(own, "new.md")


def test_what_is_put_in_before_the_first_block_is_shown(folder: Path) -> None:
    old = read_file(folder / "1960.md", HTML.assets).record
    head = Heading(1, (Run("A new item"),))
    (folder / "new.md").write_text(print_record(replace(old, blocks=(head, *old.blocks))), encoding="utf-8")
    (group,) = look(folder, "new.md").groups
    assert group.html == "<p><ins>A new item</ins></p>"


def test_a_paragraph_that_is_split_is_shown_in_both_parts(folder: Path) -> None:
    found = changed(folder, " The State party had abolished", "\n\nThe State party had abolished")
    assert [each.place for each in items(found)] == ["Paragraph 1", "Text"]
    html = found.groups[0].html
    assert html.startswith("<p>1. <b>Mr. Okonjo</b>") and "<p>2. <ins>The State party had abolished" in html


def test_a_paragraph_that_is_taken_out_is_shown_as_deleted(folder: Path) -> None:
    text = (folder / "1960.md").read_text(encoding="utf-8")
    gone = next(each for each in text.split("\n\n") if each.startswith("**Mr. Szalai-Brandt**"))
    html = changed(folder, f"{gone}\n\n", "").groups[0].html
    assert "<del><b>Mr. Szalai-Brandt</b>" in html and html.endswith("</del></p>")


def test_words_of_a_file_are_text_and_nothing_else() -> None:
    element = etree.fromstring(
        '<p class="paragraph"><a href="javascript:x()">a</a> &lt;script&gt; <b onclick="x()">b</b><script>no</script>'
        '<img src="x"/><span class="note">n <ins data-author="x">m</ins></span></p>'
    )
    assert fragment(element) == "<p>a &lt;script&gt; <b>b</b>no<small> [n <ins>m</ins>] </small></p>"


def chosen(own: Path, what: str, *places: str, **given: str) -> Chosen:
    found = [each.source for each in items(look(own)) if not places or each.place in places]
    version = Folder(own).version("1960.md")
    named = {"by": WHO, "requested_on": "2053-12-15", "file": free_name(Folder(own), "1960.md"), **given}
    return Chosen("1960.md", version, tuple(found), what, **named)


FIRST = "Paragraph 1, first sentence"


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("memorandum", ["CMW_C_SR.1960-memorandum-en.html"]),
        ("marked", ["CMW_C_SR.1960-marked-en.html"]),
        ("corrigendum", ["CMW_C_SR.1960_Corr.1-en.html"]),
        ("reissue", ["CMW_C_SR.1960-reissued-en.html"]),
    ],
)
def test_what_was_chosen_is_made_as_the_commands_make_it(folder: Path, what: str, names: list[str]) -> None:
    from click.testing import CliRunner

    from precis.cli import main

    out = folder.parent / "out"
    done = corrected(folder, chosen(folder, what, FIRST), out, HTML)
    assert sorted(each.name for each in out.iterdir()) == names
    text = (folder / "1960-corrections.md").read_text(encoding="utf-8")
    assert text == (
        "---\ndocument: corrections\nsymbol: CMW/C/SR.1960\nissued: 2053-12-10\nrecord: 1960.md\n"
        f"requested_by: {WHO}\nrequested_on: 2053-12-15\n---\n\n"
        '- Paragraph 1, sentence 1: for "three" read "four"\n'
    )
    assert done["written"][0] == "1960-corrections.md" and done["file"] == "1960-corrections.md"
    assert [f"/built/{name}" for name in names] == [each for each in done["written"] if each.startswith("/built/")]
    command = "memorandum" if what == "marked" else what
    words = [command, str(folder / "1960-corrections.md"), "--to", "html", "-o", str(folder.parent / "by-command")]
    assert CliRunner().invoke(main, words).exit_code == 0
    for name in names:
        assert (out / name).read_bytes() == (folder.parent / "by-command" / name).read_bytes()


def test_a_reissued_record_stands_in_the_folder_and_says_what_was_chosen(folder: Path) -> None:
    done = corrected(folder, chosen(folder, "reissue", FIRST, on="2054-01-17"), folder.parent / "out", HTML)
    name = "CMW_C_SR.1960-reissued-en.md"
    assert done["written"][:2] == ["1960-corrections.md", name]
    record = read_record((folder / name).read_text(encoding="utf-8"), name, HTML.assets)
    assert (str(record.symbol), str(record.reissued)) == ("CMW/C/SR.1960*", "2054-01-17")
    assert "four weeks after" in print_record(record) and "(Vice-Chair)" not in print_record(record)


def state(root: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in root.rglob("*") if each.is_file()}


def refused(own: Path, wanted: Chosen) -> Iterator[str]:
    before = state(own.parent)
    with pytest.raises(PrecisError) as caught:
        corrected(own, wanted, own.parent / "out", HTML)
    assert state(own.parent) == before
    yield from (fault.code for fault in caught.value.faults)


@pytest.mark.parametrize("what", WHAT)
def test_corrections_that_do_not_fit_write_nothing(folder: Path, what: str) -> None:
    wanted = chosen(folder, what)
    wrong = replace(wanted, items=('- Paragraph 1, sentence 1: for "nowhere" read "four"\n',))
    assert list(refused(folder, wrong)) == ["words-missing"]


def test_a_paragraph_put_in_without_the_renumbering_is_told(folder: Path) -> None:
    assert list(refused(folder, chosen(folder, "memorandum", "Paragraph 11"))) == ["renumber-count"]


def test_dates_that_are_none_are_told(folder: Path) -> None:
    assert list(refused(folder, chosen(folder, "memorandum", requested_on="15/12/53"))) == ["field-value"]
    assert list(refused(folder, chosen(folder, "reissue", on="tomorrow"))) == ["field-value"]
    assert list(refused(folder, chosen(folder, "reissue", requested_on=""))) == ["no-date"]


def test_work_of_others_is_not_written_over(folder: Path) -> None:
    out = folder.parent / "out"
    wanted = chosen(folder, "memorandum", FIRST)
    (folder / "1960-corrections.md").write_text("mine\n", encoding="utf-8")
    before = state(folder.parent)
    with pytest.raises(ConflictError) as caught:
        corrected(folder, wanted, out, HTML)
    assert caught.value.now is not None and caught.value.now.text == "mine\n" and state(folder.parent) == before
    assert free_name(Folder(folder), "1960.md") == "1960-corrections-2.md"
    (folder / "CMW_C_SR.1960-reissued-en.md").write_text("mine\n", encoding="utf-8")
    assert list(refused(folder, chosen(folder, "reissue", FIRST))) == ["file-there"]


def test_a_record_that_changed_meanwhile_is_told(folder: Path) -> None:
    wanted = chosen(folder, "memorandum", FIRST)
    path = folder / "1960.md"
    path.write_text(path.read_text(encoding="utf-8").replace("three weeks", "two weeks"), encoding="utf-8")
    with pytest.raises(ConflictError):
        corrected(folder, wanted, folder.parent / "out", HTML)
    assert not (folder.parent / "out").exists() and not (folder / "1960-corrections.md").exists()


def test_the_choice_can_be_changed_and_made_again(folder: Path) -> None:
    out = folder.parent / "out"
    first = corrected(folder, chosen(folder, "memorandum", FIRST), out, HTML)
    again = chosen(folder, "corrigendum", FIRST, "Paragraph 5", file=first["file"], file_version=first["file_version"])
    corrected(folder, again, out, HTML)
    assert (folder / "1960-corrections.md").read_text(encoding="utf-8").count("\n- ") == 2
