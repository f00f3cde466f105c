"""The words and marks of a sentence, and the groups that its verbs make with their auxiliaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from precis.facts.clauses.clause import Mood, Voice
from precis.facts.clauses.grammar import ClauseGrammar

__all__ = ["Group", "Token", "tokens_of"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. `kind` is one of ClauseGrammar.kind, or "," ";" "?" or "x" (what is closed in itself: a
    parenthesis, a quotation)."""

    start: int
    end: int
    low: str
    kind: str


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: the tokens `first` to `last`. `head` is that of the verb.

    `form` is "finite", "to" (an infinitive), "ing" or "participle" (one without auxiliary, which is a past as well:
    `parse` tells which). `lemma` is empty for a verb that the grammar does not know.
    """

    first: int
    last: int
    head: int
    lemma: str
    form: Literal["finite", "to", "ing", "participle"]
    voice: Voice = Voice.ACTIVE
    mood: Mood = Mood.DONE
    perfect: bool = False
    negated: bool = False
    generic: bool = False


def tokens_of(text: str, grammar: ClauseGrammar) -> list[Token]:
    """The words and marks of a sentence. A parenthesis is one token, and so is a quotation: it says nothing itself."""
    out: list[Token] = []
    for match in grammar.token.finditer(text):
        name, word = match.lastgroup, match[0]
        if name == "word":
            low = word.lower()
            kind = grammar.kind(low)
            if kind in "am" and word[0].isupper() and match.start() and (kind == "m" or low not in grammar.kinds):
                kind = "w"  # "May 2014" is no modal, nor is "Will", a name; "July" is no adverb
            if kind == "q" and out and out[-1].kind in "sc" and text.startswith(grammar.of, match.end()):
                kind = "w"  # "while that of Chad had been deferred"
        elif name == "several":
            low = word.lower()
            kind = grammar.kinds[low]
        elif name == "closed":
            low, kind = "()", "x"
        else:
            low, kind = word, word if word in ",?" else ";"
        if kind != "i":
            out.append(Token(match.start(), match.end(), low, kind))
    return out
