"""The small words of a language that make clauses (templates/languages/xx/clauses.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.shapes import Shape, like, table
from precis.facts.clauses.clause import Mood
from precis.language.shapes import ours

__all__ = ["ClauseGrammar", "Form", "load_clause_grammar"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MODALS = {"planned": Mood.PLANNED, "possible": Mood.POSSIBLE, "recommended": Mood.RECOMMENDED}
_MARKERS = {"condition": Mood.CONDITIONAL, "asked": Mood.ASKED, "generic": Mood.GENERIC, "fact": Mood.DONE}
_AUXILIARIES = (("h", "have"), ("b", "be"), ("d", "do"), ("t", "to"))
_AROUND = (
    "gerunds",
    "hanging",
    "after_participle",
    "prepositions",
    "markers",
    "told",
    "leading",
    "heads",
    "elliptic",
    "intransitive",
    "edits",
    "factive",
    "places",
    "since",
    "opening",
    "months",
    "after_a_time",
)


@dataclass(frozen=True, slots=True)
class Form:
    """What a word can be of a verb: "base", "past", "participle" or "ing"."""

    lemma: str
    forms: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class ClauseGrammar:
    """What each small word is, the forms of the verbs, and what governs the clause behind it.

    `kinds` has a letter for each small word: h(ave), b(e), d(o), t(o), m(odal), n(egation), a(dverb), g(eneric adverb),
    c (joins), s (opens a clause), r(elative), q (that), i (an aside). `around` are the lists of [around].
    """

    kinds: Mapping[str, str]
    verbs: Mapping[str, Form]
    auxiliaries: Mapping[str, str]
    modals: Mapping[str, Mood]
    markers: Mapping[str, Mood]
    governors: Mapping[str, str]
    around: Mapping[str, frozenset[str]]
    gerunds: frozenset[str]
    not_adverbs: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    facts: frozenset[str]
    rules: re.Pattern[str]
    negative: re.Pattern[str]
    agent: re.Pattern[str]
    of_noun: re.Pattern[str]
    token: re.Pattern[str]
    of: str

    def kind(self, word: str) -> str:
        """The kind of a word in small letters; "v" for a form of a known verb, "w" for any other word."""
        known = self.kinds.get(word)
        if known is not None:
            return known
        if word in self.verbs:
            return "v"
        if word.endswith("ly") and word not in self.not_adverbs:
            return "a"
        return "w"

    def lemmas(self, text: str) -> frozenset[str]:
        """The verbs that a text may hold, by the letters of their forms: to tell which rules need its clauses."""
        verbs, auxiliaries = self.verbs, self.auxiliaries
        words = _WORD.findall(text.lower())
        found = {verbs[word].lemma for word in words if word in verbs}
        return frozenset(found.union(auxiliaries[word] for word in words if word in auxiliaries))


@lru_cache(maxsize=8)
def load_clause_grammar(assets: Assets, language: str = "en") -> ClauseGrammar | None:
    """The grammar of a language; None for one that has no clauses.toml. PrecisError if the file is wrong."""
    data = read_table(assets, "languages", language, "clauses.toml", shape=_shape())
    return None if data is None else _grammar(data)


@cache
def _shape() -> Shape:
    return table({name: like(lists, words=True) for name, lists in ours("clauses.toml").items()})


def _grammar(data: Mapping[str, Any]) -> ClauseGrammar:
    kinds = _kinds(data)
    nouns = frozenset(data["nouns"]["words"])
    rules, negative, agent = data["rules"], data["adverbs"]["none"], data["agents"]
    return ClauseGrammar(
        kinds,
        {word: form for word, form in _verbs(data["verbs"]["regular"]).items() if word not in nouns},
        {word: name for name in ("have", "be", "do") for word in data["auxiliaries"][name]},
        {word: _MODALS[name] for name, words in data["modals"].items() for word in words},
        {word: _MARKERS[name] for name in _MARKERS for word in data["markers"][name]},
        {word: name for name, words in data["governors"].items() for word in words},
        {name: frozenset(data["around"][name]) for name in _AROUND},
        frozenset(data["gerunds"]["done"]),
        frozenset(data["adverbs"]["not_adverbs"]),
        frozenset(data["nouns"]["determiners"]),
        frozenset(data["nouns"]["pronouns"]),
        frozenset(data["nouns"]["facts"]),
        re.compile(rf"\b(?:{_any(rules['under'])}) (?:the |its )?(?:{_any(rules['words'])})\b", re.IGNORECASE),
        re.compile(rf"\s*(?:{_any(negative)})\b", re.IGNORECASE),
        re.compile(rf"\s(?:{_any(agent['by'])}) (?!(?:{'|'.join(agent['not'])})\b)"),
        re.compile(rf"\b(?:{_any(agent['of_noun'])})\b"),
        _token(kinds, data["quotes"]["pairs"], data["closed"]["between_commas"]),
        f" {data['nouns']['of']} ",
    )


def _token(kinds: Iterable[str], pairs: Iterable[str], asides: Iterable[str]) -> re.Pattern[str]:
    """The words and marks of a sentence: small words of several, what is closed in itself, a word, a mark."""
    several = _by_first_word(word for word in kinds if " " in word)
    quoted = "|".join(rf"{re.escape(pair[0])}[^{pair[1]}]*(?:{pair[1]}|\Z)" for pair in pairs)
    aside = rf", (?:{'|'.join(asides)})(?=,)"
    return re.compile(
        rf"(?P<several>\b(?i:{several})\b)|(?P<closed>\((?:[^()]|\([^()]*\))*\)|{quoted}|{aside})"
        r"|(?P<word>[^\W\d_][\w'.-]*[\w']|[^\W\d_]|\d[\w.,/-]*\w|\d)|(?P<mark>[;:,?]|–|—)"
    )


def _by_first_word(words: Iterable[str]) -> str:
    """Words of several as a pattern; those that begin alike together, so that few are tried where none stands."""
    behind: dict[str, list[str]] = {}
    for word in words:
        first, _, rest = word.partition(" ")
        behind.setdefault(first, []).append(rest)
    return "|".join(f"{re.escape(first)} (?:{_any(rest)})" for first, rest in sorted(behind.items()))


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _kinds(data: Mapping[str, Any]) -> dict[str, str]:
    """Each small word and its kind. One that can be two things is what comes last here."""
    auxiliaries, adverbs, markers = data["auxiliaries"], data["adverbs"], data["markers"]
    lists: list[tuple[str, Iterable[str]]] = [
        ("w", (word for word in data["around"]["leading"] if " " in word)),
        ("a", adverbs["within"]),
        ("g", adverbs["generic"]),
        ("n", adverbs["negative"]),
        *(("s", markers[name]) for name in _MARKERS),
        ("r", markers["relative"]),
        ("q", markers["that"]),
        ("c", markers["joins"]),
        *((letter, auxiliaries[name]) for letter, name in _AUXILIARIES),
        *(("m", words) for words in data["modals"].values()),
        ("i", data["asides"]["words"]),
    ]
    return {word: kind for kind, words in lists for word in words}


def _verbs(entries: Iterable[str]) -> dict[str, Form]:
    """The forms of the verbs: an entry is "adopt", "submit:submitted" or "take:took:taken"."""
    out: dict[str, Form] = {}

    def add(word: str, lemma: str, *forms: str) -> None:
        known = out.get(word)
        if known is None or known.lemma == lemma:
            out[word] = Form(lemma, frozenset((*forms, *(known.forms if known else ()))))

    for entry in entries:
        lemma, *irregular = entry.split(":")
        past = irregular[0] if irregular else _with_ed(lemma)
        participle = irregular[1] if len(irregular) > 1 else past
        add(lemma, lemma, "base")
        add(past, lemma, "past", *(("participle",) if participle == past else ()))
        add(participle, lemma, "participle")
        add(_with_ing(lemma, past), lemma, "ing")
    return out


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma[:-1]}ied" if re.search(r"[^aeiou]y\Z", lemma) else f"{lemma}ed"


def _with_ing(lemma: str, past: str) -> str:
    """The form in -ing: a letter that is doubled in the past is doubled here too."""
    if past.endswith("ed") and past[:-3] == lemma and past[-3] == lemma[-1]:
        return f"{past[:-2]}ing"
    if lemma in ("put", "set", "cut", "begin", "forget"):
        return f"{lemma}{lemma[-1]}ing"
    return f"{lemma[:-1]}ing" if lemma.endswith("e") and not lemma.endswith(("ee", "oe")) else f"{lemma}ing"
