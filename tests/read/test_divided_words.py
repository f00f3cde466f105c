"""Words that a text divides at the ends of its lines: the hyphen goes where the other words tell so."""

from __future__ import annotations

import pytest

from precis.assets import Assets
from precis.model import Paragraph, plain
from precis.reading.published import read_published

COVERS = {
    "ru": """CRC/C/SR.1660
Краткий отчет о 1660-м заседании,
состоявшемся во Дворце Вильсона в Женеве во вторник, 29 мая 2012 года, в 10 ч. 00 м.
Заседание открывается в 10 ч. 05 м.
""",
    "es": """CRC/C/SR.1660
Acta resumida de la 1660ª sesión
Celebrada en el Palais Wilson, Ginebra, el martes 29 de mayo de 2012, a las 10.00 horas
Se declara abierta la sesión a las 10.05 horas.
""",
    "en": """CRC/C/SR.1660
Summary record of the 1660th meeting
Held at the Palais Wilson, Geneva, on Tuesday, 29 May 2012, at 10 a.m.
The meeting was called to order at 10.05 a.m.
""",
}


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        (
            "ru",
            """1. Г-жа Новак говорит, что призыву подлежат лишь взрос-
лые мужчины и что в 2011 го-
ду был принят закон, а в позапро-
шлом году поправки приняла и социально-экономи-
ческая комиссия; государства-участ-
ники и государства-участники, взрослые.""",
            "1. Г-жа Новак говорит, что призыву подлежат лишь взрослые мужчины и что в 2011 году был принят закон, а в "
            "позапрошлом году поправки приняла и социально-экономическая комиссия; государства-участники и "
            "государства-участники, взрослые.",
        ),
        (
            "es",
            """1. La Sra. Novak dice que la ley se apro-
bó en 2011, que se aprobó sin enmiendas y que el comité franco-
alemán la apoya.""",
            "1. La Sra. Novak dice que la ley se aprobó en 2011, que se aprobó sin enmiendas y que el comité "
            "franco-alemán la apoya.",
        ),
        (
            "en",
            """1. Ms. Novak said that the self-
employed were covered, as the self-employed had been before, and that the non-
governmental organizations were heard.""",
            "1. Ms. Novak said that the self-employed were covered, as the self-employed had been before, and that the "
            "non-governmental organizations were heard.",
        ),
    ],
)
def test_a_word_is_whole(language: str, text: str, read: str, assets: Assets) -> None:
    reading = read_published(COVERS[language] + text, "record.txt", assets)
    assert reading.record.language == language
    block = reading.record.blocks[-1]
    assert isinstance(block, Paragraph)
    assert f"{block.number}. {plain(block.inlines)}" == read
    assert any(found.code == "hyphen-closed" for found in reading.findings) == (language != "en")
