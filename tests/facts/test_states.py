"""States as texts name them: short names, names of other years, States and territories that are no members."""

from __future__ import annotations

import pytest

from precis.assets import Assets
from precis.language.states import State, load_states

NAMED = [
    ("Plurinational State of Bolivia", 2016, "BOL", "the Plurinational State of Bolivia"),
    ("Bolivia", 2016, "BOL", "Bolivia"),
    ("Bolivia", 2005, "BOL", "Bolivia"),
    ("Venezuela (Bolivarian Republic of)", 2016, "VEN", "the Bolivarian Republic of Venezuela"),
    ("the United States", 2006, "USA", "the United States"),
    ("Libyan Arab Jamahiriya", 1998, "LBY", "the Libyan Arab Jamahiriya"),
    ("Libya", 1998, "LBY", "Libya"),
    ("Libya", 2014, "LBY", "Libya"),
    ("Swaziland", 2018, "SWZ", "Swaziland"),
    ("Eswatini", 2018, "SWZ", "Eswatini"),
    ("the former Yugoslav Republic of Macedonia", 2008, "MKD", "the former Yugoslav Republic of Macedonia"),
    ("North Macedonia", 2019, "MKD", "North Macedonia"),
    ("Turkey", 2010, "TUR", "Turkey"),
    ("Türkiye", 2023, "TUR", "Türkiye"),
    ("Czech Republic", 2007, "CZE", "the Czech Republic"),
    ("Czechia", 2020, "CZE", "Czechia"),
    ("Zaire", 1990, "COD", "Zaire"),
    ("Democratic Republic of the Congo", 1999, "COD", "the Democratic Republic of the Congo"),
    ("Union of Soviet Socialist Republics", 1984, "RUS", "the Union of Soviet Socialist Republics"),
    ("German Democratic Republic", 1986, "DDR", "the German Democratic Republic"),
    ("Czechoslovakia", 1991, "CSK", "Czechoslovakia"),
    ("Yugoslavia", 1978, "YUG", "Yugoslavia"),
    ("the Holy See", 2014, "VAT", "the Holy See"),
    ("the State of Palestine", 2020, "PSE", "the State of Palestine"),
    ("Hong Kong, China", 2013, "HKG", "Hong Kong, China"),
    ("the Netherlands", 2010, "NLD", "the Netherlands"),
    ("the Kingdom of the Netherlands", 2023, "NLD", "the Kingdom of the Netherlands"),
]


@pytest.mark.parametrize(("words", "year", "code", "shown"), NAMED)
def test_a_state_is_known_under_the_names_of_its_year(
    words: str, year: int, code: str, shown: str, assets: Assets
) -> None:
    states = load_states(assets).in_year(year)
    found = list(states.find(f"the report of {words}, as amended"))
    assert [(each.state.code, each.state.in_text) for each in found] == [(code, shown)]
    assert states.named(words) == found[0].state


def test_what_only_looks_like_a_state_is_none(assets: Assets) -> None:
    text = "Mr. Jordan and Ms. Ana Chad met in Mexico City, in New Mexico, in Northern Ireland and in Guinea-Conakry."
    assert [each.state.code for each in load_states(assets).find(text)] == []


def test_the_name_stays_in_the_place_it_was_found(assets: Assets) -> None:
    text = "dialogues with the Niger, Côte d’Ivoire and Guinea-Bissau"
    found = [text[each.start : each.end] for each in load_states(assets).find(text)]
    assert found == ["the Niger", "Côte d’Ivoire", "Guinea-Bissau"]


def test_states_are_sorted_and_told_apart_by_their_codes(assets: Assets) -> None:
    states = load_states(assets)
    old, new = states.in_year(1998).by_code["LBY"], states.by_code["LBY"]
    assert old == new
    assert old is not None and new is not None
    assert old.in_text != new.in_text
    assert [state.code for state in sorted([states.by_code["VNM"], states.by_code["CIV"]])] == ["CIV", "VNM"]


def test_a_state_that_no_list_knows_keeps_its_name() -> None:
    state = State.as_printed("the Republic of  Nowhere")
    assert (state.code, state.in_text, state.status) == ("", "the Republic of Nowhere", "unlisted")
    assert state != State.as_printed("Elsewhere")
