"""Labels of speakers (tests/proceedings/labels/*.txt): the reader, the proceedings and the facts agree on each.

A case is *title / labels, one a line / who speaks, one line a label*. Each label begins a paragraph of a text without
emphasis, behind a paragraph of somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts import facts_of
from precis.language import load_wording
from precis.language.states import load_states
from precis.model import Paragraph, Record, Run, joined, plain
from precis.proceedings import Turn, proceedings_of
from precis.reading.published import read_published
from tests.proceedings.describe import speaker_line
from tests.support.cases import cases_of

FILES = sorted((Path(__file__).parent / "labels").glob("*.txt"))
TEXTS = {
    "en": (
        "Summary record of the 1953rd meeting\n\nThe meeting was called to order at 3.05 p.m.\n\nOther matters\n\n"
        "1. Mr. Zander said that all was well.\n\n2. {label} said that the session was open.\n\n"
        "The meeting rose at 5.45 p.m.\n"
    ),
    "fr": (
        "Compte rendu analytique de la 1953^e séance\n\nLa séance est ouverte à 15 h 5.\n\nQuestions diverses\n\n"
        "1. M. Zander dit que tout va bien.\n\n2. {label} dit que la session est ouverte.\n\n"
        "La séance est levée à 17 h 45.\n"
    ).replace("^e", "e"),
    "es": (
        "Acta resumida de la 1953ª sesión\n\nSe declara abierta la sesión a las 15.05 horas.\n\nOtros asuntos\n\n"
        "1. El Sr. Zander dice que todo va bien.\n\n2. {label} dice que el período de sesiones está abierto.\n\n"
        "Se levanta la sesión a las 17.45 horas.\n"
    ),
    "ru": (
        "Краткий отчет о 1953-м заседании,\n\nЗаседание открывается в 15 ч. 05 м.\n\nПрочие вопросы\n\n"
        "1. Г-н Зандер говорит, что все хорошо.\n\n2. {label} говорит, что сессия открыта.\n\n"
        "Заседание закрывается в 17 ч. 45 м.\n"
    ),
    "ar": (
        "محضر موجز للجلسة 1953\n\nافتتحت الجلسة الساعة 05/15.\n\nمسائل أخرى\n\n"
        "1- السيد زاندر قال إن كل شيء على ما يرام.\n\n2- {label} قال إن الدورة مفتوحة.\n\n"
        "رفعت الجلسة الساعة 45/17.\n"
    ),
}


def labels() -> Iterator[tuple[str, str, str]]:
    for case in cases_of(FILES):
        rows = zip(*(text.split("\n") for text in case.texts), strict=True)
        yield from ((case.file.stem, label, wanted) for label, wanted in rows)


LABELS = list(labels())


def test_there_are_many_labels() -> None:
    assert len(LABELS) >= 100
    assert {language for language, _, _ in LABELS} == set(TEXTS)


@pytest.mark.parametrize(("language", "label", "wanted"), LABELS, ids=[label for _, label, _ in LABELS])
def test_reader_proceedings_and_facts_agree(language: str, label: str, wanted: str, assets: Assets) -> None:
    record = read_published(TEXTS[language].format(label=label), "text", assets).record
    assert record.language == language
    found = facts_of(record, assets)
    # The labels that the reader made bold are those of the speakers.
    assert [same(name) for name in bold_of(record, 2)] == [same(name) for name in names_of(wanted)]
    # The proceedings and the facts know them.
    assert told(found.proceedings.turns) == ["1", f"2: {wanted}"]
    # So they do where a record has lost its emphasis.
    bare = replace(record, blocks=tuple(map(without_emphasis, record.blocks)))
    states = load_states(assets, language)
    assert told(proceedings_of(bare, load_wording(language, assets), states).turns) == ["1", f"2: {wanted}"]


def told(turns: tuple[Turn, ...]) -> list[str]:
    lines = [f"{turn.first}: {' & '.join(map(speaker_line, turn.speakers))}" for turn in turns]
    return [lines[0].partition(":")[0], *lines[1:]]


def same(name: str) -> str:
    return "".join(name.split()).casefold()


def names_of(wanted: str) -> list[str]:
    return [part.split("; ")[0] for part in wanted.split(" & ")]


def bold_of(record: Record, number: int) -> list[str]:
    paragraph = next(each for each in record.paragraphs if each.number == number)
    return [item.text for item in paragraph.inlines if isinstance(item, Run) and item.bold]


def without_emphasis(block: object) -> object:
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(block.number, joined([Run(plain(block.inlines))]))
