"""Numbers, dates and times, printed and read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precis.assets import chosen, shipped
from precis.language import load_wording
from precis.model import plain

TOY = chosen(Path(__file__).parent.parent / "templates" / "toy")
WORDINGS = {language: load_wording(language, shipped()) for language in ("en", "fr", "es", "ru", "zh", "ar")} | {
    "tl": load_wording("tl", TOY)
}
languages = pytest.mark.parametrize("language", list(WORDINGS))
"""English has a module of its own, the others none; of the language for tests only its files are known."""


@pytest.mark.parametrize(
    ("language", "number", "printed"),
    [
        ("en", 1, "First session"),
        ("en", 21, "Twenty-first session"),
        ("en", 30, "Thirtieth session"),
        ("en", 39, "Thirty-ninth session"),
        ("en", 99, "Ninety-ninth session"),
        ("en", 100, "100th session"),
        ("en", 106, "106th session"),
        ("en", 131, "131st session"),
        ("fr", 1, "Première session"),
        ("fr", 5, "Cinquième session"),
        ("fr", 21, "Vingt et unième session"),
        ("fr", 39, "Trente-neuvième session"),
        ("fr", 71, "Soixante et onzième session"),
        ("fr", 80, "Quatre-vingtième session"),
        ("fr", 81, "Quatre-vingt-unième session"),
        ("fr", 99, "Quatre-vingt-dix-neuvième session"),
        ("fr", 106, "106e session"),
        ("es", 1, "1º período de sesiones"),
        ("es", 39, "39º período de sesiones"),
        ("es", 106, "106º período de sesiones"),
        ("ru", 1, "Первая сессия"),
        ("ru", 39, "Тридцать девятая сессия"),
        ("ru", 106, "106-я сессия"),
        ("zh", 1, "第一届会议"),
        ("zh", 10, "第十届会议"),
        ("zh", 42, "第四十二届会议"),
        ("zh", 90, "第九十届会议"),
        ("zh", 105, "第一〇五届会议"),
        ("ar", 1, "الدورة الأولى"),
        ("ar", 12, "الدورة الثانية عشرة"),
        ("ar", 76, "الدورة السادسة والسبعون"),
        ("ar", 90, "الدورة التسعون"),
        ("ar", 105, "الدورة الخامسة بعد المائة"),
        ("ar", 121, "الدورة 121"),
    ],
)
def test_sessions_are_in_words_below_one_hundred(language: str, number: int, printed: str) -> None:
    assert plain(WORDINGS[language].say("session", session=number)) == printed


@pytest.mark.parametrize(
    ("language", "time", "printed"),
    [
        ("en", dt.time(15), "The meeting rose at 3 p.m."),
        ("en", dt.time(17, 40), "The meeting rose at 5.40 p.m."),
        ("en", dt.time(10, 5), "The meeting rose at 10.05 a.m."),
        ("en", dt.time(12), "The meeting rose at noon."),
        ("en", dt.time(12, 30), "The meeting rose at 12.30 p.m."),
        ("en", dt.time(0, 10), "The meeting rose at 12.10 a.m."),
        ("fr", dt.time(18), "La séance est levée à 18 heures."),
        ("fr", dt.time(1), "La séance est levée à 1 heure."),
        ("fr", dt.time(15, 5), "La séance est levée à 15 h 5."),
        ("es", dt.time(18), "Se levanta la sesión a las 18.00 horas."),
        ("es", dt.time(9, 5), "Se levanta la sesión a las 9.05 horas."),
        ("ru", dt.time(18), "Заседание закрывается в 18 ч. 00 м."),
        ("ar", dt.time(18), "رفعت الجلسة الساعة 00/18."),
        ("ar", dt.time(9, 5), "رفعت الجلسة الساعة 05/09."),
        ("zh", dt.time(18), "下午6时散会。"),
        ("zh", dt.time(10, 5), "上午10时05分散会。"),
        ("zh", dt.time(12), "中午12时散会。"),
        ("zh", dt.time(12, 30), "下午12时30分散会。"),
        ("zh", dt.time(0, 10), "上午0时10分散会。"),
    ],
)
def test_times(language: str, time: dt.time, printed: str) -> None:
    assert plain(WORDINGS[language].say("meeting_closing", time=time)) == printed


def test_the_first_of_a_month_in_french() -> None:
    assert plain(WORDINGS["fr"].date(dt.date(2024, 3, 1))) == "1er mars 2024"


@pytest.mark.parametrize(
    ("session", "number"),
    [("第一百一十二", 112), ("第一百零五", 105), ("第一百", 100), ("第 四 十", 40), ("第42", 42), ("第二〇", 20)],
)
def test_chinese_numerals_are_read_as_other_years_have_them(session: str, number: int) -> None:
    read = WORDINGS["zh"].grammar.read_session
    assert read(session.removeprefix("第").strip()) == number
    assert read("十百") is read("会") is read("〇") is None


@pytest.mark.parametrize(
    "said", ["13 كانون الأول/ديسمبر 2024", "13 كانون الأول 2024", "13 ديسمبر 2024", "١٣ كانون الأول/ديسمبر ٢٠٢٤"]
)
def test_a_month_has_two_names_in_arabic(said: str) -> None:
    assert WORDINGS["ar"].grammar.read_date(said) == dt.date(2024, 12, 13)


@pytest.mark.parametrize(
    ("said", "time"),
    [("晚上7时", dt.time(19)), ("凌晨1时", dt.time(1)), ("下午3时半", dt.time(15, 30)), ("上午10时5分", dt.time(10, 5)),
     ("15时05分", dt.time(15, 5)), ("下午15时", dt.time(15)), ("上午 10 时 05 分", dt.time(10, 5)), ("下午25时", None)],
)  # fmt: skip
def test_chinese_times_are_read_as_other_years_have_them(said: str, time: dt.time | None) -> None:
    assert WORDINGS["zh"].grammar.read_time(said) == time


def test_the_date_of_issue_is_english_in_russian_records() -> None:
    day = dt.date(2017, 9, 13)
    assert plain(WORDINGS["ru"].issued(day)) == "13 September 2017"
    assert plain(WORDINGS["ru"].date(day)) == "13 сентября 2017 года"
    assert plain(WORDINGS["es"].issued(day)) == plain(WORDINGS["es"].date(day)) == "13 de septiembre de 2017"


def test_the_first_of_a_month_in_spanish() -> None:
    assert plain(WORDINGS["es"].date(dt.date(2011, 3, 1))) == "1º de marzo de 2011"


@pytest.mark.parametrize("text", ["The meeting rose at 25 p.m.", "The meeting rose at 3.75 p.m.", "The meeting rose"])
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert WORDINGS["en"].read("meeting_closing", text) is None


@pytest.mark.parametrize(("language", "text"), [("en", "0th session"), ("fr", "0e session"), ("en", "000th session")])
def test_there_is_no_session_before_the_first(language: str, text: str) -> None:
    assert WORDINGS[language].read("session", text) is None


@languages
@given(number=st.integers(1, 4000))
def test_a_session_reads_as_it_prints(language: str, number: int) -> None:
    wording = WORDINGS[language]
    assert wording.read("session", plain(wording.say("session", session=number))) == {"session": number}


@languages
@given(time=st.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_a_time_reads_as_it_prints(language: str, time: dt.time) -> None:
    wording = WORDINGS[language]
    assert wording.read("meeting_opening", plain(wording.say("meeting_opening", time=time))) == {"time": time}


@languages
@given(
    date=st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)),
    place=st.sampled_from(["Palais Wilson, Geneva", "Headquarters, New York", "Parliament House, Suva"]),
)
def test_a_held_line_reads_as_it_prints(language: str, date: dt.date, place: str) -> None:
    wording = WORDINGS[language]
    values = {"place": place, "weekday": date.weekday(), "date": date, "time": dt.time(10), "zone": ""}
    assert wording.read("held", plain(wording.say("held", **values))) == values
