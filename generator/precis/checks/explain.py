"""What is said of a rule: in a terminal, and on the page of all rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from precis.checks.rule import Fixing, Rule

__all__ = ["APART", "explained", "rules_page"]

APART = "%%%\n"
"""What stands between the records of a sample that has several."""

_MENDED = {
    Fixing.SAFE: "mended by `--fix`",
    Fixing.ASK: "what would change is shown",
    Fixing.NONE: "to be mended by hand",
}

_HEAD = """# Rules of `precis check`

Each rule has a name, a level and a source. Only *errors* change the exit code; a *warning* is to be looked at; *info*
is of taste. This page is made from `templates/checks/` by `make docs`; `precis explain RULE` prints a rule in a
terminal. [How to add a check](how-to/check.md) says how they are written, and how one is left alone in a source.

What a cover says that cannot be so at all (a meeting that rises before it begins, an issue before the meeting) is no
rule but a fault: a source that says it is refused by every command, [with its line](messages.md#sources).
"""


def explained(rule: Rule) -> str:
    """A rule for a terminal: why, wrong, right, source."""
    lines = [f"{rule.name} ({_about(rule)})", "", rule.why, "", "Wrong:", *_shown(rule.bad)]
    right = rule.fixed or rule.good
    lines += ["", "Right:", *_shown(right), "", f"Source: {rule.source}"]
    return "\n".join(lines) + "\n"


def _shown(texts: tuple[str, ...]) -> Iterator[str]:
    for text in (part for whole in texts for part in whole.split(APART)):
        yield from (f"    {line}" for line in text.rstrip("\n").split("\n"))


def _about(rule: Rule) -> str:
    kind = [str(rule.level), _MENDED[rule.fixing].replace("`", "")]
    if rule.asked:
        kind.append("only when selected")
    if rule.since:
        kind.append(f"from {rule.since} on")
    return ", ".join(kind)


def rules_page(rules: Mapping[str, Rule]) -> str:
    """docs/checks.md: all rules by what they are about."""
    parts = [_HEAD]
    for area in dict.fromkeys(rule.area for rule in rules.values()):
        parts.append(f"\n## {area}\n")
        parts.extend(_section(rule) for rule in rules.values() if rule.area == area)
    return "".join(parts)


def _section(rule: Rule) -> str:
    about = f"*{rule.level}*; {_MENDED[rule.fixing]}"
    about += "; speaks only when it is selected" * rule.asked + f"; from {rule.since} on" * bool(rule.since)
    about += "; for all years" * rule.structure + "; compares the records of a folder" * rule.across
    wrong, right = (_quoted(texts) for texts in (rule.bad[:2], (rule.fixed or rule.good)[:2]))
    source = f"[{rule.source}](source.md)" if rule.source == "source.md" else rule.source
    return f"\n### {rule.name}\n\n{rule.why}\n\n{about}. Source: {source}.\n\nWrong:\n\n{wrong}\n\nRight:\n\n{right}\n"


def _quoted(texts: tuple[str, ...]) -> str:
    return "\n\n".join(f"````text\n{part.rstrip()}\n````" for text in texts for part in text.split(APART))
