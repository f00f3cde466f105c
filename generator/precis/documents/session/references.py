"""The references of a paper: which paragraphs its words call, and how a call is printed: 52:18, 52:18–20; 54:5, 19."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from precis.documents.session.paper import Cited, Section, Sheet
from precis.facts.fact import Reference
from precis.model import Call, Inline, Inlines, Run, mapped

__all__ = ["Change", "Citations", "calls_in", "label_of", "label_stem", "short_meetings"]

_STEM = re.compile(r"SR\.(\d+)(?:/(.+))?")

Change = Callable[[Inlines], Inlines]
"""What is made of a text."""


def label_stem(record: str) -> str:
    """How the calls of a record begin: by the number of its meeting, "1952"; of a part of one, "1924-Add.1"."""
    found = _STEM.search(record)
    if found is None:
        return re.sub(r"[^\w-]+", "-", record).strip("-")
    return found[1] + (f"-{found[2].replace('/', '-')}" if found[2] else "")


def label_of(at: Reference) -> str:
    """The label of the calls of a place: "1952.18", "1952.h18" for the heading before it, "1952.cover", "session"."""
    if at.part == "source":
        return "session"
    stem = label_stem(at.record)
    if at.part == "cover":
        return f"{stem}.cover"
    return f"{stem}.{'h' if at.part == 'heading' else ''}{at.paragraph or 0}"


@dataclass
class Citations:
    """Gathers what a paper cites. While it is written, a call names a sentence; in the end, the paragraph."""

    _found: dict[str, Reference] = field(default_factory=dict)

    def calls(self, references: Iterable[Reference]) -> Inlines:
        """The calls of places, each once."""
        out: dict[str, Call] = {}
        for at in references:
            label = f"{label_of(at)}#{at.sentence}"
            while self._found.setdefault(label, at) != at:
                label = f"{label}#"
            out[label] = Call(label)
        return tuple(out.values())

    def say(self, text: str, *references: Reference) -> Inlines:
        """Words and the calls of what they rest on; `**` in the words is bold."""
        return (*marked(text), *self.calls(references))

    def settled(self, sheets: Sequence[Sheet]) -> tuple[tuple[Sheet, ...], dict[str, Cited]]:
        """The sheets with calls of paragraphs, and those paragraphs, each with the words that are used."""
        cited: dict[str, Cited] = {}

        def settle(items: Inlines) -> Inlines:
            out: list[Inline] = []
            for item in items:
                if not isinstance(item, Call) or item.label not in self._found:
                    out.append(item)
                    continue
                at, label = self._found[item.label], item.label.partition("#")[0]
                known = cited.get(label) or Cited(at.record, at.paragraph or 0, (), at.computed, at.part)
                words = () if at.words in known.words or not at.words else (at.words,)
                cited[label] = replace(known, words=(*known.words, *words))
                if Call(label) not in _last_calls(out):
                    out.append(Call(label))
            return _tidied(_shared(out))

        settled = tuple(
            replace(sheet, sections=tuple(_settled(section, settle) for section in sheet.sections)) for sheet in sheets
        )
        return settled, cited


def marked(text: str) -> Inlines:
    """The runs of a text in which `**` begins and ends bold."""
    parts = text.split("**")
    return tuple(Run(part, bold=bool(number % 2)) for number, part in enumerate(parts) if part)


def _shared(items: Sequence[Inline]) -> Inlines:
    """The text without a reference that the next one repeats: it covers all the words since the one before it."""
    groups = [(called, list(group)) for called, group in groupby(items, key=lambda item: isinstance(item, Call))]
    called = [place for place, (is_call, _) in enumerate(groups) if is_call]
    for place, following in pairwise(called):
        if groups[place][1] == groups[following][1]:
            groups[place] = (True, [])
    return tuple(item for _, group in groups for item in group)


def _tidied(items: Inlines) -> Inlines:
    """A text as a source gives it back: runs of one look as one, no blank at its ends."""
    out: list[Inline] = []
    for item in items:
        last = out[-1] if out else None
        if isinstance(item, Run) and isinstance(last, Run) and replace(last, text="") == replace(item, text=""):
            out[-1] = replace(last, text=last.text + item.text)
        else:
            out.append(item)
    for place, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if out and isinstance(item := out[place], Run):
            out[place] = replace(item, text=strip(item.text))
    return tuple(item for item in out if not isinstance(item, Run) or item.text)


def _last_calls(items: Sequence[Inline]) -> list[Inline]:
    """The calls that a text ends in."""
    out: list[Inline] = []
    for item in reversed(items):
        if not isinstance(item, Call):
            break
        out.append(item)
    return out


def _settled(section: Section, settle: Change) -> Section:
    return replace(section, blocks=tuple(mapped(block, settle) for block in section.blocks))


def calls_in(sections: Iterable[Section]) -> Iterator[Call]:
    """The calls of sections, in order."""
    found: list[Call] = []

    def note(items: Inlines) -> Inlines:
        found.extend(item for item in items if isinstance(item, Call))
        return items

    for section in sections:
        for block in section.blocks:
            mapped(block, note)
    yield from found


def short_meetings(records: Iterable[str]) -> Mapping[str, str]:
    """How references name records: by the last two figures of the meeting; by more where two do not tell them apart."""
    stems = {record: label_stem(record) for record in dict.fromkeys(records)}
    numbers = {record: re.match(r"\d+", stem) for record, stem in stems.items()}
    figures = [match[0] for match in numbers.values() if match]
    size = 2
    while len({number[-size:] for number in figures}) < len(set(figures)):
        size += 1
    return {
        record: match[0][-size:] + stems[record][match.end() :] if match else stems[record]
        for record, match in numbers.items()
    }
