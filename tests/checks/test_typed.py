"""Faults that typists make, each beside the right words: the wrong ones are told, the right ones are left alone.

A pair stands in two lines, "- " and "+ ", in typed-en.txt and typed-fr.txt: ¶ parts paragraphs and \\n lines, fields of
the cover stand first in braces, {session: 39; chair: Ms. Diallo}, and a line that begins with {heading} is one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.assets import Assets
from precis.tasks.check import Wanted, check

HERE = Path(__file__).parent
COVER = {"symbol": "CMW/C/SR.590", "held": "2024-12-13 15:00", "began": "15:00", "rose": "18:00"}
BELOW = {"en": "It was so.", "fr": "Il en est ainsi décidé."}


def pairs(name: str) -> list[tuple[str, str]]:
    blocks = (HERE / name).read_text(encoding="utf-8").strip().split("\n\n")
    lines = [block.split("\n") for block in blocks]
    assert all(len(pair) == 2 and pair[0][:2] == "- " and pair[1][:2] == "+ " for pair in lines), "two lines a pair"
    return [(wrong[2:], right[2:]) for wrong, right in lines]


def source(words: str, language: str) -> str:
    cover, text = COVER | {"language": language}, words
    if words.startswith("{heading} "):
        text = f"# {words.removeprefix('{heading} ')} ¶ {BELOW[language]}"
    elif words.startswith("{"):
        fields, text = words[1:].split("}", 1)
        cover |= dict(field.strip().split(": ", 1) for field in fields.split(";"))
    front = "\n".join(f"{name}: {value}" for name, value in cover.items())
    return f"---\n{front}\n---\n\n" + "\n\n".join(part.strip() for part in text.replace("\\n", "\n").split("¶")) + "\n"


def told(words: str, language: str, file: Path, assets: Assets) -> list[str]:
    file.write_text(source(words, language), encoding="utf-8")
    return [f"{each.code}: {each.found}" for each in check(str(file), assets, Wanted()).told]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_typed_wrongly_is_told_and_what_is_right_is_not(language: str, tmp_path: Path, assets: Assets) -> None:
    found = pairs(f"typed-{language}.txt")
    assert len(found) >= 60
    file = tmp_path / "x.md"
    assert [wrong for wrong, _ in found if not told(wrong, language, file, assets)] == []
    assert [(right, alarms) for _, right in found if (alarms := told(right, language, file, assets))] == []
