"""The moves of a dialogue: what members praise, regret and ask; what the delegation answers, undertakes and counts."""

from __future__ import annotations

import re

from precis.facts.context import Context
from precis.facts.fact import MoveKind

__all__ = ["move_of"]

_CONTINUED = re.compile(
    r"\A(?:Also|Furthermore|In addition|Lastly|Moreover|Secondly|Thirdly|Finally)?,? ?(?:[Ww]hat|[Hh]ow|[Ww]hy"
    r"|[Ww]hich|[Ww]hether|[Ww]ere|[Ww]as|[Dd]id|[Hh]ad|[Cc]ould|[Ww]ould|[Ww]hen|[Dd]o)\b.*\?\Z"
)
_FIGURE = re.compile(
    r"(?<![\w/.,-])(?:[$€£]\s?)?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?(?![\w/])|(?<![\w/.-])\d+(?:\.\d+)? (?:per cent"
    r"|million|billion)"
    r"|(?<![\w/.,-])(?:[$€£]\s?)?\d+(?:\.\d+)?(?= (?!(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|a\.m\.|p\.m\.|of the (?:Convention|Covenant)|and \d+ of the)\b)[a-z])"
)
_NOT_COUNT = re.compile(
    r"(?:\b(?:articles?|arts?\.|paragraphs?|paras?\.|No\.|Nos\.|sections?|Act|chapter|rule|in|since|by|until|before"
    r"|after|from|to|between|of|during|Goal|and)\s)\Z",
    re.I,
)


def figure_in(text: str) -> bool:
    """Whether the text holds a count or an amount: not a year, a day or the number of an article."""
    for match in _FIGURE.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        year = re.fullmatch(r"(?:19|20)\d{2}", match[0])
        if year or (
            _NOT_COUNT.search(before)
            and re.search(
                r"\b(?:articles?|arts?|paragraphs?|paras?|Nos?|sections?|Act|chapter|rule|Goal)\b\.?[^.]{0,12}\Z",
                before,
            )
        ):
            continue
        return True
    return False


def move_of(context: Context, *, member: bool) -> MoveKind | None:
    """What a sentence of a dialogue does, of a member or of the delegation; None where it does none of these."""
    text, say = context.text, context.phrases.find
    if member:
        if say("question", text) or _CONTINUED.match(text):
            return MoveKind.QUESTION
        if say("concern", text):
            return MoveKind.CONCERN
        if say("praise", text):
            return MoveKind.PRAISE
        return MoveKind.QUESTION if text.endswith("?") else None
    if say("undertaking", text) and not say("not_undertaking", text):
        return MoveKind.UNDERTAKING
    if figure_in(text):
        return MoveKind.FIGURE
    return MoveKind.ANSWER
