"""How documents are built, and the files of one view, in each of its formats."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from precis.assets import Assets, chosen
from precis.documents.session.words import telling_words
from precis.documents.view import View
from precis.model import FileSpan, Finding
from precis.reading.files import read_bytes
from precis.tasks.beside import lead_to_records
from precis.tasks.made import Made
from precis.writers.formats import USUAL, Extras, format_named
from precis.writers.marked import marked_page
from precis.writers.page import Page, make_page
from precis.writers.style import HouseStyle, load_style
from precis.writers.tongues import mark_tongues

__all__ = ["Document", "Settings", "files_of", "page_of", "render", "rendered", "with_marks"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are built. Paths are as the user named them; the emblem is a PNG or SVG file.

    Word files that somebody changed are written over by `force` alone; with `dry_run` nothing is written. `body` is the
    treaty body of records that do not tell their own. Where no `style` is named, the house of a record follows from its
    body and date.
    """

    formats: tuple[str, ...] = USUAL
    style: str | None = None
    emblem: Path | None = None
    templates: Path | None = None
    reference: Path | None = None
    force: bool = False
    dry_run: bool = False
    body: str | None = None

    @property
    def assets(self) -> Assets:
        """The files of the user's folder of templates, if there is one, before ours, and the words of the house."""
        return chosen(self.templates, self.style, self.body)

    @property
    def house(self) -> HouseStyle:
        """The house style; PrecisError if there is none of its name."""
        return load_style(self.assets.house, self.assets)

    def of(self, view: View) -> Settings:
        """The same for one view, whose house may follow from its record."""
        return replace(self, style=view.house) if view.house else self

    @property
    def absolute(self) -> Settings:
        """The same for processes that work in another folder."""
        emblem, templates, reference = (
            path and path.absolute() for path in (self.emblem, self.templates, self.reference)
        )
        return replace(self, emblem=emblem, templates=templates, reference=reference)

    @property
    def extras(self) -> Extras:
        """The files that the user adds, read; PrecisError for one that cannot be."""
        return Extras(
            read_bytes(self.emblem) if self.emblem else None, read_bytes(self.reference) if self.reference else None
        )


@dataclass(frozen=True, slots=True)
class Document:
    """The files of one source, by name, and its warnings; `of_others` says that it hangs on other files too."""

    files: tuple[tuple[str, bytes], ...]
    warnings: tuple[Finding, ...]
    of_others: bool = False


def rendered(made: Made, source: str, beside: Sequence[str], settings: Settings, assets: Assets) -> Document:
    """The document of what was made of a source, to stand beside files of these names."""
    files: list[tuple[str, bytes]] = []
    told = list(made.warnings)
    for view in made.views:
        of_view, notes = render(view, settings, assets, beside)
        files.extend(of_view)
        told.extend(replace(note, span=FileSpan(source or view.stem)) for note in notes)
    return Document((*made.files, *files), tuple(told), made.of_others)


def page_of(view: View, style: HouseStyle, assets: Assets, beside: Sequence[str] = ()) -> Page:
    """The page of a view. References to records lead to those among the files `beside` which it will stand."""
    page = make_page(view, style, assets)
    lead_to_records(page, beside, style.first_foot["qr_address"])
    if page.design == "sheet":
        mark_tongues(page.body, page.language, telling_words(assets))
    return page


def with_marks(page: Page, view: View, style: HouseStyle, assets: Assets) -> Page:
    """The page of a view with what changed in it marked, if it has a marking."""
    if view.marking is None:
        return page
    before = make_page(view.marking.before, style, assets)
    return marked_page(before, page, view.marking.author, view.marking.date)


def render(
    view: View, settings: Settings, assets: Assets, beside: Sequence[str] = ()
) -> tuple[list[tuple[str, bytes]], list[Finding]]:
    """The files of a view, name and bytes, in each of the formats; and findings of gaps and unconfirmed wording."""
    if view.house:
        settings = settings.of(view)
        assets = settings.assets
    return files_of(page_of(view, settings.house, assets, beside), view, settings, assets)


def files_of(
    page: Page, view: View, settings: Settings, assets: Assets
) -> tuple[list[tuple[str, bytes]], list[Finding]]:
    """As `render`, of the page of a view."""
    style, formats = settings.house, [format_named(name) for name in settings.formats]
    extras = replace(settings.extras, record=view.record, corrected=view.corrected)
    page = with_marks(page, view, style, assets)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        files = [(f"{view.stem}{each.ending}", each.write(page, style, assets, extras)) for each in formats]
    notes = [_told("program-missing", str(each.message)) for each in caught if issubclass(each.category, UserWarning)]
    if view.gaps:
        notes.append(_told("gap-printed", f"gaps are printed for: {', '.join(view.gaps)}"))
    if view.unconfirmed:
        reason = f"wording that no published document has confirmed: {', '.join(view.unconfirmed)}"
        notes.append(_told("unconfirmed-printed", reason))
    if tongues := dict.fromkeys(tongue for each in page.body.iter("span") if (tongue := each.get("lang"))):
        reason = f"what its records say stands in their language, and is marked with it: {', '.join(tongues)}"
        notes.append(_told("language-of-records", reason))
    return files, notes


def _told(code: str, reason: str) -> Finding:
    return Finding(code, FileSpan(), "document", reason)
