"""Sentences of records told in prose, in their own words, so that each can stand where the paper puts it.

The only changes: "X said that" falls away; a pronoun gets the name of its speaker; a delegate is "the delegation"; what
a pronoun stands for is put in [brackets], in words of the same paragraph; or the sentence before is told too. What
cannot be told by these is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from precis.documents.session.brackets import Brackets
from precis.documents.session.lines import Line, Lines
from precis.documents.session.speech import Prose, Speech, capitalized, speech_of
from precis.documents.session.words import Words

__all__ = ["Teller", "Told"]

_CHAIN = 2
"""So many sentences before one are told for its sake, at most."""


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


class Teller:
    """Tells sentences of records, each by the words of its language. `states` are the names of States."""

    def __init__(self, lines: Lines, words: Words, states: Iterable[str]) -> None:
        self.lines = lines
        self._words = words
        self._small = frozenset(word for tongue in words.tongues.values() for word in tongue.prose.small)
        self._states = frozenset(name[:_STEM].lower() for name in states)
        self._brackets = Brackets(lines, words, self.small)
        self._speeches: dict[tuple[str, int], Speech] = {}
        self._alone_told: dict[tuple[str, int], Told | None] = {}

    def prose(self, line: Line) -> Prose:
        """The small words of the language of a sentence."""
        return self._words.tongue(line.language).prose

    def speech(self, line: Line) -> Speech:
        """What a sentence says, and in whose words."""
        key = line.at.record, line.index
        if key not in self._speeches:
            self._speeches[key] = speech_of(line, self.prose(line))
        return self._speeches[key]

    def clause(self, line: Line) -> str:
        """What a sentence says, without who says it: "The Government had no plans …"."""
        speech = self.speech(line)
        return speech.clause or capitalized(speech.verb)

    def small(self, clause: str) -> str:
        """A clause that goes on a sentence: its first letter is small, unless it begins with a name."""
        word = re.match(r"[^\W\d_][\w'’-]*", clause)
        if word is None:
            return clause
        low = word[0][0].lower() + word[0][1:]
        if low in self._small or (word[0] not in self.lines.small and low in self.lines.small) or self._many(low):
            return low + clause[word.end() :]
        return clause

    def within(self, name: str) -> str:
        """Who speaks, inside a sentence: "the Chair"."""
        first, blank, rest = name.partition(" ")
        return f"{first.lower()}{blank}{rest}" if first.lower() in self._small else name

    def _many(self, word: str) -> bool:
        """Whether a word that no record has inside a sentence is of several things, not the people of a State."""
        known = word[:1].upper() + word[1:] in self.lines.names
        return word.endswith("s") and word.isalpha() and not known and word[:_STEM] not in self._states

    def hangs(self, line: Line, clause: str) -> bool:
        """Whether a clause of a sentence cannot be understood without what stands before it."""
        prose = self.prose(line)
        own, alone = prose.oneself.search(clause), self.of_oneself(line, clause)
        if own is not None and not alone and not prose.anyone.search(clause, 0, own.start()):
            return True
        stands = prose.stands.match(clause)
        if stands is None and prose.hangs.match(clause) and not (alone and own is not None and own.start() == 0):
            return True
        rest = clause[stands.end() :] if stands else clause
        return prose.joins.search(rest) is not None or prose.points(rest)

    def of_oneself(self, line: Line, clause: str) -> bool:
        """Whether a clause has a pronoun that only its speaker can be: no other person is spoken of before."""
        prose, speaker = self.prose(line), line.speaker
        own = prose.oneself.search(clause)
        if own is None or speaker is None or not prose.same.match(f"{speaker.label} {own[0].lower()}"):
            return False
        if prose.belonging.match(clause, own.start()):
            return True
        return not any(prose.anyone.search(text) for text in (clause[: own.start()], *self._just_said(line)))

    def _just_said(self, line: Line) -> Iterator[str]:
        """What the same speaker said in the sentences before one."""
        before = self.lines.before(line)
        for _ in range(_CHAIN):
            if before is None or before.speaker != line.speaker:
                return
            speech = self.speech(before)
            yield speech.clause or speech.verb
            before = self.lines.before(before)

    def alone(self, line: Line) -> Told | None:
        """A sentence told by itself: as it stands, with [brackets], or behind the sentences it needs; or None."""
        key = line.at.record, line.index
        if key not in self._alone_told:
            self._alone_told[key] = self._alone(line, _CHAIN)
        return self._alone_told[key]

    def listed(self, line: Line) -> Told | None:
        """A sentence told in a list, where what it is on stands beside it: only a pronoun needs the sentence before."""
        speech = self.speech(line)
        hangs = not speech.clause or self.hangs(line, speech.clause) or self._counted_on(line, speech.clause)
        if hangs or self._brackets.of(line, speech.clause):
            return self.alone(line)
        return Told(((line, speech.clause),))

    def _alone(self, line: Line, more: int) -> Told | None:
        speech = self.speech(line)
        if not speech.clause and not speech.named:
            return None
        own = self._brackets.of(line, speech.clause) if speech.clause else self._completed(line, speech)
        if own is not None:
            return Told(((line, own),))
        clause = speech.clause or self._free(line, line.text)
        if not self._needs(line, speech):
            return Told(((line, clause),))
        before = self.lines.before(line)
        if before is None or not more:
            return None
        first = self._alone(before, more - 1)
        if first is None or not self._answered(line, speech.clause, first):
            return None
        return Told((*first.parts, (line, speech.clause or line.text)))

    def _answered(self, line: Line, clause: str, first: Told) -> bool:
        """Whether somebody is spoken of in the sentences before a clause, if it has a pronoun of one person."""
        prose = self.prose(line)
        own = prose.oneself.search(clause)
        if own is None or self.of_oneself(line, clause) or prose.anyone.search(clause, 0, own.start()):
            return True
        return prose.anyone.search(first.text) is not None or not all(self.speech(each).clause for each in first.lines)

    def _needs(self, line: Line, speech: Speech) -> bool:
        """Whether a sentence needs the one before: it hangs, or speaks of a thing that was named there."""
        prose = self.prose(line)
        vague = prose.vague.search(speech.clause or speech.verb)
        if vague is not None and vague["noun"] not in prose.itself:
            return True
        if not speech.clause:
            verb = f"{speech.lead}{self._free(line, speech.verb)}"
            return prose.joins.search(verb) is not None or prose.points(verb)
        if self.hangs(line, speech.clause) or self._counted_on(line, speech.clause):
            return True
        named = prose.definite.match(speech.clause)
        before = self.lines.before(line)
        if named is None or before is None or named["noun"] in prose.itself:
            return False
        stem = named["noun"].removesuffix("s")
        return re.search(rf"\b{re.escape(stem)}", before.text, re.IGNORECASE) is not None

    def _counted_on(self, line: Line, clause: str) -> bool:
        """Whether a clause counts on, of things of which the sentence before told others: "Three languages would"."""
        counted, before = self.prose(line).counted.match(clause), self.lines.before(line)
        return counted is not None and before is not None and f" {counted['noun']}" in before.text

    def _completed(self, line: Line, speech: Speech) -> str | None:
        """A sentence whose speaker is a pronoun, with the thing in brackets that its object stands for; or None."""
        found = self._brackets.within(line, speech.verb)
        return None if found is None else line.text.replace(speech.verb, found)

    def _free(self, line: Line, text: str) -> str:
        """A member's words without "however", which joins them to what need not be told; a delegate's as they are."""
        speaker = line.speaker
        if speaker is None or speaker.state is not None:
            return text
        free = self.prose(line).however.sub("", text)
        return capitalized(free) if text[:1].isupper() else free

    def going_on(self, line: Line, words: str, after: Line | None) -> str:
        """What a member's sentence is told in: with its "however" where the one before was told just before it."""
        joined = after is not None and self.lines.before(line) == after
        return line.text if joined and words == self._free(line, line.text) else words

    def verb(self, line: Line, after: Line | None) -> str:
        """What stands behind the speaker of a sentence, joined to the one told before it or not."""
        verb = self.speech(line).verb
        return verb if after is not None and self.lines.before(line) == after else self._free(line, verb)

    def stands(self, line: Line) -> bool:
        """Whether a sentence says a thing by itself that a reader of nothing else can take: of no thing just named."""
        clause = self.speech(line).clause
        named = self.prose(line).definite.match(clause)
        return bool(clause) and (named is None or named["noun"] in self.prose(line).itself)

    def whole(self, line: Line) -> Told | None:
        """A reply told by itself, with the sentence that turns it if one does; or None."""
        told, turned = self.alone(line), self.turned(line)
        if told is None or turned is None:
            return told
        return Told((*told.parts, (turned, self.clause(turned))))

    def turned(self, line: Line) -> Line | None:
        """The sentence after, if it turns what this one says: "However, …"; what is turned is not told without it."""
        after = self.lines.after(line)
        return after if after is not None and self.turns(after) else None

    def turns(self, line: Line) -> bool:
        """Whether a sentence turns the one before it."""
        clause, prose = self.speech(line).clause, self.prose(line)
        return bool(clause) and bool(prose.turns.match(clause) or prose.joins.search(clause))


_STEM = 5
"""Letters by which the people of a State are known by its name."""
