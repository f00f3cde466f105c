"""Words, numbers and speakers of the text below a cover, in each language, as converters leave them."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

import pytest

from precis.assets import Assets
from precis.language.states import load_states
from precis.language.wording import load_wording
from precis.model import Call, Heading, Paragraph, Run, plain, texts_of
from precis.proceedings.procedure import Lines, ProcedureKind
from precis.proceedings.speaker import Speakers
from precis.proceedings.speech import speech_of
from precis.reading.published import read_published

COVER = {
    "en": "CAT/C/SR.1\n\nSummary record of the 1st meeting\n\nThe meeting was called to order at 10 a.m.\n\n",
    "es": "CAT/C/SR.1\n\nActa resumida de la 1ª sesión\n\nSe declara abierta la sesión a las 10.00 horas.\n\n",
    "ru": "CAT/C/SR.1\n\nКраткий отчет о 1-м заседании,\n\nЗаседание открывается в 10 ч. 00 м.\n\n",
    "zh": "CAT/C/SR.1\n\n第1次会议简要记录\n\n上午10时宣布开会。\n\n",
}


@pytest.mark.parametrize(
    ("language", "printed", "read"),
    [
        # What ends an ordinal is a word as well: only before what is counted is it no word.
        ("es", "1. Se aplaza la 836 a sesión; véanse los artículos 2 a 7 y é ste, los folios 9 a la vuelta.",
         "Se aplaza la 836a sesión; véanse los artículos 2 a 7 y éste, los folios 9 a la vuelta."),
        ("es", "1.el PRESIDENTE da la palabra.", "el PRESIDENTE da la palabra."),
        # The word for an organ and a small word, whatever stands elsewhere.
        ("es", "1. El Comitéha dicho que los Comités y la Comisiónno votan.",
         "El Comité ha dicho que los Comités y la Comisión no votan."),
        ("ru", "1. Комитетне принял доклад Комитета о Комитете.", "Комитет не принял доклад Комитета о Комитете."),
        ("ru", "1. ЛордГРИФФИН говорит, что он согласен.", "Лорд ГРИФФИН говорит, что он согласен."),
        ("zh", "1. 主席提请注意CAT/ C/2003/II/L.1号文件。", "主席提请注意CAT/C/2003/II/L.1号文件。"),
    ],
)  # fmt: skip
def test_words(language: str, printed: str, read: str, assets: Assets) -> None:
    # "éste" stands elsewhere in the text, whole.
    text = f"{COVER[language]}{printed}\n\n2. {'Sólo éste.' if language == 'es' else '……'}\n"
    record = read_published(text, "text", assets).record
    first = record.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.number, plain(first.inlines)) == (1, read)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("1. Ms. Co ker-Aboud thanked Mr. Ben al-Rashid.", "Ms. Coker-Aboud thanked Mr. Ben al-Rashid."),
        ("1. Ms. Gaer non-Governmental partners thanked.", "Ms. Gaer non-Governmental partners thanked."),
        ("1. The COMMITTEE ANDCULTURAL rights, ANDANTE.", "The COMMITTEE AND CULTURAL rights, ANDANTE."),
        ("1. Chapter IV.Organization was adopted.", "Chapter IV. Organization was adopted."),
        ("1. He met Mr. V.Ivanov.", "He met Mr. V.Ivanov."),
    ],
)
def test_words_in_english(printed: str, read: str, assets: Assets) -> None:
    text = f"{COVER['en']}{printed}\n\n2. Cultural rights were discussed.\n"
    first = read_published(text, "text", assets).record.blocks[0]
    assert isinstance(first, Paragraph)
    assert plain(first.inlines) == read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. He read out the draft:\n\n2. She agreed.", True),
        ("1. He read out the draft:\n\n“The Committee,\n\n2. She agreed.", False),
        ("1. He read out the draft:\n\n(a) One;\n\n(b) Two.\n\n2. She agreed.", False),
        ("He read out the draft:\n\nShe agreed.", False),  # without numbers nothing tells one from the other
    ],
)
def test_what_is_announced_and_does_not_follow_is_told(text: str, told: bool, assets: Assets) -> None:
    findings = read_published(f"{COVER['en']}{text}\n", "text", assets).findings
    assert any(finding.code == "announced-missing" for finding in findings) is told


def test_what_a_line_of_procedure_quotes_is_not_in_italics(assets: Assets) -> None:
    line = "1. Mr. Sow made the solemn declaration as follows: “I shall serve the Committee”."
    first = read_published(f"{COVER['en']}{line}\n", "text", assets).record.blocks[0]
    assert isinstance(first, Paragraph)
    italic = "".join(item.text for item in first.inlines if isinstance(item, Run) and item.italic)
    assert italic == "Mr. Sow made the solemn declaration as follows:"


def test_a_heading_with_a_full_stop_is_the_item_without(assets: Assets) -> None:
    text = COVER["en"].replace("The meeting", "Contents\n\nAdoption of the agenda\n\nThe meeting")
    text += "Adoption of the agenda (agenda item 2 of the provisional agenda) (CAT/C/1/1).\n\n1. He agreed.\n"
    record = read_published(text, "text", assets).record
    assert record.contents_as_printed is None
    assert isinstance(record.blocks[0], Heading)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("zh", "报告员Okoye女士请委员会注意文件。", "报告员Okoye女士"),
        ("zh", "Lindholm女士（助理秘书长）高度评价委员会的工作。", "Lindholm女士"),
        ("zh", "Lindholm女士（助理秘书长）和Berg先生（司长）到会。", ""),
        ("ar", "السيدة لي – مارشان (أمينة اللجنة) عرضت الورقة.", "السيدة لي – مارشان"),
    ],
)
def test_speakers(language: str, text: str, name: str, assets: Assets) -> None:
    found = speech_of(text, load_wording(language, assets)).names
    assert "".join(text[start:end] for start, end in found) == name


def test_an_office_before_a_chinese_name_is_that_of_the_speaker(assets: Assets) -> None:
    speaker = Speakers(load_wording("zh", assets), load_states(assets, "zh").in_year(2024)).of("报告员Okoye女士")
    assert (speaker.name, speaker.honorific, speaker.role) == ("Okoye", "女士", "报告员")


def test_signs_of_vowels_hide_no_line_of_procedure(assets: Assets) -> None:
    text = "أُقِرَّ جدول الأعمال."
    read = Lines(load_wording("ar", assets), [text]).read(text)
    assert read is not None
    assert read[0] is ProcedureKind.ADOPTION


@pytest.mark.parametrize("printed", ["نائبة الرئيسة", "نائب الرئيسة", "نائبة الرئيس"])
def test_who_stands_in_for_a_woman_is_a_vice_chair(printed: str, assets: Assets) -> None:
    assert load_wording("ar", assets).office_of(printed, of="السيدة نويمان") == "Vice-Chair"


def test_chinese_words_are_not_glued(assets: Assets) -> None:
    text = f"{COVER['zh']}1. 主席宣布会议开幕,并欢迎各位委员,特别是新委员。\n"
    reading = read_published(text, "text", assets)
    assert not [finding for finding in reading.findings if finding.code == "words-glued"]
    assert isinstance(reading.record.blocks[0], Paragraph)
    assert isinstance(reading.record.blocks[0].inlines[0], Run)


@pytest.mark.parametrize("call", ["----footnote1----", "footnote1)"])
def test_notes_that_a_converter_names(call: str, assets: Assets) -> None:
    text = (
        f"1. He said that it was abolished.{call} She agreed.\n\nThe meeting rose at 6 p.m.\n\nfootnote1)\tIn 2019.\n"
    )
    record = read_published(f"{COVER['en']}{text}", "text", assets).record
    paragraph = record.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert [item for item in paragraph.inlines if isinstance(item, Call)] == [Call("1")]
    assert plain(paragraph.inlines) == "He said that it was abolished. She agreed."
    assert [(note.label, plain(note.inlines)) for note in record.footnotes] == [("1", "In 2019.")]


def test_a_name_of_a_note_without_its_note_stays_in_the_text(assets: Assets) -> None:
    text = "1. He said that it was abolished.footnote1) She agreed.\n"
    record = read_published(f"{COVER['en']}{text}", "text", assets).record
    assert isinstance(record.blocks[0], Paragraph)
    assert "footnote1)" in plain(record.blocks[0].inlines)


def side_by_side(lines: list[str], *, width: int, rows: int) -> str:
    """Pages of two columns of so many rows, as `pdftotext -layout` sets them, with a head and a foot."""
    pages = []
    for number, first in enumerate(range(0, len(lines), 2 * rows), 2):
        left, right = lines[first : first + rows], lines[first + rows : first + 2 * rows]
        both = [f"{one:<{width + 4}}{other}".rstrip() for one, other in zip_longest(left, right, fillvalue="")]
        pages.append("\n".join([f"CAT/C/SR.1{' ' * 60}{number}", "", *both, "", f"GE.11-41005{' ' * 60}{number}"]))
    return "\n\f".join(pages)


def test_two_columns_of_a_page_are_read_one_after_the_other(assets: Assets) -> None:
    said = (
        "said that the number of inspections had risen in each of the last three years, that the fines imposed had been"
        " paid in full, and that the report which the Commissioner had presented to Parliament would be translated"
    )
    paragraphs = [f"{number}. Ms. Okonjo {said} into {number} languages." for number in range(1, 13)]
    lines = [line for text in paragraphs for line in [*textwrap.wrap(text, 44), ""]]
    text = f"{COVER['en']}\f{side_by_side(lines, width=44, rows=28)}\n\fThe meeting rose at 6 p.m.\n"
    record = read_published(text, "text", assets).record
    found = [(block.number, plain(block.inlines)) for block in record.blocks if isinstance(block, Paragraph)]
    assert found == [(number, text.partition(". ")[2]) for number, text in enumerate(paragraphs, 1)]


def test_a_table_of_a_text_is_no_page_of_two_columns(assets: Assets) -> None:
    rows = [f"{year}                          {year - 1900} cases" for year in range(2001, 2013)]
    text = f"{COVER['en']}1. The figures were as follows:\n\n" + "\n".join(rows) + "\n\n2. She agreed.\n"
    record = read_published(text, "text", assets).record
    said = " ".join(plain(words) for block in record.blocks for words in texts_of(block))
    assert said.index("102 cases") < said.index("2003")
