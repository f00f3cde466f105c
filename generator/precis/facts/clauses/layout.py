"""The clauses of a sentence laid out: the subject of each, where it ends, and what it hangs on."""

from __future__ import annotations

from precis.facts.clauses.clause import Span
from precis.facts.clauses.openings import Opened, Openings

__all__ = ["NOWHERE", "Layout"]

NOWHERE: Span = (0, 0)


class Layout(Openings):
    """The tokens and verb groups of a sentence laid out as clauses. Places are numbers of tokens and of groups."""

    def outer(self, index: int) -> int | None:
        """The clause that goes on behind a relative or subordinate one: the last that was opened by neither."""
        parting = self.parting(index)
        for each in range((index if parting is None else parting) - 1, -1, -1):
            opened = self.opened[each]
            hangs = opened.marker is not None and (
                opened.marker.kind in "rs" or (opened.marker.kind == "q" and self.is_relative(opened))
            )
            if self.finite[each] and not hangs:
                return each
        return self.last_finite(index) if parting is None else None

    def parting(self, index: int) -> int | None:
        """The relative clause that parts a verb from its subject, with all that hangs on it or is joined to it.

        "A statement, which Ms. Ito had drafted and to which members had objected, had been adopted".
        """
        for each in range(index - 1, -1, -1):
            opened = self.opened[each]
            if not self.finite[each]:
                continue
            if opened.marker is not None and self._parts(opened) and not self._is_joined(opened):
                return each
            if opened.resumed:
                return None
        return None

    def _parts(self, opened: Opened) -> bool:
        """Whether a clause hangs on a noun and parts it from its verb: "which …", or ", where …" between commas."""
        assert opened.marker is not None
        if opened.marker.kind == "r":
            return True
        place = opened.first - 2
        return opened.marker.low in self.grammar.around["places"] and place >= 0 and self.tokens[place].kind == ","

    def _is_joined(self, opened: Opened) -> bool:
        """Whether "and" joins a relative clause to another: "which … and to which"."""
        place = opened.first - 2
        if place >= 0 and self.tokens[place].low in self.grammar.around["prepositions"]:
            place -= 1
        return place >= 0 and self.tokens[place].kind == "c"

    def interrupted(self, index: int) -> Span:
        """The subject that a relative clause parts from its verb: "Mr. Ito, who had been ill, had resigned"."""
        last = self.parting(index)
        if last is None:
            return NOWHERE
        before = self.last_finite(last)
        first = self.opened[last].first - 1
        opens = self.marker(self.groups[before].last if before is not None else -1, first)
        if opens is None and before is not None:
            return NOWHERE
        return self._noun_from(0 if opens is None else opens + 1, first)

    def is_relative(self, opened: Opened) -> bool:
        """Whether a clause hangs on a noun; "that" behind a verb that takes it hangs on the verb."""
        assert opened.marker is not None
        if opened.marker.kind == "r":
            return True
        place = opened.first - 2
        if place < 0 or self.tokens[place].kind != "w":
            return False
        last = self.last_before(place)
        told = self.grammar.around["told"]
        if last is not None and self.groups[last].lemma in told:
            between = self.tokens[self.groups[last].last + 1 : place]
            if not any(token.kind == "q" for token in between):
                return False
        low = self.tokens[place].low
        return low not in self.grammar.governors and low not in self.grammar.facts

    def antecedent(self, index: int) -> Span:
        """What stands before a relative: from the last verb to it, a participle not counted."""
        first = self.opened[index].first
        for each in range(index - 1, -1, -1):
            group = self.groups[each]
            if (self.finite[each] or group.form != "participle") and group.last < first - 1:
                return self._noun_from(group.last + 1, first - 1)
        return self._noun_from(0, first - 1)

    def _noun_from(self, place: int, end: int) -> Span:
        while place < end and self.tokens[place].kind in "qsc,":
            place += 1
        return self.tokens[place].start, self.tokens[end].start

    def subject(self, index: int) -> Span:
        """The words of the subject: without what stands before a comma and is not of it."""
        first, end = self._subject_from(index), self.groups[index].first
        return (self.tokens[first].start, self.tokens[end - 1].end) if self.has_noun(first, end) else NOWHERE

    def _subject_from(self, index: int) -> int:
        """The first token of the subject."""
        first, end = self._behind_joins(self.opened[index].first, self.groups[index].first), self.groups[index].first
        if first < end and self.tokens[first].low in self.grammar.around["gerunds"]:
            first = self._behind_gerund(first, end)
        while first < end:
            comma = next((place for place in range(first, end) if self.tokens[place].kind == ","), end)
            if comma + 1 >= end or not self._leads(first) or not self.has_noun(comma + 1, end):
                break
            if self._is_in_list(first, comma):
                break
            first = self._behind_apposition(self._behind_joins(comma + 1, end), end)
        return self._behind_phrase(first, end)

    def _is_in_list(self, first: int, comma: int) -> bool:
        """Whether a comma stands in a subject behind a phrase: "During the session the reports of Chad, Peru and …"."""
        opens = self.grammar.determiners | self.grammar.pronouns | self.grammar.around["heads"]
        after = self.tokens[comma + 1]
        return after.kind == "w" and after.low not in opens and self._behind_phrase(first, comma) != first

    def _behind_gerund(self, first: int, end: int) -> int:
        """The subject behind a clause that "having" opens: "Having adopted it, the Committee had"."""
        opens = self.grammar.determiners | self.grammar.pronouns | self.grammar.around["heads"]
        commas = [place for place in range(first, end - 1) if self.tokens[place].kind == ","]
        found = [place + 1 for place in commas if self.tokens[place + 1].low in opens]
        if found and self._names_person(found[-1]):  # "Having won, Ms. A, Ms. B and Ms. C": the first of the persons
            return next(place for place in found if self._names_person(place))
        return found[-1] if found else first

    def end(self, index: int, length: int) -> int:
        """The character where what belongs to a verb ends: at the next clause, or at a semicolon."""
        group, tokens = self.groups[index], self.tokens
        end = length
        for later in range(index + 1, len(self.groups)):
            after = self.groups[later]
            first = self.opened[later].first if self.finite[later] else after.first
            joined = tokens[first - 1].kind in "c," and after.form != "participle"
            if self.finite[later] or joined:
                if first <= group.last:
                    own = self._subject_from(later)
                    first = own if own > group.last + 1 else after.first
                elif tokens[first - 1].kind in "crqs;" and first - 1 > group.last:
                    first = self._before_relative(first - 1, group.last + 1)
                end = tokens[first].start
                break
        stops = (token.start for token in tokens[group.last + 1 :] if token.low == ";")
        return min(end, next(stops, end))

    def _before_relative(self, marker: int, low: int) -> int:
        """Where a relative clause begins, with what leads to "which": "all of", "in", "in two of"."""
        tokens, prepositions = self.tokens, self.grammar.around["prepositions"]
        if tokens[marker].kind != "r" or marker - 1 <= low or tokens[marker - 1].low not in prepositions:
            return marker
        first = marker - 1
        if tokens[first].low == "of" and first - 1 > low and tokens[first - 1].kind not in ",;":
            first -= 1
            first -= tokens[first - 1].low in prepositions and first - 1 > low
        return first

    def _behind_joins(self, first: int, end: int) -> int:
        while first < end and self.tokens[first].kind in ",ac":
            first += 1
        return first

    def _behind_apposition(self, first: int, end: int) -> int:
        """The subject behind what explains a phrase before it: "On 8 March, International Women's Day, the Chair"."""
        commas = [place for place in range(first, end) if self.tokens[place].kind == ","]
        if not commas or commas[-1] + 1 >= end or any(self.tokens[place].kind == "c" for place in range(first, end)):
            return first
        opens = self.tokens[commas[-1] + 1].low
        return commas[-1] + 1 if opens in self.grammar.determiners or opens in self.grammar.pronouns else first

    def _behind_phrase(self, first: int, end: int) -> int:
        """The subject behind a phrase that no comma closes: "At its tenth session the Committee"."""
        grammar, tokens = self.grammar, self.tokens
        opens_clause = not first or tokens[first - 1].kind in "qsrc,;"
        # "since February the Committee had": the preposition looks like what opens the clause
        led = first > 0 and tokens[first - 1].low in grammar.around["since"]
        if first >= end or not opens_clause or not (led or tokens[first].low in grammar.around["leading"]):
            return first
        opens = grammar.determiners | grammar.pronouns | grammar.around["heads"]
        for place in range(first + 1 if led else first + 2, end):
            before = tokens[place - 1]
            is_noun = before.low not in opens or (
                # "in the other four the Committee"
                before.low in grammar.around["heads"] and tokens[place].low in grammar.determiners
            )
            closes = before.kind in "wx" and before.low not in grammar.around["prepositions"] and is_noun
            if closes and tokens[place].low in opens:
                return place
        return first

    def _leads(self, first: int) -> bool:
        """Whether a word opens a phrase that stands before the subject."""
        token = self.tokens[first]
        is_ing = token.kind == "v" and token.low.endswith("ing")
        return token.low in self.grammar.around["leading"] or token.kind in "as" or is_ing
