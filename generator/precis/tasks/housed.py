"""The house that prints a record: the one that is named, or else that of its body at its date."""

from __future__ import annotations

from dataclasses import replace

from precis.assets import Assets
from precis.documents.summary_record import identity
from precis.documents.view import View
from precis.language.houses import house_of
from precis.model import Record
from precis.writers.style import HouseStyle, load_style

__all__ = ["housed", "printed_by"]


def housed(record: Record, style: HouseStyle, assets: Assets) -> tuple[HouseStyle, Assets]:
    """The house style of a record, and the assets with the words of its house; those given where a house is named."""
    if assets.fixed or record.symbol is None:
        return style, assets
    _, body = identity(record, assets)
    date = record.issued or (record.held.date if record.held else None)
    name = house_of(body.code, date, assets)
    if name == assets.house:
        return style, assets
    others = replace(assets, house=name)
    return load_style(name, others), others


def printed_by(view: View, style: HouseStyle, assets: Assets) -> View:
    """The view with the house that prints it; where one is named, that of the settings does."""
    return view if assets.fixed else replace(view, house=style.name)
