"""The clauses of a sentence: each verb with its subject and object, and what the words around it make of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from precis.facts.clauses.clause import Clause, Mood, Span, Voice
from precis.facts.clauses.grammar import ClauseGrammar
from precis.facts.clauses.groups import groups_of
from precis.facts.clauses.layout import NOWHERE, Layout
from precis.facts.clauses.openings import Opened
from precis.facts.clauses.tokens import Group, tokens_of

__all__ = ["clauses_of"]

_GOVERNED = {
    "wished": Mood.PROPOSED,
    "planned": Mood.PLANNED,
    "recommended": Mood.RECOMMENDED,
    "possible": Mood.POSSIBLE,
}
"""What a verb makes of what hangs on it; "said" and "done" leave it as it is."""


@lru_cache(maxsize=32)
def clauses_of(text: str, grammar: ClauseGrammar) -> tuple[Clause, ...]:
    """The clauses of a sentence in its normal form (plain blanks and apostrophes), in the order of their verbs."""
    tokens = tokens_of(text, grammar)
    return tuple(_Parser(text, Layout(tokens, groups_of(tokens, grammar), grammar)).clauses())


class _Parser:
    """The clauses of one sentence, from left to right: each knows those before it."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text, self.layout = text, layout
        self.tokens, self.groups, self.grammar = layout.tokens, layout.groups, layout.grammar
        self.asked = text.rstrip(" ”\"'").endswith("?")
        self.parsed: list[Clause] = []

    def clauses(self) -> list[Clause]:
        """All clauses, those of verbs that are not known among them."""
        for index, group in enumerate(self.groups):
            self.parsed.append(self._clause(index, group))
        return self.parsed

    def _clause(self, index: int, group: Group) -> Clause:
        layout = self.layout
        opened = layout.opened[index]
        subject, antecedent = self._subject(index, group, opened)
        governor = self._governor(index, group, opened)
        mood, negated = self._mood(index, group, governor)
        start, end = self.tokens[group.last].end, layout.end(index, len(self.text))
        bare = group.form == "participle" and not layout.finite[index]
        voice = Voice.PASSIVE if bare else group.voice
        agent = NOWHERE
        if bare:
            antecedent = self._before(group)
        if voice is Voice.PASSIVE:
            by = self.grammar.agent.search(self.text, start, end)
            agent = (by.end(), end) if by and not self._is_of_others(index, start, by.start()) else NOWHERE
        none = subject != NOWHERE and self.grammar.negative.match(self.text, *subject) is not None
        return Clause(
            self.text,
            group.lemma,
            self.tokens[min(group.head, len(self.tokens) - 1)].low,
            (self.tokens[group.first].start, start),
            voice,
            mood,
            negated or none,
            group.perfect,
            bare,
            group.form,
            subject,
            (start, end),
            agent,
            antecedent,
            self._gap(index, subject, antecedent),
            self.parsed[governor].lemma if governor is not None else "",
            opened.marker.low if opened.marker else "",
        )

    def _gap(self, index: int, subject: Span, antecedent: Span) -> Literal["", "subject", "object"]:
        """What of a relative clause its antecedent is: nothing behind a preposition, "in which it had found"."""
        if antecedent == NOWHERE:
            return ""
        if subject == antecedent:
            return "subject"
        if not self.layout.finite[index]:
            return ""
        place = self.layout.opened[index].first - 2
        low = self.tokens[place].low if place >= 0 else ""
        return "" if low in self.grammar.around["prepositions"] else "object"

    def _before(self, group: Group) -> Span:
        """The words that a participle stands behind."""
        place = group.first - 1
        while place > 0 and self.tokens[place].kind in "wx,vca" and self.tokens[place - 1].kind not in "hbmt;srq":
            place -= 1
        return (self.tokens[max(place, 0)].start, self.tokens[group.first].start) if group.first else NOWHERE

    def _subject(self, index: int, group: Group, opened: Opened) -> tuple[Span, Span]:
        """The subject, and what a relative clause or "a ceremony to be held" hangs on."""
        layout = self.layout
        if group.form == "to" and group.voice is Voice.PASSIVE and self._stands_behind_noun(group):
            noun = self._before(group)
            return noun, noun
        if opened.shared or not layout.finite[index]:
            interrupted = layout.interrupted(index) if opened.resumed else NOWHERE
            if interrupted != NOWHERE:
                return interrupted, NOWHERE
            source = self._source(index, group, opened)
            if source is None:
                return NOWHERE, NOWHERE
            return self.parsed[source].subject, self.parsed[source].antecedent if opened.shared else NOWHERE
        own = layout.subject(index)
        if opened.marker is not None and opened.marker.kind in "rq" and layout.is_relative(opened):
            antecedent = layout.antecedent(index)
            inserted = self._is_inserted(index, own)
            return (antecedent if own == NOWHERE or inserted else own), antecedent
        return own, NOWHERE

    def _is_of_others(self, index: int, start: int, place: int) -> bool:
        """Whether "by" belongs to a later participle ("launched at an event attended by 26 States") or to a noun."""
        later = any(self.tokens[each.last].end == place for each in self.groups[index + 1 :])
        return later or self.grammar.of_noun.search(self.text, start, place) is not None

    def _is_inserted(self, index: int, own: Span) -> bool:
        """Whether who says it is put before the verb of a relative clause: "which he proposed should be adopted"."""
        if own == NOWHERE or not index:
            return False
        said, verb = self.groups[index - 1], self.groups[index]
        follows = said.last == verb.first - 1 and own[0] <= self.tokens[said.first].start < own[1]
        return follows and said.form == "participle" and self.layout.governs(index - 1) != ""

    def _stands_behind_noun(self, group: Group) -> bool:
        before = self.tokens[group.first - 1] if group.first else None
        return before is not None and before.kind == "w" and before.low not in self.grammar.governors

    def _source(self, index: int, group: Group, opened: Opened) -> int | None:
        """The clause whose subject a verb without one of its own has."""
        if group.form == "to":
            return self._of_infinitive(index, group)
        closed = opened.resumed or self._closes_relative(index, opened)
        return self.layout.outer(index) if closed else self.layout.last_finite(index)

    def _closes_relative(self, index: int, opened: Opened) -> bool:
        """Whether ", and" ends a relative clause: "the Committee had seen a family that had left, and had found"."""
        last = self.layout.last_finite(index)
        marker = self.layout.opened[last].marker if last is not None else None
        if marker is None or marker.kind not in "rq" or not self.layout.is_relative(self.layout.opened[last or 0]):
            return False
        place = opened.first - 2
        return place >= 0 and self.tokens[place].kind == "," and self.tokens[place + 1].kind == "c"

    def _governor(self, index: int, group: Group, opened: Opened) -> int | None:
        """The clause that an infinitive, a gerund or a clause with "that" hangs on."""
        layout = self.layout
        if group.form in ("to", "ing"):
            return self._of_infinitive(index, group)
        if opened.shared:
            source = self._source(index, group, opened)
            return None if source is None else self._governor(source, self.groups[source], layout.opened[source])
        marker = opened.marker
        if not layout.finite[index] or (marker is not None and (marker.kind != "q" or layout.is_relative(opened))):
            return None
        if marker is not None and opened.first >= 2 and self.tokens[opened.first - 2].kind == "c":
            return self._governor_of_that(index)
        if marker is not None and opened.first >= 2 and self._stands_behind_fact(opened.first - 2):
            return None
        last = layout.last_before(opened.first if marker is None else opened.first - 1)
        if last is None or (marker is None and not self._without_that(last, opened)):
            return None
        return last

    def _stands_behind_fact(self, place: int) -> bool:
        """Whether "that" tells a fact, whatever is done with it: "to reflect the fact that it had been put off"."""
        return self.tokens[place].low in self.grammar.around["factive"]

    def _governor_of_that(self, index: int) -> int | None:
        """What governs the clause with "that" which another joins: "said that …, and that …"."""
        for each in range(index - 1, -1, -1):
            marker = self.layout.opened[each].marker
            if marker is not None and marker.kind == "q":
                return self._governor(each, self.groups[each], self.layout.opened[each])
        return None

    def _without_that(self, last: int, opened: Opened) -> bool:
        """Whether a clause follows a verb of saying at once: "said she took it that"."""
        return self.layout.governs(last) == "said" and opened.first == self.groups[last].last + 1

    def _of_infinitive(self, index: int, group: Group) -> int | None:
        """The verb before an infinitive or a gerund, with nothing but its object between."""
        if not index:
            return None
        before = self.groups[index - 1]
        between = self.tokens[before.last + 1 : group.first]
        if any(token.kind in ";rqs" for token in between) or (before.lemma == "" and before.form != "finite"):
            return None
        if between and between[-1].kind == "c" and before.form == group.form:
            return self._of_infinitive(index - 1, before)
        return index - 1

    def _mood(self, index: int, group: Group, governor: int | None) -> tuple[Mood, bool]:
        """What the words around a verb make of it, and whether it is denied."""
        mood, negated = group.mood, group.negated
        if self.asked or self._is_turned(group):
            return (Mood.ASKED if self.asked else Mood.CONDITIONAL), negated
        if group.form in ("to", "ing"):
            mood, negated = self._of_governed(group, governor, negated)
        elif governor is not None and mood is not Mood.HYPOTHETICAL:
            kind = self.layout.governs(governor)
            # "it was with regret that he told": only an infinitive is planned by "was"
            mood = mood if self.groups[governor].lemma == "be" else _GOVERNED.get(kind, mood)
            if self.parsed[governor].governor in self.grammar.around["edits"]:
                mood = Mood.RECOMMENDED
            negated = negated or (kind == "done" and self.parsed[governor].negated)
        marked = self._marked(index)
        if marked is not Mood.DONE:
            return marked, negated
        if mood is Mood.DONE and not group.perfect and (group.generic or self._by_rule(index, group)):
            return Mood.GENERIC, negated
        return mood, negated

    def _by_rule(self, index: int, group: Group) -> bool:
        """Whether a rule stands before the verb in its clause: "under rule 72, decisions were adopted"."""
        first = min(self.layout.opened[index].first, group.first)
        return (
            self.grammar.rules.search(self.text, self.tokens[first].start, self.tokens[group.first].start) is not None
        )

    def _marked(self, index: int) -> Mood:
        """What the marker of the clause says, or of that which it goes on from or hangs on."""
        layout = self.layout
        opened = layout.opened[index]
        if opened.marker is not None and opened.marker.kind == "s":
            return self.grammar.markers[opened.marker.low]
        if opened.shared or not layout.finite[index]:
            source = layout.outer(index) if opened.resumed else layout.last_finite(index)
            return self._marked(source) if source is not None else Mood.DONE
        governor = self._governor(index, self.groups[index], opened)
        return self._marked(governor) if governor is not None and layout.finite[governor] else Mood.DONE

    def _of_governed(self, group: Group, governor: int | None, negated: bool) -> tuple[Mood, bool]:
        """The mood of an infinitive or a gerund."""
        if group.form == "ing":
            return self._of_gerund(group), negated
        before = self.tokens[group.first - 1] if group.first else None
        if before is not None and before.kind == "w" and self.grammar.governors.get(before.low) == "possible":
            return Mood.POSSIBLE, negated
        if governor is None:
            return Mood.PURPOSE, negated
        by, kind = self.parsed[governor], self.layout.governs(governor)
        if kind == "refused":
            return by.mood, not (negated or by.negated)
        negated = negated or by.negated
        if kind == "done" or by.mood not in (Mood.DONE, Mood.PROPOSED):
            return by.mood, negated
        return _GOVERNED.get(kind, Mood.PURPOSE), negated

    def _of_gerund(self, group: Group) -> Mood:
        before = self.tokens[group.first - 1] if group.first else None
        if before is not None and before.kind == "c":
            earlier = next((each for each in self.parsed[::-1] if each.form == "ing"), None)
            return earlier.mood if earlier is not None else Mood.POSSIBLE
        if group.perfect or before is None or before.kind == "," or before.low in self.grammar.gerunds:
            return Mood.DONE
        return Mood.POSSIBLE

    def _is_turned(self, group: Group) -> bool:
        """Whether an auxiliary opens the clause of a condition: "Had it been postponed, …"."""
        if not self.groups or self.groups[0].first != 0 or self.groups[0].last != 0 or self.tokens[0].kind not in "hbm":
            return False
        comma = next((place for place, token in enumerate(self.tokens) if token.kind == ","), 0)
        return group.first < comma
