"""Sentences of records told in prose, in their own words, so that each can stand where the paper puts it.

The only changes: "X said that" falls away; a pronoun gets the name of its speaker; a delegate is "the delegation"; what
a pronoun stands for is put in [brackets], in words of the same paragraph; or the sentence before is told too. What
cannot be told by these is not told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from precis.documents.session.lines import Line, Lines
from precis.documents.session.speech import Prose, capitalized, speech_of
from precis.facts.clauses import ClauseGrammar, Voice, clauses_of

__all__ = ["Teller", "Told"]

_BRACKET = 8
"""Words of a record that a bracket holds at most."""
_CHAIN = 2
"""So many sentences before one are told for its sake, at most."""
_NEAR = 6
"""A pronoun that stands for a thing has it behind it if fewer words than this stand before."""


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences to print, each with the words it is told in, in the order of the record."""

    parts: tuple[tuple[Line, str], ...]

    @property
    def text(self) -> str:
        """All the words."""
        return " ".join(words for _, words in self.parts)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The sentences."""
        return tuple(line for line, _ in self.parts)

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(len(words.split()) for _, words in self.parts)


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells sentences in one language."""

    lines: Lines
    prose: Prose
    grammar: ClauseGrammar | None

    def clause(self, line: Line) -> str:
        """What a sentence says, without who says it: "The Government had no plans …"."""
        speech = speech_of(line, self.prose)
        return speech.clause or capitalized(speech.verb)

    def small(self, clause: str) -> str:
        """A clause that goes on a sentence: its first letter is small, unless it begins with a name."""
        word = re.match(r"[^\W\d_][\w'’-]*", clause)
        if word is None:
            return clause
        low = word[0][0].lower() + word[0][1:]
        if low in self.prose.small or (word[0] not in self.lines.small and low in self.lines.small):
            return low + clause[word.end() :]
        return clause

    def hangs(self, clause: str) -> bool:
        """Whether a clause cannot be understood without what stands before it."""
        if self.prose.stands.match(clause):
            return False
        if self.prose.hangs.match(clause) or self.prose.joins.search(clause):
            return True
        found = self.prose.objects.search(clause)
        return found is not None and len(clause[: found.start()].split()) < _NEAR

    def alone(self, line: Line) -> Told | None:
        """A sentence told by itself: as it stands, with [brackets], or behind the sentences it needs; or None."""
        return self._alone(line, _CHAIN)

    def listed(self, line: Line) -> Told | None:
        """A sentence told in a list, where what it is on stands beside it: only a pronoun needs the sentence before."""
        speech = speech_of(line, self.prose)
        if not speech.clause or self.completed(line, speech.clause) or self.hangs(speech.clause):
            return self.alone(line)
        return Told(((line, speech.clause),))

    def _alone(self, line: Line, more: int) -> Told | None:
        speech = speech_of(line, self.prose)
        clause = speech.clause or line.text
        if not speech.clause and not speech.named:
            return None
        own = self.completed(line, speech.clause) if speech.clause else self._completed_verb(line, speech.verb)
        if own is not None:
            return Told(((line, own),))
        if not self._needs(line, clause):
            return Told(((line, clause),))
        before = self.lines.before(line)
        if before is None or not more:
            return None
        first = self._alone(before, more - 1)
        return None if first is None else Told((*first.parts, (line, clause)))

    def _needs(self, line: Line, clause: str) -> bool:
        """Whether a clause needs the sentence before: it hangs, or speaks of a thing that was named there."""
        if self.hangs(clause):
            return speech_of(line, self.prose).clause != ""
        named = self.prose.definite.match(clause)
        before = self.lines.before(line)
        if named is None or before is None or named["noun"] in self.prose.itself:
            return False
        stem = named["noun"].removesuffix("s")
        return re.search(rf"\b{re.escape(stem)}", before.text, re.IGNORECASE) is not None

    def completed(self, line: Line, clause: str) -> str | None:
        """The clause with [what it lacks] in brackets, in words of the sentence before, where that is sure; or None."""
        before = self.lines.before(line)
        if before is None or self.prose.stands.match(clause):
            return None
        return (
            self._begun(before, clause)
            or self._remaining(before, clause)
            or self._within(before, clause)
            or self._named(line, clause)
        )

    def _completed_verb(self, line: Line, verb: str) -> str | None:
        """A sentence whose speaker is a pronoun, with the thing in brackets that its object stands for; or None."""
        before = self.lines.before(line)
        found = self._within(before, verb) if before is not None else None
        return None if found is None else line.text.replace(verb, found)

    def _begun(self, before: Line, clause: str) -> str | None:
        """A clause that begins with "It" or "They": the subject of the sentence before stands for it."""
        many, one = self.prose.things.match(clause), self.prose.thing.match(clause)
        pronoun = many or one
        if pronoun is None:
            return None
        rest = clause[pronoun.end() :]
        if self.hangs(rest.strip()) or self.prose.objects.search(rest):
            return None
        thing = self._subject(before, many=bool(many))
        return None if thing is None else f"[{capitalized(thing)}]{rest}"

    def _remaining(self, before: Line, clause: str) -> str | None:
        """ "The remaining 75 would": of what the sentence before was on."""
        found = self.prose.remaining.match(clause)
        thing = self._subject(before, many=True) if found else None
        if found is None or thing is None or self.hangs(clause[found.end() :].strip()):
            return None
        return f"{found[0]} [{thing.split()[-1]}]{clause[found.end() :]}"

    def _within(self, before: Line, clause: str) -> str | None:
        """A clause that lets a person act on "it": the thing that the sentence before had as its subject."""
        found = list(self.prose.objects.finditer(clause))
        near = [each for each in found if len(clause[: each.start()].split()) < _NEAR]
        if len(found) != 1 or not near or near[0][0] != self.prose.it or self.prose.joins.search(clause):
            return None
        if not (self.prose.persons.match(clause) or clause[:1].islower()):
            return None
        thing = self._subject(before, many=False)
        return None if thing is None else f"{clause[: near[0].start()]}[{self.small(thing)}]{clause[near[0].end() :]}"

    def _named(self, line: Line, clause: str) -> str | None:
        """A clause on a thing by its bare noun, with what it was called before: "the register [of agencies]"."""
        if self.hangs(clause):
            return None
        before = self.lines.before(line)
        while before is not None:
            for found in self.prose.bare.finditer(clause):
                noun = found["noun"]
                full = re.search(rf"\b{re.escape(noun)} (?P<more>{self.prose.complement.pattern})", before.text)
                if full is not None and noun not in self.prose.itself and len(full["more"].split()) < _BRACKET:
                    return f"{clause[: found.end()]} [{full['more'].strip()}]{clause[found.end() :]}"
            before = self.lines.before(before)
        return None

    def _subject(self, line: Line, *, many: bool) -> str | None:
        """The subject of a sentence's only main clause: a thing, one or several, short and clear by itself; or None."""
        if self.grammar is None:
            return None
        clause = speech_of(line, self.prose).clause
        if not clause or self.prose.hangs.match(clause) or self.prose.joins.search(clause):
            return None
        found = [each for each in clauses_of(clause, self.grammar) if each.subject != (0, 0) and not each.bare]
        if not found or found[0].subject[0] > 0:
            return None
        # What an active verb acts upon may be meant as well as who acts.
        if any(each.voice is Voice.ACTIVE for each in found if each.antecedent == (0, 0)):
            return None
        thing = self.prose.relative.split(found[0].words(found[0].subject))[0].strip(" ,")
        if (
            not 1 < len(thing.split()) <= _BRACKET
            or self.prose.persons.match(thing)
            or self.prose.objects.search(thing)
        ):
            return None
        return None if self._is_plural(thing) is not many else self.prose.article.sub(self.prose.the, thing)

    def _is_plural(self, thing: str) -> bool:
        """Whether a thing is told as several: by its first noun."""
        if self.prose.single.match(thing.lower()):
            return False
        head = self.prose.behind.split(thing)[0].split()[-1]
        return head.endswith("s") and not head.endswith(("ss", "us"))

    def turned(self, line: Line) -> Line | None:
        """The sentence after, if it turns what this one says: "However, …"; what is turned is not told without it."""
        after = self.lines.after(line)
        if after is None:
            return None
        clause = speech_of(after, self.prose).clause
        if clause and (self.prose.turns.match(clause) or self.prose.joins.search(clause)):
            return after
        return None
