"""What a session did, in four to six lines of prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from precis.documents.session.desk import Desk
from precis.documents.session.lines import Line
from precis.documents.session.saying import by_name
from precis.facts.fact import Adopted, Dialogue, Fact, FollowUp, Reference, Resources, Stage
from precis.language import load_wording
from precis.language.states import State
from precis.model import Inlines, Paragraph, Run

__all__ = [
    "adopted_texts",
    "formal_lead",
    "of_this_session",
    "resource_lines",
    "session_lead",
    "text_named",
    "titled",
    "views_told",
]

_OBSERVATIONS = "concluding observations"
_LISTS = ("list of issues", "list of issues prior to reporting")
_VIEWS = "views"
_COMMENTS = ("general comment", "general recommendation", "declaration", "statement")
_BEFORE_NOUN = 4
"""The noun of a title is one of so many words at its beginning: "draft annual report of the Committee"."""
_BEFORE_NUMBER = 4
"""So many words of a text that has a number have it among them: "general comment No. 45 (2025)"."""
_LEAD_WORDS = 88
"""Words of a lead, at most: six lines."""


def session_lead(desk: Desk) -> Paragraph:
    """The lead of a session: dialogues and observations, other texts, the discussion, the state of resources."""
    parts: list[Inlines] = [*formal_lead(desk)]
    used = {call for part in parts for call in part}
    said: set[str] = set()
    resources = list(resource_lines(desk))
    wanting = False
    for line in (*_discussed(desk), *resources):
        told = desk.teller.alone(line) if desk.teller.stands(line) else None
        if told is None or told.text in said or _words(parts) + told.words > _LEAD_WORDS:
            continue
        if wanting and line in resources:
            # The state of resources is told in one sentence; the rest stands on the last page.
            break
        wanting = line in resources
        said.add(told.text)
        part = desk.cite(by_name(told, desk), told.lines)
        if not set(part[1:]) <= used:
            parts.append(part)
    return Paragraph(None, _together(parts))


def _together(parts: Sequence[Inlines]) -> Inlines:
    out: list[Inlines] = []
    for part in parts:
        out.extend(((Run(" "),), part) if out else (part,))
    return tuple(item for each in out for item in each)


def _words(parts: Iterable[Inlines]) -> int:
    return sum(len(item.text.split()) for part in parts for item in part if isinstance(item, Run))


def adopted_texts(desk: Desk) -> list[Adopted]:
    """The texts that the Committee adopted at the session."""
    own = (fact for fact in desk.facts.of(Adopted) if fact.stage.adopted and fact.text != "agenda")
    return [fact for fact in own if of_this_session(fact, desk)]


def of_this_session(fact: Adopted, desk: Desk) -> bool:
    """Whether a text came to its stage now; not where its sentence names an earlier session."""
    line = desk.said(fact.at)
    found = desk.prose(line).at_session.search(line.text) if line is not None else None
    if line is None or found is None:
        return True
    named, own = found["session"], desk.facts.session.number
    number = load_wording(line.language, desk.assets).grammar.read_session(named) if named else 0
    return number is None or own is None or number >= own


def formal_lead(desk: Desk) -> Iterator[Inlines]:
    """The sentences on dialogues held and texts adopted."""
    words = desk.words
    held = _states((dialogue.state for dialogue in desk.facts.dialogues), desk)
    held = held or _states((fact.state for fact in desk.facts.of(Dialogue)), desk)
    adopted = adopted_texts(desk)
    observed = [fact for fact in adopted if fact.text == _OBSERVATIONS and fact.state is not None]
    named = _states((fact.state for fact in observed if fact.state is not None), desk)
    basis = [fact.at for fact in (*desk.facts.of(Dialogue), *observed)]
    states, reports = words.listed(held) if held else "", _observed(named, held, desk) if named else ""
    if held and named:
        name = "lead_dialogue_observations" if len(held) == 1 else "lead_dialogues_observations"
        yield desk.citations.say(words.text(name, states=states, reports=reports), *_few(basis))
    elif held:
        name = "lead_dialogue" if len(held) == 1 else "lead_dialogues"
        yield desk.citations.say(words.text(name, states=states), *_few(basis))
    elif named:
        yield desk.citations.say(words.text("lead_observations", reports=reports), *_few(basis))
    yield from _others(desk, adopted, first=not (held or named))


def _states(states: Iterable[State], desk: Desk) -> list[str]:
    return list(dict.fromkeys(desk.state(state).in_text for state in states))


def _few(references: Sequence[Reference]) -> list[Reference]:
    """The places of a statement, one a paragraph."""
    found: dict[tuple[str, int | None, str], Reference] = {}
    for at in sorted(references, key=lambda at: at.part != "text"):
        found.setdefault((at.record, at.paragraph, at.part), at)
    return list(found.values())[:4]


def _observed(named: Sequence[str], held: Sequence[str], desk: Desk) -> str:
    """The reports of the States `named`; those with which dialogues were `held`, if they are, are not named again."""
    words = desk.words
    if set(named) == set(held):
        states = words.text({1: "that_state", 2: "both_states"}.get(len(named), "all_states"))
    else:
        states = words.listed(named)
    return words.text("report_of" if len(named) == 1 else "reports_of", states=states)


def _others(desk: Desk, adopted: Sequence[Adopted], *, first: bool) -> Iterator[Inlines]:
    words = desk.words
    texts, basis = _texts(adopted, desk)
    followed = desk.facts.of(FollowUp)
    reports = ""
    if followed:
        states = _states((fact.state for fact in followed), desk)
        name = "follow_up_one" if len(states) == 1 else "follow_up_many"
        reports = words.text(name, states=words.listed(states))
        basis = [*basis, *(fact.at for fact in followed)]
    if not texts and not reports:
        return
    done = "_".join(name for name, own in (("adopted", texts), ("examined", reports)) if own)
    name = f"lead_{done}" if first else f"lead_also_{done}"
    told = words.text(name, texts=words.listed(texts) if texts else "", reports=reports)
    yield desk.citations.say(told, *_few(basis))


def _texts(adopted: Sequence[Adopted], desk: Desk) -> tuple[list[str], list[Reference]]:
    """The texts adopted beside concluding observations, in words, and where that stands."""
    words = desk.words
    out: list[str] = []
    basis: list[Reference] = []
    for text in _LISTS:
        own = [fact for fact in adopted if fact.text == text and fact.state is not None]
        if own:
            states = _states((fact.state for fact in own if fact.state is not None), desk)
            name = f"adopted_list{'s' * (len(states) > 1)}{'_prior' * (text == _LISTS[1])}"
            out.append(words.text(name, states=words.listed(states)))
            basis.extend(fact.at for fact in own)
    views = [fact for fact in adopted if fact.text == _VIEWS]
    if views:
        counts = [fact.count for fact in views if fact.count is not None]
        named = views_told(sum(counts) if counts else None, desk)
        out.append(_before(named, desk) + named)
        basis.extend(fact.at for fact in views)
    for fact in adopted:
        if fact.text in _COMMENTS and fact.title:
            named = titled(fact, desk)
            numbered = any(word[:1].isdigit() for word in named.split()[:_BEFORE_NUMBER])
            noun = fact.text.rpartition(" ")[2]
            told = named.startswith(text_named(fact, desk)) or noun in named.lower().split()[:_BEFORE_NOUN]
            named = words.text("a_text", text=named) if told and not numbered else _before(named, desk) + named
            out.append(_staged(named, fact.stage, desk))
            basis.append(fact.at)
    return out, basis


def views_told(count: int | None, desk: Desk) -> str:
    """Views, and on how many communications, where that is said."""
    name = {None: "adopted_views_any", 1: "adopted_views_one"}.get(count, "adopted_views")
    return desk.words.text(name, count=desk.words.number(count or 0))


def _before(named: str, desk: Desk) -> str:
    """What stands before a text in a sentence, in languages that have it: "la " of "la recommandation générale"."""
    before = desk.words.data.get("texts_before", {})
    texts = desk.words.data.get("texts", {})
    return next((str(before[kind]) for kind in before if named.startswith(str(texts.get(kind, named + " ")))), "")


def titled(fact: Adopted, desk: Desk) -> str:
    """A text by what it is and its title, unless the title says it: "recommandation générale no 45", "draft report"."""
    known = [fact.text.removesuffix("s"), *map(str.lower, desk.words.data.get("texts", {}).values())]
    noun, title = fact.text.rpartition(" ")[2], fact.title.lower()
    if title.startswith(tuple(known)) or noun in title.split()[:_BEFORE_NOUN] or text_named(fact, desk) in title:
        return fact.title
    return desk.words.text("adopted_titled", text=text_named(fact, desk), title=fact.title)


def text_named(fact: Adopted, desk: Desk) -> str:
    """What a text is, or what several are: "decision", "decisions"."""
    one = desk.words.of("texts", fact.text)
    return desk.words.data.get("texts_many", {}).get(fact.text, one) if (fact.count or 1) > 1 else one


def _staged(text: str, stage: Stage, desk: Desk) -> str:
    """A text with how far it came, if it is not simply adopted."""
    if stage in (Stage.ADOPTED, Stage.AS_AMENDED, Stage.ORALLY_REVISED):
        return text
    return desk.words.text("text_staged", text=text, stage=desk.words.of("stages", stage))


def _discussed(desk: Desk) -> Iterator[Line]:
    """What is said of a text that is being made; what the Chair says that the Committee will do after a discussion."""
    for fact in desk.facts.of(Adopted):
        if fact.text in _COMMENTS and not fact.stage.adopted:
            yield from _line(fact, desk)
    for record in desk.facts.records:
        for line in desk.lines.record(record.label):
            item, speaker = line.said.item, line.speaker
            held = item is not None and item.state is None and desk.words.is_discussion(item.title)
            if held and speaker is not None and speaker.presides and desk.prose(line).committee.search(line.text):
                yield line


def resource_lines(desk: Desk) -> Iterator[Line]:
    """What is said of resources, what was wanting first."""
    lines = [line for fact in desk.facts.of(Resources) for line in _line(fact, desk)]
    yield from sorted(lines, key=lambda line: desk.prose(line).wanting.search(line.text) is None)


def _line(fact: Fact, desk: Desk) -> Iterator[Line]:
    line = desk.said(fact.at)
    if line is not None:
        yield line
