"""Drafting: the source of a record of a meeting that is about to be held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from precis.assets import Assets
from precis.model import Block, Faults, Gap, Heading, Paragraph, Run
from precis.source.body import Body
from precis.source.fields import FIELDS, record_of, values_of
from precis.source.front import FrontMatter, print_front
from precis.source.printed import print_body
from precis.source.record import check_record

__all__ = ["WANTED", "draft"]

WANTED = ("session", "held", "place", "chair", "issued", "original", "began", "rose")
"""The fields that every record's cover and text need, beside the symbol."""


def draft(values: Mapping[str, Any], items: Sequence[str], assets: Assets) -> str:
    """A source ready to fill: the typed `values` of the front matter, what is wanted as comments, a heading an item.

    It builds at once; what is still wanted is printed as gaps. Raises PrecisError if the values do not fit one another.
    """
    record, faults = record_of(values), Faults("--set")
    check_record(record, FrontMatter({}), faults, assets)
    faults.check()
    shown = values_of(record)
    helps = {field.key: field.help for field in FIELDS}
    wanted = [f"{key}: {helps[key]}" for key in WANTED if key not in shown]
    blocks: list[Block] = []
    for number, item in enumerate(items or [""], 1):
        if item:
            blocks.append(Heading(1, (Run(item),)))
        blocks.append(Paragraph(number, (Gap("text"),)))
    comments = {"": ["Still wanted:", *wanted]} if wanted else {}
    return print_front(shown, comments) + "\n" + print_body(Body(tuple(blocks), ()))
