"""`precis translate`: what of a record is said in another language, and what is left to a translator."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.cli import Exit
from precis.language import languages, load_wording
from precis.language.editions import load_edition
from precis.model import Chair, Footnote, Gap, Heading, Note, Paragraph, Record, Run, plain
from precis.source.printed import print_block
from precis.source.record import print_record, read_record
from precis.tasks.translate import translated
from tests.support.commands import run

SAMPLE = Path(__file__).parent.parent.parent / "records" / "cmw" / "97" / "1960.md"
OTHERS = ("ar", "es", "fr", "ru", "zh")


def _read(file: Path, assets: Assets) -> Record:
    return read_record(file.read_text(encoding="utf-8"), str(file), assets)


@pytest.mark.parametrize("code", OTHERS)
def test_the_edition_has_the_blocks_and_numbers_of_the_record(code: str, assets: Assets, sample: Path) -> None:
    one, other = _read(sample, assets), _edition(sample, code, assets)
    assert [type(block) for block in other.blocks] == [type(block) for block in one.blocks]
    numbers = [[block.number for block in each.paragraphs] for each in (one, other)]
    assert numbers[0] == numbers[1]
    assert (other.held, other.chairs, other.opening, other.closing) == (one.held, one.chairs, one.opening, one.closing)
    assert (other.language, other.original, other.issued) == (code, "en", None)
    assert [note.label for note in other.footnotes] == [note.label for note in one.footnotes]


def _edition(file: Path, code: str, assets: Assets) -> Record:
    return read_record(translated(str(file), code, assets)[0].text, "edition.md", assets)


@pytest.mark.parametrize("code", OTHERS)
def test_each_gap_has_its_original_beneath(code: str, assets: Assets, sample: Path) -> None:
    text = translated(str(sample), code, assets)[0].text
    originals = re.findall(r"^<!-- original: (.*?) -->$", text, re.DOTALL | re.MULTILINE)
    kept = [re.sub(r"\A\d+\. ", "", print_block(block)) for block in _read(sample, assets).blocks]
    parts = re.split(r"\n\n", text.split("\n---\n\n", 1)[1])
    gaps = [part for part in parts if "[[" in part and not part.startswith("<!--")]
    assert len(gaps) == len(originals) == translated(str(sample), code, assets)[0].gaps
    assert all(original in kept for original in originals[:-1])
    assert originals[-1].startswith("The recommendations are contained in paragraphs 27, 29, 31 and 44")
    assert all(parts[parts.index(gap) + 1].startswith("<!-- original: ") for gap in gaps)


def test_headings_and_procedure_are_said_in_french_and_spanish(assets: Assets, sample: Path) -> None:
    french, spanish = (_edition(sample, code, assets) for code in ("fr", "es"))
    assert [plain(block.inlines) for block in french.headings] == [
        "Suivi des observations finales (point 6 de l’ordre du jour) (suite)",
        " (CMW/C/GRK/FCO/2)",
        "Questions d’organisation",
        "Clôture de la session",
    ]
    assert [plain(block.inlines) for block in spanish.headings] == [
        "Seguimiento de las observaciones finales (tema 6 del programa) (continuación)",
        " (CMW/C/GRK/FCO/2)",
        "Cuestiones de organización",
        "Clausura del período de sesiones",
    ]
    said = [plain(block.inlines) for block in spanish.paragraphs if not _is_gap(block)]
    assert said == [
        "Así queda decidido.",
        "Se suspende la sesión a las 16.45 horas y se reanuda a las 17.00 horas.",
    ]
    lines = [plain(block.inlines) for block in french.paragraphs if not _is_gap(block)]
    assert lines == [
        "Il en est ainsi décidé.",
        "La séance est suspendue à 16 h 45\u00a0; elle est reprise à 17 heures.".replace("\u00a0", " "),
    ]


def _is_gap(block: Paragraph) -> bool:
    return any(isinstance(item, Gap) for item in block.inlines)


def test_names_of_states_and_the_gender_of_who_presides(assets: Assets) -> None:
    file = SAMPLE.with_name("1952.md")
    french, spanish = (_edition(file, code, assets) for code in ("fr", "es"))
    title = "Deuxième rapport périodique de la Bordurie (CMW/C/BOR/2; CMW/C/BOR/Q/2; CMW/C/BOR/RQ/2)"
    assert plain(french.headings[1].inlines) == title
    arrival = "Sur l’invitation de la Présidente, la délégation de la Bordurie prend place à la table du Comité."
    assert plain(french.paragraphs[0].inlines) == arrival
    symbols = "(CMW/C/BOR/2; CMW/C/BOR/Q/2; CMW/C/BOR/RQ/2)"
    assert plain(spanish.headings[1].inlines) == f"Segundo informe periódico de Borduria {symbols}"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "Второй периодический доклад Бордурии"),
        ("zh", "博尔杜里亚的第二次定期报告"),
        ("ar", "التقرير الدوري الثاني لبوردوريا"),
    ],
)
def test_names_of_states_stand_in_their_case(language: str, title: str, assets: Assets) -> None:
    edition = _edition(SAMPLE.with_name("1952.md"), language, assets)
    assert plain(edition.headings[1].inlines).startswith(title)


def test_lines_of_one_language_are_read_in_all_by_the_same_key(assets: Assets) -> None:
    """What English says by a key, each language that has the key says and reads by the same."""
    english = load_edition("en", load_wording("en", assets), assets, None)
    for code in languages(assets):
        other = load_edition(code, load_wording(code, assets), assets, None)
        count = 0
        for part, text in LINES:
            read = english.read(part, text)
            assert read is not None, text
            said = other.say(part, *read, "f")
            if said is None:
                continue
            count += 1
            if not any(isinstance(item, Gap) for item in said):
                again = other.read(part, plain(said))
                assert again is not None, plain(said)
                assert again[0] == read[0]
                assert {key: value for key, value in again[1].items() if key != "person"} == {
                    key: value for key, value in read[1].items() if key != "person"
                }
        assert count >= (20 if code in ("en", "es", "fr") else 12)


LINES = (
    ("items", "Opening of the session"),
    ("items", "Closure of the session"),
    ("items", "Adoption of the agenda"),
    ("items", "Organizational matters"),
    ("items", "Organizational and other matters"),
    ("items", "Consideration of reports submitted by States parties under article 73 of the Convention"),
    ("items", "Initial report of Borduria"),
    ("items", "Third periodic report of the Niger"),
    ("items", "Follow-up to concluding observations"),
    ("behind", "(agenda item 6)"),
    ("behind", "(provisional agenda item 2)"),
    ("behind", "(continued)"),
    ("behind", "(concluded)"),
    ("procedure", "It was so decided."),
    ("procedure", "It was so agreed."),
    ("procedure", "The agenda was adopted."),
    ("procedure", "The meeting was suspended at 4.45 p.m. and resumed at 5 p.m."),
    ("procedure", "The meeting was suspended at noon."),
    ("procedure", "The meeting was resumed at 10.05 a.m."),
    ("procedure", "A vote was taken."),
    ("procedure", "A recorded vote was taken."),
    ("procedure", "Ms. Halvorsen took the Chair."),
    ("procedure", "Mr. Okonjo resumed the Chair."),
    ("procedure", "At the invitation of the Chair, the delegation of the Niger took places at the Committee table."),
    ("procedure", "The delegation of Borduria withdrew."),
)


def test_what_was_printed_on_the_cover_is_said_or_a_gap(assets: Assets, in_tmp: Path, sample: Path) -> None:
    record = replace(
        _read(sample, assets),
        unrecorded=None,
        notes_as_printed=(Note((Run("No summary record was prepared for the rest of the meeting."),)),),
        blocks=(Heading(1, (Run("A -->  word"),)), Paragraph(1, (Run("Text with --> in it."),))),
        footnotes=(),
        chairs=(Chair("Ms. Diallo", "Vice-Chair"), Chair("Mr. Sow", "Convenor")),
    )
    Path("one.md").write_text(print_record(record), encoding="utf-8")
    result = run("translate", "one.md", "--to", "fr")
    assert result.exit_code == Exit.DONE
    text = Path("one.fr.md").read_text(encoding="utf-8")
    assert "Il n’a pas été établi de compte rendu analytique pour le reste de la séance." in text
    assert "# chair: offices as they are said in fr" in text
    again = read_record(text, "one.fr.md", assets)
    assert [block.inlines for block in again.blocks if isinstance(block, Heading | Paragraph)] == [
        (Gap("heading"),),
        (Gap("text"),),
    ]


def test_figures_and_symbols_alone_stay(assets: Assets, in_tmp: Path, sample: Path) -> None:
    record = replace(_read(sample, assets), blocks=(), footnotes=(), notes_as_printed=None, title_as_printed=None)
    blocks = (Paragraph(1, (Run("CMW/C/SR.590"),)), Paragraph(2, (Run("12"),)), Paragraph(4, (Run("Words."),)))
    Path("one.md").write_text(print_record(replace(record, blocks=blocks)), encoding="utf-8")
    again = _edition(Path("one.md"), "es", assets)
    assert again.blocks == (*blocks[:2], Paragraph(4, (Gap("text"),)))
    assert again.footnotes == tuple[Footnote, ...]()


def test_the_source_is_written_beside_the_record_and_never_over_a_file(in_tmp: Path, sample: Path) -> None:
    Path("590.md").write_bytes(sample.read_bytes())
    dry = run("translate", "590.md", "--to", "es", "--dry-run")
    assert (dry.stdout, Path("590.es.md").exists()) == ("would write 590.es.md\n", False)
    assert run("translate", "590.md", "--to", "es").exit_code == Exit.DONE
    Path("590.es.md").write_text("mine", encoding="utf-8")
    refused = run("translate", "590.md", "--to", "es")
    assert refused.exit_code == Exit.FAULT
    assert refused.stderr.startswith("590.es.md: error: is there and is not written over")
    assert "[file-there]" in refused.stderr
    assert Path("590.es.md").read_text(encoding="utf-8") == "mine"
    assert run("translate", "590.md", "--to", "es", "--force").exit_code == Exit.DONE
    shown = run("translate", "590.md", "--to", "es", "-o", "-")
    assert shown.stdout == Path("590.es.md").read_text(encoding="utf-8")
    # The edition of an edition is named for its own language alone.
    assert run("translate", "590.es.md", "--to", "fr").exit_code == Exit.DONE
    assert Path("590.fr.md").exists()


def test_the_edition_builds_and_says_what_is_wanted(in_tmp: Path, sample: Path) -> None:
    Path("1960.md").write_bytes(sample.read_bytes())
    run("translate", "1960.md", "--to", "fr")
    built = run("build", "1960.fr.md", "--to", "html", "-o", "out")
    assert built.exit_code == Exit.DONE
    assert "gaps are printed for: issued, 26 places in the text" in built.stderr
    page = Path("out/CMW_C_SR.1960-fr.html").read_text(encoding="utf-8")
    assert "Palais Wilson, à Genève" in page or "Palais Wilson" in page
    assert "original:" not in page
    checked = run("check", "1960.fr.md")
    assert "ignore-form" not in checked.output


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--to", "en"), "edition-language"), (("--to", "xx"), "unknown-language"), (("--to", "es", "-o", "a.txt"), "")],
)
def test_what_cannot_be_translated_is_refused(words: tuple[str, ...], code: str, sample: Path, in_tmp: Path) -> None:
    Path("1960.md").write_bytes(sample.read_bytes())
    result = run("--json", "translate", "1960.md", *words)
    assert result.exit_code == (Exit.FAULT if code else Exit.USAGE)
    assert not code or json.loads(result.stderr)["code"] == code
    assert [path.name for path in Path().iterdir()] == ["1960.md"]
