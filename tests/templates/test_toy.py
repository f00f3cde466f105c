"""A language and a house by files alone, in a folder of the user's own: built, and read back to the same record."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from precis.assets import chosen
from precis.cli import Exit, main
from precis.language import languages, load_wording
from precis.language.editions import load_edition
from precis.language.slots import SLOTS
from precis.language.tongues import iso_codes
from precis.model import plain
from precis.reading.files import read_file
from precis.source.record import print_record
from tests.conftest import ROOT
from tests.language.test_examples import check, examples
from tests.language.test_formulae import SAYABLE

TOY = Path(__file__).parent / "toy"
LANGUAGE = TOY / "languages" / "tl"
HOUSE = TOY / "houses" / "toy"
IN_TOY = TOY / "record.md"
IN_ENGLISH = ROOT / "records" / "cmw" / "97" / "1960.md"
ASSETS = chosen(TOY)


def run(*words: str) -> str:
    result = CliRunner().invoke(main, [*words, "--templates", str(TOY)])
    assert result.exit_code == Exit.DONE, result.stderr
    return result.stdout


def test_a_language_takes_five_files_in_one_folder_and_a_house_two() -> None:
    """The how-tos say these numbers; the limits are seven and three."""
    assert sorted(path.name for path in LANGUAGE.rglob("*")) == [
        "bodies.toml", "numbers.toml", "reading.toml", "speech.toml", "wording.toml",
    ]  # fmt: skip
    assert sorted(path.name for path in HOUSE.rglob("*")) == ["house.toml", "style.toml"]
    for page, number in (("language.md", "five files"), ("house.md", "two files")):
        assert number in (ROOT / "docs" / "how-to" / page).read_text(encoding="utf-8")


def test_no_python_knows_them() -> None:
    names = re.compile(r"\"tl\"|'tl'|\"toy\"|'toy'")
    assert [path for path in (ROOT / "generator").rglob("*.py") if names.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "akn"])
@pytest.mark.parametrize(("source", "house"), [(IN_TOY, "geneva"), (IN_ENGLISH, "toy"), (IN_TOY, "toy")],
                         ids=["language", "house", "both"])  # fmt: skip
def test_a_record_is_built_and_read_back(source: Path, house: str, form: str, in_tmp: Path) -> None:
    record = read_file(source, ASSETS).record
    (file,) = run("build", str(source), "--to", form, "--style", house).split()
    assert file == f"CMW_C_SR.1960-{record.language}.{'xml' if form == 'akn' else form}"
    assert read_file(file, ASSETS).record == record


def test_the_words_of_the_language_are_printed(in_tmp: Path) -> None:
    run("build", str(IN_TOY), "--to", "html")
    html = Path("CMW_C_SR.1960-tl.html").read_text(encoding="utf-8")
    for words in (
        "Dnoces noisses",
        "Yrammus drocer (laitrap)",
        "fo eht 1960ht gniteem",
        "Dleh ta Palais Wilson, Geneva, no yadirf, 5 rebmeced 2053, ta 15 ho 5",
        "Eht noissucsid derevoc ni eht yrammus drocer nageb ta 16 ho 10.",
        "Eht gniteem esor ta 17 ho.",
        "Eettimmoc no eht Noitcetorp fo eht Sthgir fo Lla",
    ):
        assert words in html


def test_the_words_of_the_house_are_printed(in_tmp: Path) -> None:
    run("build", str(IN_ENGLISH), "--to", "html", "--style", "toy")
    html = Path("CMW_C_SR.1960-en.html").read_text(encoding="utf-8")
    for words in (
        "Held in Geneva, at the Palais Wilson, on Friday",
        "to the Toy Section (toys@example.org).",
        "Corrected records are put on the shelf of the Toy Section (toys@example.org).",
    ):
        assert words in html


def test_corrections_speak_the_language(in_tmp: Path) -> None:
    text = IN_TOY.read_text(encoding="utf-8")
    Path("new.md").write_text(
        text.replace("a troper.[^1] Ti saw ton gnol.", "a troper.[^1] Ti saw gnol."), encoding="utf-8"
    )
    Path("corrections.md").write_text(run("correct", str(IN_TOY), "new.md"), encoding="utf-8")
    assert '- Paragraph 1, sentence 2: for "ton gnol" read "gnol"' in Path("corrections.md").read_text()
    memorandum, *_ = run("memorandum", "corrections.md", "--to", "html").split()
    html = Path(memorandum).read_text(encoding="utf-8")
    assert "Hpargarap 1, dnoces ecnetnes" in html
    assert "<i>Rof</i> ton gnol <i>daer</i> gnol" in html


def test_a_text_of_the_language_is_read(in_tmp: Path) -> None:
    """As a record published in it would be: without our styles."""
    wording = load_wording("tl", ASSETS)
    lines = [
        "CMW/C/SR.1960",
        plain(wording.say("session", session=2)),
        plain(wording.say("title", meeting=1960, gap=None)),
        "Dleh ta Palais Wilson, Geneva, no yadirf, 5 rebmeced 2053, ta 15 ho 5",
        "Riahc: Sm. Halvorsen",
        "Eht gniteem saw dellac ot redro ta 15 ho 10.",
        "Gninepo fo eht noisses",
        "1. Eht Riahc dias taht eht noisses saw nepo.",
        "Ti saw os dediced.",
        "Eht gniteem esor ta 16 ho.",
    ]
    Path("text.txt").write_text("\n\n".join(lines), encoding="utf-8")
    record = read_file("text.txt", ASSETS).record
    assert (record.language, record.session, record.meeting, record.place) == ("tl", 2, 1960, "Palais Wilson, Geneva")
    assert [chair.name for chair in record.chairs] == ["Sm. Halvorsen"]
    assert "**Eht Riahc** dias" in print_record(record)
    assert "*Ti saw os dediced.*" in print_record(record)


def test_akoma_ntoso_has_the_code_that_its_folder_gives(in_tmp: Path) -> None:
    run("build", str(IN_TOY), "--to", "akn")
    assert '<FRBRlanguage language="tgl"/>' in Path("CMW_C_SR.1960-tl.xml").read_text(encoding="utf-8")


def test_no_two_languages_have_one_code() -> None:
    codes = iso_codes(ASSETS)
    assert tuple(codes) == languages(ASSETS)
    assert len(set(codes.values())) == len(codes)


def test_words_without_stems_are_found_as_they_stand(in_tmp: Path) -> None:
    Path("records").mkdir()
    Path("records/1960.md").write_text(IN_TOY.read_text(encoding="utf-8"), encoding="utf-8")
    run("index", "records")
    for words in (["rehtehw"], ["rehtehw", "--language", "tl"]):
        assert "CMW/C/SR.1960" in run("search", *words, "--index", "precis.index")
    assert "CMW/C/SR.1960" not in CliRunner().invoke(
        main, ["search", "rehtehw", "--language", "fr", "--index", "precis.index"]
    ).output  # fmt: skip


@pytest.mark.parametrize(("language", "named"), [("en", "Original: Toyish"), ("fr", "Original : Yot")])
def test_other_languages_name_it_as_its_folder_says(language: str, named: str, in_tmp: Path) -> None:
    """Without a name in theirs, by its own. That nobody has confirmed it is told."""
    run("translate", str(IN_TOY), "--to", language, "-o", "one.md")
    source = Path("one.md").read_text(encoding="utf-8")
    assert "original: tl" in source
    told = CliRunner().invoke(main, ["build", "one.md", "--to", "html", "--templates", str(TOY)])
    assert told.exit_code == Exit.DONE, told.stderr
    assert told.stderr.count("languages.tl") == 1
    html = Path(told.stdout.strip()).read_text(encoding="utf-8")
    assert named in re.sub(r"\s+", " ", html.replace("\u00a0", " "))
    assert read_file(told.stdout.strip(), ASSETS).record.original == "tl"


def test_nothing_changes_for_the_others_where_a_language_is_added() -> None:
    """No wording of ours lacks anything because a user's folder has one language more."""
    for language in languages(ASSETS):
        assert load_wording(language, ASSETS).formulae


def test_an_honorific_of_two_words_is_known_and_said_in_the_other_language() -> None:
    toy, english = load_wording("tl", ASSETS), load_wording("en", ASSETS)
    assert toy.person("Eht rm. Okonjo") == "Eht rm. Okonjo"
    assert english.person("Eht rm. Okonjo") == "Mr. Okonjo"
    assert english.person("Sm. Halvorsen") == "Ms. Halvorsen"
    assert english.gender("Sm. Halvorsen") == "f"


def test_a_person_may_begin_a_line_of_all_editions(in_tmp: Path) -> None:
    """By {Person} too, whose name a wording gives as runs: the honorific may be in small letters."""
    shutil.copytree(TOY, "mine")
    speech = Path("mine/languages/tl/speech.toml")
    speech.write_text(speech.read_text(encoding="utf-8").replace('ms = ["Sm.",', 'ms = ["sm.",'), encoding="utf-8")
    Path("mine/languages/tl/editions.toml").write_text(
        'unconfirmed = []\n[procedure]\nchair_taken = "{Person} koot eht riahc."\n', encoding="utf-8"
    )
    assets = chosen(Path("mine"))
    edition = load_edition("tl", load_wording("tl", assets), assets, None)
    said = edition.say("procedure", "chair_taken", {"person": "Ms. Halvorsen"}, None)
    assert said is not None
    assert plain(said) == "Sm. Halvorsen koot eht riahc."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["translate", "{toy}", "--to", "en", "-o", "one.md"], "write languages/tl/editions.toml"),
        (["digest", "{records}", "--language", "tl"], "write languages/tl/digest.toml"),
        (["build", "{nobody}"], "write them in languages/tl/bodies.toml"),
    ],
)
def test_a_file_that_is_not_there_is_named(words: list[str], told: str, in_tmp: Path) -> None:
    Path("nobody.md").write_text(
        IN_TOY.read_text(encoding="utf-8").replace("CMW/C/SR.1960", "CRPD/C/SR.1960"), encoding="utf-8"
    )
    files = {"toy": str(IN_TOY), "records": str(IN_ENGLISH.parent), "nobody": "nobody.md"}
    result = CliRunner().invoke(main, [*(word.format(**files) for word in words), "--templates", str(TOY)])
    assert told in result.stderr


@pytest.mark.parametrize(("name", "text", "example"), list(examples("tl", ASSETS)))
def test_every_form_matches_its_example(name: str, text: str, example: str) -> None:
    check("tl", name, text, example, ASSETS)


def test_every_formula_reads_what_it_prints() -> None:
    wording = load_wording("tl", ASSETS)
    for name in wording.formulae:
        form = wording.forms(name)[0]
        values = {slot.lower(): SAYABLE[slot.lower()] for slot in form.names}
        read = wording.read(name, plain(wording.say(name, **values)))
        assert read == {slot: "" if slot in ("note", "gap") else value for slot, value in values.items()}, name


def test_the_how_to_has_all_slots() -> None:
    page = (ROOT / "docs" / "how-to" / "language.md").read_text(encoding="utf-8")
    assert {slot for slot in SLOTS if f"`{{{slot}}}`" not in page} == set()
