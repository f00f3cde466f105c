"""Each formula of languages/xx/formulae.toml is in its example, and not in the other; what is decided is adopted."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts import facts_of
from precis.facts.formulae.made import MAKERS
from precis.facts.formulae.words import load_formulae
from precis.language.wording import load_wording
from precis.model import Faults, Record
from precis.proceedings import normal
from precis.source.body import read_body
from tests.facts.describe import describe
from tests.support.cases import Case, each_case

FOLDER = Path(__file__).parents[2] / "templates" / "languages"
LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/formulae.toml"))


def rows() -> Iterator[tuple[str, int, str, str, str]]:
    """Language, place in the table, kind, and the two examples."""
    for language in LANGUAGES:
        data = tomllib.loads((FOLDER / language / "formulae.toml").read_text(encoding="utf-8"))
        for place, row in enumerate(data["formulae"]):
            yield language, place, row["kind"], row["yes"], row["no"]


@pytest.mark.parametrize(("language", "place", "kind", "good", "bad"), list(rows()))
def test_a_formula_is_in_its_example_alone(
    language: str, place: int, kind: str, good: str, bad: str, assets: Assets
) -> None:
    formulae = load_formulae(language, assets, load_wording(language, assets).grammar)
    assert formulae is not None
    assert kind in MAKERS
    formula = formulae.formulae[place]

    def tells(sentence: str) -> bool:
        low = normal(sentence).lower()
        never = formula.never is not None and formula.never.search(low) is not None
        return formula.say.search(low) is not None and not never

    assert tells(good)
    assert not tells(bad)


CASES = {
    "Adopted by a decision": (
        "**Le Président** dit que le Comité souhaite adopter l’ordre du jour.\n\n*Il en est ainsi décidé.*",
        ["adopted 1.1: text=agenda; stage=adopted"],
    ),
    "A decision that adopts nothing": (
        "**Le Président** propose de lever la séance.\n\n*Il en est ainsi décidé.*",
        ["decision 2.1: what=lever la séance"],
    ),
    "Not adopted without a decision": (
        "**Le Président** croit comprendre que le Comité souhaite adopter l’ordre du jour.",
        [],
    ),
    "Lists of States, and these": (
        "**La Présidente** dit que le Comité a examiné les rapports du Burundi, de l’Irlande et de la Türkiye. "
        "Il a adopté des observations finales concernant ces trois États parties.",
        [
            *(f"dialogue 1.1: state={code}" for code in ("BDI", "IRL", "TUR")),
            *(
                f"adopted 1.2: text=concluding observations; stage=adopted; state={code}"
                for code in ("BDI", "IRL", "TUR")
            ),
        ],
    ),
    "What others adopt, and what is to come": (
        "**La Présidente** dit que l’Assemblée générale a adopté une résolution. "
        "Le Comité adoptera son observation générale no 7 à sa prochaine session. "
        "Chaque fois que le Comité a adopté une observation générale, il l’a publiée.",
        [],
    ),
    "Stages": (
        "*Le projet de rapport annuel, tel que modifié oralement, est adopté.*",
        ["adopted 1.1: text=annual report; stage=adopted as orally revised"],
    ),
}


@pytest.mark.parametrize("title", CASES)
def test_the_facts_of_a_french_text(title: str, assets: Assets) -> None:
    text, wanted = CASES[title]
    faults = Faults()
    body = read_body(text, faults)
    faults.check()
    found = facts_of(Record(blocks=body.blocks, language="fr"), assets)
    assert sorted(describe(fact) for fact in found.facts) == sorted(wanted)


@each_case((Path(__file__).parent / "cases" / "fr").glob("*.txt"))
def test_the_facts_of_a_french_case(case: Case, assets: Assets) -> None:
    text, expected = case.texts
    faults = Faults()
    body = read_body(text, faults)
    faults.check()
    found = facts_of(Record(blocks=body.blocks, footnotes=body.footnotes, language="fr"), assets)
    wanted = [line for line in expected.split("\n") if line.strip()]
    assert sorted(describe(fact) for fact in found.facts if fact.kind != "move") == sorted(wanted)
