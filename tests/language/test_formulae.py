"""Formulae: what prints also reads."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.assets import shipped
from precis.language import Wording, languages, load_wording
from precis.language.bodies import load_body
from precis.language.formula import marked_up, without_case
from precis.model import Access, Gap, MeetingRanges, PrecisError, Run, plain
from tests.conftest import BUDGET

ENGLISH = load_wording("en", shipped())
FRENCH = load_wording("fr", shipped())
SPANISH = load_wording("es", shipped())
RUSSIAN = load_wording("ru", shipped())
ARABIC = load_wording("ar", shipped())
CHINESE = load_wording("zh", shipped())
WORDINGS = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE, "ar": ARABIC}
AGREEING = {"held_part", "held_online_part"}
"""The formulae that only some languages have: what agrees with the title of a part."""


def data(language: str) -> dict:
    return tomllib.loads(shipped().text("languages", language, "wording.toml") or "")


def test_every_language_has_the_same_formulae_labels_and_gaps() -> None:
    english = data("en")
    for language in WORDINGS:
        other = data(language)
        assert set(english["formulae"]) == set(other["formulae"]) - AGREEING
        assert set(english["gaps"]) == set(other["gaps"])
        assert {key.removesuffix("_m").removesuffix("_f") for key in other["labels"]} == set(english["labels"])


@pytest.mark.parametrize("wording", WORDINGS.values(), ids=WORDINGS)
def test_what_is_unconfirmed_names_formulae_or_labels(wording: Wording) -> None:
    known = data(wording.language)
    assert set(known["unconfirmed"]) <= set(known["formulae"]) | set(data("en")["labels"])


SAYABLE = {
    "session": 39, "meeting": 590, "first": 580, "last": 589, "date": dt.date(2024, 12, 13), "weekday": 4,
    "time": dt.time(15), "time2": dt.time(16, 30), "zone": "", "place": "Palais Wilson, Geneva", "part": 1,
    "access": "public", "original": "fr", "symbol": "CAT/C/SR.835", "item": "4", "number": 5, "nth": 2,
    "mark": "*", "field": "Chair", "where": "Paragraph 3", "old": "one", "new": "two", "words": "three",
    "note": None, "gap": None, "meetings": MeetingRanges.of((580, 582), (584, 584), (587, 587)),
}  # fmt: skip


@pytest.mark.parametrize(("language", "name"), [(lang, name) for lang in WORDINGS for name in data(lang)["formulae"]])
def test_every_formula_reads_what_it_prints(language: str, name: str) -> None:
    wording = WORDINGS[language]
    needed = [*map(without_case, wording.forms(name)[0].names)]
    values = {slot: SAYABLE[slot] for slot in needed if slot in SAYABLE}
    if len(values) < len(set(needed)):
        pytest.fail(f"{name} has a slot that this test does not know: {needed}")
    read = wording.read(name, plain(wording.say(name, **values)))
    expected = {slot: "" if slot in ("note", "gap") else value for slot, value in values.items()}
    assert read == expected


_NUMBER, _DAY = st.integers(1, 999), st.dates(dt.date(1990, 1, 1), dt.date(2049, 12, 31))
_TIME = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
ANY = {
    **dict.fromkeys(("session", "meeting", "first", "last", "number", "nth"), _NUMBER),
    **dict.fromkeys(("time", "time2"), _TIME),
    "date": _DAY,
    "weekday": st.integers(0, 6),
    "part": st.sampled_from([1, 2]),
    "access": st.sampled_from(["public", "closed"]),
    "original": st.sampled_from(sorted(WORDINGS)),
    "meetings": st.lists(_NUMBER, min_size=1, max_size=4, unique=True).map(
        lambda numbers: MeetingRanges.of(*((number, number) for number in sorted(numbers)))
    ),
}
"""What the slots of formulae may hold, beside the words of `SAYABLE`."""


@pytest.mark.parametrize("language", WORDINGS)
@given(values=st.fixed_dictionaries({**{key: st.just(value) for key, value in SAYABLE.items()}, **ANY}))
@settings(max_examples=25 * BUDGET, derandomize=BUDGET == 1, deadline=None)
def test_every_formula_reads_what_it_prints_with_any_values(language: str, values: dict[str, Any]) -> None:
    wording = WORDINGS[language]
    for name in data(language)["formulae"]:
        own = {slot: values[slot] for slot in map(without_case, wording.forms(name)[0].names)}
        expected = {slot: "" if slot in ("note", "gap") else value for slot, value in own.items()}
        assert wording.read(name, plain(wording.say(name, **own))) == expected, name


def test_the_published_held_line() -> None:
    text = "Held at the Palais Wilson, Geneva, on Friday, 13 December 2024, at 3 p.m."
    read = ENGLISH.read("held", text)
    assert read is not None
    assert plain(ENGLISH.say("held", **read)) == text
    assert (read["place"], read["date"], read["time"]) == ("Palais Wilson, Geneva", dt.date(2024, 12, 13), dt.time(15))


def test_a_held_line_with_a_time_zone() -> None:
    text = "Held via videoconference on Monday, 21 June 2021, at 12.30 p.m. Central European Summer Time"
    read = ENGLISH.read("held_online", text)
    assert read is not None
    assert read["zone"] == "Central European Summer Time"
    assert plain(ENGLISH.say("held_online", **read)) == text


def test_either_apostrophe_hyphen_and_blank_is_read() -> None:
    text = "Il n'a pas été établi  de compte rendu analytique pour le reste de la séance."
    assert FRENCH.read("rest_unrecorded", text) == {}


@pytest.mark.parametrize(
    ("wording", "meetings", "expected"),
    [
        (ENGLISH, "580th to the 589th", "580-589"),
        (ENGLISH, "598th to 607th", "598-607"),
        (ENGLISH, "580th–589th", "580-589"),
        (ENGLISH, "998th and 999th", "998, 999"),
        (ENGLISH, "580th, 582nd, 585th and 589th", "580, 582, 585, 589"),
        (ENGLISH, "610th to the 612th and the 614th", "610-612, 614"),
        (ENGLISH, "610th to 612th, 614th, and 617th to 619th", "610-612, 614, 617-619"),
        (ENGLISH, "one hundred and sixth to one hundred and eighth and the one hundred and tenth", "106-108, 110"),
        (ENGLISH, "589th to the 580th", None),
        (FRENCH, "610^e^ à 612^e^ et 614^e^", "610-612, 614"),
        (FRENCH, "610e, 612e et 614e", "610, 612, 614"),
        (FRENCH, "610e à la 612e, et la 614e", "610-612, 614"),
        (SPANISH, "610ª a 612ª y 614ª", "610-612, 614"),
        (RUSSIAN, "610–612, 614 и 616", "610-612, 614, 616"),
        (SPANISH, "610ª a la 612ª, 614ª y 616ª", "610-612, 614, 616"),
        (CHINESE, "610至第612、第614和第616", "610-612, 614, 616"),
        (CHINESE, "610-612、614", "610-612, 614"),
    ],
)
def test_meetings_are_read_as_they_stand(wording: Wording, meetings: str, expected: str | None) -> None:
    note = wording.formulae["unrecorded"].replace("{meetings}", meetings.replace("^", ""))
    read = wording.read("unrecorded", note)
    assert (read and str(read["meetings"])) == expected


def test_several_ranges_are_printed_with_their_small_words() -> None:
    meetings = MeetingRanges.of((580, 580), (582, 585), (587, 587))
    english = "No summary records were issued for the 580th, the 582nd to the 585th and the 587th meetings."
    french = "Il n’a pas été établi de compte rendu analytique pour les 580e, 582e à 585e et 587e séances."
    assert plain(ENGLISH.say("unrecorded", meetings=meetings)) == english
    assert plain(FRENCH.say("unrecorded", meetings=meetings)) == french
    spanish = "No se levantaron actas resumidas de las sesiones 580ª, 582ª a 585ª y 587ª."
    assert plain(SPANISH.say("unrecorded", meetings=meetings)) == spanish


def test_a_gap_may_stand_in_any_slot() -> None:
    said = ENGLISH.say("meeting_closing", time=Gap("time of closing"))
    assert said == (Run("The meeting rose at "), Gap("time of closing"), Run("."))


def test_names_and_offices_agree() -> None:
    assert FRENCH.person("Ms. Diallo") == "Mme Diallo"
    assert FRENCH.person("The Chair") == "The Chair"
    assert FRENCH.office("Vice-Chair", of="Mme Diallo") == "Vice-Présidente"
    assert FRENCH.label("chair", of="M. Taghizade") == "Président :"
    assert SPANISH.person("Mme Diallo") == "Sra. Diallo"
    assert SPANISH.office("Vice-Chair", of="Sra. Diallo") == "Vicepresidenta"
    assert SPANISH.label("chair", of="Sra. Diallo") == "Presidenta:"
    assert RUSSIAN.person("Ms. Диалло") == "г-жа Диалло"
    assert ARABIC.person("Ms. ديالو") == "السيدة ديالو"
    assert ARABIC.label("chair", of="السيدة ديالو") == "الرئيسة:"
    assert ARABIC.office("Vice-Chair", of="السيدة ديالو") == "نائبة الرئيس"
    assert CHINESE.person("Ms. Diallo") == CHINESE.person("Diallo女士") == "Diallo女士"
    assert CHINESE.person("王先生") == "王先生"
    assert CHINESE.label("chair", of="王先生") == CHINESE.label("chair", of="李女士") == "主席："
    part = {"part": 2, "access": Access.PUBLIC, "meeting": 590, "note": None, "gap": None}
    assert plain(RUSSIAN.say("title_part", **part)) == "Краткий отчет о второй (открытой) части 590-го заседания,"
    assert plain(RUSSIAN.say("title_public_part", **part)) == "Краткий отчет об открытой части 590-го заседания,"
    opening = plain(RUSSIAN.say("part_opening", time=dt.time(15, 5), **part))
    assert opening == "Вторая (открытая) часть заседания начинается в 15 ч. 05 м."


def test_marks_of_the_wording() -> None:
    assert marked_up("*For* 590^e^") == (Run("For", italic=True), Run(" 590"), Run("e", superscript=True))


def test_printing_an_unconfirmed_formula_is_told() -> None:
    wording = load_wording("en", shipped())
    wording.say("reissued", date=dt.date(2025, 1, 17))
    assert wording.said_unconfirmed == {"reissued"}


def test_an_unknown_language_and_body_name_those_there_are() -> None:
    with pytest.raises(PrecisError, match=f"no wording in 'de'; choose one of: {', '.join(languages(shipped()))}"):
        load_wording("de", shipped())
    with pytest.raises(PrecisError, match=r"'xyz' is not a known treaty body; choose one of: .*cmw"):
        load_body("xyz", shipped())


@pytest.mark.parametrize("wording", WORDINGS.values(), ids=WORDINGS)
def test_every_word_of_a_formula_stands_in_what_it_prints(wording: Wording) -> None:
    """A formula is tried only in texts that have its words."""
    for name in data(wording.language)["formulae"]:
        form = wording.forms(name)[0]
        said = plain(wording.say(name, **{slot: SAYABLE[slot] for slot in map(without_case, form.names)})).lower()
        assert [word for word in form.words if word not in said] == []


@pytest.mark.parametrize("person", ["Mme Diallo", "M. Okonjo", "Mgr Okonjo"])
@pytest.mark.parametrize("office", ["Vice-Chair", "Temporary Chair"])
def test_an_office_reads_as_it_prints(office: str, person: str) -> None:
    assert FRENCH.office_of(FRENCH.office(office, of=person), of=person) == office


def test_an_office_that_does_not_agree_stays_as_it_is() -> None:
    assert FRENCH.office_of("Vice-Président", of="Mme Diallo") == "Vice-Président"
    assert FRENCH.office_of("Rapporteuse", of="Mme Diallo") == "Rapporteuse"
