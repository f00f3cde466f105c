"""Formulae read as they print, word for word, with gaps where a draft has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from precis.language.formula import Formula, Slot
from precis.language.wording import Wording
from precis.model import Call, Inlines, Run

__all__ = ["call_labels", "read_form", "read_printed", "said_with_gaps"]

_GAP = "\ue000"
"""A character that no text has stands for a gap, whatever it lacks."""


class _Lacking:
    """The value of a slot that holds a gap, while the formula is read."""


_LACKING = _Lacking()


def read_printed(names: Sequence[str], text: str, wording: Wording) -> tuple[str, Mapping[str, Any]] | None:
    """Which of the formulae `names` prints `text`, and its values, None for a gap; None if none of them does."""
    for name in names:
        found = read_form(wording.forms(name)[0], text)
        if found is not None:
            return name, found
    return None


def read_form(form: Formula, text: str) -> Mapping[str, Any] | None:
    """The values of a formula that `text` is, None for a gap; None if it is not."""
    found = _with_gaps(form).read(text)
    return None if found is None else {key: None if value is _LACKING else value for key, value in found.items()}


@lru_cache(maxsize=256)
def _with_gaps(form: Formula) -> Formula:
    return Formula(form.text, {key: _or_gap(slot) for key, slot in form.slots.items()})


def _or_gap(slot: Slot) -> Slot:
    def read(text: str) -> Any:
        return _LACKING if text.strip() == _GAP else slot.read(text)

    return Slot(rf"(?:{slot.pattern})|\s?{_GAP}", slot.show, read)


def said_with_gaps(inlines: Inlines) -> str:
    """The words of a line, with one character for each gap and the asterisks of its calls."""
    return "".join(
        item.text if isinstance(item, Run) else item.label if isinstance(item, Call) else _GAP for item in inlines
    )


def call_labels(inlines: Inlines) -> list[str]:
    """The labels of the notes that a line calls, in order."""
    return [item.label for item in inlines if isinstance(item, Call)]
