"""Every form that only reads matches its example, with the right values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest

from precis.assets import Assets, shipped
from precis.language import Wording, load_wording
from precis.language.files import language_tables, languages
from precis.language.formula import Formula, without_case
from precis.model import Run, plain

ASSETS = shipped()


def examples(language: str, assets: Assets) -> Iterator[tuple[str, str, str]]:
    """The name, the form and the example of each form that only reads; a form without slots is its own example."""
    tables = language_tables(language, assets)
    for prefix, part in (("", "variants"), ("procedure_", "procedure")):
        for name, entries in tables[part].items():
            for entry in entries:
                form, example = (entry, entry) if isinstance(entry, str) else entry[:2]
                yield f"{prefix}{name}", form, example


CASES = [(language, *each) for language in languages(ASSETS) for each in examples(language, ASSETS)]


@pytest.mark.parametrize(("language", "name", "text", "example"), CASES, ids=[" | ".join(case[:3]) for case in CASES])
def test_every_form_matches_its_example(language: str, name: str, text: str, example: str) -> None:
    check(language, name, text, example, ASSETS)


def check(language: str, name: str, text: str, example: str, assets: Assets) -> None:
    """The example is of the form, what is read of it prints it again, and no form before it reads it otherwise."""
    wording = load_wording(language, assets)
    form = next(form for form in wording.forms(name) if form.text == text)
    values = form.read(example)
    assert values is not None
    # Words that stand between others are read without the blanks about them.
    assert "".join(printed(form, values, wording).split()) == "".join(example.split())
    first = wording.read(name, example)
    assert first is not None
    assert {slot: first.get(slot) for slot in values} == values


def printed(form: Formula, values: dict[str, Any], wording: Wording) -> str:
    """The words of the form with its values in it: what is typed as the language prints it, the rest as it stands."""
    said = {name.lower(): _words(form, name, values[without_case(name)], wording) for name in form.names}
    text = re.sub(r"\{(\w+)\}", lambda slot: _begun(said[slot[1].lower()], slot[1]), form.text)
    # A line ends in one full stop, though "3 p.m." has its own.
    return re.sub(r"\.\.\Z", ".", text)


def _words(form: Formula, name: str, value: Any, wording: Wording) -> str:
    if isinstance(value, dt.date) and name == "day":
        return re.sub(rf"\A{value.year}年|(?: de)? {value.year}(?: года)?\Z", "", plain(wording.date(value)))
    shown = form.slot(name).show(value) if name not in ("note", "gap", "note2", "gap2") else value
    return plain((Run(shown.replace("^", "")),)) if isinstance(shown, str) else plain(shown)


def _begun(words: str, name: str) -> str:
    return words[:1].upper() + words[1:] if name[0].isupper() else words
