"""What a sentence of reported speech says, and in whose words it does: "Ms. X (Y) said that", "she asked whether"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from precis.documents.session.lines import Line
from precis.proceedings import Speaker

__all__ = ["NEAR", "Prose", "Speech", "has_words", "prose_of", "speech_of"]

_PARENTHESES = r"(?: \((?:[^()]|\([^()]*\))*\))?"
_APOSTROPHE = re.compile(r"\[[^\]]*\]|’")
_LONG_ASIDE = r"(?:, [^;]{1,300}?,)?"
_NOTHING = r"(?!)"
"""The pattern of what a language does not have."""
NEAR = 6
"""A pronoun that stands for a thing has it behind it if fewer words than this stand before."""
_LEAD = 120
"""Characters that stand before a pronoun and its verb, at most: "With regard to article 3, which …, he said"."""
_PARTED = 10
_OWN = 3
"""The same of one that stands for who has a thing, and of some of several things."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A sentence of reported speech.

    `clause` is what is said, where it stands behind "said that" or by itself; else `verb` is what stands behind the
    speaker: "asked whether …". `lead` stands before a speaker who is a pronoun: "With regard to the bond, ". `named`
    says that the sentence names its speaker or has a pronoun for them.
    """

    clause: str = ""
    verb: str = ""
    lead: str = ""
    pronoun: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """The small words of a language that prose is joined with (templates/languages/xx/digest.toml)."""

    said: re.Pattern[str]
    spoken: re.Pattern[str]
    pronoun: re.Pattern[str]
    hangs: re.Pattern[str]
    stands: re.Pattern[str]
    joins: re.Pattern[str]
    turns: re.Pattern[str]
    thing: re.Pattern[str]
    things: re.Pattern[str]
    objects: re.Pattern[str]
    persons: re.Pattern[str]
    itself: frozenset[str]
    strong: re.Pattern[str]
    courtesy: re.Pattern[str]
    """Words of a praise that is but good manners: of the report as such, of the delegation, of its replies."""
    firm: re.Pattern[str]
    change: re.Pattern[str]
    future: re.Pattern[str]
    wanting: re.Pattern[str]
    government: re.Pattern[str]
    asked_of: re.Pattern[str]
    small: frozenset[str]
    definite: re.Pattern[str]
    """A clause that begins with a thing by its bare noun, and a verb."""
    bare: re.Pattern[str]
    """A thing by its bare noun, anywhere."""
    complement: re.Pattern[str]
    """What more a noun has behind it, where it is named in full."""
    bodies: re.Pattern[str]
    """The same of a body by its name, and `bodies_full`: "The Council", "of Ministers"."""
    bodies_full: re.Pattern[str]
    relations: tuple[tuple[re.Pattern[str], str, re.Pattern[str]], ...]
    """Things that are of another: their noun, what joins them to the other, and what that is called (`what`)."""
    plural: re.Pattern[str]
    """A word for several."""
    counted_of: re.Pattern[str]
    """Several things behind an article or a number; `what` is their noun and what stands before it."""
    had_by: re.Pattern[str]
    """What people have: "their situation"."""
    people: re.Pattern[str]
    """People as a kind: "workers without papers"."""
    counted: re.Pattern[str]
    """A clause that begins with a number of things by their bare noun, and a verb."""
    vague: re.Pattern[str]
    """The end of a sentence on nothing but a bare noun that was told of before: "welcomed the declaration"."""
    remaining: re.Pattern[str]
    relative: re.Pattern[str]
    """Where what a noun is told by begins that is a clause."""
    behind: re.Pattern[str]
    """Where what stands behind a noun begins."""
    single: re.Pattern[str]
    article: re.Pattern[str]
    told: re.Pattern[str]
    """What stands before what somebody was told."""
    at_session: re.Pattern[str]
    """At which session something was done: its group `session`, or none for an earlier one."""
    called: re.Pattern[str]
    copula: re.Pattern[str]
    coordinate: re.Pattern[str]
    """Where another clause begins that says a thing of its own."""
    subject: re.Pattern[str]
    and_that: re.Pattern[str]
    """Where a further clause hangs on what was said; its group is the word that stays."""
    committee: re.Pattern[str]
    """What the Chair says that the Committee does or will do."""
    put: re.Pattern[str]
    """What was put before a committee, by its bare noun: "the proposal"."""
    order: re.Pattern[str]
    """Words by which the Chair only keeps order."""
    taken: re.Pattern[str]
    """What stands before what the Chair takes to be agreed."""
    own: re.Pattern[str]
    """Pronouns that mostly stand for the subject of their own clause: "its"."""
    parted: re.Pattern[str]
    """Some of several things: "three of them"."""
    theirs: re.Pattern[str]
    """Those that stand for several, and `several`, words for several."""
    several: re.Pattern[str]
    pointing: re.Pattern[str]
    """A thing pointed to by its noun: "that practice"."""
    however: re.Pattern[str]
    """A word that joins a sentence to the one before, and that may fall away."""
    same: re.Pattern[str]
    """A speaker and the pronoun that may be theirs: "Ms. X she"."""
    wished: re.Pattern[str]
    """What a speaker holds right, and need not be so: "should"."""
    oneself: re.Pattern[str]
    """Pronouns of one person, in each of their cases: "she", "her". None where such words are those of things too."""
    belonging: re.Pattern[str]
    """Such a pronoun of nobody but who speaks: "her Ministry", a delegate's own; "the Chair and she"."""
    anyone: re.Pattern[str]
    """Nouns and titles of persons, for whom such a pronoun may stand."""
    introduced: re.Pattern[str]
    """The words by which a text is put before a committee."""
    besides: re.Pattern[str]
    """Where what is said beside an act begins: "saying that"."""
    asks: re.Pattern[str]
    """The verb of a question."""
    within: re.Pattern[str]
    """The beginning of what only tells of whom or what something is: "whose term"."""
    ahead: re.Pattern[str]
    """The beginning of another statement in a sentence."""
    led: re.Pattern[str]
    """A clause up to a committee that is a pronoun: "In May it"."""
    acts: re.Pattern[str]
    """What a committee does, and no thing: "had adopted"."""
    body: re.Pattern[str]
    dated: re.Pattern[str]
    """What stands before the date of a document, which is no date to come: "its letter of"."""
    the: str
    it: str
    the_body: str
    titles: str
    """A pattern of what stands before a name, whose full stop ends no sentence."""

    def points(self, clause: str) -> bool:
        """Whether a clause has a pronoun, or points to a thing, that stands for something before the clause."""
        return _points(self, clause)


@lru_cache(maxsize=8192)
def _points(prose: Prose, clause: str) -> bool:
    """The same; a sentence is asked more than once, by whatever might tell it."""
    for pattern, near in ((prose.objects, NEAR), (prose.own, _OWN), (prose.parted, _PARTED)):
        found = pattern.search(clause)
        if found is not None and len(clause[: found.start()].split()) < near:
            return True
    found = prose.theirs.search(clause)
    if found is not None and not prose.several.search(clause[: found.start()]):
        return True
    for found in prose.pointing.finditer(clause):
        before = clause[: found.start()]
        if found["noun"].removesuffix("s") not in before and not prose.ahead.search(before):
            return True
    return False


_BEGIN = (
    "said", "spoken", "hangs", "stands", "turns", "thing", "things", "persons", "government", "definite",
    "remaining", "single", "article", "told", "called", "subject", "asks", "acts", "led", "bodies", "counted",
)  # fmt: skip
"""The words that a text begins with."""

_HOLD = (
    "joins", "objects", "strong", "firm", "change", "future", "wanting", "asked_of", "bare", "relative", "behind",
    "committee", "order", "taken", "own", "parted", "theirs", "several", "pointing", "introduced", "within", "body",
    "wished", "oneself", "belonging", "anyone", "plural", "counted_of", "had_by", "people", "vague",
    "courtesy", "put",
)  # fmt: skip
"""Those that stand in it anywhere."""


def prose_of(data: Mapping[str, Sequence[str]]) -> Prose:
    """The words of [prose] of a language."""
    begin = {name: re.compile(rf"(?:{_either(data[name])})(?![\w-])") for name in _BEGIN}
    hold = {name: re.compile(rf"(?<![\w-])(?:{_either(data[name])})(?![\w-])") for name in _HOLD}
    return Prose(
        **begin,
        **hold,
        pronoun=re.compile(
            rf"(?P<lead>(?:[A-ZÀ-Þ][^;.]{{2,{_LEAD}}}?, )??)(?P<pronoun>{_either(data['pronouns'])})(?= )", re.I
        ),
        itself=frozenset(data["itself"]),
        small=frozenset(data["small"]),
        complement=re.compile(_either(data["complement"])),
        bodies_full=re.compile(_either(data["bodies_full"])),
        relations=tuple(map(_relation, data["relations"])),
        at_session=re.compile(_either(data["at_session"])),
        copula=re.compile(rf" (?:{_either(data['copula'])})\Z"),
        coordinate=re.compile(_either(data["coordinate"])),
        and_that=re.compile(rf"(?<![\w-])(?:{_either(data['and_that'])})"),
        however=re.compile(_either(data["however"])),
        same=re.compile(rf"(?:{_either(data['same'])})\Z"),
        ahead=re.compile(_either(data["ahead"])),
        besides=re.compile(_either(data["besides"])),
        dated=re.compile(rf"(?<![\w-])(?:{_either(data['dated'])})\s*\Z"),
        titles="|".join(map(re.escape, data["titles"])),
        the=data["the"][0],
        it=data["it"][0],
        the_body=data["the_body"][0],
    )


def _relation(words: str) -> tuple[re.Pattern[str], str, re.Pattern[str]]:
    """A line "noun => joint => other" of the data."""
    noun, joint, other = (each.replace("’", "['’]") for each in words.split(" => "))
    return re.compile(rf"(?<![\w-])(?:{noun})(?![\w-])"), joint, re.compile(rf"(?<![\w-])(?:{other})(?![\w-])")


def _either(patterns: Sequence[str]) -> str:
    """One pattern or another; an apostrophe of theirs, but not one of a class, is straight or curly."""
    if not patterns:
        return _NOTHING
    return "|".join(_APOSTROPHE.sub(lambda found: found[0] if len(found[0]) > 1 else "['’]", each) for each in patterns)


def has_words(pattern: re.Pattern[str]) -> bool:
    """Whether a language has words of a kind at all."""
    return _NOTHING not in pattern.pattern


def speech_of(line: Line, prose: Prose) -> Speech:
    """The speech that a sentence is."""
    text, speaker = line.text, line.speaker
    begun = None
    if speaker is not None:
        spoken, within, alone = _named(speaker.label, prose.spoken.pattern, prose.titles)
        begun = spoken.match(text) or within.match(text) or (alone.match(text) if line.said.begins else None)
    pronoun = None if begun else prose.pronoun.match(text)
    if pronoun is not None and not _theirs(speaker, pronoun["pronoun"], prose):
        pronoun = None
    if begun is None and pronoun is None:
        return Speech(clause=text)
    found = begun or pronoun
    assert found is not None
    rest = text[found.end() :].lstrip()
    said = prose.said.match(rest)
    if said is not None:
        # What hung on "said" beside the first clause goes on without "that".
        clause = prose.and_that.sub(_kept, re.sub(r"\A[’']?[ ,]*", "", rest[said.end() :]))
        own = prose.pronoun.match(clause)
        if own is not None and _theirs(speaker, own["pronoun"], prose) and not prose.oneself.search(own["lead"]):
            # What a speaker says of themselves: "Ms. X was concerned" of "said that she was concerned".
            word = pronoun["pronoun"] if pronoun else ""
            return Speech(verb=clause[own.end() :].lstrip(), lead=capitalized(own["lead"]), pronoun=word, named=True)
        member = pronoun is None and speaker is not None and speaker.state is None
        if member and _theirs(speaker, clause.partition(" ")[0], prose):
            return Speech(verb=rest, lead=found["lead"], named=True)
        return Speech(clause=capitalized(clause), named=True)
    word = pronoun["pronoun"] if pronoun else ""
    return Speech(verb=rest, lead=found["lead"], pronoun=word, named=True)


@lru_cache(maxsize=1024)
def _named(label: str, spoken: str, titles: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A sentence that names its speaker: before a verb of speech, before any verb, and at the very beginning."""
    name = rf"(?i:{re.escape(label)}){_PARENTHESES}"
    lead = rf"(?P<lead>(?:[A-ZÀ-Þ][^,;.]{{2,60}}, )?){name}"
    aside = rf"(?:, (?:[^.;]|(?<!\w)(?:{titles})){{1,200}}?,)?"
    return (
        re.compile(rf"{lead}{_LONG_ASIDE} (?={spoken})"),
        re.compile(rf"{lead}{aside} (?=[a-zà-ÿ])"),
        re.compile(rf"(?P<lead>){name}{aside} (?=\S)"),
    )


def _theirs(speaker: Speaker | None, pronoun: str, prose: Prose) -> bool:
    """Whether a pronoun may stand for the speaker."""
    return speaker is not None and prose.same.match(f"{speaker.label} {pronoun.lower()}") is not None


def _kept(match: re.Match[str]) -> str:
    """The word by which a further clause goes on: "and" of "and that"."""
    word = match[match.lastindex or 0]
    return word if match.string.startswith(",", match.end()) else f"{word} "


def capitalized(text: str) -> str:
    """The text with a capital."""
    return f"{text[:1].upper()}{text[1:]}"
