"""Notes of a cover that plain figures call, where a converter wrote them so: "the second part (public)1"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from precis.language.wording import Wording
from precis.model import Inline, Run, joined
from precis.reading.draft import CoverDraft
from precis.reading.line import TextLine, stretch
from precis.reading.search.tolerant import LooseText, find

__all__ = ["with_starred_calls"]

_NOTE = re.compile(r"([1-3]|[¹²³])[.)/]?\s*(?=[^\W\d])")
_CALL = re.compile(r"(?<=[^\W\d_]|[)）])([1-3]|[¹²³])(?=[\s,،，]|$)")
_PLAIN = str.maketrans("¹²³", "123")


def with_starred_calls(
    lines: Sequence[TextLine], titles: Sequence[str], notes: Sequence[str], wording: Wording, draft: CoverDraft
) -> Sequence[TextLine]:
    """The lines of a cover with asterisks, as documents have them, for the figures of its title and of their notes.

    `titles` and `notes` are the names of the formulae that tell both. A figure of which either is missing stays.
    """
    below = {at: match for at, line in enumerate(lines) if (match := _NOTE.match(line.text))}
    below = {at: match for at, match in below.items() if _says(notes, lines[at].text[match.end() :], wording)}
    stars = {_figure(match): "*" * number for number, match in enumerate(below.values(), 1)}
    if not below or len(stars) < len(below):
        return lines
    for at, line in enumerate(lines[: min(below)]):
        calls = list(_CALL.finditer(line.text))
        if [_figure(call) for call in calls] != list(stars):
            continue
        starred = {at: _starred(line, calls, stars)}
        if _says(titles, starred[at].text, wording):
            starred |= {own: _starred(lines[own], [match], stars) for own, match in below.items()}
            for own, new in starred.items():
                reason = "documents have asterisks for figures that call the notes of a cover"
                draft.tell("usual-form", "notes", reason, lines[own].at, old=lines[own].text, new=new.text)
            return [starred.get(own, line) for own, line in enumerate(lines)]
    return lines


def _figure(match: re.Match[str]) -> str:
    return match[1].translate(_PLAIN)


def _says(names: Sequence[str], text: str, wording: Wording) -> bool:
    """Whether a text begins with one of some formulae."""
    loose = LooseText(text)
    forms = ((name, form) for name in names for form in wording.forms(name))
    return any(found.start == 0 for name, form in forms for found in find(name, form, loose))


def _starred(line: TextLine, figures: Sequence[re.Match[str]], stars: Mapping[str, str]) -> TextLine:
    """A line with asterisks in the place of its figures."""
    inlines: list[Inline] = []
    behind = 0
    for match in figures:
        sign = stars[_figure(match)] + (" " if match.re is _NOTE else "")
        inlines += [*stretch(line.inlines, behind, match.start()), Run(sign)]
        behind = match.end()
    return replace(line, inlines=joined([*inlines, *stretch(line.inlines, behind)]))
