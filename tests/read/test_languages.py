"""Records in languages without wording are refused by name, and not read as empty ones."""

from __future__ import annotations

import pytest

from precis.assets import Assets
from precis.model import PrecisError
from precis.reading.published import read_published

TITLES = [
    ("Arabic", "محضر موجز للجلسة 849\nالمعقودة في المقر، نيويورك"),
]


@pytest.mark.parametrize(("language", "text"), TITLES, ids=[title[0] for title in TITLES])
def test_a_record_in_another_language_is_refused_by_name(language: str, text: str, assets: Assets) -> None:
    with pytest.raises(PrecisError) as caught:
        read_published(f"CMW/C/SR.590\n{text}", "record.txt", assets)
    fault = caught.value.faults[0]
    assert (fault.code, fault.span.file) == ("unknown-language", "record.txt")
    assert f"is a record in {language}" in fault.message


def test_a_record_that_speaks_of_such_a_title_is_read(assets: Assets) -> None:
    text = "The meeting was called to order at 10 a.m.\n1. The Chair said that no “محضر موجز” had been made."
    assert len(read_published(text, "record.txt", assets).record.blocks) == 1
