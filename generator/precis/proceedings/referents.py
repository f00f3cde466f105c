"""What words of a proposal stand for: "those reports", "the amended text", "that proposal", "all of the States"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from precis.language.states import FoundState, States
from precis.language.wording import Wording
from precis.proceedings.labels import any_of, joints_of, with_blanks
from precis.proceedings.passages import Sentence, Span
from precis.proceedings.proposals import proposed_in

__all__ = ["Referent", "referents_in"]

_REACH = 20
"""So many sentences before the proposal is looked for what it speaks of."""

Found = tuple[str, tuple[Span, ...]]
"""What words stand for, and where that is said."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Words of a proposal (`at`, `words`), what they stand for, and the places where that is said."""

    at: Span
    words: str
    stands_for: str
    said: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was said before a line of procedure, under its heading: sentences, and the words of the headings above."""

    sentences: Sequence[Sentence]
    headings: Sequence[tuple[str, Span]]
    wording: Wording
    states: States


def referents_in(proposal: Sentence, start: int, end: int, earlier: Earlier) -> Iterator[Referent]:
    """The words from `start` to `end` of a proposal that stand for others which were said before; see `Referent`.

    Looked through are the proposal up to those words, the sentences before it from the nearest on, and the headings.
    """
    forms = _forms(earlier.wording)
    for match in forms.anaphor.finditer(proposal.text, start, end):
        # "It" is a text only behind the verb: "to adopt it".
        if match["pronoun"] and " " in proposal.text[start : match.start() - 1]:
            continue
        found = _found(match, proposal, earlier, forms)
        if found is not None:
            words = proposal.exact[match.start() : match.end()]
            yield Referent(_part(proposal.at, *match.span()), words, *found)


def _found(match: re.Match[str], proposal: Sentence, earlier: Earlier, forms: _Forms) -> Found | None:
    """What some words of a proposal stand for, or None."""
    if match["states"]:
        return _states_before(earlier)
    head = "" if match["pronoun"] else forms.heads[(match["noun"] or match["general"]).lower()]
    plural = match[0].lower() in forms.plurals or (match["noun"] or match["general"] or "").lower() in forms.plurals
    if head in forms.proposals:
        return _proposal_before(proposal, match.start(), head, earlier, forms)
    texts = (each for each in _named(proposal, match.start(), earlier, forms) if each.head not in forms.proposals)
    named = [each for each in texts if head in (each.head, *_GENERAL)]
    return _chosen(named, plural=plural)


_GENERAL = ("", "text")
"""The heads that fit every text: that of a pronoun, which has none, and that of "text", "draft" and "document"."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A text that words name: its head ("report"), its words, and where they stand."""

    head: str
    plural: bool
    words: str
    at: Span


def _chosen(named: Sequence[_Named], *, plural: bool) -> Found | None:
    """The nearest of some texts; all of its kind where several are meant and each was named by itself."""
    if not named:
        return None
    nearest = named[0]
    if not plural or nearest.plural:
        return nearest.words, (nearest.at,)
    alike = {each.words.casefold(): each for each in reversed(named) if each.head == nearest.head and not each.plural}
    return "; ".join(each.words for each in alike.values()), tuple(each.at for each in alike.values())


def _named(proposal: Sentence, end: int, earlier: Earlier, forms: _Forms) -> Iterator[_Named]:
    """The texts that are named before the character `end` of a proposal, the nearest first."""
    yield from forms.texts(proposal.text[:end], proposal.exact, proposal.at)
    for sentence in earlier.sentences[: -_REACH - 1 : -1]:
        yield from forms.texts(sentence.text, sentence.exact, sentence.at)
    for words, at in reversed(earlier.headings):
        yield from forms.texts(words, words, at)


def _proposal_before(proposal: Sentence, end: int, head: str, earlier: Earlier, forms: _Forms) -> Found | None:
    """The last proposal before, in its words; or else what was called one: "the Bureau's proposals on the dates"."""
    for sentence in earlier.sentences[: -_REACH - 1 : -1]:
        span = proposed_in(sentence.text, earlier.wording)
        if span is not None:
            return sentence.exact[slice(*span)], (_part(sentence.at, *span),)
    named = [each for each in _named(proposal, end, earlier, forms) if each.head == head and " " in each.words]
    return _chosen(named, plural=False)


def _states_before(earlier: Earlier) -> Found | None:
    """The last list of States before: "Chad, Mexico and Peru"."""
    for sentence in earlier.sentences[: -_REACH - 1 : -1]:
        run = _longest_list(sentence.text, list(earlier.states.find(sentence.text)))
        if len(run) > 1:
            start, end = run[0].start, run[-1].end
            return sentence.exact[start:end], (_part(sentence.at, start, end),)
    return None


def _longest_list(text: str, found: Sequence[FoundState]) -> Sequence[FoundState]:
    """The longest run of States with nothing but commas and a short word between them."""
    best: Sequence[FoundState] = ()
    run: list[FoundState] = []
    for each in found:
        if run and not re.fullmatch(r",?(?: \w{1,3})? ?", text[run[-1].end : each.start]):
            run = []
        run.append(each)
        best = max(best, run[:], key=len)
    return best


def _part(at: Span, start: int, end: int) -> Span:
    """The characters `start` to `end` of the words at a place."""
    return Span(at.block, at.start + start, at.start + end, at.part, at.note)


@dataclass(frozen=True, slots=True)
class _Forms:
    """The patterns of a language: of words that stand for others, and of names of texts.

    `heads` are what is alike in the forms of a noun ("report" of "reports"); `plurals` the words for several.
    """

    anaphor: re.Pattern[str]
    text: re.Pattern[str]
    heads: Mapping[str, str]
    plurals: frozenset[str]
    proposals: frozenset[str]

    def texts(self, text: str, exact: str, at: Span) -> list[_Named]:
        """The texts that a sentence names, the last first; words that only point to a text are none."""
        out = []
        for match in self.text.finditer(text):
            noun = match["noun"].lower()
            head = self.heads[noun]
            if head in _GENERAL:
                continue
            if match["rest"] or not self.anaphor.match(text, match.start()):
                start, end = match.span()
                out.append(_Named(head, noun in self.plurals, exact[start:end].strip(), _part(at, start, end)))
        return out[::-1]


@lru_cache(maxsize=8)
def _forms(wording: Wording) -> _Forms:
    words, texts = wording.speech, wording.speech["texts"]
    heads = {form: head for head, forms in texts.items() for form in (*forms["one"], *forms["many"])}
    many = {form for forms in texts.values() for form in forms["many"]}
    pointed = [form for form, head in heads.items() if head in words["pointed_to"]]
    of, number = any_of(words["of_texts"]), any_of(words["numbers_of_texts"])
    modifiers = rf"(?i:{with_blanks(words['modifiers'])})*"
    alone = rf"(?! (?:{of})\b)(?: (?:{any_of(words['as_amended'])}))?"
    noun = rf"(?P<noun>{any_of(heads)})\b"
    the_named = rf"{words['the']} (?:{with_blanks(words['named_before'])})"
    determiner = rf"(?:(?:{with_blanks(words['pointing'])}|{the_named}){modifiers})"
    stop = rf"(?:[.;:]|\Z| (?:{any_of(words['text_ends'])})\b|,(?! (?:{joints_of(wording)}) | ?[A-Z]))"
    rest = rf"(?P<rest>(?: (?:{number}) ?\d+(?:/\d+)?)?(?: \([^()]*\))?(?:,? (?:{of})\b.{{2,250}}?)?)"
    return _Forms(
        re.compile(
            rf"\b(?:(?P<states>(?:{with_blanks(words['all_of'])})+(?:\w+ )?(?:{any_of(words['state_nouns'])}))\b"
            rf"|{determiner}{noun}{alone}|{words['the']} (?P<general>{any_of(pointed)})\b{alone}"
            rf"|(?P<pronoun>{any_of(words['pronouns'])})\b)",
            re.IGNORECASE,
        ),
        re.compile(rf"(?i:\b(?:{with_blanks(words['articles'])}))?{modifiers}\b(?i:{noun}){rest}(?={stop})"),
        heads,
        frozenset(many | {*words["plural_pronouns"]}),
        frozenset(words["proposals"]),
    )
