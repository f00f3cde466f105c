"""Papers on the records of a folder built again: only pages that changed are set anew."""

from __future__ import annotations

from precis.documents.view import View
from precis.model import FileSpan, Finding
from precis.tasks.circumstances import digest_of
from precis.tasks.kept import store
from precis.tasks.ledger import Built, Entry, Ledger
from precis.tasks.made import Made
from precis.tasks.named import records_beside
from precis.tasks.rendering import Settings, files_of, page_of
from precis.writers.page import Page

__all__ = ["build_papers"]


def build_papers(made: Made, settings: Settings, ledger: Ledger, name: str, made_of: str) -> Built:
    """Build the documents of what was made already into the folder of `ledger`, as `build_made` does.

    A page that the ledger knows is not set again, unless it is `force`. In the ledger all of them together are the
    result `name`, made of `made_of`.
    """
    assets, style, beside = settings.assets, settings.house, records_beside(ledger.folder)
    results: dict[str, Entry] = {}
    files: list[tuple[str, bytes]] = []
    for view in made.views:
        page = page_of(view, style, assets, beside)
        of_page, said = f"page {view.stem}", _said(page, view)
        entry = None if settings.force else ledger.result(of_page, said)
        if entry is None:
            new, notes = files_of(page, view, settings, assets)
            files.extend(new)
            told = tuple(Finding(each.code, FileSpan(view.stem), each.field, each.reason) for each in notes)
            entry = Entry(said, {file: digest_of(data) for file, data in new}, told)
        results[of_page] = entry
    store(files, ledger.folder, force=settings.force, dry=settings.dry_run)
    whole = {file: said for entry in results.values() for file, said in entry.files.items()}
    told = (*made.warnings, *(finding for entry in results.values() for finding in entry.told))
    result = Entry(made_of, whole, told)
    if not settings.dry_run:
        ledger.write({}, {**results, name: result})
    return ledger.built([result])


def _said(page: Page, view: View) -> str:
    """All that the files of a page hang on, beside the circumstances."""
    from lxml import etree

    return digest_of(etree.tostring(page.root) + repr((page.template, view.gaps, view.unconfirmed)).encode())
