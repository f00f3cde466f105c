"""The names of States in Spanish, Russian, Chinese and Arabic: each State has one, and no two have the same."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.language.states import is_confirmed, load_states, state_in

TEMPLATES = Path(__file__).parents[2] / "templates"
LANGUAGES = ("es", "ru", "zh", "ar")
languages = pytest.mark.parametrize("language", LANGUAGES)

FOUND = [
    ("es", "Informe inicial del Senegal y EXAMEN DEL INFORME DE AUSTRIA", ["SEN", "AUT"]),
    ("es", "Guinea-Bissau, Guinea Ecuatorial, Papua Nueva Guinea y Guinea", ["GNB", "GNQ", "PNG", "GIN"]),
    ("es", "la República Islámica del Irán; el Irán; Irán (República Islámica del)", ["IRN", "IRN", "IRN"]),
    ("ru", "Первоначальный доклад Египта; делегация в Иордании", ["EGY", "JOR"]),
    ("ru", "с Сент-Винсентом и Гренадинами, Республикой Корея и Корейской Народно-Демократической Республикой",
     ["VCT", "KOR", "PRK"]),
    ("ru", "г-н Оман из Гвинеи-Бисау", ["GNB"]),
    ("zh", "应主席邀请，蒙古代表团就座；审议刚果民主共和国和尼日尔的报告", ["MNG", "COD", "NER"]),
    ("zh", "马里女士（赤道几内亚）说", ["GNQ"]),
    ("ar", "التقرير الدوري الثاني للجماهيرية العربية الليبية", ["LBY"]),
    ("ar", "وفد إسبانيا والجزائر ولبنان؛ في العراق وللأردن", ["ESP", "DZA", "LBN", "IRQ", "JOR"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "codes"), FOUND)
def test_states_are_found_as_texts_name_them(language: str, text: str, codes: list[str], assets: Assets) -> None:
    assert [each.state.code for each in load_states(assets, language).find(text)] == codes


@languages
def test_every_state_has_a_name_and_is_found_by_each_form_of_it(language: str, assets: Assets) -> None:
    states = load_states(assets, language)
    rows = tomllib.loads((TEMPLATES / "languages" / language / "states.toml").read_text(encoding="utf-8"))
    codes = set(load_states(assets).by_code)
    assert set(rows) - {"confirmed"} == codes
    assert set(rows["confirmed"]) < codes
    owners: dict[str, set[str]] = defaultdict(set)
    for code in codes:
        row = rows[code]
        forms = [row["name"], row.get("prose"), row.get("genitive"), *row.get("cases", ()), *row.get("also", ())]
        for form in filter(None, forms):
            owners[form].add(code)
            found = [each.state.code for each in states.find(form)]
            assert states.named(form) is not None and found[:1] == [code], form
    assert {form: codes for form, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("language", "code", "said"),
    [("es", "SEN", "Senegal"), ("ru", "EGY", "Египта"), ("ar", "DZA", "للجزائر"), ("ar", "ESP", "لإسبانيا")],
)
def test_a_name_has_its_article_and_its_case(language: str, code: str, said: str, assets: Assets) -> None:
    state = state_in(load_states(assets).by_code[code], language, assets)
    assert (state.genitive or state.name) == said
    assert state.article == ("el" if language == "es" else "")


def test_names_that_no_document_was_seen_with_are_known_as_such(assets: Assets) -> None:
    states = load_states(assets).by_code
    assert is_confirmed(states["SEN"], "es", assets)
    assert not is_confirmed(states["TUV"], "es", assets)
    assert is_confirmed(states["TUV"], "fr", assets)
