"""Who says a sentence: a member by name, a delegate as the delegation; in words of its own language."""

from __future__ import annotations

from precis.documents.session.desk import Desk, role_of
from precis.documents.session.lines import Line
from precis.documents.session.speech import capitalized
from precis.documents.session.telling import Told

__all__ = ["by_delegation", "by_name", "member_said", "named_with_role", "said"]


def named_with_role(line: Line) -> str:
    """Who says a sentence, with the capacity in which they do; a Chair is one already."""
    speaker = line.speaker
    if speaker is None:
        return ""
    capacity = "" if speaker.presides else role_of(speaker)
    return f"{speaker.label} ({capacity})" if capacity else speaker.label


def said(line: Line, name: str, clause: str, desk: Desk) -> str:
    """A clause behind who says it: "Ms. X said that …"; a question as it was put: "Ms. X asked: …"."""
    if clause.endswith("?"):
        return desk.saying(line, "asked", name=name, clause=clause)
    return desk.saying(line, "said_that", name=name, clause=desk.teller.small(clause))


def member_said(line: Line, words: str, desk: Desk, name: str, after: Line | None, *, named: bool) -> str:
    """A sentence of a member, told in `words` behind the sentence `after`: with the `name` if it is to be `named`.

    Where they were just named a pronoun stays, and what they said goes on without "said that".
    """
    speech = desk.teller.speech(line)
    if speech.clause:
        return said(line, name, words, desk) if named else words
    words = desk.teller.going_on(line, words, after)
    within = desk.teller.within(name) if speech.lead else name
    if speech.pronoun:
        return words.replace(f"{speech.lead}{speech.pronoun}", f"{speech.lead}{within}", 1) if named else words
    return f"{speech.lead}{within} {desk.teller.verb(line, after)}"


def by_delegation(line: Line, text: str, desk: Desk, *, begins: bool = False) -> str:
    """A delegate's sentence as the delegation's, where it has a verb of its own: "The delegation admitted that …".

    What a delegate says of himself or herself is told by name. What only is said stands behind "replied that" where the
    words of the delegation begin, and behind "said that" where it begins with a figure, as no sentence does
    (docs/conventions.md §6).
    """
    speech = desk.teller.speech(line)
    if speech.clause and line.speaker is not None and desk.teller.of_oneself(line, text):
        return said(line, line.speaker.label, text, desk)
    if speech.clause:
        name = "replied_that" if begins else "said_again"
        return desk.saying(line, name, clause=desk.teller.small(text)) if begins or text[:1].isdigit() else text
    behind = speech.pronoun and text != line.text
    verb = text.partition(speech.pronoun)[2].lstrip() if behind else speech.verb
    return capitalized(desk.saying(line, "delegation", verb=verb))


def by_name(told: Told, desk: Desk, *, role: bool = True, wishes: bool = False, named: bool = False) -> str:
    """Sentences told in a row where nobody was named: who speaks by name where a sentence is on what they do or think.

    So they do where a sentence says what should be, if `wishes`, or begins with a figure, as none does
    (docs/conventions.md §6). Their `role` stands beside the first name, where it is to; whoever was `named` just before
    is not named again.
    """
    out: list[str] = []
    last: Line | None = None
    for line, words in told.parts:
        text = words
        wished = wishes and desk.prose(line).wished.search(words) is not None
        thinks = wished or words[:1].isdigit() or desk.teller.of_oneself(line, words)
        own = not desk.teller.speech(line).clause or (not named and thinks)
        if own and line.speaker is not None and line.said.procedure is None:
            plain = named or last is not None or not role
            name = line.speaker.label if plain else named_with_role(line)
            text = member_said(line, words, desk, name, last, named=not named)
            named = True
        out.append(text)
        last = line
    return " ".join(out)
