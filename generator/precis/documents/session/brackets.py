"""Clauses with [what they lack] in brackets, in words of the paragraph that they stand in, where that is sure."""

from __future__ import annotations

import re
from collections.abc import Callable

from precis.documents.session.lines import Line, Lines
from precis.documents.session.speech import NEAR, Prose, capitalized, speech_of
from precis.documents.session.words import Words
from precis.facts.clauses import Voice, clauses_of

__all__ = ["Brackets"]

_BRACKET = 8
"""Words of a record that a bracket holds at most."""


class Brackets:
    """Puts nouns for pronouns. `small` gives a clause that goes on a sentence its small letter."""

    def __init__(self, lines: Lines, words: Words, small: Callable[[str], str]) -> None:
        self._lines = lines
        self._words = words
        self._small = small

    def of(self, line: Line, clause: str) -> str | None:
        """The clause of a sentence with what it lacks in brackets; None where nothing can be put, or nothing lacks."""
        before = self._lines.before(line)
        if before is None or self._prose(line).stands.match(clause):
            return None
        return (
            self._begun(before, clause)
            or self._led(before, clause)
            or self._remaining(before, clause)
            or self.within(line, clause)
            or self._named(line, clause)
        )

    def _prose(self, line: Line) -> Prose:
        return self._words.tongue(line.language).prose

    def _begun(self, before: Line, clause: str) -> str | None:
        """A clause that begins with "It" or "They": the subject of the sentence before stands for it."""
        prose = self._prose(before)
        many, one = prose.things.match(clause), prose.thing.match(clause)
        pronoun = many or one
        if pronoun is None:
            return None
        rest = clause[pronoun.end() :]
        hangs = prose.joins.search(rest) is not None or prose.points(rest)
        if prose.acts.match(rest.lstrip()) and self._on_body(before) and not hangs:
            return f"[{prose.the_body}]{rest}"
        if prose.hangs.match(rest.strip()) or prose.joins.search(rest) or prose.objects.search(rest):
            return None
        thing = self._subject(before, many=bool(many))
        return None if thing is None else f"[{capitalized(thing)}]{rest}"

    def _led(self, before: Line, clause: str) -> str | None:
        """A clause that tells when first: "In May [the Committee] had met"."""
        prose = self._prose(before)
        found = prose.led.match(clause)
        if found is None or not prose.acts.match(clause[found.end() :].lstrip()) or not self._on_body(before):
            return None
        body = f"{found[0].removesuffix(prose.it)}[{self._small(prose.the_body)}]"
        return f"{body}{clause[found.end() :]}"

    def _on_body(self, line: Line | None) -> bool:
        """Whether a sentence speaks of the committee: by its name, or as "it" that acts as only committees do."""
        while line is not None:
            prose = self._prose(line)
            if prose.body.search(line.text):
                return True
            clause = speech_of(line, prose).clause
            pronoun = prose.thing.match(clause)
            if pronoun is None or not prose.acts.match(clause[pronoun.end() :].lstrip()):
                return False
            line = self._lines.before(line)
        return False

    def _remaining(self, before: Line, clause: str) -> str | None:
        """ "The remaining 75 would": of what the sentence before was on."""
        prose = self._prose(before)
        found = prose.remaining.match(clause)
        thing = self._subject(before, many=True) if found else None
        if found is None or thing is None or prose.points(clause[found.end() :].strip()):
            return None
        return f"{found[0]} [{thing.split()[-1]}]{clause[found.end() :]}"

    def within(self, line: Line, clause: str) -> str | None:
        """A clause that lets a person act on "it": the thing that the sentence before had as its subject."""
        before, prose = self._lines.before(line), self._prose(line)
        found = list(prose.objects.finditer(clause))
        near = [each for each in found if len(clause[: each.start()].split()) < NEAR]
        if before is None or len(found) != 1 or not near or near[0][0] != prose.it or prose.joins.search(clause):
            return None
        if not (prose.persons.match(clause) or clause[:1].islower()):
            return None
        thing = self._subject(before, many=False)
        return None if thing is None else f"{clause[: near[0].start()]}[{self._small(thing)}]{clause[near[0].end() :]}"

    def _named(self, line: Line, clause: str) -> str | None:
        """A clause on a thing by its bare noun, with what it was called before: "the register [of agencies]"."""
        prose = self._prose(line)
        if prose.hangs.match(clause) or prose.joins.search(clause) or prose.points(clause):
            return None
        before = self._lines.before(line)
        while before is not None:
            for found in prose.bare.finditer(clause):
                noun = found["noun"]
                full = re.search(rf"\b{re.escape(noun)} (?P<more>{prose.complement.pattern})", before.text)
                if full is not None and noun not in prose.itself and len(full["more"].split()) < _BRACKET:
                    return f"{clause[: found.end()]} [{full['more'].strip()}]{clause[found.end() :]}"
            before = self._lines.before(before)
        return None

    def _subject(self, line: Line, *, many: bool) -> str | None:
        """The subject of a sentence's only main clause: a thing, one or several, short and clear by itself; or None."""
        prose, grammar = self._prose(line), self._words.tongue(line.language).grammar
        clause = speech_of(line, prose).clause
        if grammar is None or not clause or prose.hangs.match(clause) or prose.joins.search(clause):
            return None
        found = [each for each in clauses_of(clause, grammar) if each.subject != (0, 0) and not each.bare]
        if not found or found[0].subject[0] > 0:
            return None
        # What an active verb acts upon may be meant as well as who acts.
        if any(each.voice is Voice.ACTIVE for each in found if each.antecedent == (0, 0)):
            return None
        thing = prose.relative.split(found[0].words(found[0].subject))[0].strip(" ,")
        if not 1 < len(thing.split()) <= _BRACKET or prose.persons.match(thing) or prose.points(thing):
            return None
        return None if _is_plural(thing, prose) is not many else prose.article.sub(prose.the, thing)


def _is_plural(thing: str, prose: Prose) -> bool:
    """Whether a thing is told as several: by its first noun."""
    if prose.single.match(thing.lower()):
        return False
    head = prose.behind.split(thing)[0].split()[-1]
    return head.endswith("s") and not head.endswith(("ss", "us"))
