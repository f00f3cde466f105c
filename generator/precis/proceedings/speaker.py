"""Who speaks: a speaker from the label that a record prints (docs/conventions.md §2.9). Only this builds one."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import lru_cache

from precis.language.states import State, States
from precis.language.wording import Wording
from precis.proceedings.labels import any_of, labels_of, with_blanks
from precis.proceedings.passages import normal

__all__ = ["Speaker", "Speakers"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as the record has it.

    `label` is what is printed ("Ms. Ramos", "The Chair", "A representative of Mexico"); `name` is empty where it names
    nobody. `role` is an office or a capacity; `presides` says that it is that of the Chair of the meeting.
    """

    label: str
    honorific: str = ""
    name: str = ""
    role: str = ""
    state: State | None = None
    organization: str = ""
    on_behalf_of: str = ""
    presides: bool = False


@dataclass
class Speakers:
    """Makes the speakers of a record as they come: what is said once of a label holds for it later."""

    wording: Wording
    states: States
    _known: dict[str, Speaker] = field(default_factory=dict)
    _delegates: dict[str, State] = field(default_factory=dict)

    def of(self, label: str, parenthesis: str = "", aside: str = "", state: State | None = None) -> Speaker:
        """The speaker whom a label names, with what stands in parentheses after it and between commas after that.

        `state` is the State under review: it is that of a speaker who introduces its report.
        """
        forms = _forms(self.wording)
        label, inside = _apart(_one_line(label))
        key = normal(label).casefold()
        speaker = self._known.get(key) or self._read(label, forms)
        for words in filter(None, (inside, _one_line(parenthesis))):
            speaker = self._with(speaker, words, forms)
        if speaker.state is None and not speaker.role and not speaker.organization:
            speaker = replace(speaker, state=self._delegates.get(_last_name(speaker.name)))
            if state is not None and speaker.name and forms.introducing.match(normal(aside)):
                speaker = replace(speaker, state=state)
        self._known[key] = speaker
        return self._aside(speaker, _one_line(aside), forms)

    def knows(self, label: str) -> bool:
        """Whether a label is of a form that the language has."""
        label, _ = _apart(_one_line(label))
        read = self._known.get(normal(label).casefold()) or self._read(label, _forms(self.wording))
        return bool(read.name or read.role)

    def note_delegates(self, names: Collection[str], state: State) -> None:
        """Take in who is of the delegation of a State; names may have honorifics."""
        self._delegates.update((_last_name(name), state) for name in names)

    def _read(self, label: str, forms: _Forms) -> Speaker:
        """A speaker by nothing but the label; one that no rule knows has neither name nor role."""
        printed = label[:1].upper() + label[1:]
        text = normal(printed)
        bare = printed[len(match[0]) :] if (match := forms.article.match(text)) else printed
        if (match := forms.presiding.fullmatch(text)) is not None:
            presides = not match["tail"] or forms.own.fullmatch(match["tail"]) is not None
            return Speaker(printed, role=_office(bare), presides=presides)
        if (match := forms.person.fullmatch(text)) is not None:
            honorific, name = (_printed(printed, match, group) for group in ("honorific", "name"))
            whole = f"{name}{honorific}" if self.wording.honorific_after else f"{honorific} {name}"
            speaker = Speaker(whole, honorific, name)
            if self.wording.without_blanks and (match["office"] or ""):
                speaker = replace(speaker, label=printed, role=match["office"])
            return self._with(speaker, _printed(printed, match, "more"), forms) if match["more"] else speaker
        if (match := forms.titled.fullmatch(text)) is not None:
            office = _printed(printed, match, "office")
            return Speaker(printed, office, _printed(printed, match, "name"), office)
        if (match := forms.unnamed.fullmatch(text)) is not None:
            return self._unnamed(printed, match, forms)
        if (match := forms.officer.fullmatch(text)) is not None:
            state = self._state(match["whose"]) if match["whose"] else None
            return Speaker(printed, role=_office(bare), state=state)
        if (match := forms.alone.fullmatch(text)) is not None:
            return Speaker(printed, role=_printed(printed, match, "who"))
        return Speaker(printed)

    def _unnamed(self, printed: str, match: re.Match[str], forms: _Forms) -> Speaker:
        """One of many who speak for a State or an organization, or a member of the body."""
        if forms.members.match(match["whole"]):
            return Speaker(printed, role=_printed(printed, match, "whole"))
        role = match["who"].split()[0]
        role = role[:1].lower() + role[1:] if match.start("who") == 0 else role
        state = self._state(match["whose"])
        if state is not None:
            return Speaker(printed, role=role, state=state)
        whose = _printed(printed, match, "whose")
        return Speaker(printed, role=role, organization=whose[len(_article(whose, forms)) :])

    def _with(self, speaker: Speaker, words: str, forms: _Forms) -> Speaker:
        """The speaker with what a parenthesis says: a State, a role, an organization, or a role and one of these."""
        text = normal(words)
        state = self._state(text)
        if state is not None:
            return replace(speaker, state=state)
        if forms.asides.match(text):
            return speaker
        pieces = words.split(", ")
        states = [piece for piece in pieces if self._state(normal(piece)) is not None]
        if states and len(pieces) > 1:
            rest = ", ".join(piece for piece in pieces if piece not in states)
            return self._with(replace(speaker, state=self._state(normal(states[0]))), rest, forms)
        match = forms.observer.fullmatch(text)
        state = self._state(match["whose"]) if match else None
        if match is not None and state is not None:
            return replace(speaker, role=match["who"].split()[0], state=state)
        if forms.role.search(text) and not forms.bodies.match(text):
            return replace(speaker, role=words)
        return replace(speaker, organization=words)

    def _state(self, words: str) -> State | None:
        """The State that the words name, with or without its article."""
        return self.states.named(words) or self.states.named(words[len(_article(words, _forms(self.wording))) :])

    def _aside(self, speaker: Speaker, aside: str, forms: _Forms) -> Speaker:
        """The speaker with what stands between commas: on whose behalf, or as what."""
        text = normal(aside)
        if (match := forms.behalf.search(text)) is not None:
            return replace(speaker, on_behalf_of=_printed(aside, match, "whom"))
        if (match := forms.capacity.search(text)) is not None:
            return replace(speaker, role=_printed(aside, match, "role"), presides=False)
        if forms.personal.search(text):
            return replace(speaker, presides=False)
        if speaker.name and not speaker.role and forms.apposition.match(text):
            return replace(speaker, role=aside)
        return speaker


@dataclass(frozen=True, slots=True)
class _Forms:
    """The patterns of the labels of a language, and of what stands beside them."""

    article: re.Pattern[str]
    presiding: re.Pattern[str]
    own: re.Pattern[str]
    person: re.Pattern[str]
    titled: re.Pattern[str]
    unnamed: re.Pattern[str]
    officer: re.Pattern[str]
    alone: re.Pattern[str]
    observer: re.Pattern[str]
    members: re.Pattern[str]
    role: re.Pattern[str]
    apposition: re.Pattern[str]
    bodies: re.Pattern[str]
    asides: re.Pattern[str]
    behalf: re.Pattern[str]
    capacity: re.Pattern[str]
    personal: re.Pattern[str]
    introducing: re.Pattern[str]


@lru_cache(maxsize=8)
def _forms(wording: Wording) -> _Forms:
    words, labels = wording.speech, labels_of(wording)
    article = rf"(?:{with_blanks(words['articles'])})"
    of = rf"(?: (?:{with_blanks(words['of'])})(?P<whose>.+))?"
    presiding = any_of(words["presiding"])
    honorific, name = rf"(?P<honorific>(?:{labels.honorific})+)", "(?P<name>[^,]+)"
    person = f"{name[:-1].replace('+', '+?')}){honorific}" if wording.honorific_after else honorific + name
    # An office stands before a name without a blank.
    person = rf"(?P<office>(?:{any_of(words['officers'])})?){person}" if wording.without_blanks else person
    roles = any_of(words["roles"])
    # Words that no blanks part have no edges: a role stands at the end of what stands there.
    role = rf"(?:{roles})\Z" if wording.without_blanks else rf"\b(?:{roles})\b"
    return _Forms(
        re.compile(rf"(?:{labels.honorific})?{article}", re.IGNORECASE),
        re.compile(rf"(?:{presiding})(?P<tail>{of})", re.IGNORECASE),
        re.compile(rf" (?:{any_of(words['own'])})"),
        re.compile(rf"{person}(?:, (?P<more>.+))?"),
        re.compile(rf"(?i:{article})?(?P<office>{labels.office})(?P<name>{labels.name})"),
        re.compile(rf"{labels.determiner}(?P<whole>(?P<who>{labels.representative})(?P<whose>.+))", re.IGNORECASE),
        re.compile(rf"(?:{any_of(words['officers'])})(?: (?:{any_of(words['officer_tails'])}))?{of}", re.IGNORECASE),
        re.compile(rf"{labels.determiner}(?P<who>{any_of(words['nameless'])})", re.IGNORECASE),
        re.compile(rf"(?P<who>{labels.representative})(?P<whose>.+)", re.IGNORECASE),
        re.compile(rf"\b(?:{any_of(words['members'])})\b"),
        re.compile(role),
        re.compile(rf"(?:{article})?(?:[A-ZÀ-Þ][\w-]* ){{0,3}}(?:{any_of(words['roles'])})\b"),
        re.compile(rf"(?:{any_of(words['bodies'])})"),
        re.compile(rf"(?:{any_of(words['asides'])})", re.IGNORECASE),
        re.compile(rf"\b(?:{with_blanks(words['behalf'])})(?P<whom>.+)"),
        re.compile(rf"\b(?:{with_blanks(words['capacity'])})(?:{article})?(?P<role>.+)"),
        re.compile(rf"\b(?:{any_of(words['personal'])})"),
        re.compile(rf"(?:{any_of(words['introducing'])}) .*\b(?:{any_of(words['report'])})"),
    )


def _printed(words: str, match: re.Match[str], group: str) -> str:
    """What a group matched in normal text, as it is printed."""
    return words[slice(*match.span(group))].strip()


def _article(words: str, forms: _Forms) -> str:
    """The article that words begin with, with its blank; empty if they begin with none."""
    match = forms.article.match(normal(words))
    return match[0] if match else ""


def _one_line(words: str) -> str:
    """The words with one blank for any run of blanks, without the commas and colons at their ends."""
    return " ".join(words.split()).strip(" ,:")


def _office(words: str) -> str:
    """An office in small letters but for its first: "CHAIRPERSON" is "Chairperson"."""
    return words.capitalize() if words.isupper() else words


def _apart(label: str) -> tuple[str, str]:
    """A label and the parenthesis at its end, if there is one."""
    at = label.find("(", 1)
    inside = label[at + 1 : -1]
    return (label[:at].removesuffix(" "), inside) if at > 0 and inside and label.endswith(")") else (label, "")


def _last_name(name: str) -> str:
    """What is alike in two ways to write a name: "Mr. MBWAMBO-KATO", "Mr. Juma Mbwambo-Kato"."""
    return "".join(name.split()[-1:]).casefold()
