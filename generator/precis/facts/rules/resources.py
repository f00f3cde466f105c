"""Sentences on the resources and the working methods of the Committee and the treaty body system."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import Context
from precis.facts.fact import Fact, Resources, WorkingMethods

__all__ = ["RULES"]


def resources(context: Context) -> Iterator[Fact]:
    """A sentence on resources; what a State says of its own is none."""
    match = context.phrases.find("resources", context.text)
    if context.state is None and context.main and match is not None:
        yield Resources(context.at(match.start(), match.end()))


def working_methods(context: Context) -> Iterator[Fact]:
    """A sentence on working methods."""
    match = context.phrases.find("working_methods", context.text)
    if match is not None and re.search(r"\brules? \d+[^.]*\Z", context.text[: match.start()]):
        return
    if context.state is None and context.main and match is not None:
        yield WorkingMethods(context.at(match.start(), match.end()))


RULES = (resources, working_methods)
