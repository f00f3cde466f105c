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
        if before is None:
            return None
        if self._prose(line).stands.match(clause):
            return self._named(line, clause)
        return (
            self._begun(before, clause)
            or self._led(before, clause)
            or self._remaining(before, clause)
            or self._parted(before, clause)
            or self._theirs(before, clause)
            or self._related(line, clause)
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
        """A clause on a thing by its bare noun, with what it was called before: "the register [of agencies]".

        So is a body: "the Council [of Ministers]". Nothing is put where the noun was told with two complements.
        """
        prose = self._prose(line)
        if prose.joins.search(clause) or (
            (prose.hangs.match(clause) or prose.points(clause)) and not self._stands(line)
        ):
            return None
        for bare, complement in ((prose.bare, prose.complement), (prose.bodies, prose.bodies_full)):
            for found in bare.finditer(clause):
                noun = found["noun"]
                if noun in prose.itself:
                    continue
                full = re.compile(rf"\b{re.escape(noun)} (?P<more>{complement.pattern})")
                more = self._only(line, full, "more")
                if more and len(more.split()) < _BRACKET:
                    return f"{clause[: found.end()]} [{more}]{clause[found.end() :]}"
        return None

    def _stands(self, line: Line) -> bool:
        return self._prose(line).stands.match(speech_of(line, self._prose(line)).clause) is not None

    def _only(self, line: Line, pattern: re.Pattern[str], group: str | int) -> str:
        """What a pattern finds in the sentences before one, in its paragraph; nothing where it finds several things."""
        found: set[str] = set()
        before = self._lines.before(line)
        while before is not None:
            found.update(match[group].strip() for match in pattern.finditer(before.text))
            before = self._lines.before(before)
        return found.pop() if len(found) == 1 else ""

    def _related(self, line: Line, clause: str) -> str | None:
        """A clause on a thing that is one of another, which was named: "the instrument [of the declaration]"."""
        prose = self._prose(line)
        for bare, joint, of in prose.relations:
            found = bare.search(clause)
            named = self._only(line, of, "what") if found is not None else ""
            if found is not None and named and len(named.split()) < _BRACKET:
                return f"{clause[: found.end()]} [{joint} {named}]{clause[found.end() :]}"
        return None

    def _parted(self, before: Line, clause: str) -> str | None:
        """A clause on some of several: "three of [the recommendations]", if the sentence before names but one kind."""
        prose = self._prose(before)
        found = prose.parted.search(clause)
        several = _plurals(before.text, prose)
        if found is None or len(several) != 1 or prose.joins.search(clause) or prose.objects.search(clause):
            return None
        named = [each["what"] for each in prose.counted_of.finditer(before.text) if each["what"].endswith(several[0])]
        if len(named) != 1:
            return None
        start, _, _ = found[0].rpartition(" ")
        return f"{clause[: found.start()]}{start} [{prose.the} {named[0]}]{clause[found.end() :]}"

    def _theirs(self, before: Line, clause: str) -> str | None:
        """A clause on what people have: "their situation [workers without papers]".

        Nothing is put where the sentence before tells of two kinds of people.
        """
        prose = self._prose(before)
        found = list(prose.had_by.finditer(clause))
        people = [match[0] for match in prose.people.finditer(before.text)]
        if len(found) != 1 or len(people) != 1 or prose.several.search(clause[: found[0].start()]):
            return None
        if prose.joins.search(clause) or prose.objects.search(clause) or prose.hangs.match(clause):
            return None
        return f"{clause[: found[0].end()]} [{people[0]}]{clause[found[0].end() :]}"

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


def _plurals(text: str, prose: Prose) -> list[str]:
    """The words of a sentence for several things or people, each once."""
    return list(dict.fromkeys(match[0] for match in prose.plural.finditer(text)))


def _is_plural(thing: str, prose: Prose) -> bool:
    """Whether a thing is told as several: by its first noun."""
    if prose.single.match(thing.lower()):
        return False
    head = prose.behind.split(thing)[0].split()[-1]
    return head.endswith("s") and not head.endswith(("ss", "us"))
