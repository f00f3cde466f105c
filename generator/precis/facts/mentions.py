"""The texts of a Committee that a sentence names, each with what belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from precis.facts.clauses import Span
from precis.facts.context import Context
from precis.facts.words import TextKind
from precis.model import DOCUMENT_SYMBOL

__all__ = ["Mention", "mentions_of", "symbol_of", "title_and_symbol", "titles_of"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that a sentence names: its kind, where the words stand, and where what belongs to them ends."""

    kind: TextKind
    name: str
    start: int
    end: int
    until: int


def mentions_of(context: Context, span: Span, until: int) -> list[Mention]:
    """The texts that are the head of what stands at `span`, or of a member of a list there.

    What belongs to the last of them goes on up to the character `until`.
    """
    text = context.text
    heads: list[re.Match[str]] = []
    for match in context.words.mention.finditer(text, *span):
        led = context.patterns["mentions.led"].search(text, span[0], match.start()) if heads else None
        if led is not None:
            # "and, in respect of Chad, a list of issues": whose it is stands before it, and is not told
            until = led.start()
            break
        is_older = context.patterns["mentions.previous"].search(text[span[0] : match.start()]) is not None
        if (
            not is_older
            and _is_head(context, span[0], match.start(), heads)
            and not _is_of_others(context, match.end())
        ):
            heads.append(match)
    if not heads:
        return _stood_for(context, span, until)
    out: list[Mention] = []
    for match, after in zip_longest(heads, heads[1:]):
        kind = context.words.texts[int(str(match.lastgroup)[1:])]
        limit = after.start() if after else until
        semicolon = text.find(";", match.end(), limit)
        end = limit if semicolon < 0 else semicolon
        out.append(Mention(kind, _name(context, kind, match[0]), match.start(), match.end(), end))
    return out


def _stood_for(context: Context, span: Span, until: int) -> list[Mention]:
    """The text that a pronoun stands for: "the list on Lesotho had been adopted, the one on Egypt had not"."""
    match = context.patterns["mentions.stands_for"].match(context.text, *span)
    if match is None:
        return []
    earlier = list(context.words.mention.finditer(context.text, 0, span[0]))
    if not earlier and context.before is not None:
        earlier = list(context.words.mention.finditer(context.before.text))
    if not earlier:
        return []
    kind = context.words.texts[int(str(earlier[-1].lastgroup)[1:])]
    return [Mention(kind, kind.name, match.start("pronoun"), match.end("pronoun"), until)] if kind.of_state else []


def _name(context: Context, kind: TextKind, words: str) -> str:
    """What a text is called: "the draft report" under a heading on follow-up is a follow-up report."""
    if context.patterns["mentions.letter"].search(words):
        return "statement"
    item = context.item.title if context.item is not None else ""
    bare = context.patterns["adopted.draft_report"].fullmatch(words) is not None
    return "follow-up report" if bare and context.patterns["adopted.follow_up"].search(item) else kind.name


def _is_of_others(context: Context, end: int) -> bool:
    """Whether another body stands behind a text: "the agenda of the General Assembly"."""
    behind = context.patterns["mentions.whose"].match(context.text, end)
    if behind is None:
        return False
    whose = context.text[behind.end() :]
    return context.words.actors.others.match(whose) is not None and not context.is_own_body(whose)


def _is_head(context: Context, first: int, start: int, before: list[re.Match[str]]) -> bool:
    """Whether nothing but what leads to a text stands before it: in its phrase, or in its member of a list."""
    if before:
        parts = context.patterns["mentions.parts"].finditer(context.text, before[-1].end())
        ends = [part.end() for part in takewhile(lambda part: part.end() <= start, parts)]
        if not ends:
            return False
        first = ends[-1]
    between = context.text[first:start]
    return context.patterns["mentions.head"].match(between.lstrip(" ,")) is not None if between.strip() else True


def titles_of(context: Context, mention: Mention) -> list[str]:
    """What tells the texts of a mention apart: the numbers, then the subject; one empty title where nothing does."""
    text = context.text
    words = context.patterns["mentions.partner"].sub("", text[mention.end : mention.until])
    numbers = context.patterns["mentions.numbers"].match(words.lstrip())
    bare = re.sub(r" ?\((?:[^()]|\([^()]*\))*\)", "", words)
    cut = context.patterns["mentions.cut"].search(bare)
    kept = (bare[: cut.start()] if cut else bare).strip(" .,")
    subject = context.patterns["mentions.subject"].search(f" {kept}")
    said = subject[0].strip(" ,") if subject else ""
    if mention.kind.name == "general comment" and bare.lstrip(" ,").startswith(":"):
        several = context.patterns["mentions.numbered"].finditer(bare)
        told = [" ".join(filter(None, (f"No. {each['number']}", each["subject"]))) for each in several]
        return told or [""]
    if mention.kind.name == "general comment" and numbers:
        found = re.findall(r"\d+(?:/\d+)?", numbers[0])
        return [f"No. {number}{f' {said}' if said and len(found) == 1 else ''}" for number in found]
    if mention.kind.name in ("general comment", "statement", "declaration", "decision", "guidelines"):
        return [said]
    if mention.kind.name in (
        "paragraphs",
        "chapter",
        "rules of procedure",
        "annual report",
        "agenda",
        "report of the working group",
    ):
        name = text[mention.start : mention.end]
        if context.patterns["mentions.no_title"].fullmatch(name):
            return [""]
        return [name[:1].upper() + name[1:] if mention.kind.name in ("paragraphs", "chapter") else name]
    return [""]


def symbol_of(context: Context, mention: Mention) -> str:
    """The symbol that stands in parentheses behind a text, or after "contained in document"."""
    words = context.text[mention.end : mention.until]
    parenthesis = re.search(r"\(([^()]*)\)", words)
    found = DOCUMENT_SYMBOL.search(parenthesis[1]) if parenthesis else None
    contained = context.patterns["mentions.contained"].search(words) if found is None else None
    found = DOCUMENT_SYMBOL.match(words, contained.end()) if contained else found
    return found[0].rstrip("*") if found else ""


def title_and_symbol(title: str) -> tuple[str, str]:
    """A title and the symbol that stands in parentheses behind it; all of it and nothing where none does."""
    words, opened, rest = title.rpartition("(")
    found = DOCUMENT_SYMBOL.match(rest) if opened and rest.endswith(")") else None
    return (words.strip(), found[0].rstrip("*")) if found is not None else (title, "")
