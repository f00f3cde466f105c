"""Who speaks in each paragraph (un-conventions.md §2.9): the bold name, and what stands in parentheses after it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from precis.facts.fact import Reference, Speaker, Turn
from precis.facts.sentences import Passage, normal
from precis.language.states import State, States

__all__ = ["PERSON", "Speakers", "Table", "turns", "under_review"]

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ](?:[\w'’-]*\w|\.))"
_PARTICLE = r"(?:de|van|von|der|den|di|da|dos|do|del|della|la|le|el|al|bin|ben|ibn|ould|mint|ter|y|e|du|das|zu)"
HONORIFIC = r"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Dame|Msgr|Judge)\.?"
PERSON = rf"{HONORIFIC}\s(?:{_PARTICLE}\s|[Aa]l-|[Ee]l-)*{_CAPITAL}(?:\s(?:{_PARTICLE}\s)*{_CAPITAL})*"
"""A pattern, without groups, for a person with a title: "Ms. van der Berg", "Mr. Volker Türk"."""

_CHAIR = r"[Tt]he\s(?:Temporary\s|Acting\s)?(?:Vice-)?Chair(?:person|man|woman)?"
_UNNAMED = r"(?:A|An|The)\s(?:representative|observer|member|delegate|speaker|spokesperson)s?\s(?:of|for|from)\s[^,(]+?"
_PAREN = r"\s\((?P<paren>(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)"
_VERB = (
    r"(?:said|asked|declared|thanked|invited|noted|wished|replied|explained|added|recalled|welcomed|expressed|"
    r"agreed|suggested|proposed|announced|drew|reported|introduced|presented|took|requested|responded|commended|"
    r"stated|stressed|read|informed|observed|sought|nominated|seconded|supported|enquired|wondered|joined|"
    r"confirmed|urged|emphasi[sz]ed|pointed|congratulated|summari[sz]ed|made|called|would|continued|speaking|opened|"
    r"acknowledged|outlined|described|remarked|moved|concurred|apologi[sz]ed|hoped|had|paid|began)"
)
_ASIDE = r"(?:,\s(?P<aside>(?:[^.;]|\b(?:Mr|Ms|Mrs|Dr)\.){1,240}?),)?"
_START = re.compile(
    rf"(?:[^.“\"]{{0,120}}?,\s)?(?P<name>{_CHAIR}|{PERSON}|{_UNNAMED})"
    rf"(?:{_PAREN})?{_ASIDE}\s(?:also\s|then\s|again\s|further\s)?{_VERB}\b"
)
_BEHALF = re.compile(r"speaking\s(?:on\sbehalf\sof|for|as|in\s(?:his|her)\scapacity\sas)\s+(.+)")
_ROLE = re.compile(
    r"\b(?:Rapporteurs?|Chair\w*|Secretary|Coordinator|Member|[Mm]ember|Vice-Chair\w*|Task\sForce"
    r"|[Ff]ocal\s[Pp]oint|Head|"
    r"Representative\sof\sthe\sSecretary-General|Moderator|Facilitator)\b"
)
_NOUN = re.compile(r"(?:A|An|The)\s(?:representative|observer|delegate|spokesperson)s?\s(?:of|for|from)\s(.+)\Z")


@dataclass
class Speakers:
    """Knows the speakers of a record as they come: a role given once holds for the same name later."""

    states: States
    known: dict[str, Speaker] = field(default_factory=dict)

    def of(self, passage: Passage) -> Speaker | None:
        """Who begins to speak in the passage, or None if it goes on with the speaker before."""
        if not passage.main or passage.whole_italic:
            return None
        text = normal(passage.exact)
        match = self._match(text, passage)
        if match is None:
            return None
        return self._speaker(match["name"], match["paren"] or "", match["aside"] or "")

    def _match(self, text: str, passage: Passage) -> re.Match[str] | None:
        if passage.bold:
            name = re.escape(normal(passage.bold[0]))
            found = re.search(rf"(?P<name>{name})(?:{_PAREN})?{_ASIDE}", text)
            if found is not None and _looks_like_speaker(normal(passage.bold[0])):
                return found
        return _START.match(text)

    def _speaker(self, name: str, paren: str, aside: str) -> Speaker:
        name = re.sub(r"\s+", " ", name)
        if name.startswith("the "):
            name = "T" + name[1:]
        speaker = self.known.get(name, Speaker(name))
        if paren:
            speaker = self._with(speaker, paren)
        unnamed = _NOUN.match(name)
        if unnamed and speaker.state is None:
            speaker = self._with(speaker, unnamed[1])
        self.known[name] = speaker
        behalf = _BEHALF.search(aside)
        return replace(speaker, on_behalf_of=behalf[1]) if behalf else speaker

    def _with(self, speaker: Speaker, paren: str) -> Speaker:
        state = self.states.named(paren)
        if state is not None:
            return replace(speaker, state=state)
        if _ROLE.search(paren) and not paren.startswith("Office "):
            return replace(speaker, role=paren)
        return replace(speaker, organization=paren)


def _looks_like_speaker(bold: str) -> bool:
    return bool(re.fullmatch(rf"{_CHAIR}|{PERSON}|{_UNNAMED}.*", bold))


def turns(passages: Iterable[Passage], speakers: Speakers, label: str) -> tuple[list[Turn], list[Speaker | None]]:
    """The turns of a record, and the speaker of each passage, in order.

    A turn goes on to the paragraph before the next speaker, heading or line of procedure.
    """
    found: list[Turn] = []
    each: list[Speaker | None] = []
    current: Speaker | None = None
    for passage in passages:
        if passage.new_item or passage.whole_italic:
            current = None
        new = speakers.of(passage)
        if new is not None:
            current = new
            words = passage.exact[:120] if len(passage.exact) > 120 else passage.exact
            reference = Reference(label, passage.number, 0, words)
            found.append(Turn(reference, new, passage.number))
        elif current is not None and found and passage.main:
            found[-1] = replace(found[-1], last=passage.number)
        each.append(current)
    return found, each


@dataclass
class Table:
    """Whose delegation sits at the table, by the lines of procedure; for records whose headings do not say it."""

    states: States
    state: State | None = None
    heading: str = ""

    def see(self, passage: Passage) -> None:
        """Take in a passage: a delegation comes or goes, an item begins."""
        heading = passage.headings[0] if passage.headings else ""
        if heading != self.heading:
            self.heading, self.state = heading, None
        text = normal(passage.exact)
        if re.search(r"\bdelegation of\b.{2,80}? (?:took|resumed|joined|was seated|were seated)\b", text):
            found = next(self.states.find(text), None)
            self.state = found.state if found else None
        elif re.search(r"\bdelegation of\b.{2,80}? withdrew\b", text):
            self.state = None


def under_review(headings: Iterable[str], states: States) -> State | None:
    """The State whose report stands in the headings, by its name or the code in a symbol of the report."""
    for heading in reversed(list(headings)):
        if not re.search(r"\b(?:reports?|dialogue|situation|absence of a report|follow-up)\b", heading, re.I):
            continue
        named = next(iter(states.find(heading)), None)
        if named is not None:
            return named.state
        code = re.search(r"/C/(?:OP\w+/)?([A-Z]{3})/", heading)
        if code and code[1] in states.by_code:
            return states.by_code[code[1]]
    return None
