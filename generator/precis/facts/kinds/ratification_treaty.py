"""The treaty, or the treaties, that an act of a State was done to."""

from __future__ import annotations

from precis.facts.clauses import Clause
from precis.facts.context import Context
from precis.facts.treaties import of_two, treaty_in, treaty_of_topic

__all__ = ["named_before", "note_protocols", "treaties_of"]

_TWO = 2
"""Treaties that "both" stands for."""


def note_protocols(context: Context) -> None:
    """Remember the Protocols that a sentence names in full: a later "both Protocols" speaks of the last two."""
    for match in context.patterns["treaties.protocol_named"].finditer(context.text):
        name = f"the {match['name']}" if match["name"] else f"the Optional Protocol{match['that']}"
        if name not in context.memory.protocols:
            context.memory.protocols.append(name)


def treaties_of(context: Context, clause: Clause, behind: str) -> list[str]:
    """The treaties of one act: "the Convention and its Optional Protocol", "both instruments", "them both"."""
    two = context.patterns["ratification.both_of"].match(behind)
    if two is not None:
        return _of_both(context, clause, two["kind"] or "") or [_treaty(context, clause, behind)]
    both = context.patterns["ratification.both"].search(behind)
    if both is None:
        return [_treaty(context, clause, behind)]
    first = _treaty(context, clause, both["first"])
    second = treaty_in(context, f" {behind[both.end() :]}")
    return [first] if second is None or second == first else [first, second]


def _of_both(context: Context, clause: Clause, kind: str) -> list[str]:
    """The two treaties of "both Protocols" or "both"; [] where nothing tells which they are."""
    patterns = context.patterns
    protocols = context.memory.protocols[-_TWO:]
    named = list(dict.fromkeys(named_before(context, clause.verb[0])))[-_TWO:]
    if patterns["ratification.of_protocols"].search(kind):
        covenant = patterns["treaties.of_two_protocols"]
        if len(protocols) < _TWO and any(covenant.search(name) for name in context.treaties):
            return ["the first Optional Protocol", "the second Optional Protocol"]
        return protocols if len(protocols) == _TWO else []
    if len(named) == _TWO:
        return named
    return ["", "the Optional Protocol"] if kind else []


def named_before(context: Context, end: int) -> list[str]:
    """The treaties that the sentence before and this one, up to a place, name: empty for the Committee's own."""
    before = context.before.text if context.before is not None else ""
    text = f"{before} {context.text[:end]}"
    found = [(match.start(), match[0]) for match in context.patterns["treaties.name"].finditer(text)]
    that = context.patterns["treaties.that_on"].finditer(text)
    found.extend((match.start(), f"the Optional Protocol{match['that']}") for match in that)
    named = (treaty_in(context, f" {words}") for _, words in sorted(found))
    return [name for name in named if name is not None]


def _treaty(context: Context, clause: Clause, behind: str) -> str:
    """Another treaty than the Committee's own; "it" and "that Protocol" are the one named before."""
    named = treaty_in(context, behind)
    if named is None and (which := context.patterns["ratification.which_of_two"].match(behind.strip(" ,"))):
        own = list(dict.fromkeys(named_before(context, clause.verb[0])))
        if len(own) == _TWO:
            return own[0 if which["former"] else 1]
        return of_two(context, former=bool(which["former"]))
    if named is None:
        acts = context.words.verbs["ratification.acts"]
        earlier = [each for each in context.clauses if each.verb[0] < clause.verb[0] and each.lemma in acts]
        named = treaty_in(context, context.text[earlier[-1].verb[1] : earlier[-1].object[1]]) if earlier else ""
        named = named or treaty_of_topic(context)
        told = (behind, context.text[earlier[-1].verb[1] : earlier[-1].object[1]] if earlier else "")
        if not named and any(context.patterns["ratification.instrument"].match(words.lstrip(" ,")) for words in told):
            # "had ratified the instrument", the one named last
            named = context.memory.treaty or (treaty_in(context, context.before.text) if context.before else "")
        if not named and context.patterns["ratification.her"].match(behind):
            # "The Protocol now had 108 States parties, Chad having acceded to it": the one named last before
            named = _named_last(context, clause.verb[0])
        if not named and not earlier and context.patterns["ratification.her"].match(behind):
            # "The Optional Protocol had 61 States parties. Tunisia had acceded to it": the subject of the one before
            subject = context.patterns["ratification.had_parties"].search(context.before.text if context.before else "")
            named = treaty_in(context, f" {subject['treaty']}") if subject else named
    return named or ""


def _named_last(context: Context, end: int) -> str:
    """The treaty named last before a place of the sentence; empty where none is, or the Committee's own."""
    found = [match.start() for match in context.patterns["treaties.name"].finditer(context.text, 0, end)]
    return (treaty_in(context, context.text[found[-1] : end]) or "") if found else ""
