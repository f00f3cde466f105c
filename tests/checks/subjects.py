"""Records under rules, made of the samples that stand beside each rule."""

from __future__ import annotations

from dataclasses import replace

from precis.assets import Assets
from precis.checks import Alarm, Fixing, Rule, Subject, alarms_of
from precis.checks.across import alarms_across
from precis.checks.beside import Named
from precis.checks.explain import APART
from precis.checks.mending import mended
from precis.source.placing import Placing
from precis.source.record import read_placed
from precis.source.session import read_session

__all__ = ["alarms", "alarms_together", "as_source", "mended_by", "subject_of"]

_COVER = "---\nsymbol: CMW/C/SR.590\nlanguage: {language}\nheld: 2024-12-13 15:00\n---\n\n"


def as_source(sample: str, language: str) -> str:
    """A sample as a source: one that is only a text has a cover put before it."""
    return sample if sample.startswith("---\n") else _COVER.format(language=language) + sample + "\n"


def subject_of(text: str, assets: Assets) -> Subject:
    """The record of a source, with the source below its front matter."""
    placed = read_placed(text, "sample.md", assets)
    first = text.split("\n").index("---", 1) + 1
    return Subject(placed.reading.record, assets, "\n".join(text.split("\n")[first:]), first + 1)


def alarms(sample: str, rule: Rule, assets: Assets) -> list[Alarm]:
    """What a rule tells of a sample."""
    return alarms_of(subject_of(as_source(sample, rule.language or "en"), assets), [rule])


def alarms_together(sample: str, rule: Rule, assets: Assets) -> list[Alarm]:
    """What a rule tells of the records of a folder, and the source of a session, which stand one after the other."""
    parts = sample.split(APART)
    listed = [read_session(text, "session.md", assets).session for text in parts if "document: session" in text]
    records = [
        Named(f"{number}.md", subject_of(as_source(text, "en"), assets), next(iter(listed), None))
        for number, text in enumerate(parts)
        if "document: session" not in text
    ]
    return [alarm for _, alarm in alarms_across(records, {each.file: [rule] for each in records})]


def mended_by(sample: str, rule: Rule, assets: Assets) -> str:
    """A sample with what a rule would put right, whoever carries it out."""
    text = as_source(sample, rule.language or "en")
    safe = replace(rule, fixing=Fixing.SAFE)
    found = [replace(alarm, rule=safe) for alarm in alarms(sample, rule, assets)]
    done, _ = mended(text, found, Placing(text, read_placed(text, "sample.md", assets).body))
    return done if sample.startswith("---\n") else done[len(as_source("", rule.language or "en")) - 1 : -1]
