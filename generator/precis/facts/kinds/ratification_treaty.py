"""The treaty, or the treaties, that an act of a State was done to."""

from __future__ import annotations

from precis.facts.clauses import Clause
from precis.facts.context import Context
from precis.facts.treaties import of_two, treaty_in, treaty_of_topic

__all__ = ["treaties_of"]


def treaties_of(context: Context, clause: Clause, behind: str) -> list[str]:
    """The treaties of one act: "the Convention and its Optional Protocol"."""
    both = context.patterns["ratification.both"].search(behind)
    if both is None:
        return [_treaty(context, clause, behind)]
    first = _treaty(context, clause, both["first"])
    second = treaty_in(context, f" {behind[both.end() :]}")
    return [first] if second is None or second == first else [first, second]


def _treaty(context: Context, clause: Clause, behind: str) -> str:
    """Another treaty than the Committee's own; "it" and "that Protocol" are the one named before."""
    named = treaty_in(context, behind)
    if named is None and (which := context.patterns["ratification.which_of_two"].match(behind.strip(" ,"))):
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
    return named or ""


def _named_last(context: Context, end: int) -> str:
    """The treaty named last before a place of the sentence; empty where none is, or the Committee's own."""
    found = [match.start() for match in context.patterns["treaties.name"].finditer(context.text, 0, end)]
    return (treaty_in(context, context.text[found[-1] : end]) or "") if found else ""
