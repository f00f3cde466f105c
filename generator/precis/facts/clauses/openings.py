"""Where the clauses of a sentence begin, and which of its verbs make clauses of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from precis.facts.clauses.grammar import ClauseGrammar
from precis.facts.clauses.tokens import Group, Token

__all__ = ["Opened", "Openings"]

_DATED = 2
"""Tokens of the shortest date with what leads to it: "in May"."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Where a clause begins, and what opens it: `first` is its first token, `marker` the word before that.

    `shared` says that it has no subject of its own; `resumed`, that it goes on behind a clause between commas.
    """

    first: int
    marker: Token | None
    shared: bool = False
    resumed: bool = False


class Openings:
    """The tokens and verb groups of a sentence, and where the clause of each verb opens.

    Places are numbers of tokens and of groups.
    """

    def __init__(self, tokens: Sequence[Token], groups: Sequence[Group], grammar: ClauseGrammar) -> None:
        self.tokens, self.groups, self.grammar = tokens, groups, grammar
        self.finite = [self._is_finite(index) for index in range(len(groups))]
        self.opened: list[Opened] = []
        for index in range(len(groups)):
            self.opened.append(self._opened(index))

    def governs(self, index: int) -> str:
        """What a verb makes of the clause it governs, by the word as it stands or by its lemma; empty for nothing."""
        group, governors = self.groups[index], self.grammar.governors
        head = self.tokens[group.head].low if group.head < len(self.tokens) else ""
        return governors.get(head) or governors.get(group.lemma, "")

    def last_finite(self, index: int) -> int | None:
        """The clause before a verb."""
        return next((each for each in range(index - 1, -1, -1) if self.finite[each]), None)

    def last_before(self, first: int) -> int | None:
        """The last verb that stands before a token."""
        return next((each for each in range(len(self.groups) - 1, -1, -1) if self.groups[each].last < first), None)

    def has_noun(self, first: int, end: int) -> bool:
        """Whether a stretch of tokens holds more than small words."""
        return any(self.tokens[place].kind in "wqvx" for place in range(first, end))

    def _is_finite(self, index: int) -> bool:
        """Whether a verb makes a clause of its own: one in -ed without auxiliary may be a past or a participle."""
        group, tokens = self.groups[index], self.tokens
        if group.form != "participle" or "past" not in self.grammar.verbs[tokens[group.head].low].forms:
            return group.form == "finite"
        before = tokens[group.first - 1].kind if group.first else ""
        after = tokens[group.last + 1] if group.last + 1 < len(tokens) else None
        if before in ("r", "q") or group.lemma in self.grammar.around["intransitive"]:
            return True
        if before == "c":
            return index > 0 and self.groups[index - 1].form == "participle"
        if before not in ("w", "x", ",") or after is None or after.kind in ";,":
            return False
        if after.low in self.grammar.around["after_participle"]:
            return False
        if before == ",":
            return any(token.kind in ",x" for token in tokens[: group.first - 1]) and not self._is_aside(group.last + 1)
        return not self._main_verb_follows(group.last + 1)

    def _is_aside(self, place: int) -> bool:
        """Whether a comma and an auxiliary follow: "the report of Hungary, originally set down for May, had been"."""
        tokens = self.tokens
        closed = next((each for each in range(place, len(tokens) - 1) if tokens[each].kind in ",;srqc"), None)
        return closed is not None and tokens[closed].kind == "," and tokens[closed + 1].kind in "hbm"

    def _main_verb_follows(self, place: int) -> bool:
        """Whether an auxiliary follows before the clause ends: "the texts adopted then had been issued"."""
        for each in range(place, len(self.tokens)):
            kind = self.tokens[each].kind
            if kind in ",;srqc":
                return False
            if kind in "hbm" and self.tokens[each - 1].kind != "t":
                return True
        return False

    def _opened(self, index: int) -> Opened:
        """Where the clause of a verb begins: behind the last marker, joining word or comma after the verb before."""
        group, tokens = self.groups[index], self.tokens
        if not self.finite[index]:
            return Opened(group.first, None)
        before = self.last_finite(index)
        low = self.groups[before].last if before is not None else -1
        marker = self.marker(low, group.first)
        if marker is not None:
            return Opened(marker + 1, tokens[marker])
        if before is None:
            return Opened(0, None)
        between = range(group.first - 1, low, -1)
        joins = [place for place in between if tokens[place].kind == "c"]
        if tokens[group.first - 1].kind == "," and not self._closes_aside(joins[0] if joins else low, group.first - 1):
            return Opened(group.first, None, shared=True, resumed=True)
        if joins and not self._main_follows(before, joins[0], group.first):
            closed = next((place for place in joins if tokens[place - 1].kind == ","), None)
            # "was elected Chair and Ms. Ito, Mr. Sow and Ms. Oda were elected Vice-Chairs": the first "and" opens.
            named = next((place for place in joins[::-1] if self._names_person(place + 1)), joins[0])
            first = (named if closed is None else closed) + 1
            shared = not self.has_noun(first, group.first) or self._is_phrase_aside(first, group.first)
            shared = shared or self._is_date(first, group.first)
            return Opened(first, None, shared=shared)
        comma = next((place for place in between if tokens[place].kind == ","), None)
        first = low + 1 if comma is None else comma + 1
        bare = not self.has_noun(first, group.first)
        return Opened(first, None, shared=bare, resumed=bare and comma is not None)

    def _is_phrase_aside(self, first: int, end: int) -> bool:
        """Whether nothing but a phrase between commas stands there: "but, in the absence of an answer, could not"."""
        tokens = self.tokens
        closed = end - first > 2 and tokens[first].kind == tokens[end - 1].kind == ","
        if not closed:
            return False
        around = self.grammar.around  # "and, two days later, had addressed"
        return tokens[first + 1].low in around["leading"] or tokens[end - 2].low in around["after_a_time"]

    def _is_date(self, first: int, end: int) -> bool:
        """Whether nothing but a day stands there: "had met with them and on 30 August had taken part in"."""
        around, tokens = self.grammar.around, self.tokens
        if end - first < _DATED or tokens[first].low not in around["leading"]:
            return False
        return all(each.low.isdigit() or each.low in around["months"] for each in tokens[first + 1 : end])

    def _names_person(self, place: int) -> bool:
        """Whether a title stands there: "Ms." """
        return f"{self.tokens[place].low}." in self.grammar.around["heads"]

    def _closes_aside(self, low: int, comma: int) -> bool:
        """Whether a comma closes what another opened: "the consideration of one, concerning Finland, had ended"."""
        return any(self.tokens[place].kind == "," for place in range(low + 1, comma))

    def _main_follows(self, before: int, join: int, end: int) -> bool:
        """Whether the main clause begins behind a comma: "although it had met with A and B, it had decided"."""
        marker = self.opened[before].marker
        if marker is None or marker.kind != "s":
            return False
        return any(self.tokens[place].kind == "," and self.has_noun(place + 1, end) for place in range(join + 1, end))

    def marker(self, low: int, end: int) -> int | None:
        """The last word between two verbs that opens a clause.

        A preposition that a comma closes again before the verb opens none: "since the session, it had".
        """
        closed = False
        joined = end > 0 and self.tokens[end - 1].kind == "c"  # "had come before it on the first day and had told"
        # "while that of Chad, at its request, had been": what stands between commas before the verb closes nothing.
        aside = self._aside_before(low, end)
        for place in range(end - 1, low, -1):
            token = self.tokens[place]
            if place in aside:
                continue
            if token.kind == ";" or token.kind == "r" or (token.kind == "q" and self._that_opens(place)):
                return place
            closed = closed or token.kind == ","
            names_office = place == low + 1 and self._is_of_office(place)
            if joined and token.kind == "s" and token.low in self.grammar.around["markers"]:
                continue
            if token.kind == "s" and not names_office and not (closed and self._is_preposition(place, low)):
                return place
        return None

    def _aside_before(self, low: int, end: int) -> range:
        """The tokens of a phrase between commas right before a verb, where another subject stands before it."""
        commas = [place for place in range(end - 1, low, -1) if self.tokens[place].kind == ","][:2]
        whole = len(commas) > 1 and commas[0] == end - 1 and self.tokens[commas[1] + 1].low in self._leading
        return range(commas[1], end) if whole and self.has_noun(low + 1, commas[1]) else range(0)

    @property
    def _leading(self) -> frozenset[str]:
        return self.grammar.around["leading"]

    def _is_of_office(self, place: int) -> bool:
        """Whether a marker behind a verb stands before an office: "had been designated as focal point"."""
        last = self.last_before(place)
        return last is not None and self.groups[last].lemma in self.grammar.around["elliptic"]

    def _is_preposition(self, place: int, low: int) -> bool:
        """Whether a marker that a comma follows stands before a noun, or is an aside between commas."""
        opens = self.tokens[place].low in self.grammar.around["opening"]
        between_commas = place > low + 1 and self.tokens[place - 1].kind == "," and not opens
        return between_commas or self.tokens[place].low in self.grammar.around["markers"]

    def _that_opens(self, place: int) -> bool:
        """Whether "that" opens a clause: not "that State", behind a preposition or a verb that governs nothing."""
        before = self.tokens[place - 1] if place else None
        if before is None or before.low in self.grammar.around["prepositions"]:
            return False
        if before.kind == "w":
            return True
        if before.kind == "c":
            return any(token.kind == "q" for token in self.tokens[: place - 1])
        last = self.last_before(place)
        return last is not None and (self.governs(last) != "" or before.kind == "x")
