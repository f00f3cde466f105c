"""Treaties as texts name them: the Committee's own, or another."""

from __future__ import annotations

from precis.facts.context import Context

__all__ = ["of_two", "treaty_in", "treaty_of_topic"]


def treaty_in(context: Context, words: str) -> str | None:
    """The treaty that words name; empty for the Committee's own, None where none is named.

    "That Optional Protocol" is the one named in full before.
    """
    match = context.patterns["treaties.name"].search(words)
    if match is None:
        return None
    name = context.patterns["treaties.loose"].sub("", match[0].strip())
    if context.patterns["treaties.own"].fullmatch(name) or _is_own(context, name):
        return ""
    name = context.patterns["treaties.article"].sub("the ", name)
    if context.patterns["treaties.protocol"].fullmatch(name):
        earlier = context.memory.treaty
        return earlier if "Protocol" in earlier else name
    context.memory.treaty = name
    return name


def treaty_of_topic(context: Context) -> str:
    """The treaty at the head of a sentence: "As for the Optional Protocol, …"; empty where none is, or the own."""
    topic = context.patterns["ratification.topic"].match(context.text)
    return (treaty_in(context, topic["treaty"]) or "") if topic else ""


def of_two(context: Context, *, former: bool) -> str:
    """The former or the latter of the last two treaties that the sentence before names; empty where it names no two."""
    before = context.before.text if context.before is not None else ""
    named = list(dict.fromkeys(match["name"] for match in context.patterns["treaties.name"].finditer(before)))
    return (treaty_in(context, f" {named[-2 if former else -1]}") or "") if len(named) > 1 else ""


def _is_own(context: Context, words: str) -> bool:
    bare = context.patterns["treaties.article"].sub("", words.strip()).removeprefix("the ").lower()
    return any(treaty.lower().startswith(bare) and len(bare.split()) > 2 for treaty in context.treaties)
