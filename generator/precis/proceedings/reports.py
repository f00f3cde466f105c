"""Reports of States parties as headings and texts number them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from precis.language.wording import Wording

__all__ = ["NO_REPORT", "Report", "report_numbers"]


@dataclass(frozen=True, slots=True, order=True)
class Report:
    """A report of a State party: (1,) is the initial, (2, 3, 4) the combined second to fourth; () where not said.

    `protocol` is the Optional Protocol it is made under, as symbols name it ("OPAC"); empty for the treaty itself.
    """

    numbers: tuple[int, ...] = ()
    symbol: str = ""
    protocol: str = ""


NO_REPORT = Report()
"""A report of which nothing is said."""


def report_numbers(text: str, wording: Wording) -> tuple[int, ...]:
    """The numbers of a series: "initial and second" is (1, 2), "second to fourth" is (2, 3, 4)."""
    first, to = wording.speech["initial"], "|".join(wording.speech["to"])
    ordinal = rf"(?:{first}|{wording.grammar.session_pattern})"
    words = re.findall(ordinal, text, re.IGNORECASE)
    numbers = [1 if word.lower() == first else wording.grammar.read_session(word) or 0 for word in words]
    ranged = re.search(rf"\b(?:{to})\b|[–-](?=\s*(?:\d|{first}))", text)
    if ranged and len(numbers) == 2 and numbers[0] < numbers[1]:
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(numbers)
