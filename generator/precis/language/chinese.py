"""What Chinese has of numbers and times that no table says: numerals, and twelve hours of a morning or an afternoon."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from precis.language.grammar import Grammar, any_of
from precis.language.numbers import grammar_of, ordinals_in_figures

__all__ = ["chinese"]

_MOST = 99
"""The largest number that is said with "ten"; the figures of larger ones are said one by one (A/68/40)."""


def chinese(data: Mapping[str, Any]) -> Grammar:
    """The grammar of Chinese, whose words stand in its numbers.toml."""
    numerals, time = data["numerals"], data["time"]
    signs = "".join((numerals["digits"], numerals["ten"], numerals["hundred"], *numerals["zero"]))
    figures = ordinals_in_figures(data["ordinals"], 3)
    show, read = _numeral(numerals), _reader(numerals)
    day_parts, read_time = _day_parts(time), _time_reader(time)
    return replace(
        grammar_of(data),
        session=show,
        # Words before a number may be such signs too, "一" or "百": only what stands together is one.
        session_pattern=rf"(?:[{re.escape(signs)}]+|{figures})",
        read_session=read,
        nth=show,
        time=lambda value: _shown_time(value, time),
        time_pattern=(
            rf"(?:{day_parts})?\s*\d ?\d?\s*(?:{any_of(time['hour_words'])})"
            rf"(?:\s*{time['half']}|\s*\d ?\d?\s*(?:{any_of(time['minute_words'])})?)?"
        ),
        read_time=read_time,
    )


def _numeral(numerals: Mapping[str, Any]) -> Callable[[int], str]:
    """A number in numerals: 四十二, 一〇五."""
    digits, ten = numerals["digits"], numerals["ten"]

    def show(number: int) -> str:
        if number > _MOST:
            return "".join(digits[int(figure)] for figure in str(number))
        tens, ones = divmod(number, 10)
        head = "" if not tens else f"{digits[tens] if tens > 1 else ''}{ten}"
        return head + (digits[ones] if ones or not tens else "")

    return show


def _reader(numerals: Mapping[str, Any]) -> Callable[[str], int | None]:
    """Reads numerals, by their places or with tens and hundreds (一百一十二), and figures; None for other words."""
    digits, ten, hundred = numerals["digits"], numerals["ten"], numerals["hundred"]
    values = {sign: number for number, sign in enumerate(digits)} | dict.fromkeys(numerals["zero"], 0)
    counted = re.compile(rf"(?:(.?){hundred})?[{digits[0]}{''.join(numerals['zero'])}]?(?:(.?){ten})?(.?)")

    def read(text: str) -> int | None:
        signs = re.sub(r"\s", "", text)
        if signs.isdecimal():
            return int(signs) or None
        by_place = "".join(str(values.get(sign, "?")) for sign in signs)
        if by_place.isdecimal():
            return int(by_place) or None
        found = counted.fullmatch(signs)
        if found is None or not all(sign in values for sign in filter(None, found.groups())):
            return None
        hundreds, tens, ones = found.groups()
        count = 0 if hundreds is None else 100 * values.get(hundreds, 1)
        count += 0 if tens is None else 10 * values.get(tens, 1)
        return count + (values[ones] if ones else 0) or None

    return read


def _day_parts(time: Mapping[str, Any]) -> str:
    return any_of((*time["morning"], *time["noon"], *time["afternoon"]))


def _shown_time(value: dt.time, forms: Mapping[str, Any]) -> str:
    """A time of twelve hours: 上午10时05分, 下午3时. The hour from midnight to one has the number 0."""
    noon = value.hour == 12 and not value.minute
    part: str = forms["noon" if noon else "morning" if value.hour < 12 else "afternoon"][0]
    hour = value.hour if value.hour <= 12 else value.hour - 12
    form: str = forms["parted" if value.minute else "whole"]
    return part + form.format(h=hour, mm=f"{value.minute:02}")


def _time_reader(forms: Mapping[str, Any]) -> Callable[[str], dt.time | None]:
    reading = re.compile(
        rf"(?P<part>{_day_parts(forms)})?(?P<hour>\d\d?)(?:{any_of(forms['hour_words'])})"
        rf"(?:(?P<half>{forms['half']})|(?P<minutes>\d\d?)(?:{any_of(forms['minute_words'])})?)?"
    )

    def read(text: str) -> dt.time | None:
        found = reading.fullmatch(re.sub(r"\s", "", text))
        if found is None:
            return None
        hour, minutes = int(found["hour"]), 30 if found["half"] else int(found["minutes"] or 0)
        # A time of twenty-four hours may have a part of the day too: 下午15时.
        if found["part"] in forms["afternoon"] and hour < 12:
            hour += 12
        if found["part"] in forms["morning"] and hour == 12:
            hour = 0
        return dt.time(hour, minutes) if hour < 24 and minutes < 60 else None

    return read
