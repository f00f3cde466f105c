"""Votes with their figures, and who explained his or her vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind

__all__ = ["KIND", "Voted"]


@dataclass(frozen=True, slots=True)
class Voted(Fact):
    """A vote: what on, and the votes for it, against it and the abstentions, where they are said."""

    kind: ClassVar[str] = "vote"

    what: str
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None


def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
    """The vote of a sentence; of what was rejected "by 12 votes to 6", the smaller number was for it."""
    text = context.text
    if context.state is not None or not context.find("vote.marked"):
        return
    found = (
        context.patterns[f"vote.{name}"].search(text) for name in ("led", "by_votes", "figures", "members", "obtained")
    )
    match = next(filter(None, found), None)
    if match is None or context.patterns["vote.others"].search(text):
        return
    of = context.words.counts.of
    first, second = of(match["first"]), of(match["second"])
    lost = context.patterns["vote.lost"].fullmatch(match.groupdict().get("how") or "") is not None
    if lost and first is not None and second is not None:
        # "rejected by 12 votes to 6", "lost by 4 votes to 11"
        first, second = max(first, second), min(first, second)
    abstaining = of(match["abstaining"]) if match["abstaining"] else None
    was = context.patterns["vote.was"].split(text[: match.start()])
    acted_upon = (match.groupdict().get("object") or "").strip(" ,.")
    what = acted_upon if context.patterns["vote.text"].match(acted_upon) else was[0].strip(" ,.")
    how = match.groupdict().get("how") or ""
    if acted_upon and context.patterns["vote.elected"].fullmatch(how):
        what = f"{what} {how} {acted_upon}"
    yield Voted(context.at(), _on_what(context, what), second if lost else first, first if lost else second, abstaining)


def _on_what(context: Context, what: str) -> str:
    """What was voted on: with the item where the line says no more than "the draft decision", or what was proposed."""
    bare = context.patterns["vote.lead"].sub("", what)
    if context.memory.proposed and context.patterns["decision.vague"].fullmatch(what):
        told = context.patterns["decision.pronoun"].match(context.memory.proposed) is None
        whose = context.memory.proposer if context.patterns["vote.bare"].fullmatch(bare) else ""
        what = f"{bare} by {whose}: {context.memory.proposed}" if whose else context.memory.proposed
        return what if told else bare
    before = context.before.text if context.before is not None else ""
    put = context.patterns["vote.put_to_it"].search(before)
    if put is not None and context.patterns["vote.bare"].fullmatch(bare):
        return context.patterns["vote.lead"].sub("", put["what"])
    paragraph = context.patterns["vote.paragraph"].search(before)
    if paragraph is not None and context.patterns["vote.amendment_alone"].fullmatch(bare):
        return f"{bare} to {paragraph[0]}"
    item = context.item.title if context.item else ""
    if context.item is not None and any(symbol in what for symbol in context.item.symbols):
        return item
    if not item or len(bare.split()) > 4:
        return bare
    if bare.lower() in item.lower():
        return item
    if not context.patterns["vote.amends"].search(bare):
        return bare
    named = f"{item[:1].lower()}{item[1:]}"
    return f"{bare} to {named}" if context.patterns["vote.text"].search(item) else f"{bare} ({named})"


KIND = FactKind("vote", Voted, find, "decisions", 50, always=True)
