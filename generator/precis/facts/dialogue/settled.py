"""The themes of the moves of a dialogue, each with the chance that it is right; a move that none is likely of has none.

Told are the words of the sentence and of those around it (facts/themes.py); of the sentences that share rare words with
it; of its question, or of its answer; and what the stems of all these have been seen with (facts/learnt.py).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from precis.facts.dialogue.likeness import alike
from precis.facts.dialogue.lines import Line, lines_of
from precis.facts.dialogue.pairs import SURE, Pair, pairs_of
from precis.facts.dialogue.signs import names_of
from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import Move
from precis.facts.learnt import Learnt
from precis.facts.themes import GENERAL, Scores, Themes

__all__ = ["LIKELY", "Told", "settled", "weighed"]

LIKELY = 0.75
"""The least chance of a theme for a move to have it. How it was chosen: tests/facts/gold/themes.md."""

_OTHER = 0.9
"""What the words of a reply count for the theme of its question, beside those of the question; and the other way."""
_LEAST, _LESS = 0.0, 0.6
"""A pair that is less than sure tells a theme too, for less, from this weight on."""
_ALIKE = 0.4
"""What the sentences with the same rare words count, beside the sentence itself."""
_AROUND = 0.5
"""What the stems of the rest of a passage, and of a question or its answer, count beside those of the sentence."""
_BY_WORDS, _BY_STEMS = 3.5, 0.2
"""What the words of themes, under a root, and the stems weigh for the logarithm of the chance of a theme."""

Told = Sequence[tuple[Move, Scores]]
"""Moves, each with how well each theme is told by its sentence and the passage around."""


def settled(told: Told, words: DialogueWords, themes: Themes, own: frozenset[str], learnt: Learnt) -> Iterator[Move]:
    """The moves, each with the theme that is likely, or with none."""
    for move, theme, chance in weighed(told, words, themes, own, learnt):
        sure = theme if chance >= LIKELY else GENERAL
        yield move if sure == move.theme else replace(move, theme=sure)


def weighed(
    told: Told, words: DialogueWords, themes: Themes, own: frozenset[str], learnt: Learnt
) -> Iterator[tuple[Move, str, float]]:
    """The moves, each with its best theme and the chance, from 0 to 1, that it is right; a sentence has one theme."""
    scores = {id(move): score for move, score in told}
    found: dict[int, tuple[str, float]] = {}
    for state in dict.fromkeys(move.state for move, _ in told):
        lines = lines_of([move for move, _ in told if move.state == state], words)
        silent = own | names_of(lines, words)
        links = _links(lines, [pair for pair in pairs_of(lines, words, own) if pair.weight >= _LEAST])
        stems = [line.stems - silent for line in lines]
        by_words = _by_words([scores[id(line.moves[0])] for line in lines], stems, links)
        by_stems = _by_stems([learnt.of(each) for each in stems], _passages(lines, words), links)
        for line, word, stem in zip(lines, by_words, by_stems, strict=True):
            best = _best(themes.weights(word), stem, themes.names)
            found.update((id(move), best) for move in line.moves)
    for move, _ in told:
        yield move, *found[id(move)]


def _best(by_words: Scores, by_stems: Scores, names: Sequence[str]) -> tuple[str, float]:
    """The likeliest of all themes, the first of two alike in the order in which they are told, and its chance."""
    weights = {name: _BY_WORDS * math.sqrt(score) for name, score in by_words.items()}
    for name, score in by_stems.items():
        weights[name] = weights.get(name, 0.0) + _BY_STEMS * score
    best = max(weights, key=weights.__getitem__, default=GENERAL)
    most = weights.get(best, 0.0)
    untold = (len(names) - len(weights)) * math.exp(-most)
    return best, 1.0 / math.fsum([untold, *[math.exp(weight - most) for weight in weights.values()]])


Links = Sequence[tuple[int, int, int, float]]
"""The place of a question, that of a sentence of its answer, how many these are, and how sure it is: 1, or less."""


def _links(lines: Sequence[Line], pairs: Sequence[Pair]) -> Links:
    places = {id(move): place for place, line in enumerate(lines) for move in line.moves}
    return [
        (places[id(pair.question)], places[id(line.moves[0])], len(pair.answer.lines), sure)
        for pair in pairs
        for sure in (1.0 if pair.weight >= SURE else _LESS,)
        for line in pair.answer.lines
    ]


def _by_words(own: Sequence[Scores], stems: Sequence[frozenset[str]], links: Links) -> list[dict[str, float]]:
    """What words tell of the theme of each line: its own, those of lines alike, of its question or its answer."""
    out = [dict(each) for each in own]
    for total, others in zip(out, alike(stems), strict=True):
        for place, part in others.items():
            _add(total, own[place], _ALIKE * part)
    _add_linked(out, own, links, _OTHER)
    return out


def _by_stems(own: Sequence[Scores], passages: Iterable[Sequence[int]], links: Links) -> list[dict[str, float]]:
    """What stems tell of the theme of each line: its own, of the rest of its passage, of its question or its answer."""
    out = [dict(each) for each in own]
    for passage in passages:
        if len(passage) == 1:
            continue
        whole: dict[str, float] = {}
        for place in passage:
            _add(whole, own[place], 1.0)
        part = _AROUND / (len(passage) - 1)
        for place in passage:
            _add(out[place], whole, part)
            _add(out[place], own[place], -part)
    _add_linked(out, own, links, _AROUND)
    return out


def _add_linked(out: Sequence[dict[str, float]], own: Sequence[Scores], links: Links, part: float) -> None:
    for asked, said, many, sure in links:
        _add(out[asked], own[said], part * sure / many)
        _add(out[said], own[asked], part * sure)


def _passages(lines: Sequence[Line], words: DialogueWords) -> Iterator[list[int]]:
    """The places of the lines of each paragraph, parted where a sentence takes up another matter."""
    current: list[int] = []
    for place, line in enumerate(lines):
        if current and (line.paragraph != lines[current[-1]].paragraph or words.takes_up.match(line.low)):
            yield current
            current = []
        current.append(place)
    if current:
        yield current


def _add(total: dict[str, float], scores: Scores, part: float) -> None:
    for name, score in scores.items():
        total[name] = total.get(name, 0.0) + part * score
