"""What rules look at: a record, with its texts as one, in which what is quoted or a name of others is covered."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from precis.assets import Assets
from precis.checks.alarm import Place
from precis.checks.hints import hints_of
from precis.checks.rule import HEADING, Rule
from precis.checks.sieve import Sieve
from precis.language.states import FoundState, State, States, load_states, state_in
from precis.language.wording import Wording, languages, load_wording
from precis.model import DOCUMENT_SYMBOL, Gap, Heading, Inlines, Record, Run, plain, texts_of
from precis.proceedings import Form, Passage, Span, normal
from precis.proceedings.passages import passages_of

__all__ = ["COVERED", "Stretch", "Subject"]

COVERED = "□"
"""What stands in the place of each letter of a quotation, of words in italics, of a symbol or an address."""

_QUOTED = re.compile(
    r"“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)|„[^“”]*(?:[“”]|\Z)|(?<![\w\"])\"[^\"]*(?:\"|\Z)"
    r"|(?<![\w'])'(?=[^\W\d_])(?=[^']*[\w,.;?!]'(?!\w))[^']*(?<=[\w,.;?!])'(?!\w)|‘[^’]*[\w,.;?!]’(?!\w)"
)
_OPENING = re.compile("[“«„\"'‘]")
_CLOSING = "”»“\"'’"
_SENTENCE = re.compile(r"[.?!](?= [A-Z])")
_SIGNS = ("@", "http", "www.", ".org", ".int", ".com", ".ch", ".net")
_ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:org|int|com|ch|net)\b"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text of the record: of a heading, or of a passage. `text` is in plain signs, of the length of what stands."""

    at: Span
    form: str
    number: int | None
    exact: str
    text: str
    inlines: Inlines

    def speaks(self, end: int) -> bool:
        """Whether the characters up to `end` are of who speaks: in the bold type with which the text begins."""
        first = self.inlines[0] if self.inlines else None
        return isinstance(first, Run) and first.bold and end <= len(first.text)


@dataclass
class Subject:
    """A record under its rules. `source` is the text of the file that it was read from, if that is a source of ours.

    `line` is the line on which the text below the front matter begins. `words` are names and words that are left alone,
    as if they stood in quotation marks.
    """

    record: Record
    assets: Assets
    source: str = ""
    line: int = 0
    words: tuple[str, ...] = ()
    _states_found: dict[str, tuple[FoundState, ...]] = field(default_factory=dict)
    _looked_at: dict[str, Sequence[int]] = field(default_factory=dict)

    @cached_property
    def wording(self) -> Wording:
        """The wording of the record's language; of English for a language that has none."""
        known = self.record.language in languages(self.assets)
        return load_wording(self.record.language if known else "en", self.assets)

    @property
    def year(self) -> int | None:
        """The year of the meeting, or of the issue."""
        day = self.record.held.date if self.record.held else self.record.issued
        return day.year if day else None

    @cached_property
    def states(self) -> States:
        """The States under their names in the year of the record."""
        return load_states(self.assets, self.record.language).in_year(self.year)

    def state(self, code: str, years_before: int = 0) -> State | None:
        """A State under its name in the record's language, in the year of the record or so many years before it."""
        year = None if self.year is None else self.year - years_before
        state = self.states.in_year(year).by_code.get(code) if years_before else self.states.by_code.get(code)
        if state is None or self.record.language == "en":
            return state
        return state_in(state, self.record.language, self.assets, year)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """All texts of the record in order, headings and footnotes too."""
        return tuple(self._stretches())

    def _stretches(self) -> Iterator[Stretch]:
        passages = list(passages_of(self.record))
        notes = {note.label: note.inlines for note in self.record.footnotes}
        texts = {passage.at: passage for passage in passages}
        by_block: dict[int, list[Passage]] = {}
        for passage in texts.values():
            by_block.setdefault(passage.at.block, []).append(passage)
        for index, block in enumerate(self.record.blocks):
            if isinstance(block, Heading):
                exact = plain(block.inlines)
                yield Stretch(Span(index, 0, len(exact)), HEADING, None, exact, normal(exact), block.inlines)
                continue
            parts = texts_of(block)
            for each in by_block.get(index, ()):
                inlines = notes[each.at.note] if each.form is Form.NOTE else parts[each.at.part]
                yield Stretch(each.at, str(each.form), each.number, each.exact, each.text, inlines)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for stretch in self.stretches:
            starts.append(at)
            at += len(stretch.text) + 1
        return starts

    @cached_property
    def whole(self) -> str:
        """All texts, one a line, in plain signs."""
        return "\n".join(stretch.text for stretch in self.stretches)

    @cached_property
    def exact(self) -> str:
        """All texts, one a line, in the signs that stand there."""
        return "\n".join(stretch.exact.replace("\n", " ") for stretch in self.stretches)

    @cached_property
    def own(self) -> str:
        """All texts as `whole`, with what is quoted, in italics, a symbol or an address covered."""
        return "\n".join(self.own_texts)

    @cached_property
    def own_texts(self) -> tuple[str, ...]:
        """The own words of each text."""
        return tuple(covered(stretch, self.words) for stretch in self.stretches)

    @cached_property
    def sieve(self) -> Sieve:
        """Which of the texts have the words that a rule looks for, among the own ones."""
        return Sieve(self.own_texts)

    @cached_property
    def _quoting(self) -> tuple[list[int], Sieve]:
        """The texts of which something is covered, and which of them have the words that a rule looks for there too."""
        both = zip(self.stretches, self.own_texts, strict=True)
        places = [index for index, (stretch, own) in enumerate(both) if stretch.text != own]
        return places, Sieve([self.stretches[index].text for index in places])

    @property
    def vocabulary(self) -> Set[str]:
        """Each of the own words once, in small letters."""
        return self.sieve.vocabulary

    @property
    def behind(self) -> Mapping[str, Set[str]]:
        """For each of the own words those that stand behind it, whatever signs are between them."""
        return self.sieve.behind

    def looked_at(self, rule: Rule) -> Sequence[int]:
        """The texts in which a rule may find something: all, if it has no hint."""
        if not rule.hint:
            return range(len(self.stretches))
        if rule.name not in self._looked_at:
            self.look_for([rule])
        return self._looked_at[rule.name]

    def look_for(self, rules: Iterable[Rule]) -> None:
        """Find the texts of some rules that have hints, for all of them at once."""
        for quoted in (False, True):
            hinted = [rule for rule in rules if rule.hint and rule.quoted == quoted]
            texts = self._having(tuple(rule.hint for rule in hinted), quoted)
            self._looked_at.update(zip((rule.name for rule in hinted), texts, strict=True))

    def having(self, hint: tuple[str, ...], quoted: bool = False) -> Sequence[int]:
        """The texts that have one of some words in small letters, as hints of rules are; own ones, or quoted too."""
        return self._having((hint,), quoted)[0]

    def _having(self, rules: tuple[tuple[str, ...], ...], quoted: bool) -> list[list[int]]:
        if not rules:
            return []
        hints = hints_of(rules)
        own = self.sieve.having(hints)
        if not quoted:
            return own
        places, sieve = self._quoting
        others = sieve.having(hints)
        return [sorted({*texts, *(places[index] for index in other)}) for texts, other in zip(own, others, strict=True)]

    def bounds(self, index: int) -> tuple[int, int]:
        """Where a text begins and ends in `whole`, with the end of its line."""
        start = self._starts[index]
        return start, start + len(self.stretches[index].text) + 1

    def states_in(self, own: str) -> tuple[FoundState, ...]:
        """The States that the own words of a text name."""
        if own not in self._states_found:
            self._states_found[own] = tuple(self.states.find(own))
        return self._states_found[own]

    def text_at(self, at: int) -> tuple[int, int]:
        """Which text has the character `at` of `whole`, and at which of these it begins."""
        index = bisect_right(self._starts, at) - 1
        return index, self._starts[index]

    def place(self, start: int, end: int) -> tuple[Stretch, Place]:
        """The text in which `whole` has the characters `start` to `end`, and their place."""
        index, first = self.text_at(start)
        stretch = self.stretches[index]
        return stretch, self.within(stretch, start - first, end - first)

    def within(self, stretch: Stretch, start: int, end: int) -> Place:
        """The place of the characters `start` to `end` of a text."""
        return Place(replace(stretch.at, start=start, end=end), number=stretch.number)


def covered(stretch: Stretch, words: tuple[str, ...] = ()) -> str:
    """The text of a stretch with each letter covered that is not the record's own."""
    text = stretch.text
    covers = [*_covers(stretch), *(found.span() for word in words for found in re.finditer(re.escape(word), text))]
    if not covers:
        return text
    signs = list(text)
    for start, end in covers:
        signs[start:end] = [" " if sign == " " else COVERED for sign in text[start:end]]
    return "".join(signs)


def _covers(stretch: Stretch) -> Iterator[tuple[int, int]]:
    text = stretch.text
    if _OPENING.search(text):
        yield from ((match.start() + 1, _end_of(match)) for match in _QUOTED.finditer(text) if len(match[0]) > 2)
    if "/" in text:
        yield from (match.span() for match in DOCUMENT_SYMBOL.finditer(text))
    if any(sign in text for sign in _SIGNS):
        yield from (match.span() for match in _ADDRESS.finditer(text))
    if any(isinstance(item, Run) and item.italic for item in stretch.inlines) and not _is_all_italic(stretch.inlines):
        at = 0
        for item in stretch.inlines:
            length = 0 if isinstance(item, Gap) else len(getattr(item, "text", ""))
            if isinstance(item, Run) and item.italic:
                yield at, at + length
            at += length


def _end_of(quoted: re.Match[str]) -> int:
    """Where a quotation ends; one that is not closed goes on to the end of its first sentence.

    That of a text that is quoted as a whole, or behind a colon, goes on to the end: the next paragraph may close it.
    """
    if quoted[0][-1] in _CLOSING or not quoted.start() or quoted.string[: quoted.start()].endswith(": "):
        return quoted.end() - 1
    sentence = _SENTENCE.search(quoted.string, quoted.start())
    return sentence.end() if sentence else quoted.end() - 1


def _is_all_italic(inlines: Inlines) -> bool:
    """Whether a text is in italics throughout: a line of procedure, which is the record's own."""
    return all(item.italic for item in inlines if isinstance(item, Run) and item.text.strip())
